package io.ashiato.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All that is known of one incident: the contract between analysis and publication, written as `case.json`.
///
/// @param id derived from the evidence, the same for the same evidence: `AS-` and ten hexadecimal digits
/// @param date of the run, from `--date`, `SOURCE_DATE_EPOCH` or the clock, to the second
/// @param program name and version that made the case
/// @param attackVersion the version of all technique ids, such as `19`
/// @param items the manifest, by path
/// @param events how many were read
/// @param detections how many there are in `detections.jsonl`
/// @param techniques facts on every technique that findings name, by id
/// @param artefacts what is no log, in the order of the evidence
/// @param chains how things came in, the one that reaches furthest first
/// @param samples programs that resemble known ones, the nearest likeness first
/// @param research what the case shares with published reports and other cases, the strongest tie first
/// @param advice rules made from the case's own observations
/// @param knowledge what published knowledge was at hand
public record IncidentCase(
        String id,
        Instant date,
        String program,
        Tlp tlp,
        String attackVersion,
        List<EvidenceItem> items,
        List<Diagnostic> diagnostics,
        long events,
        long detections,
        Optional<Instant> first,
        Optional<Instant> last,
        RuleCoverage rules,
        List<HostSummary> hosts,
        List<AccountSummary> accounts,
        List<Finding> findings,
        List<TamperingFact> tampering,
        List<Assessment> assessments,
        List<Indicator> indicators,
        Map<String, Technique> techniques,
        List<Artefact> artefacts,
        List<DeliveryChain> chains,
        List<SampleMatch> samples,
        List<ResearchRelation> research,
        List<CaseRule> advice,
        KnowledgeUsed knowledge) {
    /// The version of the contract. It changes when a reader of an older one would be misled.
    public static final int SCHEMA_VERSION = 3;

    public IncidentCase {
        items = List.copyOf(items);
        diagnostics = List.copyOf(diagnostics);
        hosts = List.copyOf(hosts);
        accounts = List.copyOf(accounts);
        findings = List.copyOf(findings);
        tampering = List.copyOf(tampering);
        assessments = List.copyOf(assessments);
        indicators = List.copyOf(indicators);
        techniques = java.util.Collections.unmodifiableMap(new TreeMap<>(techniques));
        artefacts = List.copyOf(artefacts);
        chains = List.copyOf(chains);
        samples = List.copyOf(samples);
        research = List.copyOf(research);
        advice = List.copyOf(advice);
    }
}
