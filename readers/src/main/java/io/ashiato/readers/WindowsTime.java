package io.ashiato.readers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Times as Windows stores them. All are read as UTC: the FAT times of shell items are written in UTC
/// by the shell, unlike those of a FAT disk.
public final class WindowsTime {
    private static final long TICKS_PER_SECOND = 10_000_000;
    private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;
    private static final long SECONDS_1582_TO_1970 = 12_219_292_800L;

    /// Behind the year 9999 no tool of the chain can write the time.
    private static final long LAST_FILETIME = 2_650_467_743_999_999_999L;

    private WindowsTime() {}

    /// 100 ns since 1601; nothing for 0, which means "not set", and for what no calendar holds.
    public static Optional<Instant> filetime(long ticks) {
        return ticks <= 0 || ticks > LAST_FILETIME ? Optional.empty() : Optional.of(at(ticks, SECONDS_1601_TO_1970));
    }

    /// 100 ns since 1582-10-15, of a UUID of version 1.
    public static Instant uuidTime(long ticks) {
        return at(ticks, SECONDS_1582_TO_1970);
    }

    /// Date in the lower and time in the upper 16 bits, to two seconds.
    public static Optional<Instant> fat(long dateAndTime) {
        int date = (int) (dateAndTime & 0xFFFF);
        int time = (int) (dateAndTime >>> 16);
        try {
            return Optional.of(LocalDateTime.of(
                            1980 + (date >> 9),
                            date >> 5 & 0xF,
                            date & 0x1F,
                            time >> 11,
                            time >> 5 & 0x3F,
                            (time & 0x1F) * 2)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // 0 means "not set", and no other value of this kind is a date
        }
    }

    private static Instant at(long ticks, long secondsBefore1970) {
        return Instant.ofEpochSecond(
                Math.floorDiv(ticks, TICKS_PER_SECOND) - secondsBefore1970,
                Math.floorMod(ticks, TICKS_PER_SECOND) * 100);
    }
}
