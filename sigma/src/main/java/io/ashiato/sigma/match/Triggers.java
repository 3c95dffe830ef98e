package io.ashiato.sigma.match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Chooses for a condition the indexed checks of which at least one holds whenever the condition holds.
///
/// Of parts that all have to hold, the rarest is taken. How rare a check is in logs is guessed from the
/// rules: what many of them ask (`Image|endswith: '\powershell.exe'`) is common, long literals are rare.
final class Triggers {
    private static final int SHORT_LITERAL = 4;
    private static final int SHORT_PENALTY = 30;
    private static final int PREFIX_PENALTY = 10;

    /// A log has few kinds of events, so each of them is common.
    private static final int EVENT_ID_PENALTY = 500;

    private final Checks checks;
    private final int eventIdSlot;

    Triggers(Checks checks, int eventIdSlot) {
        this.checks = checks;
        this.eventIdSlot = eventIdSlot;
    }

    /// Checks with the weight of them all.
    private record Choice(Set<Integer> checks, long weight) {}

    /// Nothing where the condition may hold without any indexed check.
    Optional<Set<Integer>> of(Node node) {
        return Optional.ofNullable(choose(node)).map(Choice::checks);
    }

    private @Nullable Choice choose(Node node) {
        return switch (node) {
            case Node.Leaf leaf -> leaf(leaf.check());
            case Node.Not not -> null;
            case Node.All all -> rarest(all.parts);
            case Node.Any any -> union(any.parts);
        };
    }

    private @Nullable Choice leaf(int check) {
        List<Literal> literals = checks.literals(check);
        if (literals.isEmpty()) {
            return null;
        }
        long weight = checks.uses(check);
        Literal literal = literals.get(0);
        boolean isShort = literal.text().length() < SHORT_LITERAL;
        weight += switch (literal.anchor()) {
            case WHOLE -> 0;
            case START -> PREFIX_PENALTY;
            case END, ANYWHERE -> isShort ? SHORT_PENALTY : 0;
        };
        if (checks.get(check) instanceof Check.Value value && value.slot() == eventIdSlot) {
            weight += EVENT_ID_PENALTY;
        }
        return new Choice(Set.of(check), weight);
    }

    private @Nullable Choice rarest(Node[] parts) {
        Choice rarest = null;
        for (Node part : parts) {
            Choice choice = choose(part);
            if (choice != null && (rarest == null || choice.weight < rarest.weight)) {
                rarest = choice;
            }
        }
        return rarest;
    }

    private @Nullable Choice union(Node[] parts) {
        var all = new TreeSet<Integer>();
        long weight = 0;
        for (Node part : parts) {
            Choice choice = choose(part);
            if (choice == null) {
                return null;
            }
            all.addAll(choice.checks);
            weight += choice.weight;
        }
        return new Choice(all, weight);
    }
}
