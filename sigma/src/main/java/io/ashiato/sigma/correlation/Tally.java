package io.ashiato.sigma.correlation;

import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.rule.InputCondition;
import io.ashiato.sigma.syntax.CorrelationCondition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The measure of a window, kept up to date while entries come and go.
sealed interface Tally permits Tally.Events, Tally.Values, Tally.Inputs, Tally.Sum, Ranked {
    void add(Entry entry);

    /// @param entry that was added before
    void remove(Entry entry);

    /// Never asked of a window without an entry.
    boolean holds(CorrelationCondition condition);

    /// The measure itself, an average rounded: for people.
    BigDecimal measure();

    /// An empty tally for one window.
    static Tally of(Correlation correlation) {
        return switch (correlation.type()) {
            case EVENT_COUNT -> new Events();
            case VALUE_COUNT -> new Values();
            case TEMPORAL, TEMPORAL_ORDERED -> new Inputs(correlation);
            case VALUE_SUM -> new Sum(false);
            case VALUE_AVG -> new Sum(true);
            case VALUE_PERCENTILE -> new Ranked(correlation.condition().percentile());
            case VALUE_MIN -> new Ranked(BigDecimal.ZERO);
            case VALUE_MAX -> new Ranked(BigDecimal.valueOf(100));
        };
    }

    /// How many events.
    final class Events implements Tally {
        private long count;

        @Override
        public void add(Entry entry) {
            count++;
        }

        @Override
        public void remove(Entry entry) {
            count--;
        }

        @Override
        public boolean holds(CorrelationCondition condition) {
            return condition.holds(count);
        }

        @Override
        public BigDecimal measure() {
            return BigDecimal.valueOf(count);
        }
    }

    /// How many different values.
    final class Values implements Tally {
        private final Map<String, Integer> counts = new HashMap<>();

        @Override
        public void add(Entry entry) {
            counts.merge(entry.text(), 1, Integer::sum);
        }

        @Override
        public void remove(Entry entry) {
            counts.computeIfPresent(entry.text(), (text, count) -> count == 1 ? null : count - 1);
        }

        @Override
        public boolean holds(CorrelationCondition condition) {
            return condition.holds(counts.size());
        }

        @Override
        public BigDecimal measure() {
            return BigDecimal.valueOf(counts.size());
        }
    }

    /// How many different rules matched.
    final class Inputs implements Tally {
        private final Optional<InputCondition> overInputs;
        private final int[] counts;

        /// One bit each.
        private long present;

        Inputs(Correlation correlation) {
            overInputs = correlation.overInputs();
            counts = new int[correlation.inputs().size()];
        }

        @Override
        public void add(Entry entry) {
            for (long bits = entry.inputs(); bits != 0; bits &= bits - 1) {
                if (counts[Long.numberOfTrailingZeros(bits)]++ == 0) {
                    present |= Long.lowestOneBit(bits);
                }
            }
        }

        @Override
        public void remove(Entry entry) {
            for (long bits = entry.inputs(); bits != 0; bits &= bits - 1) {
                if (--counts[Long.numberOfTrailingZeros(bits)] == 0) {
                    present &= ~Long.lowestOneBit(bits);
                }
            }
        }

        @Override
        public boolean holds(CorrelationCondition condition) {
            return overInputs.map(over -> over.holds(present)).orElseGet(() -> condition.holds(Long.bitCount(present)));
        }

        @Override
        public BigDecimal measure() {
            return BigDecimal.valueOf(Long.bitCount(present));
        }
    }

    /// The sum of numbers, or their mean. Decimal and exact, so that what leaves takes away just what it brought.
    final class Sum implements Tally {
        private final boolean mean;
        private BigDecimal sum = BigDecimal.ZERO;
        private long count;

        Sum(boolean mean) {
            this.mean = mean;
        }

        @Override
        public void add(Entry entry) {
            sum = sum.add(entry.number());
            count++;
        }

        @Override
        public void remove(Entry entry) {
            sum = sum.subtract(entry.number());
            count--;
        }

        @Override
        public boolean holds(CorrelationCondition condition) {
            return mean ? condition.holds(sum, BigDecimal.valueOf(count)) : condition.holds(sum);
        }

        @Override
        public BigDecimal measure() {
            return mean && count > 0 ? sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL32) : sum;
        }
    }
}
