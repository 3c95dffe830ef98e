package io.ashiato.cli;

import io.ashiato.publish.render.Visible;
import io.ashiato.readers.evtx.RecordSelection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which records are wanted.
final class SelectionOptions {
    private static final Pattern RANGE = Pattern.compile("([0-9]*)(-?)([0-9]*)");

    @Option(
            names = "--records",
            paramLabel = "A-B",
            description = "Records with these ids only: A-B, A-, -B or A. The id is the one in the record's header;"
                    + " in forwarded logs EventRecordID, inside the event, is another.")
    private @Nullable String records;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Records from this time on: 2026-11-23 or 2026-11-23T03:00:00Z, UTC unless it names an"
                    + " offset. A record's time is its TimeCreated; where it has none, when it was written.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Records before this time; of a date, the whole day is still wanted.")
    private @Nullable String to;

    /// Whether any of the options was given.
    boolean given() {
        return records != null || from != null || to != null;
    }

    /// @throws CommandException with exit code 2 where an option has no meaning
    RecordSelection selection(DumpWords words) {
        Optional<Instant> earliest = Optional.ofNullable(from).map(text -> time("--from", text, false, words));
        Optional<Instant> end = Optional.ofNullable(to).map(text -> time("--to", text, true, words));
        if (earliest.isPresent() && end.isPresent() && !earliest.get().isBefore(end.get())) {
            throw CommandException.wrongUse(words.reversedTimes(Visible.of(given(from)), Visible.of(given(to))));
        }
        return ids(words, earliest, end);
    }

    private RecordSelection ids(DumpWords words, Optional<Instant> earliest, Optional<Instant> end) {
        String given = records;
        if (given == null) {
            return new RecordSelection(0, RecordSelection.HIGHEST_ID, earliest, end);
        }
        String shown = Visible.of(given);
        Matcher range = RANGE.matcher(given);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(3).isEmpty())) {
            throw CommandException.wrongUse(words.badRecords(shown));
        }
        try {
            long first = id(range.group(1), 0);
            long last = range.group(2).isEmpty() ? first : id(range.group(3), RecordSelection.HIGHEST_ID);
            if (Long.compareUnsigned(first, last) > 0) {
                throw CommandException.wrongUse(words.reversedRecords(shown, range.group(3) + "-" + range.group(1)));
            }
            return new RecordSelection(first, last, earliest, end);
        } catch (NumberFormatException e) {
            throw CommandException.wrongUse(words.badRecords(shown));
        }
    }

    private static long id(String digits, long otherwise) {
        return digits.isEmpty() ? otherwise : Long.parseUnsignedLong(digits);
    }

    /// @param end whether a date stands for its end and not for its beginning
    static Instant time(String option, String text, boolean end, DumpWords words) {
        try {
            if (text.indexOf('T') < 0 && text.indexOf('t') < 0) {
                LocalDate day = LocalDate.parse(text);
                return (end ? day.plusDays(1) : day)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
            }
            boolean hasOffset = text.matches("(?i).*(z|[-+][0-9]{2}:[0-9]{2})");
            return OffsetDateTime.parse(hasOffset ? text : text + "Z").toInstant();
        } catch (DateTimeException e) {
            throw CommandException.wrongUse(words.badTime(option, Visible.of(text)));
        }
    }

    private static String given(@Nullable String option) {
        return Optional.ofNullable(option).orElse("");
    }
}
