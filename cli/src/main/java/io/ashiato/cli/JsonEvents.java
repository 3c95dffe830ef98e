package io.ashiato.cli;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import io.ashiato.model.RecordRef;
import io.ashiato.readers.LogBatch;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.jsonlog.JsonLog;
import java.util.List;
import java.util.stream.IntStream;

/// Events that a person keeps as JSON, to try rules on: one, several one after another, or a list of them, as `dump`
/// and the other programs write them that `hunt` reads. Unlike a log, all of it has to be sound.
final class JsonEvents {
    private static final LogItem NO_ITEM = new LogItem("", "");

    private JsonEvents() {}

    /// A text that is not what it should be.
    static final class MalformedException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final String reason;

        MalformedException(String reason) {
            super(reason);
            this.reason = reason;
        }

        /// In English, and without the text.
        String reason() {
            return reason;
        }
    }

    /// The events, in the order of the text, by which correlations tell those of one time apart.
    ///
    /// @param json as UTF-8; without a record in it there is no event
    /// @throws MalformedException if anything in the text is no record of a known shape
    static List<Event> read(byte[] json) {
        var frames = new LogFrames.Builder(1, List.of(), List.of());
        frames.add(0, json.length, 0);
        LogBatch batch = JsonLog.reader().read(frames.build(json), NO_ITEM);
        batch.damage().stream().findFirst().ifPresent(damage -> {
            throw new MalformedException(reason(damage, json));
        });
        if (!batch.events().stream().allMatch(JsonLog::isOfKnownShape)) {
            throw new MalformedException("this is no record of a known kind: there is no object 'System', as events of"
                    + " Windows have it, and no mark of another log");
        }
        return IntStream.range(0, batch.events().size())
                .mapToObj(i -> placed(batch.events().get(i), i))
                .toList();
    }

    private static Event placed(Event event, int number) {
        RecordRef source = event.source();
        return new Event(
                event.time(),
                event.host(),
                event.channel(),
                event.provider(),
                event.eventId(),
                event.data(),
                event.system(),
                new RecordRef(source.path(), source.sha256(), number, source.recordId(), source.headerId()));
    }

    private static String reason(Damage damage, byte[] json) {
        return switch (damage) {
            case Damage.OverLimit limit -> "a record has more than " + limit.limit() + " values";
            case Damage.Truncated truncated -> noJson(truncated.offset(), json);
            case Damage.OutOfRange wrong -> noJson(wrong.offset(), json);
            case Damage.ChecksumMismatch mismatch -> noJson(mismatch.offset(), json);
        };
    }

    private static String noJson(long offset, byte[] json) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(offset, json.length); i++) {
            line += json[i] == '\n' ? 1 : 0;
            column = json[i] == '\n' ? 1 : column + 1;
        }
        return "this is no JSON in line " + line + ", column " + column;
    }
}
