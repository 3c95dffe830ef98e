package io.ashiato.casefile.store;

import io.ashiato.bytes.JsonText;
import io.ashiato.bytes.UniqueNames;
import io.ashiato.bytes.Utf16;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/// Events as rows that DuckDB asks for piece by piece, so that it never holds more text than a piece.
/// A table of DuckDB would not do: it reads 2,048 rows at once, however large they are.
final class SortedEventsFunction implements DuckDBTableFunction<Object, Object, Object> {
    /// Characters of fields in one piece, names, values and what a field costs besides. DuckDB holds
    /// some copies of a piece (text, JSON, map).
    private static final long PIECE_CHARS = 2L << 20;

    /// What an entry of a map costs beside its text: two string headers of 16 bytes, in two copies.
    private static final int FIELD_CHARS = 64;

    private static final long TICKS_PER_SECOND = 10_000_000L;

    /// Carries no state: the events are the state.
    private static final Object NO_STATE = new Object();

    private final ExternalSorter.Cursor<Event> events;

    SortedEventsFunction(ExternalSorter.Cursor<Event> events) {
        this.events = events;
    }

    @Override
    public Object bind(DuckDBTableFunctionBindInfo columns) {
        columns.addResultColumn("ticks", DuckDBColumnType.BIGINT)
                .addResultColumn("host", DuckDBColumnType.VARCHAR)
                .addResultColumn("channel", DuckDBColumnType.VARCHAR)
                .addResultColumn("provider", DuckDBColumnType.VARCHAR)
                .addResultColumn("event_id", DuckDBColumnType.VARCHAR)
                .addResultColumn("record_id", DuckDBColumnType.BIGINT)
                .addResultColumn("header_id", DuckDBColumnType.BIGINT)
                .addResultColumn("path", DuckDBColumnType.VARCHAR)
                .addResultColumn("offset", DuckDBColumnType.BIGINT)
                .addResultColumn("sha256", DuckDBColumnType.VARCHAR)
                .addResultColumn("fields_json", DuckDBColumnType.VARCHAR);
        return NO_STATE;
    }

    @Override
    public Object init(DuckDBTableFunctionInitInfo scan) {
        scan.setMaxThreads(1);
        return NO_STATE;
    }

    /// Writes the next piece, at least one row while there is one.
    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter rows) throws IOException {
        long row = 0;
        for (long chars = 0; row < rows.capacity() && chars < PIECE_CHARS; row++) {
            Optional<Event> next = events.next();
            if (next.isEmpty()) {
                break;
            }
            Event event = next.get();
            String json = json(event.data());
            write(rows, row, event, json);
            chars += json.length() + (long) FIELD_CHARS * event.data().size();
        }
        return row;
    }

    private static void write(DuckDBDataChunkWriter rows, long row, Event event, String json) {
        number(
                rows.vector(0),
                row,
                event.time()
                        .map(SortedEventsFunction::ticks)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty));
        rows.vector(1).setString(row, Utf16.wellFormed(event.host()));
        rows.vector(2).setString(row, Utf16.wellFormed(event.channel()));
        rows.vector(3).setString(row, Utf16.wellFormed(event.provider()));
        rows.vector(4).setString(row, Utf16.wellFormed(event.eventId()));
        number(rows.vector(5), row, event.source().recordId());
        number(rows.vector(6), row, event.source().headerId());
        rows.vector(7).setString(row, Utf16.wellFormed(event.source().path()));
        rows.vector(8).setLong(row, event.source().offset());
        rows.vector(9).setString(row, event.source().sha256());
        rows.vector(10).setString(row, json);
    }

    private static void number(DuckDBWritableVector column, long row, OptionalLong number) {
        if (number.isPresent()) {
            column.setLong(row, number.getAsLong());
        } else {
            column.setNull(row);
        }
    }

    private static long ticks(Instant time) {
        return time.getEpochSecond() * TICKS_PER_SECOND + time.getNano() / 100;
    }

    /// All fields, empty ones too, as an object of text: rows from Java cannot hold a map.
    private static String json(Fields fields) {
        var names = new UniqueNames();
        var out = new StringBuilder(512).append('{');
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            JsonText.quote(out, names.next(Utf16.wellFormed(fields.name(i))));
            out.append(':');
            JsonText.quote(out, Utf16.wellFormed(fields.value(i)));
        }
        return out.append('}').toString();
    }
}
