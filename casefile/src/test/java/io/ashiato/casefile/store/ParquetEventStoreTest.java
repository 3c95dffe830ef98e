package io.ashiato.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.casefile.Made;
import io.ashiato.model.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetEventStoreTest {
    private static final Instant TIME = Instant.parse("2020-01-01T00:00:00.1234567Z");

    @TempDir
    private Path folder;

    @Test
    void ordersByTimePathAndOffsetWithTheSameBytesEachTime() throws IOException, SQLException {
        var given = List.of(
                event(Optional.empty(), "a", 1),
                event(Optional.of(TIME.plusNanos(100)), "a", 1),
                event(Optional.of(TIME), "b", 1),
                event(Optional.of(TIME), "a", 20),
                event(Optional.of(TIME), "a", 3));
        Path first = write("first", given);
        assertThat(rows(first, "coalesce(event_ticks::VARCHAR, 'none') || ' ' || path || ' ' || \"offset\""))
                .containsExactly(
                        "15778368001234567 a 3",
                        "15778368001234567 a 20",
                        "15778368001234567 b 1",
                        "15778368001234568 a 1",
                        "none a 1");
        assertThat(write("second", given)).hasSameBinaryContentAs(first);
    }

    @Test
    void keepsFieldsAsTheyAre() throws IOException, SQLException {
        Path file = write(
                "fields",
                List.of(event(
                        Optional.of(TIME),
                        "a",
                        1,
                        "Data",
                        "\"\\ 足跡\r\n",
                        "Data",
                        "\0\u0085",
                        "Empty",
                        "",
                        "U",
                        "\ud83d")));
        assertThat(rows(file, "event_time::VARCHAR")).containsExactly("2020-01-01 00:00:00.123456+00");
        assertThat(rows(file, "array_to_string(map_keys(fields), ',')")).containsExactly("Data,Data_1,Empty,U");
        assertThat(rows(file, "array_to_string(map_values(fields), '|')"))
                .containsExactly("\"\\ 足跡\r\n|\0\u0085||\ufffd");
    }

    /// As much text as no row group and no vector of DuckDB could hold at once.
    @Test
    void holdsLargeTextThatDoesNotCompress() throws IOException, SQLException {
        var random = new Random(5);
        var bytes = new byte[24 << 10];
        Path file = folder.resolve("large.parquet");
        try (var store = ParquetEventStore.open(file, Files.createDirectory(folder.resolve("large")))) {
            for (int i = 0; i < 4_000; i++) {
                random.nextBytes(bytes);
                Optional<Instant> time = Optional.of(TIME.minusSeconds(i));
                store.add(event(time, "a", i, "Data", HexFormat.of().formatHex(bytes)));
            }
            store.finish();
        }
        assertThat(rows(file, "count(*) || ' ' || sum(length(fields['Data']))"))
                .containsExactly("4000 " + 4_000L * 48 * 1024);
    }

    private Path write(String name, List<Event> events) throws IOException {
        Path file = folder.resolve(name + ".parquet");
        try (var store = ParquetEventStore.open(file, Files.createDirectory(folder.resolve(name)))) {
            for (Event event : events) {
                store.add(event);
            }
            store.finish();
        }
        return file;
    }

    private static Event event(Optional<Instant> time, String path, long offset, String... data) {
        return Made.event(time, path, offset, "H", "C", "1", data);
    }

    private static List<String> rows(Path parquet, String expression) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var sql = connection.createStatement()) {
            sql.execute("SET TimeZone = 'UTC'");
            ResultSet rows = sql.executeQuery("SELECT " + expression + " FROM '" + parquet + "'");
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
