package io.ashiato.sigma.rule;

import io.ashiato.sigma.syntax.Condition;
import java.util.List;

/// A condition over which rules of a correlation matched in a window. Sets of rules are bits, the first rule being
/// the lowest.
public sealed interface InputCondition {
    /// All of them hold.
    record All(List<InputCondition> parts) implements InputCondition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// One of them holds.
    record Any(List<InputCondition> parts) implements InputCondition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /// It does not hold.
    record Not(InputCondition inner) implements InputCondition {}

    /// So many of these rules matched.
    ///
    /// @param count at least, from 1
    record AtLeast(int count, long rules) implements InputCondition {}

    /// Whether it holds where these rules matched, and no others.
    default boolean holds(long matched) {
        return switch (this) {
            case All all -> all.parts.stream().allMatch(part -> part.holds(matched));
            case Any any -> any.parts.stream().anyMatch(part -> part.holds(matched));
            case Not not -> !not.inner.holds(matched);
            case AtLeast some -> Long.bitCount(matched & some.rules) >= some.count;
        };
    }

    /// Whether rules that match further never make it false.
    default boolean isGrowing() {
        return switch (this) {
            case All all -> all.parts.stream().allMatch(InputCondition::isGrowing);
            case Any any -> any.parts.stream().allMatch(InputCondition::isGrowing);
            case Not not -> false;
            case AtLeast some -> true;
        };
    }

    /// @param condition whose names are all among `names`
    /// @param names of the correlation's rules, in their order
    static InputCondition of(Condition condition, List<String> names) {
        return switch (condition) {
            case Condition.And and ->
                new All(and.parts().stream().map(part -> of(part, names)).toList());
            case Condition.Or or ->
                new Any(or.parts().stream().map(part -> of(part, names)).toList());
            case Condition.Not not -> new Not(of(not.inner(), names));
            case Condition.Identifier identifier -> new AtLeast(1, 1L << names.indexOf(identifier.name()));
            case Condition.Quantified quantified -> {
                long covered = 0;
                for (int i = 0; i < names.size(); i++) {
                    covered |= quantified.covers(names.get(i)) ? 1L << i : 0;
                }
                yield new AtLeast(quantified.count().orElse(Long.bitCount(covered)), covered);
            }
        };
    }
}
