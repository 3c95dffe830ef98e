package io.ashiato.sigma.syntax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// When the events of a group make a correlation match.
///
/// @param bounds all of them have to hold; two make a range
/// @param fields what is counted or measured; several only with `value_count`, which counts their tuples
/// @param percentile between 0 and 100, for `value_percentile`
public record CorrelationCondition(List<Bound> bounds, List<String> fields, BigDecimal percentile) {
    /// The median is what `value_percentile` means where the condition names no other percentile.
    public static final BigDecimal MEDIAN = BigDecimal.valueOf(50);

    public CorrelationCondition {
        bounds = List.copyOf(bounds);
        fields = List.copyOf(fields);
    }

    /// At least that many things.
    public static CorrelationCondition atLeast(int count) {
        return new CorrelationCondition(
                List.of(new Bound(Comparison.GTE, BigDecimal.valueOf(count))), List.of(), MEDIAN);
    }

    /// The measure has to compare so with the number.
    public record Bound(Comparison comparison, BigDecimal number) {
        /// @param factor the measure is that many times too large, so the number is multiplied too
        boolean holds(BigDecimal measure, BigDecimal factor) {
            int order = measure.compareTo(number.multiply(factor));
            return switch (comparison) {
                case GT -> order > 0;
                case GTE -> order >= 0;
                case LT -> order < 0;
                case LTE -> order <= 0;
                case EQ -> order == 0;
                case NEQ -> order != 0;
            };
        }

        boolean isLower() {
            return comparison == Comparison.GT || comparison == Comparison.GTE;
        }

        boolean isUpper() {
            return comparison == Comparison.LT || comparison == Comparison.LTE;
        }
    }

    /// How a measure and a number compare.
    public enum Comparison {
        GT,
        GTE,
        LT,
        LTE,
        EQ,
        NEQ;

        static Optional<Comparison> of(String word) {
            return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether it holds for that measure.
    public boolean holds(BigDecimal measure) {
        return holds(measure, BigDecimal.ONE);
    }

    /// Whether it holds for that many things.
    public boolean holds(long count) {
        return holds(BigDecimal.valueOf(count));
    }

    /// Whether it holds for `total / parts`, without the division.
    public boolean holds(BigDecimal total, BigDecimal parts) {
        for (Bound bound : bounds) {
            if (!bound.holds(total, parts)) {
                return false;
            }
        }
        return true;
    }

    /// How far a measure is from satisfying the bound that it misses most; 0 where it is short of none.
    public BigDecimal distance(BigDecimal measure) {
        return bounds.stream()
                .filter(bound -> !bound.holds(measure, BigDecimal.ONE))
                .map(bound -> bound.number().subtract(measure).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /// Whether a larger measure never makes it false.
    public boolean isLowerBound() {
        return bounds.stream().allMatch(Bound::isLower);
    }

    /// Whether a smaller measure never makes it false.
    public boolean isUpperBound() {
        return bounds.stream().allMatch(Bound::isUpper);
    }

    /// Whether it holds for more things, up to that many, where it holds for fewer.
    public boolean isGrowing(int most) {
        return LongStream.range(1, most).allMatch(count -> !holds(count) || holds(count + 1));
    }

    /// Whether some measure satisfies it. The bounds cut the line of numbers at few places, so it is enough to try
    /// those places and their neighbours.
    ///
    /// @param counts whether only whole numbers from 1 are measures
    boolean canHold(boolean counts) {
        BigDecimal step = counts ? BigDecimal.ONE : new BigDecimal("0.0000000000000000001");
        return Stream.concat(Stream.of(BigDecimal.ONE), bounds.stream().map(Bound::number))
                .map(number -> counts ? number.setScale(0, RoundingMode.FLOOR) : number)
                .flatMap(number -> Stream.of(number.subtract(step), number, number.add(step)))
                .filter(number -> !counts || number.signum() > 0)
                .anyMatch(this::holds);
    }
}
