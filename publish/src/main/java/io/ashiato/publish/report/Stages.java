package io.ashiato.publish.report;

import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Observation;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.Tactic;
import io.ashiato.model.Technique;
import io.ashiato.publish.language.Bilingual;
import io.ashiato.publish.language.TechniqueWords;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.Stage.HostSigns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sorts the observations of all findings into the stages of an intrusion and chooses which are quoted.
final class Stages {
    /// Quotes of one stage that a reader takes in.
    static final int MOST_QUOTES = 6;

    private final IncidentCase incident;
    private final Set<String> quoted = new HashSet<>();

    Stages(IncidentCase incident) {
        this.incident = incident;
    }

    List<Stage> sort() {
        var stages = new ArrayList<Stage>();
        for (Tactic tactic : Tactic.values()) {
            stage(Optional.of(tactic)).ifPresent(stages::add);
        }
        stage(Optional.empty()).ifPresent(stages::add);
        return List.copyOf(stages);
    }

    /// Those of the rule's tags or, where it names none, those of its techniques.
    private Set<Tactic> tacticsOf(Observation observation) {
        Set<Tactic> tactics = ReportModel.tactics(observation.rule());
        if (tactics.isEmpty()) {
            for (String technique : observation.rule().techniques()) {
                var known = incident.techniques().get(technique);
                if (known != null) {
                    known.tactics().forEach(name -> Tactic.of(name).ifPresent(tactics::add));
                }
            }
        }
        return tactics;
    }

    private boolean belongs(Observation observation, Optional<Tactic> tactic) {
        Set<Tactic> tactics = tacticsOf(observation);
        return tactic.map(tactics::contains).orElse(tactics.isEmpty());
    }

    private Optional<Stage> stage(Optional<Tactic> tactic) {
        var findings = new ArrayList<String>();
        var here = new ArrayList<Observation>();
        for (Finding finding : incident.findings()) {
            List<Observation> fitting = finding.observations().stream()
                    .filter(observation -> belongs(observation, tactic))
                    .toList();
            if (!fitting.isEmpty()) {
                findings.add(finding.id());
                here.addAll(fitting);
            }
        }
        if (here.isEmpty()) {
            return Optional.empty();
        }
        List<Observation> telling = mostTelling(here);
        List<String> elsewhere =
                telling.stream().map(Observation::id).filter(quoted::contains).toList();
        List<Observation> quotes = telling.stream()
                .filter(observation -> !quoted.contains(observation.id()))
                .toList();
        quotes.forEach(observation -> quoted.add(observation.id()));
        return Optional.of(
                new Stage(tactic, seen(here, tactic), List.copyOf(findings), quotes, elsewhere, here.size()));
    }

    /// Each host with its own signs; hosts with the same ones stand together.
    private List<HostSigns> seen(List<Observation> here, Optional<Tactic> tactic) {
        var byHost = new LinkedHashMap<String, List<Observation>>();
        here.forEach(observation -> byHost.computeIfAbsent(observation.host(), host -> new ArrayList<>())
                .add(observation));
        var hostsOf = new LinkedHashMap<Set<Bilingual>, List<String>>();
        byHost.forEach((host, observations) -> {
            List<Bilingual> signs =
                    signs(observations, tactic).stream().limit(Stage.MOST_SIGNS).toList();
            if (!signs.isEmpty()) {
                hostsOf.computeIfAbsent(new LinkedHashSet<>(signs), it -> new ArrayList<>())
                        .add(host);
            }
        });
        return hostsOf.entrySet().stream()
                .map(it -> new HostSigns(List.copyOf(it.getValue()), List.copyOf(it.getKey())))
                .toList();
    }

    /// What techniques of the stage left behind. A technique of another tactic, which the same rule names too,
    /// is told there.
    private List<Bilingual> signs(List<Observation> here, Optional<Tactic> tactic) {
        var signs = new LinkedHashSet<Bilingual>();
        here.stream()
                .map(Observation::rule)
                .sorted(Comparator.comparing(RuleInfo::level).reversed())
                .flatMap(rule -> rule.techniques().stream())
                .filter(id -> ofTactic(id, tactic))
                .forEach(id -> TechniqueWords.signs(id).ifPresent(signs::add));
        if (signs.isEmpty()) {
            tactic.map(Terms::signs).ifPresent(signs::add);
        }
        return List.copyOf(signs);
    }

    private boolean ofTactic(String technique, Optional<Tactic> tactic) {
        Technique known = incident.techniques().get(technique);
        return known == null
                || tactic.isEmpty()
                || known.tactics().contains(tactic.get().shortName());
    }

    /// The gravest, no rule twice with the same value on the same host, in order of time.
    private static List<Observation> mostTelling(List<Observation> all) {
        var seen = new HashSet<String>();
        var rules = new HashSet<String>();
        List<Observation> sorted = all.stream()
                .sorted(Comparator.comparing(
                                (Observation observation) -> observation.rule().level())
                        .reversed()
                        .thenComparing(ReportModel.BY_TIME))
                .filter(observation ->
                        seen.add(observation.rule().id() + "\n" + observation.host() + "\n" + observation.telling()))
                .toList();
        // One of each rule first: six hits of one rule would hide the others.
        var chosen = new ArrayList<Observation>();
        sorted.stream()
                .filter(observation -> rules.add(observation.rule().id()))
                .limit(MOST_QUOTES)
                .forEach(chosen::add);
        sorted.stream()
                .filter(observation -> !chosen.contains(observation))
                .limit(MOST_QUOTES - chosen.size())
                .toList()
                .forEach(chosen::add);
        chosen.sort(ReportModel.BY_TIME);
        return List.copyOf(chosen);
    }
}
