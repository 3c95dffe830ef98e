package io.ashiato.publish.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Maps times to places, with long pauses cut out, so that an incident of bursts stays readable.
final class TimeAxis {
    /// A pause longer than this part of the shown time is cut out.
    private static final double LONGEST_PAUSE = 0.15;

    /// A shorter pause is cut out only where it is that long a part of the whole incident.
    private static final double SECONDS_WORTH_A_BREAK = 12 * 3600;

    private static final int MOST_BREAKS = 6;
    private static final double BREAK_WIDTH = 40;
    private static final double LEAST_SEGMENT = 76;
    private static final double PADDING = 16;

    private final List<Segment> segments;

    /// A stretch of time without a break.
    ///
    /// @param left where `from` is
    /// @param right where `to` is
    record Segment(Instant from, Instant to, double left, double right) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    /// @param instants at least one
    TimeAxis(List<Instant> instants, double left, double right) {
        List<Instant> sorted = List.copyOf(new TreeSet<>(instants));
        segments = place(sorted, pauses(sorted), left, right);
    }

    /// Indexes of the instants after which a pause is cut out, the longest pauses first.
    private static Set<Integer> pauses(List<Instant> sorted) {
        double all = seconds(sorted.getFirst(), sorted.getLast());
        double shown = all;
        var broken = new HashSet<Integer>();
        while (broken.size() < MOST_BREAKS) {
            int longest = -1;
            double length = 0;
            for (int i = 0; i + 1 < sorted.size(); i++) {
                double pause = seconds(sorted.get(i), sorted.get(i + 1));
                if (!broken.contains(i) && pause > length) {
                    longest = i;
                    length = pause;
                }
            }
            boolean small = length < SECONDS_WORTH_A_BREAK && length <= all * LONGEST_PAUSE;
            if (longest < 0 || small || length <= shown * LONGEST_PAUSE) {
                break;
            }
            broken.add(longest);
            shown -= length;
        }
        return broken;
    }

    private static double seconds(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return between.getSeconds() + between.getNano() / 1e9;
    }

    private static List<Segment> place(List<Instant> sorted, Set<Integer> pauses, double left, double right) {
        int count = pauses.size() + 1;
        double room = right - left - pauses.size() * BREAK_WIDTH;
        double least = Math.min(LEAST_SEGMENT, room / count);
        double shown = 0;
        for (int i = 0; i + 1 < sorted.size(); i++) {
            shown += pauses.contains(i) ? 0 : seconds(sorted.get(i), sorted.get(i + 1));
        }
        double perSecond = shown == 0 ? 0 : (room - least * count) / shown;
        double equal = shown == 0 ? (room - least * count) / count : 0;
        var segments = new ArrayList<Segment>();
        double x = left;
        int start = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (i + 1 == sorted.size() || pauses.contains(i)) {
                double width = least + equal + seconds(sorted.get(start), sorted.get(i)) * perSecond;
                segments.add(new Segment(sorted.get(start), sorted.get(i), x + PADDING, x + width - PADDING));
                x += width + BREAK_WIDTH;
                start = i + 1;
            }
        }
        return List.copyOf(segments);
    }

    List<Segment> segments() {
        return segments;
    }

    /// The place of a time; times outside are at the edges.
    double x(Instant time) {
        Segment before = segments.getFirst();
        if (time.isBefore(before.from())) {
            return before.left() - PADDING;
        }
        for (Segment segment : segments) {
            if (time.isBefore(segment.from())) {
                return between(time, before.to(), segment.from(), before.right(), segment.left());
            }
            if (!time.isAfter(segment.to())) {
                return between(time, segment.from(), segment.to(), segment.left(), segment.right());
            }
            before = segment;
        }
        return before.right() + PADDING;
    }

    private static double between(Instant time, Instant from, Instant to, double left, double right) {
        double length = seconds(from, to);
        return length == 0 ? (left + right) / 2 : left + (right - left) * seconds(from, time) / length;
    }
}
