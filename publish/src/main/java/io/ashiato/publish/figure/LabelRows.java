package io.ashiato.publish.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds room for labels above a lane, in rows, so that no label covers another and no leader line
/// crosses one. First come, first placed; positions are tried in a fixed order.
final class LabelRows {
    private static final int ROWS = 3;
    private static final double GAP = 8;
    private static final double CLEAR_OF_LEADER = 3;

    private final double left;
    private final double right;
    private final List<Placed> placed = new ArrayList<>();

    /// @param row from 0, the one next to the lane
    /// @param anchor the place of the mark, where the leader line goes
    record Placed(int row, double left, double width, double anchor) {
        double right() {
            return left + width;
        }
    }

    LabelRows(double left, double right) {
        this.left = left;
        this.right = right;
    }

    /// Room for a label of this width over a mark, or nothing where there is none.
    Optional<Placed> place(double anchor, double width) {
        for (int row = 0; row < ROWS; row++) {
            for (double start : List.of(
                    anchor - width / 2, anchor - 4, anchor - width + 4, anchor - width / 4, anchor - width * 3 / 4)) {
                double inside = Math.clamp(start, left, Math.max(left, right - width));
                var candidate = new Placed(row, inside, width, anchor);
                if (covers(candidate, anchor) && placed.stream().noneMatch(other -> collide(candidate, other))) {
                    placed.add(candidate);
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /// The leader line goes straight down, so the label must be above its mark.
    private static boolean covers(Placed label, double x) {
        return x >= label.left() - CLEAR_OF_LEADER && x <= label.right() + CLEAR_OF_LEADER;
    }

    private static boolean collide(Placed one, Placed other) {
        if (one.row() == other.row()) {
            return one.left() < other.right() + GAP && other.left() < one.right() + GAP;
        }
        return one.row() > other.row() ? covers(other, one.anchor()) : covers(one, other.anchor());
    }

    int rows() {
        return placed.stream().mapToInt(Placed::row).max().orElse(-1) + 1;
    }
}
