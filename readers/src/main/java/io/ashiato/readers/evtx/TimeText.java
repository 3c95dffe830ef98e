package io.ashiato.readers.evtx;

import io.ashiato.model.EventTime;
import java.nio.charset.StandardCharsets;

/// FILETIMEs as text, quickly: the text of a day is kept, since the next records are of that day too.
final class TimeText {
    private static final long TICKS_PER_SECOND = 10_000_000L;
    private static final long TICKS_PER_DAY = 86_400L * TICKS_PER_SECOND;
    private static final int DAYS = 512;
    private static final int DATE_LENGTH = 11; // with the T

    private final byte[][] dates = new byte[DAYS][DATE_LENGTH];
    private final long[] days = new long[DAYS];

    /// Writes what [BinXmlValue.Time] has as text.
    ///
    /// @param ticks 100 ns since 1601, unsigned
    /// @return where it stopped
    int write(long ticks, byte[] to, int pos) {
        long thisDay = Long.divideUnsigned(ticks, TICKS_PER_DAY);
        if (thisDay == 0 || ticks < 0 || (days[(int) thisDay % DAYS] != thisDay && !learn(thisDay, ticks))) {
            return JsonBytes.ascii(new BinXmlValue.Time(ticks).text(), to, pos);
        }
        System.arraycopy(dates[(int) thisDay % DAYS], 0, to, pos, DATE_LENGTH);
        long inDay = ticks - thisDay * TICKS_PER_DAY;
        int seconds = (int) (inDay / TICKS_PER_SECOND);
        int fraction = (int) (inDay - seconds * TICKS_PER_SECOND);
        int at = JsonBytes.twoDigits(seconds / 3600, to, pos + DATE_LENGTH);
        to[at] = ':';
        at = JsonBytes.twoDigits(seconds / 60 % 60, to, at + 1);
        to[at] = ':';
        at = JsonBytes.twoDigits(seconds % 60, to, at + 1);
        to[at] = '.';
        at = JsonBytes.twoDigits(fraction / 100_000, to, at + 1);
        at = JsonBytes.twoDigits(fraction / 1_000 % 100, to, at);
        at = JsonBytes.twoDigits(fraction / 10 % 100, to, at);
        to[at] = (byte) ('0' + fraction % 10);
        to[at + 1] = 'Z';
        return at + 2;
    }

    /// @return whether that day can be written
    private boolean learn(long day, long ticks) {
        return EventTime.ofFiletime(ticks)
                .map(time -> {
                    byte[] text = EventTime.text(time).getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(text, 0, dates[(int) day % DAYS], 0, DATE_LENGTH);
                    days[(int) day % DAYS] = day;
                    return true;
                })
                .orElse(false);
    }
}
