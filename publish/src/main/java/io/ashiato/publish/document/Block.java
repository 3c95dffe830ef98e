package io.ashiato.publish.document;

import java.util.List;

/// What a section is made of.
public sealed interface Block {
    record Paragraph(Line line) implements Block {}

    /// A heading inside a section.
    ///
    /// @param id an anchor, the same in each language
    record Heading(String id, Line title) implements Block {}

    /// A remark set apart from the text.
    record Remark(Line line) implements Block {}

    record Bullets(List<Line> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// Names with values.
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(Line name, Line value) {}

    /// @param caption what the table tells, for readers who cannot see its place
    /// @param rest how many rows are not shown and where they are; empty where all are
    record Table(Line caption, List<Column> columns, List<Row> rows, Line rest) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    record Column(String title, Kind kind) {
        /// How the cells of a column are set.
        public enum Kind {
            TEXT,
            NUMBER,
            /// Times and ids, never broken.
            FIXED,
            /// Long values without blanks, broken anywhere.
            LONG
        }
    }

    /// @param anchor an id that marks can point at; empty where none do
    record Row(String anchor, List<Line> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A record of the evidence, quoted.
    ///
    /// @param anchor the observation's id
    /// @param field the name of the field that is quoted: hostile
    /// @param body its value, which tells what happened: hostile
    /// @param cut how much of it is shown; empty where all is
    record Quote(String anchor, Line head, Line where, String field, String body, Line cut, Line source)
            implements Block {}

    /// A text of several lines in a fixed-width face, such as a rule.
    ///
    /// @param text can hold values of the evidence: hostile
    record Listing(Line head, String text, Line foot) implements Block {}

    /// A drawing with its data as a table that can be opened.
    ///
    /// @param opener what opens the table
    /// @param open whether the table is shown from the start
    record Figure(String id, Drawing drawing, Line caption, Line opener, Table data, boolean open) implements Block {}
}
