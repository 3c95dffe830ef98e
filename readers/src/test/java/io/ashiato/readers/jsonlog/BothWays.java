package io.ashiato.readers.jsonlog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordView;
import io.ashiato.readers.LogBatch;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a log with all lines parsed and with lines of known forms read in place, and compares.
final class BothWays {
    private static final LogItem ITEM = new LogItem("log", "");

    private BothWays() {}

    /// @return records that were read in place
    static long compare(byte[] log) throws IOException {
        LogFramer framer = JsonLog.framer(ByteSource.of(log));
        var parsing = new JsonLogReader(Optional.empty(), false);
        var reader = new JsonLogReader(Optional.empty());
        long inPlace = 0;
        for (Optional<LogFrames> next = framer.next(); next.isPresent(); next = framer.next()) {
            LogBatch expected = parsing.read(next.get(), ITEM);
            var seen = new Seen(expected.events());
            List<Damage> damage = reader.read(next.get(), ITEM, seen::take);
            assertThat(damage).isEqualTo(expected.damage());
            assertThat(seen.count).isEqualTo(expected.events().size());
            inPlace += seen.inPlace;
        }
        return inPlace;
    }

    private static final class Seen {
        private final List<Event> expected;
        private int count;
        private long inPlace;

        Seen(List<Event> expected) {
            this.expected = expected;
        }

        void take(RecordView record) {
            assertThat(count).isLessThan(expected.size());
            Event event = expected.get(count++);
            inPlace += record instanceof LineRecord ? 1 : 0;
            assertThat(fields(record, true)).isEqualTo(fields(event.system()));
            assertThat(fields(record, false)).isEqualTo(fields(event.data()));
            assertThat(record.time()).isEqualTo(event.time());
            assertThat(record.host()).isEqualTo(event.host());
            assertThat(record.channel()).isEqualTo(event.channel());
            assertThat(record.eventId()).isEqualTo(event.eventId());
            assertThat(record.offset()).isEqualTo(event.source().offset());
            assertThat(record.event()).isEqualTo(event);
        }
    }

    private static List<String> fields(RecordView record, boolean isSystem) {
        var found = new ArrayList<String>();
        for (int field = 0; field < record.names().size(); field++) {
            if (record.names().isSystem(field) == isSystem && record.has(field)) {
                String text = record.text(field);
                compareBytes(record, field, text);
                found.add(record.names().name(field) + "=" + text);
            }
        }
        return found;
    }

    private static void compareBytes(RecordView record, int field, String text) {
        int kind = record.kind(field);
        int size = kind & 0xFFFF;
        switch (kind >> 16) {
            case RecordView.UTF16 -> {
                byte[] expected = new byte[2 * text.length()];
                for (int i = 0; i < text.length(); i++) {
                    expected[2 * i] = (byte) text.charAt(i);
                    expected[2 * i + 1] = (byte) (text.charAt(i) >> 8);
                }
                assertThat(bytes(record, field, size)).isEqualTo(expected);
            }
            case RecordView.ASCII -> {
                assertThat(new String(bytes(record, field, size), US_ASCII)).isEqualTo(text);
                assertThat(record.isNumeric(field)).isTrue();
                assertThat(text.toLowerCase(Locale.ROOT)).matches("[" + RecordView.NUMERIC.replace("-", "\\-") + "]*");
            }
            default -> assertThat(kind).isEqualTo(RecordView.TEXT_ONLY);
        }
    }

    private static byte[] bytes(RecordView record, int field, int size) {
        var bytes = new byte[size];
        System.arraycopy(record.bytes(), record.at(field), bytes, 0, size);
        return bytes;
    }

    private static List<String> fields(Fields fields) {
        var found = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            found.add(fields.name(i) + "=" + fields.value(i));
        }
        return found;
    }
}
