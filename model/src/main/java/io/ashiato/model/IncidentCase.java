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
        Map<String, Technique> techniques) {
    /// The version of the contract. It changes when a reader of an older one would be misled.
    public static final int SCHEMA_VERSION = 1;

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
    }
}
