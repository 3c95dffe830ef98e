package io.ashiato.sigma.rule;

import java.util.List;

/// A rule's detection as a tree.
public sealed interface Expression {
    record All(List<Expression> parts) implements Expression {}

    record Any(List<Expression> parts) implements Expression {}

    record Not(Expression inner) implements Expression {}

    record Test(Predicate predicate) implements Expression {}

    /// What a search identifier stands for. The name is for people only: it changes nothing of what matches.
    record Named(String name, Expression inner) implements Expression {}

    static Expression all(List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
    }

    static Expression any(List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts));
    }
}
