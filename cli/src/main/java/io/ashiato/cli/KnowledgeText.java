package io.ashiato.cli;

import io.ashiato.intel.AttackKnowledge;
import io.ashiato.intel.knowledge.Actor;
import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.Campaign;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.intel.knowledge.Named;
import io.ashiato.intel.knowledge.Report;
import io.ashiato.intel.knowledge.Software;
import io.ashiato.intel.knowledge.Use;
import io.ashiato.model.Tactic;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.render.Visible;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Prints entries of the knowledge: a label and values a line, everything from files made visible.
final class KnowledgeText {
    private static final int INDENT = 2;
    private static final int USUAL_WIDTH = 110;

    private final Knowledge knowledge;
    private final Words language;
    private final KnowledgeWords words;
    private final KnowledgeWords.Labels labels;
    private final PrintWriter out;
    private final int width;
    private final int labelWidth;
    private final AttackKnowledge attack = AttackKnowledge.builtIn();

    KnowledgeText(Knowledge knowledge, Words language, Terminal terminal) {
        this.knowledge = knowledge;
        this.language = language;
        this.words = language.knowledge();
        this.labels = words.labels();
        this.out = terminal.out();
        this.width = terminal.columns() > 0 ? terminal.columns() : USUAL_WIDTH;
        this.labelWidth = Stream.of(
                                labels.namedSo(),
                                labels.otherNames(),
                                labels.attributedTo(),
                                labels.techniques(),
                                labels.software(),
                                labels.campaigns())
                        .mapToInt(DisplayWidth::of)
                        .max()
                        .orElse(0)
                + 2;
    }

    void print(Named entry) {
        out.println(Visible.of(entry.name()) + "  (" + Visible.of(entry.id()) + ", " + words.kind(entry.kind()) + ")");
        entry.through().ifPresent(claim -> line(labels.namedSo(), words.claim(claim)));
        switch (entry.kind()) {
            case ACTOR -> knowledge.actor(entry.id()).ifPresent(this::actor);
            case CAMPAIGN -> knowledge.campaign(entry.id()).ifPresent(this::campaign);
            case SOFTWARE -> knowledge.software(entry.id()).ifPresent(this::software);
        }
    }

    private void actor(Actor actor) {
        catalogue(actor.catalogue());
        actor.country().ifPresent(country -> line(labels.country(), Visible.of(country)));
        claims(actor.id());
        uses(actor.id());
        lines(
                labels.campaigns(),
                knowledge.campaigns().stream()
                        .filter(campaign -> campaign.attributedTo().stream()
                                .anyMatch(held -> held.actor().equals(actor.id())))
                        .map(campaign -> Visible.of(campaign.id() + " " + campaign.name()) + active(campaign))
                        .toList());
        reports(actor.id());
    }

    private void campaign(Campaign campaign) {
        catalogue(campaign.catalogue());
        String active = active(campaign).strip();
        if (!active.isEmpty()) {
            line(labels.active(), active);
        }
        line(
                labels.attributedTo(),
                campaign.attributedTo().stream()
                        .map(held -> Visible.of(named(held.actor())))
                        .toList());
        claims(campaign.id());
        uses(campaign.id());
        reports(campaign.id());
    }

    private void software(Software software) {
        catalogue(software.catalogue());
        line(labels.otherNames(), software.aliases().stream().map(Visible::of).toList());
        List<String> kind = new ArrayList<>(List.of(words.kind(software.kind())));
        software.platforms().forEach(platform -> kind.add(Visible.of(platform)));
        line(labels.software(), kind);
        techniques(knowledge.usesOf(software.id()));
        line(
                labels.usedBy(),
                knowledge.usersOf(software.id()).stream()
                        .flatMap(use -> knowledge.actor(use.source()).stream())
                        .map(actor -> Visible.of(actor.id() + " " + actor.name()))
                        .toList());
    }

