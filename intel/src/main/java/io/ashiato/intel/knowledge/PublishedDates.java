package io.ashiato.intel.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as publications give them: a year, a month, a day, or a span of years.
public final class PublishedDates {
    private static final Pattern SHAPE =
            Pattern.compile("(?<year>\\d{4})(?:-(?<month>\\d{2})(?:-(?<day>\\d{2}))?|-(?<until>\\d{4}))?");

    private PublishedDates() {}

    /// The last day that the date can mean; empty for what is no date.
    public static Optional<LocalDate> latest(String date) {
        Matcher shape = SHAPE.matcher(date);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(shape.group(shape.group("until") == null ? "year" : "until"));
            if (shape.group("month") == null) {
                return Optional.of(LocalDate.of(year, 12, 31));
            }
            int month = Integer.parseInt(shape.group("month"));
            return Optional.of(
                    shape.group("day") == null
                            ? YearMonth.of(year, month).atEndOfMonth()
                            : LocalDate.of(year, month, Integer.parseInt(shape.group("day"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
