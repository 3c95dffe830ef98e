package io.ashiato.cli;

import io.ashiato.publish.render.Visible;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// The one place where the date of a run comes from: `--date`, else `SOURCE_DATE_EPOCH`, else the clock.
final class RunDate {
    private RunDate() {}

    /// @return to the second
    static Instant of(Optional<String> option, Map<String, String> environment, Clock clock, Words words) {
        if (option.isPresent()) {
            return parse(option.get(), words);
        }
        String epoch = environment.getOrDefault("SOURCE_DATE_EPOCH", "");
        if (epoch.isEmpty()) {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS);
        }
        try {
            return Instant.ofEpochSecond(Long.parseLong(epoch));
        } catch (NumberFormatException | DateTimeException e) {
            throw CommandException.wrongUse(words.badDate(Visible.of("SOURCE_DATE_EPOCH=" + epoch)));
        }
    }

    /// `2026-11-23` or `2026-11-23T03:00:00Z`.
    private static Instant parse(String text, Words words) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw CommandException.wrongUse(words.badDate(Visible.of("--date " + text)));
        }
    }
}
