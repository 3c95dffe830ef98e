package io.ashiato.intel.attribution.training;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/// Minimises a smooth function by the limited-memory BFGS method with backtracking (Nocedal and Wright,
/// Numerical Optimization, algorithms 7.4 and 3.1).
final class Lbfgs {
    private static final int MEMORY = 8;
    private static final int MAX_STEPS = 200;
    private static final int MAX_HALVINGS = 40;
    /// A step must gain at least this share of what the slope promises.
    private static final double SUFFICIENT = 1e-4;

    private Lbfgs() {}

    /// A function and its slope.
    interface Objective {
        /// The value at a point; puts the gradient there into `gradient`.
        double value(double[] point, double[] gradient);
    }

    /// One remembered step: how the point and the gradient changed.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Step(double[] point, double[] gradient, double inverseCurvature) {}

    /// @param tolerance ends when a step gains less than this share of the value
    static double[] minimise(Objective objective, double[] start, double tolerance) {
        double[] point = start.clone();
        var gradient = new double[point.length];
        double value = objective.value(point, gradient);
        Deque<Step> steps = new ArrayDeque<>();
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] direction = direction(gradient, steps);
            double slope = dot(direction, gradient);
            double length = steps.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            var next = new double[point.length];
            var nextGradient = new double[point.length];
            double nextValue = Double.POSITIVE_INFINITY;
            for (int halving = 0;
                    halving < MAX_HALVINGS && nextValue > value + SUFFICIENT * length * slope;
                    halving++) {
                length = halving == 0 ? length : length / 2;
                for (int i = 0; i < point.length; i++) {
                    next[i] = point[i] + length * direction[i];
                }
                nextValue = objective.value(next, nextGradient);
            }
            if (!(nextValue < value)) {
                return point; // no step along the slope gains anything: as low as numbers allow
            }
            remember(steps, point, gradient, next, nextGradient);
            boolean done = value - nextValue < tolerance * Math.abs(value);
            point = next;
            gradient = nextGradient;
            value = nextValue;
            if (done) {
                break;
            }
        }
        return point;
    }

    /// The two loops over the remembered steps: the slope, bent by the curvature that they showed.
    private static double[] direction(double[] gradient, Deque<Step> steps) {
        double[] direction = Arrays.stream(gradient).map(value -> -value).toArray();
        var shares = new double[steps.size()];
        int at = steps.size();
        for (Iterator<Step> newestFirst = steps.descendingIterator(); newestFirst.hasNext(); ) {
            Step step = newestFirst.next();
            shares[--at] = step.inverseCurvature() * dot(step.point(), direction);
            add(direction, -shares[at], step.gradient());
        }
        if (!steps.isEmpty()) {
            Step newest = steps.getLast();
            double scale = 1 / (newest.inverseCurvature() * dot(newest.gradient(), newest.gradient()));
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
        }
        for (Step step : steps) {
            double back = step.inverseCurvature() * dot(step.gradient(), direction);
            add(direction, shares[at++] - back, step.point());
        }
        return direction;
    }

    private static void remember(
            Deque<Step> steps, double[] point, double[] gradient, double[] next, double[] nextGradient) {
        double[] moved = difference(next, point);
        double[] bent = difference(nextGradient, gradient);
        double curvature = dot(moved, bent);
        if (curvature > 0) {
            steps.addLast(new Step(moved, bent, 1 / curvature));
            if (steps.size() > MEMORY) {
                steps.removeFirst();
            }
        }
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, -1, b);
        return difference;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
