package io.ashiato.sigma.rule;

import io.ashiato.sigma.rule.CorrelationNode.Target;
import io.ashiato.sigma.syntax.CorrelationDocument.Reference;
import io.ashiato.sigma.syntax.ProblemCode;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells correlations that wait for each other.
final class CorrelationCycles {
    private CorrelationCycles() {}

    /// Those that lie on a cycle, or between two, are told so; those that only lead to one, that they cannot run.
    ///
    /// @param stuck all correlations that wait for one of them
    static void tell(List<CorrelationNode> stuck) {
        Set<CorrelationNode> all = new HashSet<>(stuck);
        Set<CorrelationNode> onCycle = onCycle(stuck);
        for (CorrelationNode node : stuck) {
            for (int i = 0; i < node.inputs.size(); i++) {
                Reference reference = node.document.rules().get(i);
                boolean cause =
                        node.inputs.get(i).orElse(null) instanceof Target.Other other && all.contains(other.node());
                if (cause && onCycle.contains(node)) {
                    node.tell(
                            ProblemCode.CORRELATION_CYCLE,
                            reference,
                            "the correlation refers to itself, by way of '" + reference.text() + "'");
                } else if (cause) {
                    node.tellCannotRun(reference);
                }
            }
        }
    }

    /// Takes away, again and again, what nothing left refers to.
    private static Set<CorrelationNode> onCycle(List<CorrelationNode> stuck) {
        Set<CorrelationNode> left = new HashSet<>(stuck);
        var users = new HashMap<CorrelationNode, Integer>();
        stuck.forEach(node -> users.put(
                node, (int) node.usedBy.stream().filter(left::contains).count()));
        var unused = new ArrayDeque<>(
                stuck.stream().filter(node -> users.getOrDefault(node, 0) == 0).toList());
        while (!unused.isEmpty()) {
            CorrelationNode node = unused.remove();
            left.remove(node);
            for (CorrelationNode other : node.others()) {
                if (left.contains(other) && users.merge(other, -1, Integer::sum) == 0) {
                    unused.add(other);
                }
            }
        }
        return left;
    }
}
