package io.ashiato.publish;

import io.ashiato.model.Confidence;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Finding;
import io.ashiato.model.HostSummary;
import io.ashiato.model.HostSummary.ChannelCoverage;
import io.ashiato.model.Indicator;
import io.ashiato.model.ItemOutcome;
import io.ashiato.model.Level;
import io.ashiato.model.Observation;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.Tactic;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.Technique;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Puts the parts of a case together with ids in the order of making.
final class CaseMaker {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("T1204.002", "Malicious File"),
            Map.entry("T1218.005", "Mshta"),
            Map.entry("T1218.011", "Rundll32"),
            Map.entry("T1059.001", "PowerShell"),
            Map.entry("T1105", "Ingress Tool Transfer"),
            Map.entry("T1685", "Disable or Modify Tools"),
            Map.entry("T1685.005", "Clear Windows Event Logs"),
            Map.entry("T1003.001", "LSASS Memory"),
            Map.entry("T1112", "Modify Registry"),
            Map.entry("T1547.001", "Registry Run Keys / Startup Folder"),
            Map.entry("T1547.005", "Security Support Provider"),
            Map.entry("T1053.005", "Scheduled Task"),
            Map.entry("T1021.002", "SMB/Windows Admin Shares"),
            Map.entry("T1036.005", "Match Legitimate Resource Name or Location"),
            Map.entry("T1082", "System Information Discovery"),
            Map.entry("T1486", "Data Encrypted for Impact"),
            Map.entry("T1071.001", "Web Protocols"));

    private final Map<String, RuleInfo> rules = new LinkedHashMap<>();
    private final Map<String, Technique> techniques = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private int observations;
    private int facts;

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void rule(String title, String titleJa, String level, String tactic, String... ids) {
        for (String id : ids) {
            techniques.put(id, new Technique(id, NAMES.getOrDefault(id, id), List.of(tactic)));
        }
        String id =
                UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8)).toString();
        rules.put(
                title,
                new RuleInfo(
                        id,
                        title,
                        Optional.of(titleJa),
                        Level.of(level).orElseThrow(),
                        Optional.of("Ashiato authors"),
                        List.of(ids),
                        List.of(tactic),
                        Optional.empty(),
                        List.of("Administrators at work")));
    }

    FindingMaker finding(String host, String account) {
        return new FindingMaker(host, account);
    }

    final class FindingMaker {
        private final String host;
        private final String account;
        private final List<Observation> seen = new ArrayList<>();

        FindingMaker(String host, String account) {
            this.host = host;
            this.account = account;
        }

        FindingMaker saw(String time, String rule, String channel, String eventId, String field, String value) {
            observations++;
            seen.add(new Observation(
                    "E-%04d".formatted(observations),
                    Optional.of(Instant.parse(time)),
                    host,
                    channel,
                    eventId,
                    rules.getOrDefault(rule, rules.values().iterator().next()),
                    field,
                    value,
                    Optional.of(account),
                    Optional.of("C:\\Windows\\System32\\cmd.exe"),
                    SampleCases.source("first-look/" + host + "/" + channel.replace('/', '%') + ".evtx", observations),
                    Optional.empty()));
            return this;
        }

        void done() {
            var counts = new LinkedHashMap<RuleInfo, Long>();
            seen.forEach(it -> counts.merge(it.rule(), 1L, Long::sum));
            List<Finding.RuleCount> gravest = counts.entrySet().stream()
                    .map(it -> new Finding.RuleCount(it.getKey(), it.getValue()))
                    .sorted(Comparator.comparing(
                                    (Finding.RuleCount it) -> it.rule().level())
                            .reversed())
                    .toList();
            List<Tactic> tactics = gravest.stream()
                    .flatMap(it -> it.rule().tactics().stream())
                    .flatMap(it -> Tactic.of(it).stream())
                    .distinct()
                    .sorted()
                    .toList();
            findings.add(new Finding(
                    "F-%03d".formatted(findings.size() + 1),
                    host,
                    Optional.of(account),
                    seen.getFirst().time(),
                    seen.getLast().time(),
                    gravest.getFirst().rule().level(),
                    gravest.stream()
                            .flatMap(it -> it.rule().techniques().stream())
                            .distinct()
                            .toList(),
                    tactics,
                    gravest,
                    seen,
                    seen.size(),
                    Confidence.HIGH));
        }
    }

    TamperingFact tampering(
            TamperingFact.Kind kind,
            String time,
            String host,
            Optional<String> account,
            String object,
            String channel,
            String eventId) {
        facts++;
        return new TamperingFact(
                "T-%02d".formatted(facts),
                kind,
                Optional.of(Instant.parse(time)),
                host,
                account,
                object,
                channel,
                eventId,
                SampleCases.source("first-look/" + host + "/" + channel.replace('/', '%') + ".evtx", 9_000 + facts),
                new TreeMap<>());
    }

    void indicator(
            Indicator.Kind kind,
            String value,
            Indicator.Role role,
            Confidence confidence,
            boolean blockable,
            String... seenIn) {
        indicators.add(new Indicator(
                "I-%03d".formatted(indicators.size() + 1),
                kind,
                value,
                role,
                findings.getFirst().start(),
                findings.getLast().end(),
                confidence,
                List.of(seenIn),
                List.of(),
                blockable));
    }

    EvidenceItem log(String path, String host, long records) {
        return new EvidenceItem(
                path,
                1_118_208,
                hash(path),
                EvidenceKind.EVTX,
                Optional.of(host),
                new ItemOutcome(ItemOutcome.State.READ, records, 0));
    }

    HostSummary host(String name, long events, long detections, ChannelCoverage... channels) {
        return new HostSummary(
                name,
                List.of(channels).stream().flatMap(it -> it.first().stream()).min(Comparator.naturalOrder()),
                List.of(channels).stream().flatMap(it -> it.last().stream()).max(Comparator.naturalOrder()),
                events,
                detections,
                List.of(channels));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Indicator> indicators() {
        return List.copyOf(indicators);
    }

    Map<String, Technique> techniques() {
        return techniques;
    }

    long detections() {
        return observations;
    }
}
