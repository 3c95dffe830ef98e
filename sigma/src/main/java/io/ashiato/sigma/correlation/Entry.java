package io.ashiato.sigma.correlation;

import io.ashiato.model.RecordRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/// What a window keeps of an event.
///
/// @param inputs of the correlation that the event came by, one bit each
/// @param text the folded value that is counted; `""` where none is
/// @param number the value that is measured; 0 where none is
record Entry(Instant time, long inputs, String text, BigDecimal number, RecordRef source) {
    /// The entry itself, its place in a window and its times, estimated.
    private static final int BYTES = 150;

    /// The same event, as it came by one of its inputs.
    Entry by(int input) {
        long bit = 1L << input;
        return inputs == bit ? this : new Entry(time, bit, text, number, source);
    }

    long weight() {
        return BYTES + 2L * text.length();
    }

    /// Whether the time lies no further behind the other than the span: the end of a window belongs to it.
    static boolean within(Instant from, Instant to, Duration span) {
        return Duration.between(from, to).compareTo(span) <= 0;
    }
}
