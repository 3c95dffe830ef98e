package io.ashiato.publish.report;

import io.ashiato.model.Assessment;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.Finding;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Level;
import io.ashiato.model.Likelihood;
import io.ashiato.model.Observation;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.Tactic;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.Technique;
import io.ashiato.publish.report.Recommendation.Horizon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a report has to say, chosen and counted once, without language or format.
///
/// @param weight how grave the case is, which decides the title
/// @param grave the findings of level high or critical, in order of time
/// @param about the findings that title and summary speak of: the grave ones, or all where none is grave
/// @param turningPointCandidates of which [#turningPoints] are the chosen ones
/// @param references published sources, each once
/// @param hypotheses who did it, held against what speaks for and against each; empty where none was considered
public record ReportModel(
        IncidentCase incident,
        Weight weight,
        List<Finding> grave,
        List<Finding> about,
        Optional<Period> period,
        List<Judgement> judgements,
        List<Recommendation> recommendations,
        List<Stage> stages,
        List<TurningPoint> turningPoints,
        long turningPointCandidates,
        List<RuleUse> rules,
        List<TechniqueUse> techniques,
        ReferenceList references,
        HypothesisMatrix hypotheses) {
    /// Earliest first, those without a time last.
    public static final Comparator<Observation> BY_TIME = Comparator.comparing(
                    (Observation observation) -> observation.time().orElse(Instant.MAX))
            .thenComparing(Observation::id);

    /// How grave a case is.
    public enum Weight {
        NO_EVENTS,
        NOTHING,
        MINOR,
        SIGNS,
        INTRUDER
    }

    public record Period(Instant from, Instant to) {}

    /// A rule that matched, over all findings.
    ///
    /// @param count detections in all
    public record RuleUse(RuleInfo rule, long count, List<String> findings) {}

    /// A technique that findings name.
    ///
    /// @param level the highest level of a rule that names it
    public record TechniqueUse(Technique technique, Level level, long count, List<String> findings) {}

    /// @param whole the case with its passwords, which the model does not hold any more
    public static ReportModel of(IncidentCase whole) {
        IncidentCase incident = MaskedCase.of(whole);
        List<Finding> grave = incident.findings().stream()
                .filter(finding -> finding.level().atLeast(Level.HIGH))
                .toList();
        List<Finding> about = grave.isEmpty() ? incident.findings() : grave;
        TurningPoints.Choice turningPoints = new TurningPoints(incident).choose();
        return new ReportModel(
                incident,
                weight(incident, grave),
                grave,
                about,
                period(about),
                new Judgements(incident, grave).choose(),
                new Recommendations(incident).choose(),
                new Stages(incident).sort(),
                turningPoints.points(),
                turningPoints.candidates(),
                ruleUses(incident),
                techniqueUses(incident),
                ReferenceList.of(incident),
                HypothesisMatrix.of(attribution(incident)
                        .map(Assessment.Attribution::hypotheses)
                        .orElse(List.of())));
    }

    /// Who did it, where that was assessed.
    public Optional<Assessment.Attribution> attribution() {
        return attribution(incident);
    }

    static Optional<Assessment.Attribution> attribution(IncidentCase incident) {
        return incident.assessments().stream()
                .filter(Assessment.Attribution.class::isInstance)
                .map(Assessment.Attribution.class::cast)
                .findFirst();
    }

    /// The wider campaign, where that was assessed.
    public Optional<Assessment.Campaign> campaign() {
        return campaign(incident);
    }

    static Optional<Assessment.Campaign> campaign(IncidentCase incident) {
        return incident.assessments().stream()
                .filter(Assessment.Campaign.class::isInstance)
                .map(Assessment.Campaign.class::cast)
                .findFirst();
    }

    /// How things came in; a chain without a step tells nothing.
    public List<DeliveryChain> chains() {
        return incident.chains().stream()
                .filter(chain -> !chain.steps().isEmpty())
                .toList();
    }

    /// What was hidden, a verdict for each host.
    public List<Assessment.Tampering> tamperingVerdicts() {
        return tamperingVerdicts(incident);
    }

    static List<Assessment.Tampering> tamperingVerdicts(IncidentCase incident) {
        return incident.assessments().stream()
                .filter(Assessment.Tampering.class::isInstance)
                .map(Assessment.Tampering.class::cast)
                .toList();
    }

    /// Ids of findings that are held with lower confidence because their host was tampered with.
    public List<String> lowered() {
        return tamperingVerdicts().stream()
                .flatMap(it -> it.lowered().stream())
                .distinct()
                .toList();
    }

    /// The hypothesis that is claimed; empty where nobody is named.
    public Optional<Hypothesis> named() {
        return named(incident);
    }

    static Optional<Hypothesis> named(IncidentCase incident) {
        return attribution(incident)
                .filter(it -> it.named().isPresent())
                .flatMap(it -> it.hypotheses().stream()
                        .filter(hypothesis -> hypothesis.actor().equals(it.named()))
                        .findFirst());
    }

    /// The actions for today, the most pressing first.
    public List<Recommendation> today(int most) {
        return recommendations.stream()
                .filter(recommendation -> recommendation.horizon() == Horizon.TODAY)
                .limit(most)
                .toList();
    }

    /// The acts of tampering of one kind.
    public List<TamperingFact> tampering(TamperingFact.Kind kind) {
        return incident.tampering().stream().filter(fact -> fact.kind() == kind).toList();
    }

    /// The hosts of findings, in order of first activity.
    public static List<String> hosts(List<Finding> findings) {
        return findings.stream().map(Finding::host).distinct().toList();
    }

    /// Items that were not read, or not whole.
    public static long unread(IncidentCase incident) {
        return incident.items().stream().filter(ReportModel::unread).count();
    }

    /// Whether an item was not read, or not whole.
    public static boolean unread(EvidenceItem item) {
        return item.outcome().incomplete();
    }

    /// The tactics that a rule's tags name.
    public static Set<Tactic> tactics(RuleInfo rule) {
        var tactics = EnumSet.noneOf(Tactic.class);
        for (String name : rule.tactics()) {
            Tactic.of(name.toLowerCase(Locale.ROOT).replace('_', '-')).ifPresent(tactics::add);
        }
        return tactics;
    }

    private static Weight weight(IncidentCase incident, List<Finding> grave) {
        if (incident.events() == 0) {
            return Weight.NO_EVENTS;
        }
        if (incident.findings().isEmpty()) {
            return Weight.NOTHING;
        }
        if (grave.isEmpty()) {
            return Weight.MINOR;
        }
        boolean judged = incident.assessments().stream()
                .anyMatch(assessment -> assessment instanceof Assessment.Intrusion intrusion
                        && intrusion.likelihood().compareTo(Likelihood.VERY_LIKELY) >= 0);
        return judged ? Weight.INTRUDER : Weight.SIGNS;
    }

    private static Optional<Period> period(List<Finding> findings) {
        Optional<Instant> from =
                findings.stream().flatMap(finding -> finding.start().stream()).min(Comparator.naturalOrder());
        Optional<Instant> to =
                findings.stream().flatMap(finding -> finding.end().stream()).max(Comparator.naturalOrder());
        return from.flatMap(start -> to.map(end -> new Period(start, end)));
    }

    private static List<RuleUse> ruleUses(IncidentCase incident) {
        var uses = new LinkedHashMap<String, RuleUse>();
        for (Finding finding : incident.findings()) {
            for (Finding.RuleCount count : finding.rules()) {
                uses.merge(
                        count.rule().id(),
                        new RuleUse(count.rule(), count.count(), List.of(finding.id())),
                        (one, more) -> new RuleUse(
                                one.rule(), one.count() + more.count(), joined(one.findings(), more.findings())));
            }
        }
        return uses.values().stream()
                .sorted(Comparator.comparing((RuleUse use) -> use.rule().level())
                        .reversed()
                        .thenComparing(Comparator.comparingLong(RuleUse::count).reversed())
                        .thenComparing(use -> use.rule().title())
                        .thenComparing(use -> use.rule().id()))
                .toList();
    }

    private static List<TechniqueUse> techniqueUses(IncidentCase incident) {
        Map<String, TechniqueUse> uses = new TreeMap<>();
        for (Finding finding : incident.findings()) {
            for (Finding.RuleCount count : finding.rules()) {
                for (String id : count.rule().techniques()) {
                    Technique technique = incident.techniques().getOrDefault(id, new Technique(id, id, List.of()));
                    var use = new TechniqueUse(technique, count.rule().level(), count.count(), List.of(finding.id()));
                    uses.merge(id, use, ReportModel::joined);
                }
            }
        }
        return List.copyOf(uses.values());
    }

    private static TechniqueUse joined(TechniqueUse one, TechniqueUse more) {
        Level level = one.level().atLeast(more.level()) ? one.level() : more.level();
        return new TechniqueUse(
                one.technique(), level, one.count() + more.count(), joined(one.findings(), more.findings()));
    }

    private static List<String> joined(List<String> one, List<String> more) {
        var all = new ArrayList<>(one);
        more.stream().filter(id -> !all.contains(id)).forEach(all::add);
        return List.copyOf(all);
    }
}
