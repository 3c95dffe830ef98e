package io.ashiato.sigma.syntax;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `15s`, `10m`, `24h`, `30d`: a number and one letter.
final class Timespan {
    /// No log is older, and sums with a time stay far from the ends of the calendar.
    private static final Duration MAX = Duration.ofDays(36_500);

    private static final Pattern FORM = Pattern.compile("([0-9]+)([smhd])");

    /// Digits that certainly fit a 64-bit number of seconds.
    private static final int MAX_DIGITS = 12;

    private Timespan() {}

    /// The duration, or nothing when a problem was reported.
    static Optional<Duration> parse(String key, String text, Place place, Problems problems) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            problems.add(
                    ProblemCode.BAD_TIMESPAN,
                    place,
                    "'" + key + "' has to be a whole number and one of the letters s, m, h, d, such as 15m");
            return Optional.empty();
        }
        if (form.group(1).length() > MAX_DIGITS) {
            return tooLong(key, place, problems);
        }
        long number = Long.parseLong(form.group(1));
        long unit = switch (form.group(2)) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3_600;
            default -> 86_400;
        };
        if (number == 0) {
            problems.add(ProblemCode.BAD_TIMESPAN, place, "'" + key + "' has to be longer than nothing");
            return Optional.empty();
        }
        return number > MAX.toSeconds() / unit
                ? tooLong(key, place, problems)
                : Optional.of(Duration.ofSeconds(number * unit));
    }

    private static Optional<Duration> tooLong(String key, Place place, Problems problems) {
        problems.add(ProblemCode.LIMIT_EXCEEDED, place, "'" + key + "' is longer than " + MAX.toDays() + " days");
        return Optional.empty();
    }
}
