package io.ashiato.casefile.findings;

import io.ashiato.bytes.Utf16;
import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.Confidence;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.Finding;
import io.ashiato.model.Observation;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.Tactic;
import io.ashiato.model.Technique;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One activity that is still growing: the detections of one account on one host that belong together.
final class Activity {
    /// A process list of an activity serves only to join events without an account to it.
    private static final int MAX_PROCESSES = 256;

    /// Events kept for each rule until the most telling are chosen.
    private static final int EVENTS_PER_RULE = 4;

    /// A telling value beyond this is cut in the case; whole in `detections.jsonl`. Scripts run to megabytes.
    private static final int MAX_TELLING = 4096;

    private final String host;
    private final Optional<String> account;
    private final Map<String, Seen> rules = new LinkedHashMap<>();
    private final Set<String> processes = new HashSet<>();
    private Optional<Instant> start = Optional.empty();
    private Optional<Instant> end = Optional.empty();
    private long detections;

    Activity(String host, Optional<String> account) {
        this.host = host;
        this.account = account;
    }

    void add(Detection detection) {
        Event event = detection.event();
        detections++;
        start = start.or(event::time);
        end = event.time().or(() -> end);
        rules.computeIfAbsent(detection.rule().id(), id -> new Seen(detection.rule()))
                .add(detection);
        if (processes.size() < MAX_PROCESSES) {
            Actors.process(event).ifPresent(processes::add);
        }
    }

    boolean involves(String process) {
        return processes.contains(process);
    }

    Optional<Instant> end() {
        return end;
    }

    /// The finding without ids: they are given when all findings are known.
    Finding toFinding(AttackKnowledge attack) {
        List<Seen> gravestFirst = rules.values().stream()
                .sorted(Comparator.comparing((Seen seen) -> seen.rule.level())
                        .reversed()
                        .thenComparing(seen -> seen.rule.id()))
                .toList();
        var techniques = new LinkedHashMap<String, Technique>();
        var tactics = EnumSet.noneOf(Tactic.class);
        for (Seen seen : gravestFirst) {
            collect(seen.rule, attack, techniques, tactics);
        }
        return new Finding(
                "",
                host,
                account,
                start,
                end,
                gravestFirst.getFirst().rule.level(),
                inOrderOfIntrusion(techniques),
                List.copyOf(tactics),
                gravestFirst.stream()
                        .map(seen -> new Finding.RuleCount(seen.rule, seen.count))
                        .toList(),
                observations(gravestFirst),
                detections,
                Confidence.HIGH);
    }

    /// A rule names its tactics itself; only where it names none do those of its techniques count.
    private static void collect(
            RuleInfo rule, AttackKnowledge attack, Map<String, Technique> techniques, Set<Tactic> tactics) {
        rule.tactics().forEach(name -> Tactic.of(name).ifPresent(tactics::add));
        for (String id : rule.techniques()) {
            attack.current(id).ifPresent(technique -> {
                techniques.put(technique.id(), technique);
                if (rule.tactics().isEmpty()) {
                    technique.tactics().stream()
                            .limit(1)
                            .forEach(name -> Tactic.of(name).ifPresent(tactics::add));
                }
            });
        }
    }

    private static List<String> inOrderOfIntrusion(Map<String, Technique> techniques) {
        return techniques.values().stream()
                .sorted(Comparator.comparing(Activity::earliest).thenComparing(Technique::id))
                .map(Technique::id)
                .toList();
    }

    private static Tactic earliest(Technique technique) {
        return technique.tactics().stream()
                .flatMap(name -> Tactic.of(name).stream())
                .min(Comparator.naturalOrder())
                .orElse(Tactic.IMPACT);
    }

    /// One event of each rule, the gravest rules first, then second events, until the limit; in order of time.
    private List<Observation> observations(List<Seen> gravestFirst) {
        var chosen = new ArrayList<Observation>();
        for (int round = 0; round < EVENTS_PER_RULE; round++) {
            for (Seen seen : gravestFirst) {
                if (round < seen.first.size() && chosen.size() < Finding.MAX_OBSERVATIONS) {
                    chosen.add(seen.first.get(round));
                }
            }
        }
        chosen.sort(Comparator.comparing((Observation o) -> o.time().orElse(Instant.MAX))
                .thenComparing(o -> o.source().path())
                .thenComparingLong(o -> o.source().offset())
                .thenComparing(o -> o.rule().id()));
        return chosen;
    }

    private static Observation observation(Detection detection) {
        Event event = detection.event();
        Telling telling = Telling.of(event);
        String value = Utf16.cut(telling.value(), MAX_TELLING);
        return new Observation(
                "",
                event.time(),
                event.host(),
                event.channel(),
                event.eventId(),
                detection.rule(),
                telling.field(),
                value,
                Actors.account(event),
                Actors.process(event),
                event.source(),
                detection.correlated());
    }

    private static final class Seen {
        private final RuleInfo rule;
        private final List<Observation> first = new ArrayList<>(1);
        private long count;

        Seen(RuleInfo rule) {
            this.rule = rule;
        }

        void add(Detection detection) {
            count++;
            if (first.size() < EVENTS_PER_RULE) {
                first.add(observation(detection));
            }
        }
    }
}
