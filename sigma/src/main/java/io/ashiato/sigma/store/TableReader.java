package io.ashiato.sigma.store;

import io.ashiato.sigma.match.Check;
import io.ashiato.sigma.match.IntLists;
import io.ashiato.sigma.match.LiteralTable;
import io.ashiato.sigma.match.RuleTables;
import java.util.ArrayList;
import java.util.List;

/// Reads what [TableWriter] wrote. Whether the numbers fit each other is for [RuleTables] to see.
final class TableReader {
    private final Input in;
    private final RuleReader rules;
    private final ExpressionReader expressions;

    TableReader(Input in, RuleReader rules, ExpressionReader expressions) {
        this.in = in;
        this.rules = rules;
        this.expressions = expressions;
    }

    /// @throws IllegalArgumentException if they do not fit each other
    RuleTables tables() {
        return new RuleTables(
                fields(),
                in.numbers("rules"),
                in.numbers("sources"),
                in.numbers("entries"),
                in.numbers("conditions"),
                rules.events(),
                lists(),
                in.numbers("untriggered"),
                lists(),
                in.numbers("asked"),
                checks(),
                new LiteralTable(in.units("literals"), in.numbers("starts"), in.numbers("anchors")),
                lists(),
                lists(),
                lists(),
                lists(),
                lists());
    }

    private List<List<String>> fields() {
        var fields = new ArrayList<List<String>>();
        for (int i = in.count("fields"); i > 0; i--) {
            fields.add(List.copyOf(in.texts("names")));
        }
        return fields;
    }

    private IntLists lists() {
        return new IntLists(in.numbers("starts"), in.numbers("items"));
    }

    private List<Check> checks() {
        var checks = new ArrayList<Check>();
        for (int i = in.count("checks"); i > 0; i--) {
            checks.add(check());
        }
        return checks;
    }

    private Check check() {
        return switch (in.choice("kind of check", Form.OfCheck.CASES)) {
            case FOUND -> new Check.Found();
            case VALUE -> new Check.Value(slot(), expressions.test());
            case ANY_TEXT -> new Check.AnyText(expressions.test());
            case ABSENT -> new Check.Absent(slot());
            case PRESENT -> new Check.Present(slot());
            case REFERENCE ->
                new Check.Reference(
                        slot(), slot(), in.choice("relation", ExpressionReader.RELATIONS), in.flag("cased"));
        };
    }

    private int slot() {
        return in.number("slot", Integer.MAX_VALUE);
    }
}
