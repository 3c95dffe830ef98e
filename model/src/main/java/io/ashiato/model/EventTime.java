package io.ashiato.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// Times as logs hold them and as we write them.
public final class EventTime {
    /// Seconds from 1601-01-01 to 1970-01-01, both UTC: where a FILETIME counts from (MS-DTYP 2.3.3).
    private static final long EPOCH_1601 = 11_644_473_600L;

    private static final long TICKS_PER_SECOND = 10_000_000L;

    /// 9999-12-31T23:59:59.9999999Z: no later time can be written with four digits of year.
    private static final long LAST_FILETIME = 2_650_467_743_999_999_999L;

    private EventTime() {}

    /// The instant of a FILETIME (100 ns since 1601), or nothing for one that is no real time.
    public static Optional<Instant> ofFiletime(long filetime) {
        if (filetime <= 0 || filetime > LAST_FILETIME) {
            return Optional.empty();
        }
        return Optional.of(
                Instant.ofEpochSecond(filetime / TICKS_PER_SECOND - EPOCH_1601, filetime % TICKS_PER_SECOND * 100));
    }

    /// `2020-01-01T00:00:00.1234567Z`: UTC, always seven digits of the second, so that text sorts as time.
    public static String text(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        var text = new StringBuilder(28);
        digits(text, utc.getYear(), 4).append('-');
        digits(text, utc.getMonthValue(), 2).append('-');
        digits(text, utc.getDayOfMonth(), 2).append('T');
        digits(text, utc.getHour(), 2).append(':');
        digits(text, utc.getMinute(), 2).append(':');
        digits(text, utc.getSecond(), 2).append('.');
        return digits(text, utc.getNano() / 100, 7).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int width) {
        String plain = Integer.toString(number);
        return text.repeat('0', Math.max(0, width - plain.length())).append(plain);
    }
}
