package io.ashiato.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One activity on one host: detections of one account without a quiet time of more than 30 minutes between them.
///
/// @param id such as `F-001`, numbered in order of time
/// @param account the acting account, where the events name one
/// @param start of the first detection; empty only where no event of the finding has a time
/// @param end of the last detection
/// @param level the highest level of the rules
/// @param techniques ATT&CK ids of the rules, in order of the intrusion
/// @param tactics of those techniques that the rules name, in order of the intrusion
/// @param rules each rule that matched, with its count, the gravest first
/// @param observations the events that carry the finding, in order of time; at most [#MAX_OBSERVATIONS]
/// @param detections how many detections there were in all
/// @param confidence in what the finding rests on: lower where the host's records were tampered with
public record Finding(
        String id,
        String host,
        Optional<String> account,
        Optional<Instant> start,
        Optional<Instant> end,
        Level level,
        List<String> techniques,
        List<Tactic> tactics,
        List<RuleCount> rules,
        List<Observation> observations,
        long detections,
        Confidence confidence) {
    /// A report that quotes more than this of one activity is not read; the rest is in `detections.jsonl`.
    public static final int MAX_OBSERVATIONS = 24;

    public Finding {
        techniques = List.copyOf(techniques);
        tactics = List.copyOf(tactics);
        rules = List.copyOf(rules);
        observations = List.copyOf(observations);
    }

    /// The same finding under its final ids.
    public Finding withIds(String newId, List<Observation> withIds) {
        return new Finding(
                newId, host, account, start, end, level, techniques, tactics, rules, withIds, detections, confidence);
    }

    /// The same finding with names in their one spelling.
    public Finding withNames(String newHost, Optional<String> newAccount, List<Observation> withNames) {
        return new Finding(
                id,
                newHost,
                newAccount,
                start,
                end,
                level,
                techniques,
                tactics,
                rules,
                withNames,
                detections,
                confidence);
    }

    /// The same finding, held with that confidence.
    public Finding withConfidence(Confidence held) {
        return new Finding(
                id, host, account, start, end, level, techniques, tactics, rules, observations, detections, held);
    }

    /// A rule and how often it matched in a finding.
    public record RuleCount(RuleInfo rule, long count) {}
}
