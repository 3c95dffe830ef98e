package io.ashiato.sigma.syntax;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/// A position in a rule file.
///
/// @param line from 1; 0 for the file as a whole
/// @param column from 1; 0 for the file as a whole
public record Place(int line, int column) {
    public static final Place FILE = new Place(0, 0);

    static Place of(Node node) {
        return node.getStartMark().map(Place::of).orElse(FILE);
    }

    static Place of(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    Place right(int columns) {
        return new Place(line, column + columns);
    }
}
