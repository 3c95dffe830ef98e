package io.ashiato.publish.report;

import io.ashiato.model.AccountSummary;
import io.ashiato.model.Assessment;
import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Level;
import io.ashiato.model.Tactic;
import io.ashiato.model.TamperingFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Chooses the key judgements of a case: at least two, at most [#MOST], the gravest first.
final class Judgements {
    /// More than five claims on a first page are not remembered.
    static final int MOST = 5;

    private static final int LEAST = 3;

    /// A reader follows a few references from a judgement; the findings list has all.
    private static final int MOST_MARKS = 4;

    private final IncidentCase incident;
    private final List<Finding> grave;

    Judgements(IncidentCase incident, List<Finding> grave) {
        this.incident = incident;
        this.grave = grave;
    }

    List<Judgement> choose() {
        var chosen = new ArrayList<Judgement>();
        intrusion().ifPresent(chosen::add);
        if (grave.isEmpty()) {
            chosen.add(new Judgement.NothingMatched(
                    incident.events(), incident.hosts().size()));
        }
        logsCleared().ifPresent(chosen::add);
        antivirusDisabled().ifPresent(chosen::add);
        credentialsAtRisk().ifPresent(chosen::add);
        accountOnHosts().ifPresent(chosen::add);
        Optional<Judgement> blind = blindSpots();
        int room = blind.isPresent() ? MOST - 1 : MOST;
        var judgements = new ArrayList<>(chosen.subList(0, Math.min(room, chosen.size())));
        blind.ifPresent(judgements::add);
        if (judgements.size() < LEAST) {
            judgements.add(new Judgement.NotAttributed());
        }
        return List.copyOf(judgements);
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
                        few(intrusion.findings())));
            }
        }
        return Optional.empty();
    }

    private List<TamperingFact> tampering(TamperingFact.Kind kind) {
        return incident.tampering().stream().filter(fact -> fact.kind() == kind).toList();
    }

    private Optional<Judgement> logsCleared() {
        List<TamperingFact> facts = tampering(TamperingFact.Kind.LOG_CLEARED);
        return facts.isEmpty() ? Optional.empty() : Optional.of(new Judgement.LogsCleared(facts, few(ids(facts))));
    }

    private static List<String> ids(List<TamperingFact> facts) {
        return facts.stream().map(TamperingFact::id).toList();
    }

    private Optional<Judgement> antivirusDisabled() {
        List<TamperingFact> facts = tampering(TamperingFact.Kind.ANTIVIRUS_DISABLED);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        List<String> hosts = facts.stream().map(TamperingFact::host).distinct().toList();
        Optional<Instant> first =
                facts.stream().flatMap(fact -> fact.time().stream()).min(Comparator.naturalOrder());
        return Optional.of(new Judgement.AntivirusDisabled(hosts, first, few(ids(facts))));
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
