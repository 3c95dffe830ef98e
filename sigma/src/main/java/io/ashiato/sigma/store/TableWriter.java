package io.ashiato.sigma.store;

import io.ashiato.sigma.match.Check;
import io.ashiato.sigma.match.IntLists;
import io.ashiato.sigma.match.LiteralTable;
import io.ashiato.sigma.match.RuleTables;
import java.util.List;

/// Writes tables of rules, for [TableReader].
final class TableWriter {
    private final Output out;
    private final RuleWriter rules;
    private final ExpressionWriter expressions;

    TableWriter(Output out, RuleWriter rules, ExpressionWriter expressions) {
        this.out = out;
        this.rules = rules;
        this.expressions = expressions;
    }

    void write(RuleTables tables) {
        out.number(tables.fields().size());
        for (List<String> names : tables.fields()) {
            out.texts(names);
        }
        out.numbers(tables.rules());
        out.numbers(tables.sources());
        out.numbers(tables.entries());
        out.numbers(tables.conditions());
        rules.events(tables.filters());
        write(tables.variantsOfFilter());
        out.numbers(tables.untriggered());
        write(tables.wakes());
        out.numbers(tables.asked());
        out.number(tables.askedChecks().size());
        tables.askedChecks().forEach(this::write);
        write(tables.literals());
        write(tables.literalsOfSlot());
        write(tables.checksOfLiteral());
        write(tables.slotsOfVariant());
        write(tables.keywordsOfVariant());
        write(tables.readOfVariant());
    }

    private void write(IntLists lists) {
        out.numbers(lists.starts());
        out.numbers(lists.items());
    }

    private void write(LiteralTable literals) {
        out.units(literals.units());
        out.numbers(literals.starts());
        out.numbers(literals.anchors());
    }

    private void write(Check check) {
        switch (check) {
            case Check.Found found -> out.choice(Form.OfCheck.FOUND);
            case Check.Value value -> {
                out.choice(Form.OfCheck.VALUE);
                out.number(value.slot());
                expressions.write(value.test());
            }
            case Check.AnyText text -> {
                out.choice(Form.OfCheck.ANY_TEXT);
                expressions.write(text.test());
            }
            case Check.Absent absent -> {
                out.choice(Form.OfCheck.ABSENT);
                out.number(absent.slot());
            }
            case Check.Present present -> {
                out.choice(Form.OfCheck.PRESENT);
                out.number(present.slot());
            }
            case Check.Reference reference -> {
                out.choice(Form.OfCheck.REFERENCE);
                out.number(reference.slot());
                out.number(reference.other());
                out.choice(reference.relation());
                out.flag(reference.cased());
            }
        }
    }
}
