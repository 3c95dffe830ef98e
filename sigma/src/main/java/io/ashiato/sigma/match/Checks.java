package io.ashiato.sigma.match;

import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.rule.Predicate;
import io.ashiato.sigma.rule.TextPattern;
import io.ashiato.sigma.rule.ValueTest;
import io.ashiato.sigma.source.EventFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers the checks of all variants, equal ones once, and turns expressions into nodes over them.
final class Checks {
    private final FieldSlots slots;
    private final Map<Check, Integer> ids = new HashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<List<Literal>> literals = new ArrayList<>();
    /// How many variants' leafs ask each check.
    private int[] uses = new int[1024];

    Checks(FieldSlots slots) {
        this.slots = slots;
    }

    int count() {
        return checks.size();
    }

    Check get(int id) {
        return checks.get(id);
    }

    /// The literals by which an index finds the check; none for checks that are asked one by one.
    List<Literal> literals(int id) {
        return literals.get(id);
    }

    int uses(int id) {
        return uses[id];
    }

    /// The expression over the fields that events of this filter have, with the filter's own demands.
    Node node(Expression expression, EventFilter filter) {
        Node node = node(expression, filter, new HashMap<>());
        if (filter.where().isEmpty()) {
            return node;
        }
        var parts = new ArrayList<Node>();
        filter.where()
                .forEach((field, values) -> parts.add(any(values.stream()
                        .map(value -> leaf(new Predicate.Field(field, equalTo(value)), filter))
                        .toList())));
        parts.add(node);
        return new Node.All(parts);
    }

    private static ValueTest equalTo(String value) {
        return new ValueTest.Text(TextPattern.literal(value).folded(), false);
    }

    private static Node any(List<Node> parts) {
        return parts.size() == 1 ? parts.get(0) : new Node.Any(parts);
    }

    private Node node(Expression expression, EventFilter filter, Map<Predicate, Node> leafs) {
        return switch (expression) {
            case Expression.All all -> new Node.All(nodes(all.parts(), filter, leafs));
            case Expression.Any any -> any(nodes(any.parts(), filter, leafs));
            case Expression.Not not -> new Node.Not(node(not.inner(), filter, leafs));
            case Expression.Test test -> leafs.computeIfAbsent(test.predicate(), p -> leaf(p, filter));
            case Expression.Named named -> node(named.inner(), filter, leafs);
        };
    }

    /// Stable order: what an index has answered already comes first, regular expressions last.
    private List<Node> nodes(List<Expression> parts, EventFilter filter, Map<Predicate, Node> leafs) {
        var nodes = new ArrayList<Node>();
        for (Expression part : parts) {
            nodes.add(node(part, filter, leafs));
        }
        nodes.sort((a, b) -> Integer.compare(cost(a), cost(b)));
        return nodes;
    }

    private int cost(Node node) {
        return switch (node) {
            case Node.All all -> worst(all.parts);
            case Node.Any any -> worst(any.parts);
            case Node.Not not -> cost(not.inner());
            case Node.Leaf leaf -> cost(leaf.check());
        };
    }

    private int cost(int check) {
        return switch (checks.get(check)) {
            case Check.Found found -> 0;
            case Check.Absent absent -> 1;
            case Check.Present present -> 1;
            case Check.Reference reference -> 2;
            case Check.Value value ->
                value.test() instanceof ValueTest.Matches ? 4 : literals(check).isEmpty() ? 2 : 0;
            case Check.AnyText text ->
                text.test() instanceof ValueTest.Matches ? 5 : literals(check).isEmpty() ? 3 : 0;
        };
    }

    private int worst(Node[] parts) {
        int worst = 0;
        for (Node part : parts) {
            worst = Math.max(worst, cost(part));
        }
        return worst;
    }

    private Node leaf(Predicate predicate, EventFilter filter) {
        Check check = check(predicate, filter);
        Integer known = ids.get(check);
        int id = known != null ? known : add(check);
        uses[id]++;
        return new Node.Leaf(id);
    }

    private int add(Check check) {
        int id = checks.size();
        ids.put(check, id);
        checks.add(check);
        literals.add(
                switch (check) {
                    case Check.Value value -> Literal.of(value.test());
                    case Check.AnyText anyText -> Literal.of(anyText.test());
                    case Check.Found found -> List.<Literal>of();
                    case Check.Absent absent -> List.<Literal>of();
                    case Check.Present present -> List.<Literal>of();
                    case Check.Reference reference -> List.<Literal>of();
                });
        if (id == uses.length) {
            uses = Arrays.copyOf(uses, 2 * id);
        }
        return id;
    }

    private Check check(Predicate predicate, EventFilter filter) {
        return switch (predicate) {
            case Predicate.Field field -> new Check.Value(slot(field.field(), filter), field.test());
            case Predicate.Keyword keyword -> new Check.AnyText(keyword.test());
            case Predicate.Absent absent -> new Check.Absent(slot(absent.field(), filter));
            case Predicate.Present present -> new Check.Present(slot(present.field(), filter));
            case Predicate.FieldReference reference ->
                new Check.Reference(
                        slot(reference.field(), filter),
                        slot(reference.other(), filter),
                        reference.relation(),
                        reference.cased());
        };
    }

    private int slot(String field, EventFilter filter) {
        return slots.slot(filter.fields(field.replace(" ", "")));
    }
}
