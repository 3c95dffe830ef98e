package io.ashiato.casefile.store;

import io.ashiato.casefile.Made;
import io.ashiato.casefile.findings.FindingBuilder;
import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.AccountSummary;
import io.ashiato.model.Artefact;
import io.ashiato.model.Assessment;
import io.ashiato.model.CaseRule;
import io.ashiato.model.Confidence;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.Detection;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.model.HostSummary;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.ItemOutcome;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.Level;
import io.ashiato.model.Likelihood;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.RecordRef;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.RuleCoverage;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.Strength;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.Technique;
import io.ashiato.model.Tlp;
import io.ashiato.model.Trait;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// A case in which every part is filled, with text that is hard to write.
final class WholeCase {
    private static final Instant TIME = Instant.parse("2019-10-09T08:00:00.123456700Z");
    private static final String HARD = "line\nbreak \u202e \"quoted\" \\ 足跡 \uD83D\uDC63 \uD800";
    private static final PublishedSource SOURCE =
            new PublishedSource("r-2020", "Somebody", HARD, "2020-08", Optional.of("https://r.example/"), true);
    private static final RecordRef RECORD =
            new RecordRef("a.zip!/x.evtx", "ab".repeat(32), 4096, OptionalLong.of(7), OptionalLong.empty());

    private WholeCase() {}

    static Facts facts() {
        return Facts.builder()
                .text("author", HARD)
                .text("nearly_a_time", "2020-01-01T00:00:00")
                .number("size", Long.MAX_VALUE)
                .flag("macro", true)
                .time("modified", TIME)
                .texts("urls", List.of("http://x.example/", ""))
                .texts("none", List.of())
                .counts("imports", Map.of("kernel32.dll", 12L))
                .groups(
                        "strings",
                        List.of(Facts.builder()
                                .text("text", "x")
                                .time("at", TIME)
                                .build()))
                .build();
    }

    static IncidentCase make() {
        var builder = new FindingBuilder(AttackKnowledge.builtIn());
        builder.accept(Made.detection(
                Made.rule("r", Level.HIGH, "execution"),
                "2019-10-09T08:00:00Z",
                "A",
                "CommandLine",
                HARD,
                "User",
                "C\\x"));
        builder.accept(new Detection(
                Made.rule("s", Level.HIGH),
                Made.event("2019-10-09T08:01:00Z", "A", "Security", "4624", "User", "C\\x"),
                Optional.of(Made.correlated(HARD))));
        var trait = new Trait(Trait.Kind.MACHINE_ID, "desktop-1", List.of("A-001"));
        var piece = new Hypothesis.ActorEvidence(
                Hypothesis.EvidenceClass.LURE,
                Strength.B,
                Hypothesis.Basis.LURE_TRAIT,
                0.1 + 0.2,
                HARD,
                List.of("A-001", "R-01"),
                List.of(SOURCE),
                Optional.of(Hypothesis.Discount.PUBLISHED_BEFORE));
        var actor = new Hypothesis(
                Hypothesis.Kind.ACTOR,
                Optional.of("G0032"),
                "Lazarus Group",
                List.of(new Hypothesis.Alias("HIDDEN COBRA", "US-CERT", true)),
                Likelihood.LIKELY,
                Confidence.MODERATE,
                List.of(piece),
                List.of());
        return new IncidentCase(
                "AS-0123456789",
                Instant.parse("2026-11-23T00:00:00Z"),
                "Ashiato",
                Tlp.AMBER_STRICT,
                "19",
                List.of(new EvidenceItem(
                        "a.zip",
                        -1,
                        "",
                        EvidenceKind.ZIP,
                        Optional.of("A"),
                        ItemOutcome.of(ItemOutcome.State.UNPACKED))),
                List.of(Diagnostic.of(DiagnosticCode.KNOWLEDGE_INVENTED, "x")
                        .with("reason", HARD)
                        .at(5)),
                12,
                3,
                Optional.of(TIME),
                Optional.empty(),
                new RuleCoverage(3, 1, List.of(), List.of(new RuleCoverage.SilentSource("windows/dns", 4))),
                List.of(new HostSummary(
                        "A",
                        Optional.of(TIME),
                        Optional.empty(),
                        12,
                        3,
                        List.of(new HostSummary.ChannelCoverage("Security", 12, Optional.empty(), Optional.of(TIME))))),
                List.of(new AccountSummary("C\\x", List.of("A"), Optional.of(TIME), Optional.of(TIME), 3)),
                builder.finish(),
                List.of(new TamperingFact(
                        "T-01",
                        TamperingFact.Kind.RECORDS_MISSING,
                        Optional.of(TIME),
                        "A",
                        Optional.empty(),
                        HARD,
                        "Security",
                        "",
                        RECORD,
                        new TreeMap<>(Map.of("from", "1", "to", "9")))),
                List.of(
                        new Assessment.Intrusion(
                                Likelihood.VERY_LIKELY,
                                Confidence.HIGH,
                                List.of(new Assessment.Reason(Assessment.Reason.Kind.GRAVE_FINDINGS, true, 2)),
                                List.of("F-001")),
                        new Assessment.Tampering(
                                "A",
                                Assessment.TamperingVerdict.SUSPICIOUS,
                                List.of("T-01"),
                                List.of(),
                                List.of("System")),
                        new Assessment.Attribution(Optional.of("G0032"), Optional.empty(), List.of(actor)),
                        new Assessment.Campaign(
                                Optional.of("Dangerous Password"),
                                List.of("R-01"),
                                Optional.of(new Assessment.Dated("2018", SOURCE)),
                                List.of(new Assessment.Country("JP", SOURCE)),
                                Optional.of(Likelihood.LIKELY),
                                Confidence.LOW)),
                List.of(new Indicator(
                        "I-001",
                        Indicator.Kind.MAIL_ADDRESS,
                        HARD,
                        Indicator.Role.LURE,
                        Optional.of(TIME),
                        Optional.empty(),
                        Confidence.LOW,
                        List.of("F-001"),
                        List.of("A-001"),
                        false)),
                Map.of("T1204.002", new Technique("T1204.002", "Malicious File", List.of("execution"))),
                List.of(new Artefact(
                        "A-001",
                        "a.zip!/x.docx",
                        "cd".repeat(32),
                        EvidenceKind.OOXML,
                        Optional.empty(),
                        Optional.of(Artefact.Role.MEMBER),
                        facts())),
                List.of(new DeliveryChain(
                        "C-01",
                        List.of(new DeliveryChain.Step(
                                DeliveryChain.Kind.DOCUMENT,
                                DeliveryChain.Joint.START,
                                HARD,
                                Optional.of("A-001"),
                                Optional.of(TIME),
                                Optional.of(RECORD))))),
                List.of(new SampleMatch(
                        "A-001",
                        "ef".repeat(32),
                        "Kagerou",
                        SampleMatch.Verdict.SAME_FAMILY,
                        0.5,
                        9,
                        8,
                        7,
                        6,
                        5,
                        SOURCE)),
                List.of(new ResearchRelation(
                        "R-01",
                        SOURCE,
                        List.of("Lazarus Group"),
                        List.of(new ResearchRelation.SharedTrait(trait, Strength.B, "DESKTOP-1")))),
                List.of(new CaseRule("a.yml", "title", Level.HIGH, "title: x\n", 3, List.of("A-001"))),
                new KnowledgeUsed(
                        "2026-11-23",
                        Optional.of("2021-05-31"),
                        7,
                        List.of(new KnowledgeUsed.KnowledgeFile("ours", "ab".repeat(32), true))));
    }
}
