package io.ashiato.cli;

import io.ashiato.casefile.pipeline.EventWindow;
import io.ashiato.publish.render.Visible;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// From which time events are wanted; the times are written as for `dump`, see [SelectionOptions].
final class EventWindowOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Events from this time on: 2026-11-23 or 2026-11-23T03:00:00Z, UTC unless it names an offset.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Events before this time; of a date, the whole day is still wanted.")
    private @Nullable String to;

    /// @throws CommandException with exit code 2 where an option is no time, or none lies between them
    EventWindow window(DumpWords words) {
        Optional<Instant> earliest =
                Optional.ofNullable(from).map(text -> SelectionOptions.time("--from", text, false, words));
        Optional<Instant> end = Optional.ofNullable(to).map(text -> SelectionOptions.time("--to", text, true, words));
        if (earliest.isPresent() && end.isPresent() && !earliest.get().isBefore(end.get())) {
            throw CommandException.wrongUse(
                    words.reversedTimes(Visible.of(String.valueOf(from)), Visible.of(String.valueOf(to))));
        }
        return new EventWindow(earliest, end);
    }
}
