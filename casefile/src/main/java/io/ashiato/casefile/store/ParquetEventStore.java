package io.ashiato.casefile.store;

import io.ashiato.bytes.Utf16;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Events as one Parquet file that DuckDB, pandas and Spark read, ordered by time, path and offset.
///
/// Columns: `event_time` (microseconds, UTC), `event_ticks` (100 ns since 1970, exact), `host`, `channel`,
/// `provider`, `event_id`, `record_id`, `header_id`, `path`, `offset`, `sha256`, `fields` (map of text).
/// Made by an embedded DuckDB on a temporary file with bounded memory and one thread, so that the same
/// events give the same bytes. Parquet text is UTF-8: an unpaired surrogate becomes U+FFFD here and stays exact
/// in the evidence.
public final class ParquetEventStore implements EventStore {
    /// Native memory on top of the Java heap. Sorting what exceeds it uses the temporary folder.
    private static final String MEMORY_LIMIT = "384MB";

    /// Rows of one row group, as readers of Parquet expect it.
    private static final int ROW_GROUP = 100_000;

    private static final long TICKS_PER_SECOND = 10_000_000L;

    private final Path parquet;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;

    /// @param parquet the file to write at [#finish]
    /// @param scratch an existing folder for temporary files; the caller removes it
    /// @throws EventStoreUnavailableException where DuckDB has no native library for this machine
    public static ParquetEventStore open(Path parquet, Path scratch) throws IOException {
        try {
            return new ParquetEventStore(parquet, scratch);
        } catch (SQLException | LinkageError e) {
            throw new EventStoreUnavailableException("DuckDB does not run on this machine: " + e.getMessage(), e);
        }
    }

    private ParquetEventStore(Path parquet, Path scratch) throws SQLException {
        this.parquet = parquet;
        this.connection = (DuckDBConnection)
                DriverManager.getConnection("jdbc:duckdb:" + scratch.resolve("events.duckdb"), new Properties());
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET autoinstall_known_extensions = false"); // no network, ever
            sql.execute("SET autoload_known_extensions = false");
            sql.execute("SET threads = 1");
            sql.execute("SET memory_limit = '" + MEMORY_LIMIT + "'");
            sql.execute("SET temp_directory = " + literal(scratch.resolve("duckdb")));
            sql.execute("SET TimeZone = 'UTC'");
            sql.execute("SET checkpoint_threshold = '64MB'");
            sql.execute("""
                    CREATE TABLE events (ticks BIGINT, host VARCHAR, channel VARCHAR, provider VARCHAR, \
                    event_id VARCHAR, record_id BIGINT, header_id BIGINT, path VARCHAR, "offset" BIGINT, \
                    sha256 VARCHAR, fields MAP(VARCHAR, VARCHAR))""");
        }
        this.appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "events");
    }

    @Override
    public void add(Event event) throws IOException {
        try {
            appender.beginRow();
            if (event.time().isPresent()) {
                appender.append(ticks(event.time().get()));
            } else {
                appender.appendNull();
            }
            appender.append(Utf16.wellFormed(event.host()));
            appender.append(Utf16.wellFormed(event.channel()));
            appender.append(Utf16.wellFormed(event.provider()));
            appender.append(Utf16.wellFormed(event.eventId()));
            number(event.source().recordId());
            number(event.source().headerId());
            appender.append(Utf16.wellFormed(event.source().path()));
            appender.append(event.source().offset());
            appender.append(event.source().sha256());
            appender.append(map(event.data()));
            appender.endRow();
        } catch (SQLException e) {
            throw new IOException("cannot keep an event: " + e.getMessage(), e);
        }
    }

    @Override
    public void finish() throws IOException {
        try {
            appender.close();
            try (Statement sql = connection.createStatement()) {
                sql.execute("""
                        COPY (SELECT make_timestamptz(ticks // 10) AS event_time, ticks AS event_ticks, host, channel, \
                        provider, event_id, record_id, header_id, path, "offset", sha256, fields FROM events \
                        ORDER BY ticks NULLS LAST, path, "offset") TO %s \
                        (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d, KV_METADATA {schema_version: '1'})""".formatted(literal(parquet), ROW_GROUP));
            }
        } catch (SQLException e) {
            throw new IOException("cannot write " + parquet.getFileName() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void number(OptionalLong number) throws SQLException {
        if (number.isPresent()) {
            appender.append(number.getAsLong());
        } else {
            appender.appendNull();
        }
    }

    private static long ticks(Instant time) {
        return time.getEpochSecond() * TICKS_PER_SECOND + time.getNano() / 100;
    }

    private static Map<String, String> map(Fields fields) {
        Set<String> taken = new HashSet<>();
        Map<String, String> map = LinkedHashMap.newLinkedHashMap(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            map.put(DetectionJson.unique(Utf16.wellFormed(fields.name(i)), taken), Utf16.wellFormed(fields.value(i)));
        }
        return map;
    }

    private static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