    private void catalogue(String key) {
        knowledge
                .citation(key)
                .map(citation -> citation.source().title()
                        + (citation.source().date().isEmpty()
                                ? ""
                                : " (" + citation.source().date() + ")")
                        + (citation.source().invented() ? " [" + words.invented() + "]" : ""))
                .ifPresent(title -> line(labels.catalogue(), Visible.of(title)));
    }

    private static String active(Campaign campaign) {
        String from = campaign.firstSeen().orElse("");
        String to = campaign.lastSeen().orElse("");
        return from.isEmpty() && to.isEmpty() ? "" : " " + Visible.of(from + " – " + to);
    }

    private void claims(String id) {
        List<AliasClaim> all = knowledge.aliasesOf(id);
        lines(labels.otherNames(), claims(all, true));
        lines(labels.claims(), claims(all, false));
    }

    private List<String> claims(List<AliasClaim> all, boolean names) {
        return all.stream()
                .filter(claim -> names == (claim.relation() == AliasClaim.Relation.ALSO_KNOWN_AS))
                .map(words::claim)
                .toList();
    }

    private void uses(String id) {
        List<Use> uses = knowledge.usesOf(id);
        line(
                labels.software(),
                uses.stream()
                        .flatMap(use -> knowledge.software(use.target()).stream())
                        .map(software -> Visible.of(software.name()))
                        .toList());
        techniques(uses);
    }

    /// How many techniques serve which tactic; one that serves several counts for each.
    private void techniques(List<Use> uses) {
        var perTactic = new EnumMap<Tactic, Integer>(Tactic.class);
        long techniques = uses.stream()
                .flatMap(use -> attack.current(use.target()).stream())
                .peek(technique -> technique.tactics().stream()
                        .flatMap(tactic -> Tactic.of(tactic).stream())
                        .forEach(tactic -> perTactic.merge(tactic, 1, Integer::sum)))
                .count();
        if (techniques > 0) {
            line(labels.techniques(), words.techniqueCount(techniques));
            line(
                    labels.tactics(),
                    perTactic.entrySet().stream().map(this::counted).toList());
        }
    }

    private String counted(Map.Entry<Tactic, Integer> tactic) {
        return Terms.of(tactic.getKey()).in(language.language()) + " " + tactic.getValue();
    }

    private void reports(String id) {
        lines(
                labels.reports(),
                knowledge.reportsOn(id).stream()
                        .map(report -> report(report, id))
                        .toList());
    }

    private String report(Report report, String id) {
        boolean held = report.heldActors().contains(id) || report.campaigns().contains(id);
        return Visible.of(report.source().date() + " " + report.source().publisher() + ": "
                        + report.source().title() + " (" + report.key() + ")")
                + (held ? "" : " [" + words.notHeld() + "]")
                + (report.source().invented() ? " [" + words.invented() + "]" : "");
    }

    private String named(String actor) {
        return actor
                + Optional.of(actor)
                        .flatMap(knowledge::actor)
                        .map(found -> " " + found.name())
                        .orElse("");
    }

    /// One value a line.
    private void lines(String label, List<String> values) {
        String head = label;
        for (String value : values) {
            line(head, value);
            head = "";
        }
    }

    /// Values in a row, broken where the terminal ends.
    private void line(String label, List<String> values) {
        var row = new StringBuilder();
        String head = label;
        for (int i = 0; i < values.size(); i++) {
            String part = values.get(i) + (i + 1 < values.size() ? ", " : "");
            if (!row.isEmpty() && INDENT + labelWidth + DisplayWidth.of(row + part) > width) {
                line(head, row.toString().stripTrailing());
                row.setLength(0);
                head = "";
            }
            row.append(part);
        }
        if (!row.isEmpty()) {
            line(head, row.toString());
        }
    }

    private void line(String label, String value) {
        out.println(" ".repeat(INDENT) + DisplayWidth.pad(label, labelWidth) + value);
    }
}
