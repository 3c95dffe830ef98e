package io.ashiato.casefile.judgement;

import io.ashiato.casefile.artefacts.Traits;
import io.ashiato.casefile.findings.SystemFolders;
import io.ashiato.intel.judgement.CaseEvidence;
import io.ashiato.intel.judgement.CaseEvidence.Contradiction;
import io.ashiato.intel.judgement.CaseEvidence.Victim;
import io.ashiato.model.Artefact;
import io.ashiato.model.Assessment;
import io.ashiato.model.Assessment.TamperingVerdict;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.Level;
import io.ashiato.model.Likelihood;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.Trait;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What of a case bears on who is behind it.
public final class CaseEvidenceBuilder {
    private CaseEvidenceBuilder() {}

    /// Of a case that is being made: all parts but the judgements.
    ///
    /// @param assessments those on intrusion and tampering
    public static CaseEvidence of(
            List<Artefact> artefacts,
            List<DeliveryChain> chains,
            List<SampleMatch> samples,
            List<Indicator> indicators,
            List<Finding> findings,
            List<Assessment> assessments,
            Victim victim) {
        return new CaseEvidence(
                intrusion(assessments, chains),
                Traits.of(telling(artefacts, chains, samples), samples, indicators),
                samples,
                techniques(findings),
                victim,
                first(findings),
                contradictions(artefacts),
                tampered(assessments));
    }

    /// Of a case that was read back.
    public static CaseEvidence of(IncidentCase incident, Victim victim) {
        return of(
                incident.artefacts(),
                incident.chains(),
                incident.samples(),
                incident.indicators(),
                incident.findings(),
                incident.assessments(),
                victim);
    }

    /// Traits are taken from what belongs to the intrusion: the artefacts of delivery chains with all that lies in
    /// them, and programs outside the system's own folders, which every collection of a disk holds. An employee's
    /// documents say nothing of an intruder. Where no chain was found, from all.
    private static List<Artefact> telling(
            List<Artefact> artefacts, List<DeliveryChain> chains, List<SampleMatch> samples) {
        if (chains.isEmpty()) {
            return artefacts;
        }
        Set<String> ids = new HashSet<>();
        chains.forEach(chain -> chain.steps().forEach(step -> step.artefact().ifPresent(ids::add)));
        samples.forEach(match -> ids.add(match.artefact()));
        var kept = new ArrayList<Artefact>();
        for (Artefact artefact : artefacts) {
            boolean inside = artefact.parent().filter(ids::contains).isPresent();
            boolean program = switch (artefact.kind()) {
                case PE, ELF -> !SystemFolders.contain("\\" + artefact.path().replace('/', '\\'));
                default -> false;
            };
            if (inside || program || ids.contains(artefact.id())) {
                ids.add(artefact.id());
                kept.add(artefact);
            }
        }
        return kept;
    }

    /// Findings that are likely an intruder's, or a delivery chain that is one by itself.
    private static boolean intrusion(List<Assessment> assessments, List<DeliveryChain> chains) {
        return !chains.isEmpty()
                || assessments.stream()
                        .anyMatch(assessment -> assessment instanceof Assessment.Intrusion intrusion
                                && intrusion.likelihood().compareTo(Likelihood.LIKELY) >= 0);
    }

    private static Map<String, List<String>> techniques(List<Finding> findings) {
        var techniques = new LinkedHashMap<String, List<String>>();
        for (Finding finding : findings) {
            if (finding.level().atLeast(Level.MEDIUM)) {
                finding.techniques()
                        .forEach(id -> techniques
                                .computeIfAbsent(id, key -> new ArrayList<>())
                                .add(finding.id()));
            }
        }
        return techniques;
    }

    private static Optional<LocalDate> first(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.level().atLeast(Level.HIGH))
                .flatMap(finding -> finding.start().stream())
                .min(Instant::compareTo)
                .map(instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /// Programs whose Rich header does not fit their own code: what it says may have been written there by hand.
    private static List<Contradiction> contradictions(List<Artefact> artefacts) {
        var found = new HashMap<String, Contradiction>();
        for (Artefact artefact : artefacts) {
            List<String> against = artefact.facts().texts("rich_contradictions");
            Optional<String> header = artefact.facts().text("rich_hash");
            if (!against.isEmpty() && header.isPresent()) {
                found.putIfAbsent(
                        header.get(),
                        new Contradiction(
                                Trait.Kind.RICH_HEADER,
                                header.get(),
                                String.join("; ", against),
                                List.of(artefact.id())));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Contradiction::value))
                .toList();
    }

    private static boolean tampered(List<Assessment> assessments) {
        return assessments.stream()
                .anyMatch(assessment -> assessment instanceof Assessment.Tampering tampering
                        && tampering.verdict() == TamperingVerdict.PROVEN
                        && !tampering.lowered().isEmpty());
    }
}
