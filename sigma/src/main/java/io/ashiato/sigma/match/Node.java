package io.ashiato.sigma.match;

import java.util.List;

/// A variant's condition over checks, cheap parts first.
sealed interface Node {
    final class All implements Node {
        final Node[] parts;

        All(List<Node> parts) {
            this.parts = parts.toArray(Node[]::new);
        }
    }

    final class Any implements Node {
        final Node[] parts;

        Any(List<Node> parts) {
            this.parts = parts.toArray(Node[]::new);
        }
    }

    record Not(Node inner) implements Node {}

    record Leaf(int check) implements Node {}
}
