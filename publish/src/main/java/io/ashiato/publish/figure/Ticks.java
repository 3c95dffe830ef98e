package io.ashiato.publish.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Round times for the scale of a segment.
final class Ticks {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    static final long DAY = 86_400;
    private static final long[] STEPS = {
        1,
        5,
        10,
        30,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        30 * DAY,
        91 * DAY,
        182 * DAY,
        365 * DAY,
        5 * 365 * DAY,
    };

    private Ticks() {}

    /// @param step in seconds, never 0
    record Scale(long step, List<Instant> times) {}

    /// @param least room that one label needs
    static Scale of(TimeAxis.Segment segment, double least) {
        Duration length = segment.length();
        double width = segment.right() - segment.left();
        if (length.toSeconds() < 1) {
            return new Scale(MINUTE, List.of(segment.from()));
        }
        double perSecond = width / length.toSeconds();
        long step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && STEPS[i] * perSecond >= least; i--) {
            step = STEPS[i];
        }
        var times = new ArrayList<Instant>();
        long first = Math.floorDiv(segment.from().getEpochSecond() + step - 1, step) * step;
        for (long at = first; at <= segment.to().getEpochSecond(); at += step) {
            times.add(Instant.ofEpochSecond(at));
        }
        return new Scale(step, times.isEmpty() ? List.of(segment.from()) : List.copyOf(times));
    }
}
