package io.ashiato.publish.report;

import io.ashiato.model.AccountSummary;
import io.ashiato.model.Assessment;
import io.ashiato.model.Finding;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Level;
import io.ashiato.model.Tactic;
import io.ashiato.model.TamperingFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Chooses the key judgements of a case: at least two, at most [#MOST], the gravest first.
final class Judgements {
    /// More than five claims on a first page are not remembered.
    static final int MOST = 5;

    /// A reader follows a few references from a judgement; the findings list has all.
    private static final int MOST_MARKS = 4;

    private final IncidentCase incident;
    private final List<Finding> grave;

    Judgements(IncidentCase incident, List<Finding> grave) {
        this.incident = incident;
        this.grave = grave;
    }

    /// Who did it, the campaign and the blind spots have their places; what else was observed fills the rest.
    List<Judgement> choose() {
        var observed = new ArrayList<Judgement>();
        intrusion().ifPresent(observed::add);
        if (grave.isEmpty()) {
            observed.add(new Judgement.NothingMatched(
                    incident.events(), incident.hosts().size()));
        }
        hidden().ifPresent(observed::add);
        credentialsAtRisk().ifPresent(observed::add);
        accountOnHosts().ifPresent(observed::add);
        var assessed = new ArrayList<Judgement>();
        attribution().ifPresent(assessed::add);
        campaign().ifPresent(assessed::add);
        blindSpots().ifPresent(assessed::add);
        int room = Math.min(MOST - assessed.size(), observed.size());
        var judgements = new ArrayList<>(observed.subList(0, room));
        observed.subList(room, observed.size()).forEach(left -> join(left, judgements));
        judgements.addAll(assessed);
        return List.copyOf(judgements);
    }

    /// Password theft decides what must be done today, so it is told even where all places are taken.
    private static void join(Judgement left, List<Judgement> judgements) {
        if (left instanceof Judgement.CredentialsAtRisk credentials) {
            judgements.replaceAll(it -> it instanceof Judgement.Intrusion intrusion ? intrusion.with(credentials) : it);
        }
    }

    private Optional<Judgement> attribution() {
        return ReportModel.attribution(incident)
                .map(attribution -> ReportModel.named(incident)
                        .<Judgement>map(this::attributed)
                        .orElseGet(() -> new Judgement.Refused(
                                attribution.refusal().orElse(Assessment.Refusal.NOTHING_POINTS))));
    }

    private Judgement attributed(Hypothesis hypothesis) {
        return new Judgement.Attributed(
                hypothesis,
                few(HypothesisMatrix.moving(hypothesis).stream()
                        .flatMap(it -> it.references().stream())
                        .distinct()
                        .toList()));
    }

    private Optional<Judgement> campaign() {
        return ReportModel.campaign(incident)
                .filter(it -> it.likelihood().isPresent())
                .map(it -> new Judgement.PartOfCampaign(it, few(it.relations())));
    }

    private Optional<Judgement> intrusion() {
        if (incident.findings().isEmpty()) {
            return Optional.empty();
        }
        for (Assessment assessment : incident.assessments()) {
            if (assessment instanceof Assessment.Intrusion intrusion) {
                List<Finding> about = grave.isEmpty() ? incident.findings() : grave;
                return Optional.of(new Judgement.Intrusion(
                        intrusion.likelihood(),
                        intrusion.confidence(),
                        intrusion.reasons(),
                        ReportModel.hosts(about),
                        List.of(),
                        few(intrusion.findings())));
            }
        }
        return Optional.empty();
    }

    private List<TamperingFact> tampering(TamperingFact.Kind kind) {
        return incident.tampering().stream().filter(fact -> fact.kind() == kind).toList();
    }

    private Optional<Judgement> hidden() {
        List<TamperingFact> cleared = tampering(TamperingFact.Kind.LOG_CLEARED);
        List<TamperingFact> disabled = tampering(TamperingFact.Kind.ANTIVIRUS_DISABLED);
        List<Assessment.Tampering> verdicts = ReportModel.tamperingVerdicts(incident).stream()
                .filter(it -> it.verdict() != Assessment.TamperingVerdict.NONE_SEEN)
                .toList();
        if (cleared.isEmpty() && disabled.isEmpty() && verdicts.isEmpty()) {
            return Optional.empty();
        }
        List<String> told = Stream.concat(cleared.stream(), disabled.stream())
                .map(TamperingFact::host)
                .toList();
        List<String> others = verdicts.stream()
                .map(Assessment.Tampering::host)
                .filter(host -> !told.contains(host))
                .toList();
        List<String> marks = Stream.concat(
                        Stream.concat(cleared.stream(), disabled.stream()).map(TamperingFact::id),
                        verdicts.stream().flatMap(it -> it.facts().stream()))
                .distinct()
                .toList();
        return Optional.of(new Judgement.Hidden(
                cleared,
                disabled.stream().map(TamperingFact::host).distinct().toList(),
                disabled.stream().flatMap(fact -> fact.time().stream()).min(Comparator.naturalOrder()),
                others,
                verdicts.stream()
                        .flatMap(it -> it.lowered().stream())
                        .distinct()
                        .count(),
                few(marks)));
    }

    private Optional<Judgement> credentialsAtRisk() {
        List<Finding> findings =
                grave.stream().filter(Judgements::stealsPasswords).toList();
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Judgement.CredentialsAtRisk(
                        ReportModel.hosts(findings),
                        few(findings.stream().map(Finding::id).toList())));
    }

    /// A grave rule of the tactic itself, not only a finding that touches it.
    private static boolean stealsPasswords(Finding finding) {
        return finding.rules().stream()
                .anyMatch(count -> count.rule().level().atLeast(Level.HIGH)
                        && ReportModel.tactics(count.rule()).contains(Tactic.CREDENTIAL_ACCESS));
    }

    private Optional<Judgement> accountOnHosts() {
        Judgement.AccountOnHosts widest = null;
        for (AccountSummary account : incident.accounts()) {
            if (ofTheSystem(account.name())) {
                continue;
            }
            List<Finding> findings = grave.stream()
                    .filter(finding ->
                            finding.account().filter(account.name()::equals).isPresent())
                    .toList();
            long hosts = findings.stream().map(Finding::host).distinct().count();
            if (hosts > 1 && (widest == null || hosts > widest.hosts())) {
                widest = new Judgement.AccountOnHosts(
                        account.name(),
                        hosts,
                        few(findings.stream().map(Finding::id).toList()));
            }
        }
        return Optional.ofNullable(widest);
    }

    /// Accounts that every Windows host has: that they act on many hosts says nothing.
    private static boolean ofTheSystem(String account) {
        String name = account.toUpperCase(Locale.ROOT);
        return name.endsWith("$")
                || name.endsWith("SYSTEM")
                || name.startsWith("NT AUTHORITY\\")
                || name.endsWith("LOCAL SERVICE")
                || name.endsWith("NETWORK SERVICE");
    }

    private Optional<Judgement> blindSpots() {
        long unread = ReportModel.unread(incident);
        long silent = incident.rules().silent().size();
        return unread == 0 && silent == 0
                ? Optional.empty()
                : Optional.of(new Judgement.BlindSpots(unread, incident.items().size(), silent));
    }

    private static List<String> few(List<String> ids) {
        return ids.subList(0, Math.min(MOST_MARKS, ids.size()));
    }
}
