package io.ashiato.intel.judgement;

import io.ashiato.intel.knowledge.Campaign;
import io.ashiato.intel.knowledge.Cited;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.intel.knowledge.Report;
import io.ashiato.model.Assessment;
import io.ashiato.model.Confidence;
import io.ashiato.model.Likelihood;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.ResearchRelation.SharedTrait;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What larger campaign a case belongs to: the one that the reports which share rare traits with it describe.
public final class CampaignJudgement {
    private final Knowledge knowledge;

    private CampaignJudgement(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// The judgement; without a campaign where no relation is strong enough to carry one.
    public static Assessment.Campaign of(List<ResearchRelation> relations, Knowledge knowledge) {
        return new CampaignJudgement(knowledge).judge(relations);
    }

    /// A campaign, or a single report where none is named, with the relations that carry it.
    private static final class Line {
        private final Optional<Campaign> campaign;
        private final List<ResearchRelation> relations = new ArrayList<>();

        Line(Optional<Campaign> campaign) {
            this.campaign = campaign;
        }

        /// Different observations of that strength, over all relations. The same one in two reports counts once, and
        /// so do several features of one kind on one artefact: who copies a shortcut copies all that it says.
        long traits(Strength strength) {
            Set<String> values = new HashSet<>();
            for (ResearchRelation relation : relations) {
                for (SharedTrait shared : relation.shared()) {
                    if (shared.strength() == strength) {
                        values.add(observation(shared.trait()));
                    }
                }
            }
            return values.size();
        }

        private static String observation(Trait trait) {
            String carrier = trait.references().isEmpty()
                    ? trait.value()
                    : trait.references().getFirst();
            return Weights.classOf(trait.kind()) + "|" + carrier;
        }

        long weight() {
            return traits(Strength.A) * 10 + traits(Strength.B);
        }
    }

    private Assessment.Campaign judge(List<ResearchRelation> relations) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (ResearchRelation relation : relations) {
            Optional<Report> report = Relations.report(relation, knowledge);
            List<String> campaigns = report.map(Report::campaigns).orElse(List.of());
            if (campaigns.isEmpty()) {
                lines.computeIfAbsent(relation.source().key(), key -> new Line(Optional.empty()))
                        .relations
                        .add(relation);
            }
            for (String id : campaigns) {
                Set<String> same = SameCampaign.as(id, knowledge); // ordered: its first is one key for all of them
                lines.computeIfAbsent(same.iterator().next(), key -> new Line(knowledge.campaign(id)))
                        .relations
                        .add(relation);
            }
        }
        return lines.values().stream()
                .max(Comparator.comparingLong(Line::weight)
                        .thenComparing(line -> line.campaign.isPresent())
                        .thenComparingInt(line -> line.relations.size()))
                .flatMap(this::campaign)
                .orElse(new Assessment.Campaign(
                        Optional.empty(), List.of(), Optional.empty(), List.of(), Optional.empty(), Confidence.LOW));
    }

    private Optional<Assessment.Campaign> campaign(Line line) {
        Optional<Likelihood> likelihood = likelihood(line);
        if (likelihood.isEmpty()) {
            return Optional.empty();
        }
        List<Report> reports = reports(line);
        return Optional.of(new Assessment.Campaign(
                line.campaign.map(Campaign::name),
                line.relations.stream().map(ResearchRelation::id).toList(),
                since(reports),
                countries(reports),
                likelihood,
                confidence(line)));
    }

    /// One trait that is easy to fake carries nothing; several, or one that is hard to fake, do.
    private static Optional<Likelihood> likelihood(Line line) {
        long hard = line.traits(Strength.A);
        long rare = line.traits(Strength.B);
        if (hard >= 1 && hard + rare >= 2) {
            return Optional.of(Likelihood.VERY_LIKELY);
        }
        return hard >= 1 || rare >= 2 ? Optional.of(Likelihood.LIKELY) : Optional.empty();
    }

    private Confidence confidence(Line line) {
        List<String> keys =
                line.relations.stream().map(relation -> relation.source().key()).toList();
        int witnesses = knowledge.witnesses(keys, "campaign").size();
        return witnesses >= 2 ? Confidence.MODERATE : Confidence.LOW;
    }

    /// The reports that carry the link, and the others on the same campaign: what they say of it holds for it
    /// as a whole.
    private List<Report> reports(Line line) {
        Map<String, Report> reports = new TreeMap<>();
        line.relations.forEach(relation ->
                Relations.report(relation, knowledge).ifPresent(report -> reports.put(report.key(), report)));
        line.campaign.ifPresent(campaign -> SameCampaign.as(campaign.id(), knowledge)
                .forEach(id -> knowledge.reportsOn(id).forEach(report -> reports.put(report.key(), report))));
        return List.copyOf(reports.values());
    }

    /// The earliest first activity that a report gives; dates of equal beginning are ordered by their exactness.
    private static Optional<Assessment.Dated> since(List<Report> reports) {
        return reports.stream()
                .flatMap(report -> report.activity().firstSeen().stream()
                        .map(Cited::value)
                        .filter(date -> date.matches("\\d{4}(-\\d\\d){0,2}"))
                        .map(date -> new Assessment.Dated(date, report.source())))
                .min(Comparator.comparing(Assessment.Dated::date)
                        .thenComparing(dated -> dated.source().key()));
    }

    /// Countries of targets or victims, each with the report that says so first. Regions are no countries.
    private static List<Assessment.Country> countries(List<Report> reports) {
        Map<String, Assessment.Country> byCode = new TreeMap<>();
        reports.stream()
                .sorted(Comparator.comparing((Report report) -> report.source().date())
                        .thenComparing(Report::key))
                .forEach(report -> report.activity().victimCountries().stream()
                        .map(Cited::value)
                        .filter(code -> code.matches("[A-Z]{2}"))
                        .forEach(code -> byCode.putIfAbsent(code, new Assessment.Country(code, report.source()))));
        return List.copyOf(byCode.values());
    }
}
