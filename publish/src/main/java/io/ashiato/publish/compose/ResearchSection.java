package io.ashiato.publish.compose;

import io.ashiato.model.IncidentCase;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.ResearchRelation.SharedTrait;
import io.ashiato.model.Strength;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.language.AttributionStatement;
import io.ashiato.publish.language.AttributionTerms;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.report.Defang;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Section 8: what the case shares with published reports and with other cases, and how much that says.
final class ResearchSection {
    private static final int MOST_REPORTS = 40;
    private static final int MOST_TRAITS = 100;

    /// Actors in a cell.
    private static final int MOST_ACTORS = 4;

    private final Desk desk;
    private final IncidentCase incident;

    ResearchSection(Desk desk) {
        this.desk = desk;
        this.incident = desk.model().incident();
    }

    private record Shared(ResearchRelation relation, SharedTrait trait) {}

    Section section() {
        var blocks = new ArrayList<Block>();
        if (incident.research().isEmpty()) {
            blocks.add(desk.say(AttributionStatement.NO_RESEARCH));
        } else {
            blocks.add(desk.say(AttributionStatement.RESEARCH_INTRO));
            blocks.add(reports());
            blocks.add(traits());
        }
        return new Section("research", "8", desk.label(Label.RESEARCH), blocks);
    }

    private Block.Table reports() {
        return desk.table(
                Label.REPORTS,
                List.of(
                        desk.fixed(Label.NUMBER),
                        desk.text(Label.PUBLICATION),
                        desk.fixed(Label.DATE),
                        desk.text(Label.HELD_RESPONSIBLE),
                        desk.number(Label.SHARED_TRAITS),
                        desk.text(Label.STRONGEST)),
                incident.research(),
                MOST_REPORTS,
                "case.json",
                this::report);
    }

    private Row report(ResearchRelation relation) {
        Line actors = Line.join(
                desk.separator(),
                relation.actors().stream().limit(MOST_ACTORS).map(Line::value).toList());
        Line strongest = relation.shared().stream()
                .map(SharedTrait::strength)
                .min(Comparator.naturalOrder())
                .map(Desk::strength)
                .orElse(Desk.DASH);
        return new Row(
                relation.id(),
                List.of(
                        Line.mark(relation.id()),
                        desk.published(relation.source()),
                        Line.value(relation.source().date()),
                        actors.isEmpty() ? Desk.DASH : actors,
                        desk.number(relation.shared().size()),
                        strongest));
    }

    private Block.Table traits() {
        var shared = new ArrayList<Shared>();
        for (Strength strength : Strength.values()) {
            for (ResearchRelation relation : incident.research()) {
                relation.shared().stream()
                        .filter(trait -> trait.strength() == strength)
                        .forEach(trait -> shared.add(new Shared(relation, trait)));
            }
        }
        return desk.table(
                Label.SHARED_TRAITS,
                List.of(
                        desk.fixed(Label.STRENGTH),
                        desk.text(Label.TRAIT),
                        desk.wide(Label.CONTENT),
                        desk.wide(Label.AS_PUBLISHED),
                        desk.fixed(Label.PUBLICATION),
                        desk.text(Label.EVIDENCE)),
                shared,
                MOST_TRAITS,
                "case.json",
                this::trait);
    }

    private Row trait(Shared shared) {
        SharedTrait trait = shared.trait();
        return new Row(
                "",
                List.of(
                        Desk.strength(trait.strength()),
                        desk.term(AttributionTerms.of(trait.trait().kind())),
                        value(trait.trait().value()),
                        trait.published().isEmpty() ? Desk.DASH : value(trait.published()),
                        Line.mark(shared.relation().id()),
                        desk.few(trait.trait().references())));
    }

    private static Line value(String text) {
        return Line.code(Desk.cut(Defang.text(text), Desk.MOST_VALUE));
    }
}
