package io.ashiato.readers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Times as logs of many kinds write them.
///
/// Taken are ISO 8601 and RFC 3339 with `T` or a blank, with any number of digits of the second and with `Z`,
/// an offset or nothing (then UTC), and seconds since 1970 as a number, with a fraction, or counted in milli-,
/// micro- or nanoseconds. What is before 1601 or behind 9999 is no time.
public final class LogTime {
    private static final Instant FIRST = Instant.parse("1601-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.9999999Z");

    /// Logs of this project count in 100 ns.
    private static final int NANOS_PER_TICK = 100;

    private static final int SECONDS_PER_DAY = 86_400;

    /// A number of more digits counts a smaller unit: seconds have ten until the year 2286.
    private static final int DIGITS_OF_SECONDS = 11;

    private static final int DIGITS_OF_MILLISECONDS = 14;
    private static final int DIGITS_OF_MICROSECONDS = 17;
    private static final int MOST_DIGITS = 19;

    private LogTime() {}

    /// The instant that a text means.
    public static Optional<Instant> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() >= 19 && trimmed.charAt(4) == '-') {
            return dated(trimmed);
        }
        if (trimmed.startsWith("/Date(") && trimmed.endsWith(")/")) { // as .NET writes it
            return number(trimmed.substring("/Date(".length(), trimmed.length() - 2));
        }
        return number(trimmed);
    }

    /// Whether a text says from which meridian it counts.
    public static boolean hasZone(String text) {
        int end = text.length();
        return text.endsWith("Z")
                || (end > 6 && isSign(text.charAt(end - 6)) && text.charAt(end - 3) == ':')
                || (end > 19 && isSign(text.charAt(end - 5)));
    }

    /// An instant as far as this project knows times: within the years and cut to 100 ns.
    public static Optional<Instant> of(long seconds, long nanos) {
        try {
            Instant time = Instant.ofEpochSecond(seconds, nanos / NANOS_PER_TICK * NANOS_PER_TICK);
            return time.isAfter(FIRST) && !time.isAfter(LAST) ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // a number from the log that is no time
        }
    }

    private static Optional<Instant> dated(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        boolean separated = text.charAt(7) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == ' ' || text.charAt(10) == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        boolean sound = separated && year >= 0 && month >= 0 && day >= 0 && hour >= 0 && minute >= 0 && second >= 0;
        if (!sound || hour > 24 || minute > 59 || second > 60) {
            return Optional.empty();
        }
        int at = 19;
        long nanos = 0;
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            int scale = 100_000_000;
            for (at++; at < text.length() && isDigit(text.charAt(at)); at++) {
                nanos += (long) (text.charAt(at) - '0') * scale;
                scale /= 10;
            }
        }
        Optional<Integer> offset = offset(text, at);
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            long seconds = days * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second - offset.get();
            return of(seconds, nanos);
        } catch (DateTimeException e) {
            return Optional.empty(); // a day that no month has
        }
    }

    /// Seconds ahead of UTC: `Z`, `+09:00`, `+0900`, ` +09:00`, ` UTC` or nothing at all.
    private static Optional<Integer> offset(String text, int from) {
        String zone = text.substring(from).strip();
        if (zone.isEmpty() || zone.equalsIgnoreCase("Z") || zone.equals("UTC") || zone.equals("GMT")) {
            return Optional.of(0);
        }
        if (!isSign(zone.charAt(0))) {
            return Optional.empty();
        }
        String plain = zone.substring(1).replace(":", "");
        int hours = digits(plain, 0, 2);
        int minutes = plain.length() == 2 ? 0 : digits(plain, 2, 2);
        if (hours < 0 || minutes < 0 || plain.length() > 4) {
            return Optional.empty();
        }
        int seconds = hours * 3600 + minutes * 60;
        return Optional.of(zone.charAt(0) == '-' ? -seconds : seconds);
    }

    private static Optional<Instant> number(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        if (whole.isEmpty() || whole.length() > MOST_DIGITS || !whole.chars().allMatch(c -> isDigit((char) c))) {
            return Optional.empty();
        }
        long count;
        try {
            count = Long.parseLong(whole);
        } catch (NumberFormatException e) {
            return Optional.empty(); // nineteen digits may be too large
        }
        if (whole.length() < DIGITS_OF_SECONDS - 2) {
            return Optional.empty(); // before 1973: a number of another kind
        }
        if (whole.length() < DIGITS_OF_SECONDS) {
            return of(count, point < 0 ? 0 : fraction(text, point + 1));
        }
        long unit = whole.length() < DIGITS_OF_MILLISECONDS
                ? 1_000
                : whole.length() < DIGITS_OF_MICROSECONDS ? 1_000_000 : 1_000_000_000;
        return of(count / unit, count % unit * (1_000_000_000 / unit));
    }

    private static long fraction(String text, int from) {
        long nanos = 0;
        long scale = 100_000_000;
        for (int at = from; at < text.length() && isDigit(text.charAt(at)); at++) {
            nanos += (text.charAt(at) - '0') * scale;
            scale /= 10;
        }
        return nanos;
    }

    /// A number of so many digits, or -1.
    private static int digits(String text, int from, int count) {
        if (from + count > text.length()) {
            return -1;
        }
        int number = 0;
        for (int at = from; at < from + count; at++) {
            char digit = text.charAt(at);
            if (!isDigit(digit)) {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }
}
