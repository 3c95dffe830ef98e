package io.ashiato.cli;

import io.ashiato.intel.judgement.CaseJudgement;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.ResearchRelation.SharedTrait;
import io.ashiato.publish.language.AttributionTerms;
import io.ashiato.publish.render.Visible;
import java.io.PrintWriter;
import java.util.List;

/// A judgement on a case as lines for the terminal: what is concluded, then each explanation with what speaks for
/// and against it.
final class JudgementText {
    /// Traits of one report that are shown; the JSON form has all.
    private static final int MAX_TRAITS = 8;

    private final PrintWriter out;
    private final Words words;
    private final JudgementWords said;

    JudgementText(Commands.Shared shared) {
        this.out = shared.terminal().out();
        this.words = shared.words();
        this.said = words.judgement();
    }

    void print(IncidentCase incident, CaseJudgement judgement, KnowledgeUsed used) {
        JudgementWords.Labels labels = said.labels();
        line(labels.incident(), Visible.of(incident.id()));
        line(labels.knowledge(), said.knowledge(used));
        line(words.stage().attribution(), words.attribution(judgement.attribution()));
        line(words.stage().campaign(), words.campaign(judgement.campaign()));
        int rank = 0;
        for (Hypothesis hypothesis : judgement.attribution().hypotheses()) {
            rank++;
            out.println();
            out.println(rank + ". " + name(hypothesis) + ": "
                    + said.measure(hypothesis.likelihood(), hypothesis.confidence()));
            pieces(labels.pro(), hypothesis.supporting());
            pieces(labels.contra(), hypothesis.opposing());
        }
        if (!judgement.relations().isEmpty()) {
            out.println();
            relations(judgement.relations());
        }
    }

    /// Published reports with what a case shares with each.
    void relations(List<ResearchRelation> relations) {
        for (ResearchRelation relation : relations) {
            out.println(Visible.of(relation.id()) + "  " + said.source(relation.source()));
            shared(relation.shared());
        }
    }

    /// One trait a line, the strongest first.
    void shared(List<SharedTrait> shared) {
        shared.stream().limit(MAX_TRAITS).forEach(trait -> out.println("     " + said.shared(trait)));
        if (shared.size() > MAX_TRAITS) {
            out.println("     " + said.more(shared.size() - MAX_TRAITS));
        }
    }

    private String name(Hypothesis hypothesis) {
        return switch (hypothesis.kind()) {
            case ACTOR ->
                Visible.of(hypothesis.name())
                        + hypothesis
                                .actor()
                                .map(id -> " (" + Visible.of(id) + ")")
                                .orElse("");
            case SHARED_TOOLS, IMITATION, UNKNOWN_ACTOR ->
                AttributionTerms.of(hypothesis.kind()).in(words.language());
        };
    }

    private void pieces(String label, List<ActorEvidence> pieces) {
        String head = label;
        for (ActorEvidence piece : pieces) {
            out.println("   " + DisplayWidth.pad(head, width()) + said.evidence(piece));
            head = "";
        }
    }

    private int width() {
        return 2
                + Math.max(
                        DisplayWidth.of(said.labels().pro()),
                        DisplayWidth.of(said.labels().contra()));
    }

    private void line(String label, String text) {
        int width = 2
                + List.of(
                                said.labels().incident(),
                                said.labels().knowledge(),
                                words.stage().attribution(),
                                words.stage().campaign())
                        .stream()
                        .mapToInt(DisplayWidth::of)
                        .max()
                        .orElse(0);
        out.println(DisplayWidth.pad(label, width) + text);
    }
}
