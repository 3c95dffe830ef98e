package io.ashiato.publish;

import io.ashiato.model.Assessment.Attribution;
import io.ashiato.model.Assessment.Campaign;
import io.ashiato.model.Assessment.Country;
import io.ashiato.model.Assessment.Dated;
import io.ashiato.model.Assessment.Refusal;
import io.ashiato.model.Confidence;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.Hypothesis.Alias;
import io.ashiato.model.Hypothesis.Basis;
import io.ashiato.model.Hypothesis.Discount;
import io.ashiato.model.Hypothesis.EvidenceClass;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.KnowledgeUsed.KnowledgeFile;
import io.ashiato.model.Likelihood;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.RichContradiction;
import io.ashiato.model.Strength;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who did it in the sample case, with its competing hypotheses, and the refusals.
final class ModelAttribution {
    static final KnowledgeUsed WITH_INVENTED = new KnowledgeUsed(
            "2026-11-23",
            Optional.empty(),
            1,
            List.of(new KnowledgeFile("knowledge.json", CaseMaker.hash("knowledge.json"), true)));

    private ModelAttribution() {}

    static Attribution named() {
        return new Attribution(
                Optional.of("G0032"),
                Optional.empty(),
                List.of(
                        hypothesis(
                                Hypothesis.Kind.ACTOR,
                                Likelihood.LIKELY,
                                List.of(
                                        code(40),
                                        machine(6),
                                        evidence(
                                                EvidenceClass.VICTIM,
                                                Strength.C,
                                                Basis.VICTIM_PROFILE,
                                                1.8,
                                                "financial-services",
                                                List.of(),
                                                ModelCase.CAMPAIGN),
                                        techniques(1.3),
                                        fileName(),
                                        tools()),
                                List.of(language(0.6))),
                        hypothesis(
                                Hypothesis.Kind.SHARED_TOOLS,
                                Likelihood.VERY_UNLIKELY,
                                List.of(code(1.5), tools()),
                                List.of(machine(0.3))),
                        hypothesis(
                                Hypothesis.Kind.IMITATION,
                                Likelihood.VERY_UNLIKELY,
                                List.of(machine(2.5), techniques(1.3), tools()),
                                List.of(code(0.05))),
                        hypothesis(
                                Hypothesis.Kind.UNKNOWN_ACTOR,
                                Likelihood.VERY_UNLIKELY,
                                List.of(language(1.4), tools()),
                                List.of(code(0.1), machine(0.3)))));
    }

    /// The same evidence without the code, or none at all: nobody is named.
    static Attribution refused(Refusal refusal) {
        List<Hypothesis> considered = switch (refusal) {
            case NOTHING_POINTS, NO_INTRUSION -> List.of();
            case ONLY_TECHNIQUES -> candidates(List.of(techniques(1.3)), List.of());
            case ONLY_PUBLIC_TOOLS -> candidates(List.of(tools()), List.of());
            case ONE_KIND_OF_EVIDENCE -> candidates(List.of(machine(6)), List.of());
            case TOO_WEAK -> candidates(List.of(machine(2), techniques(1.3)), List.of(language(0.6)));
            case CONTRADICTED -> candidates(List.of(planted(), techniques(1.3)), List.of(contradiction()));
            case COMPETING -> candidates(List.of(machine(6), code(1.5)), List.of(language(0.4)));
        };
        return new Attribution(Optional.empty(), Optional.of(refusal), considered);
    }

    private static List<Hypothesis> candidates(List<ActorEvidence> supporting, List<ActorEvidence> opposing) {
        return List.of(
                hypothesis(Hypothesis.Kind.UNKNOWN_ACTOR, Likelihood.ROUGHLY_EVEN, List.of(), List.of()),
                hypothesis(Hypothesis.Kind.ACTOR, Likelihood.UNLIKELY, supporting, opposing));
    }

