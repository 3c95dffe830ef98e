package io.ashiato.sigma.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Correlated;
import io.ashiato.model.Event;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.correlation.PlainCorrelation.Input;
import io.ashiato.sigma.correlation.PlainCorrelation.Match;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;

/// Random correlations over random events: the engine against its slow twin.
class CorrelatorTwinTest {
    private static final List<String> TYPES = List.of(
            "event_count", "value_count", "temporal", "temporal_ordered", "value_sum", "value_avg", "value_percentile");
    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e");

    @RepeatedTest(300)
    void engineAndTwinFindTheSame() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        List<PlainCorrelation> plain = correlations(random);
        String yaml = plain.stream().map(PlainCorrelation::yaml).collect(Collectors.joining("---\n"));
        List<Event> events = Cases.sorted(events(random));
        RuleSet rules = Cases.rules(yaml);
        assertThat(rules.problems()).as("seed %d%n%s", seed, yaml).isEmpty();

        assertThat(engine(Cases.run(rules, rules.correlations().correlator(), events)))
                .as("seed %d%n%s%n%s", seed, yaml, lines(events))
                .isEqualTo(twin(plain, events));
    }

    /// With enough lateness the order of what is handed over makes no difference.
    @RepeatedTest(50)
    void lateEventsAreFoundTheSame() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        List<PlainCorrelation> plain = correlations(random);
        String yaml = plain.stream().map(PlainCorrelation::yaml).collect(Collectors.joining("---\n"));
        List<Event> events = events(random);
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        RuleSet rules = Cases.rules(yaml);

        assertThat(engine(Cases.run(rules, rules.correlations().correlator(Duration.ofDays(1)), shuffled)))
                .as("seed %d%n%s%n%s", seed, yaml, lines(events))
                .isEqualTo(twin(plain, Cases.sorted(events)));
    }

    private static List<PlainCorrelation> correlations(Random random) {
        var known = new ArrayList<>(LETTERS);
        var correlations = new ArrayList<PlainCorrelation>();
        for (int i = 0; i < 3; i++) {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            Collections.shuffle(known, random);
            List<String> rules = List.copyOf(known.subList(0, 1 + random.nextInt(3)));
            String title = "T" + i;
            correlations.add(new PlainCorrelation(
                    title,
                    type,
                    rules,
                    random.nextInt(4) == 0 ? List.of() : random.nextBoolean() ? List.of("G") : List.of("G", "H"),
                    1 + random.nextInt(12),
                    comparisons(type, rules.size(), random),
                    alternatives(type, rules, random)));
            known.add(title);
        }
        return correlations;
    }

    /// Each names a rule that has to match: a condition that asks for nothing is none.
    private static List<List<String>> alternatives(String type, List<String> rules, Random random) {
        var alternatives = new ArrayList<List<String>>();
        if (type.equals("temporal") && random.nextBoolean()) {
            for (int i = 0; i <= random.nextInt(3); i++) {
                var all = new ArrayList<String>();
                int needed = random.nextInt(rules.size());
                for (String rule : rules) {
                    if (rule.equals(rules.get(needed)) || random.nextInt(3) == 0) {
                        all.add(rule);
                    } else if (random.nextInt(2) == 0) {
                        all.add("!" + rule);
                    }
                }
                alternatives.add(all);
            }
        }
        return alternatives;
    }

    private static List<String> comparisons(String type, int rules, Random random) {
        int number = type.startsWith("temporal") ? 1 + random.nextInt(rules) : 1 + random.nextInt(4);
        if (type.equals("temporal_ordered")) {
            return List.of("gte " + number);
        }
        if (type.startsWith("temporal")) {
            return List.of(List.of("gte ", "eq ").get(random.nextInt(2)) + number);
        }
        return switch (random.nextInt(7)) {
            case 0 -> List.of("gt " + number);
            case 1 -> List.of("lt " + (number + 1));
            case 2 -> List.of("lte " + number);
            case 3 -> List.of("eq " + number);
            case 4 -> List.of("neq " + number);
            case 5 -> List.of("gt " + number, "lte " + (number + 2));
            default -> List.of("gte " + number);
        };
    }

    /// Few values and times in whole seconds, so that edges and equal times are common.
    private static List<Event> events(Random random) {
        var lines = new ArrayList<String>();
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            var line = new StringBuilder().append(random.nextInt(40)).append(' ');
            for (String letter : LETTERS) {
                line.append(random.nextInt(3) == 0 ? letter : "");
            }
            line.append(line.charAt(line.length() - 1) == ' ' ? "-" : "");
            field(line, "G", random, "x", "X", "y");
            field(line, "H", random, "1", "2");
            field(line, "V", random, "p", "P", "q", "r");
            field(line, "N", random, "1", "2.5", "-1", "7", "none");
            lines.add(line.toString());
        }
        return Cases.events(lines);
    }

    private static void field(StringBuilder line, String name, Random random, String... values) {
        if (random.nextInt(8) > 0) {
            line.append(' ').append(name).append('=').append(values[random.nextInt(values.length)]);
        }
    }

    private static List<String> twin(List<PlainCorrelation> correlations, List<Event> events) {
        var inputs = new LinkedHashMap<Long, Input>();
        for (Event event : events) {
            var rules = new LinkedHashMap<String, Map<String, String>>();
            Map<String, String> fields = fields(event);
            for (String letter : LETTERS) {
                if (fields.getOrDefault("R", "").contains(letter)) {
                    rules.put(letter, fields);
                }
            }
            inputs.put(event.source().offset(), new Input(event, rules));
        }
        var found = new ArrayList<String>();
        for (PlainCorrelation correlation : correlations) {
            for (Match match : correlation.matches(List.copyOf(inputs.values()))) {
                found.add(match.toString());
                var fields = new HashMap<>(fields(match.event()));
                for (int i = 0; i < match.group().size(); i++) {
                    fields.put(correlation.groupBy().get(i), match.group().get(i));
                }
                inputs.computeIfPresent(match.event().source().offset(), (offset, input) -> {
                    input.fieldsByRule().put(correlation.title(), fields);
                    return input;
                });
            }
        }
        return found.stream().sorted().toList();
    }

    private static Map<String, String> fields(Event event) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < event.data().size(); i++) {
            fields.put(event.data().name(i), event.data().value(i));
        }
        return fields;
    }

    private static List<String> engine(List<CorrelationMatch> matches) {
        return matches.stream()
                .map(m -> new Match(
                        m.rule().title(),
                        m.event(),
                        m.correlated().group().stream()
                                .map(Correlated.Value::value)
                                .toList(),
                        (int) m.correlated().events(),
                        m.correlated().first(),
                        m.correlated().last()))
                .map(Match::toString)
                .sorted()
                .toList();
    }

    private static String lines(List<Event> events) {
        return events.stream()
                .map(e -> Duration.between(Cases.START, e.time().orElseThrow()).toSeconds() + " #"
                        + e.source().offset() + " " + e.data())
                .collect(Collectors.joining("\n"));
    }
}
