package io.ashiato.publish;

import io.ashiato.model.Artefact;
import io.ashiato.model.Assessment;
import io.ashiato.model.CaseRule;
import io.ashiato.model.Confidence;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.Level;
import io.ashiato.model.Likelihood;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One text in every place of artefacts, knowledge and assessments that it can get into.
final class HostileCase {
    private HostileCase() {}

    static IncidentCase of(IncidentCase logs, String text) {
        var source = new PublishedSource("key " + text, text, text, text, Optional.of(text), true);
        var assessments = new ArrayList<>(logs.assessments());
        assessments.add(attribution(text, source));
        assessments.add(new Assessment.Campaign(
                Optional.of(text),
                List.of("R-01"),
                Optional.of(new Assessment.Dated(text, source)),
                List.of(new Assessment.Country(text, source)),
                Optional.of(Likelihood.LIKELY),
                Confidence.LOW));
        var indicators = new ArrayList<>(logs.indicators());
        for (Indicator.Kind kind : List.of(Indicator.Kind.MAIL_ADDRESS, Indicator.Kind.IMPHASH)) {
            indicators.add(new Indicator(
                    "I-%03d".formatted(indicators.size() + 1),
                    kind,
                    text,
                    Indicator.Role.LURE,
                    Optional.empty(),
                    Optional.empty(),
                    Confidence.LOW,
                    List.of(),
                    List.of("A-001"),
                    true));
        }
        return new CaseParts(logs)
                .assessments(assessments)
                .indicators(indicators)
                .artefacts(artefacts(text))
                .chains(List.of(chain(text)))
                .samples(List.of(new SampleMatch(
                        "A-002", text, text, SampleMatch.Verdict.NEARLY_IDENTICAL, 0.9, 2, 1, 1, 1, 1, source)))
                .research(List.of(new ResearchRelation(
                        "R-01",
                        source,
                        List.of(text),
                        List.of(new ResearchRelation.SharedTrait(
                                new Trait(Trait.Kind.MUTEX, text, List.of("A-001")), Strength.B, text)))))
                .advice(List.of(new CaseRule(
                        "as-1111111111-hostile.yml",
                        text,
                        Level.HIGH,
                        "title: |\n  " + text + "\ndetection: {}\n",
                        1,
                        List.of("A-001"))))
                .knowledge(new KnowledgeUsed(
                        text, Optional.of(text), 1, List.of(new KnowledgeUsed.KnowledgeFile(text, text, true))))
                .build();
    }

    private static Assessment.Attribution attribution(String text, PublishedSource source) {
        var evidence = new ActorEvidence(
                Hypothesis.EvidenceClass.CODE,
                Strength.A,
                Hypothesis.Basis.PUBLIC_TOOLS,
                12,
                text,
                List.of("A-001"),
                List.of(source),
                Optional.empty());
        var hypothesis = new Hypothesis(
                Hypothesis.Kind.ACTOR,
                Optional.of(text),
                text,
                List.of(new Hypothesis.Alias(text, text, false), new Hypothesis.Alias(text, text, true)),
                Likelihood.LIKELY,
                Confidence.LOW,
                List.of(evidence),
                List.of(evidence));
        return new Assessment.Attribution(Optional.of(text), Optional.empty(), List.of(hypothesis));
    }

    private static List<Artefact> artefacts(String text) {
        Facts facts = Facts.builder()
                .text("machine_id", text)
                .text("author", text)
                .text("arguments", text)
                .text("imphash", text)
                .text("pdb_path", text)
                .texts("subject", List.of(text, text))
                .build();
        return List.of(
                new Artefact(
                        "A-001",
                        text,
                        CaseMaker.hash("a"),
                        EvidenceKind.SHORTCUT,
                        Optional.empty(),
                        Optional.empty(),
                        facts),
                new Artefact(
                        "A-002",
                        text,
                        CaseMaker.hash("b"),
                        EvidenceKind.PE,
                        Optional.empty(),
                        Optional.empty(),
                        facts));
    }

    private static DeliveryChain chain(String text) {
        var steps = new ArrayList<DeliveryChain.Step>();
        for (DeliveryChain.Joint joint : DeliveryChain.Joint.values()) {
            steps.add(new DeliveryChain.Step(
                    DeliveryChain.Kind.COMMAND,
                    joint,
                    text,
                    Optional.of("A-001"),
                    Optional.empty(),
                    Optional.of(SampleCases.source(text, 1))));
        }
        return new DeliveryChain("C-01", steps);
    }
}
