package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.sigma.explain.RuleExplainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Random rules on random events: the indexed matcher and the plain one agree.
///
/// Texts come from a small alphabet so that they meet often. `-Dsigma.seed=N` repeats a failure.
class DifferentialTest {
    private static final int RULES = 120;
    private static final int EVENTS = 400;
    private static final List<String> FIELDS = List.of("F", "G", "Image", "User", "EventID", "Level");
    private static final List<String> EVENT_FIELDS =
            List.of("F", "G", "H h", "Image", "NewProcessName", "User", "SubjectUserName", "SubjectDomainName");
    private static final List<String> SIGNS =
            List.of("a", "B", "b", "ab", "Ä", "ä", "😀", "-", "/", " ", " -", "\\", ".", "1", "10", "–", "é");
    private static final List<String> SOURCES = List.of(
            "product: windows",
            "product: windows, service: security",
            "product: windows, category: process_creation",
            "product: windows, category: registry_add",
            "product: windows, category: image_load");
    private static final List<String> MODIFIERS = List.of(
            "",
            "",
            "|contains",
            "|startswith",
            "|endswith",
            "|contains|all",
            "|cased",
            "|contains|cased",
            "|neq",
            "|contains|windash",
            "|windash",
            "|startswith|neq",
            "|endswith|cased|all");
    private static final List<String> CONDITIONS = List.of(
            "a",
            "a and b",
            "a or b",
            "a and not b",
            "not a",
            "not (a or b)",
            "1 of them",
            "all of them",
            "a and not 1 of c*",
            "(a or b) and c",
            "not a and not b");

    @RepeatedTest(12)
    void indexedMatcherAgreesWithPlainOne(RepetitionInfo repetition) {
        long seed = Long.getLong("sigma.seed", System.nanoTime() + repetition.getCurrentRepetition());
        var random = new Random(seed);
        List<RuleFile> files = IntStream.range(0, RULES)
                .mapToObj(i -> new RuleFile("r" + i, rule(i, random)))
                .toList();
        RuleSet rules = RuleSet.compile(files);
        RuleMatcher indexed = rules.matcher();
        var plain = new PlainMatcher(files);
        List<RuleExplainer> explainers = RuleSet.explainers(files);

        int matches = 0;
        for (int i = 0; i < EVENTS; i++) {
            Event event = event(random);
            List<String> found = PlainMatcher.ids(indexed.match(event));
            List<String> expected = plain.match(event);
            assertThat(found)
                    .as(() -> "seed " + seed + ", event " + event + ", rules "
                            + files.stream()
                                    .filter(f -> found.contains(f.name()) != expected.contains(f.name()))
                                    .toList())
                    .isEqualTo(expected);
            matches += expected.size();
            assertThat(explainers.stream()
                            .filter(explainer -> explainer.explain(event).matches())
                            .map(explainer -> explainer.about().id())
                            .sorted())
                    .as("seed %d, explained", seed)
                    .isEqualTo(expected);
        }

        assertThat(rules.rules()).as("seed " + seed).hasSizeGreaterThan(RULES * 9 / 10);
        assertThat(matches).as("seed " + seed).isGreaterThan(EVENTS);
    }

    private static String rule(int number, Random random) {
        var text = new StringBuilder("title: T\nid: r").append(number);
        text.append("\nlogsource: {").append(pick(SOURCES, random)).append("}\ndetection:\n");
        for (String name : List.of("a", "b", "c", "c2")) {
            text.append("  ").append(name).append(":\n").append(search(random));
        }
        return text.append("  condition: ").append(pick(CONDITIONS, random)).toString();
    }

    private static String search(Random random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return "    - " + quoted(value(random, true)) + "\n    - " + quoted(value(random, true)) + "\n";
        }
        if (kind == 1) {
            return "    '|all': [" + quoted(value(random, true)) + ", " + quoted(value(random, true)) + "]\n";
        }
        String bullet = kind < 5 ? "    - " : "    ";
        var items = new ArrayList<String>();
        for (String field : List.of(pick(FIELDS.subList(0, 3), random), pick(FIELDS.subList(3, 6), random))) {
            items.add(bullet + item(field, random) + "\n");
        }
        return items.stream().limit(1 + random.nextInt(2)).collect(Collectors.joining());
    }

    private static String item(String field, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> field + ": null";
            case 1 -> field + ": ''";
            case 2 -> field + "|exists: " + random.nextBoolean();
            case 3 -> field + "|re: '" + pick(List.of("a+b", "^a", "b$", "(a)\\1", "."), random) + "'";
            case 4 ->
                field + "|fieldref" + pick(List.of("", "|cased", "|contains", "|startswith", "|neq"), random) + ": "
                        + pick(FIELDS, random);
            case 5 -> field + pick(List.of("|gt", "|lte"), random) + ": " + random.nextInt(12);
            case 6 -> "EventID: " + pick(List.of("1", "4688", "[1, 7]"), random);
            default ->
                field + pick(MODIFIERS, random) + ": "
                        + IntStream.rangeClosed(0, random.nextInt(3))
                                .mapToObj(i -> quoted(value(random, true)))
                                .collect(Collectors.joining(", ", "[", "]"));
        };
    }

    private static String value(Random random, boolean wildcards) {
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(pick(SIGNS, random));
            if (wildcards && random.nextInt(8) == 0) {
                text.append(pick(List.of("*", "?", "\\*", "\\\\*"), random));
            }
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static Event event(Random random) {
        var fields = new Fields.Builder();
        for (String name : EVENT_FIELDS) {
            for (int i = random.nextInt(3); i > 0 && random.nextBoolean(); i--) {
                fields.add(name, random.nextInt(8) == 0 ? "" : value(random, random.nextInt(5) == 0));
            }
        }
        if (random.nextInt(10) == 0) {
            fields.add("EventID", pick(List.of("1", "7"), random));
        }
        if (random.nextInt(3) == 0) {
            fields.add("EventType", "CreateKey");
        }
        return Events.of(
                pick(List.of("Security", "Microsoft-Windows-Sysmon/Operational", "Other"), random),
                pick(List.of("1", "7", "12", "4688", "99"), random),
                fields.build());
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