    static Campaign campaign() {
        return new Campaign(
                Optional.of("Dangerous Password"),
                List.of("R-02", "R-03"),
                Optional.of(new Dated("2018-01", ModelCase.CAMPAIGN)),
                Stream.of("US", "CN", "GB", "CA", "DE", "RU", "KR", "AR", "SG", "HK", "NL", "EE", "JP", "PH")
                        .map(code -> new Country(code, ModelCase.CAMPAIGN))
                        .toList(),
                Optional.of(Likelihood.LIKELY),
                Confidence.MODERATE);
    }

    private static Hypothesis hypothesis(
            Hypothesis.Kind kind, Likelihood likelihood, List<ActorEvidence> supporting, List<ActorEvidence> opposing) {
        boolean actor = kind == Hypothesis.Kind.ACTOR;
        return new Hypothesis(
                kind,
                actor ? Optional.of("G0032") : Optional.empty(),
                actor ? "Lazarus Group" : "",
                actor
                        ? List.of(
                                new Alias("HIDDEN COBRA", "US-CERT", false),
                                new Alias("APT38", "F-Secure", true),
                                new Alias("Diamond Sleet", "Microsoft", true))
                        : List.of(),
                likelihood,
                Confidence.MODERATE,
                supporting,
                opposing);
    }

    private static ActorEvidence code(double ratio) {
        return evidence(
                EvidenceClass.CODE,
                Strength.A,
                Basis.CODE_LIKENESS,
                ratio,
                "KITE loader",
                List.of("A-007", "R-01"),
                ModelCase.INVENTED);
    }

    private static ActorEvidence machine(double ratio) {
        return evidence(
                EvidenceClass.LURE,
                Strength.B,
                Basis.LURE_TRAIT,
                ratio,
                "desktop-mn3id9",
                List.of("A-004", "R-02"),
                ModelCase.PHISHING);
    }

    private static ActorEvidence techniques(double ratio) {
        return evidence(
                EvidenceClass.BEHAVIOUR,
                Strength.C,
                Basis.TECHNIQUE_PROFILE,
                ratio,
                "T1547.005, T1053.005",
                List.of("F-002", "F-003"),
                ModelCase.CAMPAIGN);
    }

    private static ActorEvidence fileName() {
        return new ActorEvidence(
                EvidenceClass.LURE,
                Strength.C,
                Basis.LURE_TRAIT,
                1,
                "password.txt.lnk",
                List.of("A-004", "R-02"),
                List.of(ModelCase.PHISHING),
                Optional.of(Discount.SAME_SOURCE));
    }

    private static ActorEvidence tools() {
        return new ActorEvidence(
                EvidenceClass.TOOLS,
                Strength.C,
                Basis.PUBLIC_TOOLS,
                1,
                "wevtutil, schtasks, mshta",
                List.of("F-001"),
                List.of(),
                Optional.of(Discount.COMMON));
    }

    private static ActorEvidence language(double ratio) {
        return evidence(
                EvidenceClass.LANGUAGE, Strength.C, Basis.LANGUAGE_TRACE, ratio, "1251", List.of("A-001"), null);
    }

    private static ActorEvidence planted() {
        return new ActorEvidence(
                EvidenceClass.CODE,
                Strength.B,
                Basis.RICH_HEADER,
                1,
                CaseMaker.hash("rich").substring(0, 32),
                List.of("A-007"),
                List.of(ModelCase.INVENTED),
                Optional.of(Discount.POSSIBLY_PLANTED));
    }

    private static ActorEvidence contradiction() {
        return evidence(
                EvidenceClass.CODE,
                Strength.B,
                Basis.CONTRADICTION,
                0.2,
                RichContradiction.RUNTIME.with("VCRUNTIME140.dll", "6.0") + "; "
                        + RichContradiction.CHECKSUM.with("0badcafe"),
                List.of("A-007"),
                null);
    }

    private static ActorEvidence evidence(
            EvidenceClass kind,
            Strength strength,
            Basis basis,
            double ratio,
            String value,
            List<String> references,
            @org.jspecify.annotations.Nullable PublishedSource source) {
        return new ActorEvidence(
                kind,
                strength,
                basis,
                ratio,
                value,
                references,
                source == null ? List.of() : List.of(source),
                Optional.empty());
    }
}
