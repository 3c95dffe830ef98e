package io.ashiato.sigma.rule;

import java.util.ArrayList;
import java.util.List;

/// A rule's detection as a tree.
public sealed interface Expression {
    record All(List<Expression> parts) implements Expression {}

    record Any(List<Expression> parts) implements Expression {}

    record Not(Expression inner) implements Expression {}

    record Test(Predicate predicate) implements Expression {}

    /// What a search identifier stands for. The name is for people only: it changes nothing of what matches.
    record Named(String name, Expression inner) implements Expression {}

    /// How many nodes the tree has, those that stand at several places counted each time.
    default long size() {
        return switch (this) {
            case All all -> 1 + all.parts().stream().mapToLong(Expression::size).sum();
            case Any any -> 1 + any.parts().stream().mapToLong(Expression::size).sum();
            case Not not -> 1 + not.inner().size();
            case Test test -> 1;
            case Named named -> named.inner().size();
        };
    }

    /// All of them; of one alone, itself.
    static Expression all(List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
    }

    static Expression any(List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts));
    }

    /// At least so many of the parts, written out: the first and one less of the others, or as many of the others.
    /// The tree grows with the number of ways to choose, see [#waysToChoose].
    ///
    /// @param count from 1 to the number of parts
    static Expression atLeast(int count, List<Expression> parts) {
        if (count == 1) {
            return any(parts);
        }
        if (count == parts.size()) {
            return all(parts);
        }
        List<Expression> others = parts.subList(1, parts.size());
        var withFirst = new ArrayList<Expression>();
        withFirst.add(parts.get(0));
        withFirst.add(atLeast(count - 1, others));
        return any(List.of(all(withFirst), atLeast(count, others)));
    }

    /// How many ways there are to choose `count` of so many parts, at most `limit`.
    static long waysToChoose(int count, int parts, long limit) {
        int fewer = Math.min(count, parts - count);
        long ways = 1;
        for (int i = 1; i <= fewer && ways < limit; i++) {
            ways = ways * (parts - fewer + i) / i;
        }
        return Math.min(ways, limit);
    }
}
