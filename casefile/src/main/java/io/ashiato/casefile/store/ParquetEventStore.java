package io.ashiato.casefile.store;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;

/// Events as one Parquet file that DuckDB, pandas and Spark read, ordered by time, path and offset.
///
/// Columns: `event_time` (microseconds, UTC), `event_ticks` (100 ns since 1970, exact), `host`, `channel`,
/// `provider`, `event_id`, `record_id`, `header_id`, `path`, `offset`, `sha256`, `fields` (map of text).
/// Sorted here within bounded heap, then written by an embedded DuckDB with bounded memory and one thread, so that
/// the same events give the same bytes. Parquet text is UTF-8: an unpaired surrogate becomes U+FFFD here and stays
/// exact in the evidence.
public final class ParquetEventStore implements EventStore {
    /// Native memory on top of the Java heap.
    private static final String MEMORY_LIMIT = "384MB";

    /// Rows of one row group at most, as readers of Parquet expect it.
    private static final int ROW_GROUP = 100_000;

    /// Values of one row group, before compression, at most: the writer holds a group and its pages at once.
    private static final String ROW_GROUP_BYTES = "16MB";

    private final Path parquet;
    private final Connection connection;
    private final ExternalSorter<Event> events;

    /// @param parquet the file to write at [#finish]
    /// @param scratch an existing folder for temporary files; the caller removes it
    /// @throws EventStoreUnavailableException where DuckDB has no native library for this machine
    public static ParquetEventStore open(Path parquet, Path scratch) throws IOException {
        try {
            return new ParquetEventStore(parquet, scratch, connect(scratch));
        } catch (LinkageError e) {
            throw new EventStoreUnavailableException("DuckDB does not run on this machine: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IOException("cannot set up the event store: " + e.getMessage(), e);
        }
    }

    private ParquetEventStore(Path parquet, Path scratch, Connection connection) {
        this.parquet = parquet;
        this.connection = connection;
        this.events = new ExternalSorter<>(
                scratch, "events", ExternalSorter.DEFAULT_BUDGET, DetectionOrder.EVENTS, new EventCodec());
    }

    // Not through DriverManager, which swallows the error of a native library that does not load.
    private static Connection connect(Path scratch) throws SQLException {
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET autoinstall_known_extensions = false"); // no network, ever
            sql.execute("SET autoload_known_extensions = false");
            sql.execute("SET threads = 1");
            sql.execute("SET memory_limit = '" + MEMORY_LIMIT + "'");
            sql.execute("SET temp_directory = " + literal(scratch.resolve("duckdb")));
            sql.execute("SET TimeZone = 'UTC'");
            // Else row groups cannot be bounded by bytes; one thread keeps the order all the same.
            sql.execute("SET preserve_insertion_order = false");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void add(Event event) throws IOException {
        var kept = new Event(
                event.time(),
                event.host(),
                event.channel(),
                event.provider(),
                event.eventId(),
                event.data(),
                Fields.NONE, // the columns hold what matters of it
                event.source());
        events.add(kept, ExternalSorter.size(kept));
    }

    @Override
    public void finish() throws IOException {
        try (ExternalSorter.Cursor<Event> sorted = events.sorted();
                DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction();
                Statement sql = connection.createStatement()) {
            function.withName("sorted_events")
                    .withFunction(new SortedEventsFunction(sorted))
                    .register(connection);
            sql.execute("""
                    COPY (SELECT make_timestamptz(ticks // 10) AS event_time, ticks AS event_ticks, host, channel, \
                    provider, event_id, record_id, header_id, path, "offset", sha256, \
                    CAST(fields_json::JSON AS MAP(VARCHAR, VARCHAR)) AS fields FROM sorted_events()) TO %s \
                    (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d, ROW_GROUP_SIZE_BYTES '%s', \
                    KV_METADATA {schema_version: '1'})""".formatted(literal(parquet), ROW_GROUP, ROW_GROUP_BYTES));
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

    private static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
