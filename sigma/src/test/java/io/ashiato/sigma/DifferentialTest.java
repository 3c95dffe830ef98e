package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.sigma.explain.RuleExplainer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Random rules and filters on random events: the indexed matcher and the plain one agree.
///
/// Texts come from a small alphabet so that they meet often. `-Dsigma.seed=N` repeats a failure.
class DifferentialTest {
    private static final int RULES = 120;
    private static final int FILTERS = 12;
    private static final int EVENTS = 400;
    private static final List<String> FIELDS = List.of("F", "G", "Image", "User", "EventID", "Level");
    private static final List<String> EVENT_FIELDS =
            List.of("F", "G", "H h", "Image", "NewProcessName", "User", "SubjectUserName", "SubjectDomainName");
    private static final List<String> SIGNS = List.of(
            "a", "B", "b", "ab", "Ä", "ä", "😀", "-", "/", " ", " -", "\\", ".", "1", "10", "–", "é", "%P%", "x%Q%");
    private static final List<String> SOURCES = List.of(
            "product: windows",
            "product: windows, service: security",
            "product: windows, category: process_creation",
            "product: windows, category: registry_add",
            "product: windows, category: image_load");
    private static final List<String> MODIFIERS = List.of(
            "",
            "",
            "",
            "|contains",
            "|contains",
            "|startswith",
            "|endswith",
            "|all",
            "|contains|all",
            "|startswith|all",
            "|cased",
            "|contains|cased",
            "|startswith|cased",
            "|endswith|cased|all",
            "|neq",
            "|all|neq",
            "|cased|neq",
            "|contains|neq",
            "|startswith|neq",
            "|endswith|neq",
            "|contains|all|neq",
            "|windash",
            "|contains|windash",
            "|startswith|windash|all",
            "|endswith|windash|neq",
            "|contains|windash|cased",
            "|expand",
            "|contains|expand",
            "|expand|neq",
            "|utf16be",
            "|wide|contains");
    private static final List<String> ENCODINGS = List.of(
            "|base64",
            "|base64|contains",
            "|base64offset|contains",
            "|wide|base64|contains",
            "|windash|base64offset|cased");
    private static final List<String> REFERENCES = List.of(
            "",
            "|cased",
            "|contains",
            "|startswith",
            "|endswith|cased",
            "|neq",
            "|neq|cased",
            "|contains|neq",
            "|startswith|neq",
            "|endswith|neq|cased",
            "|all");
    private static final List<String> PATTERNS =
            List.of("a+b", "^a", "b$", "(a)\\1", ".", "^$", "[aä]", "a(?=b)", "(?<!a)b", "b|1", "%P%");
    private static final List<String> DATES =
            List.of("2020-02-29", "2021-01-01T23:05:59Z", "2019-12-30 00:00", "2020-02-29 10:01:01.123", "2020-13-01");
    private static final List<String> KEYWORDS = List.of(
            "", "|all", "|cased", "|all|cased", "|startswith", "|endswith|all", "|windash", "|expand", "|base64");
    private static final List<String> NETWORKS = List.of("10.0.0.0/8", "10.1.0.0/16", "fe80::/10", "0.0.0.0/0", "::/0");
    private static final List<String> ADDRESSES =
            List.of("10.1.2.3", "10.2.0.1", "::ffff:10.1.0.1", "fe80::1%1", "11.0.0.1", "10.1.2");
    private static final List<String> CONDITIONS = List.of(
            "a",
            "a and b",
            "a or b",
            "a and not b",
            "not a",
            "not (a or b)",
            "1 of them",
            "2 of them",
            "3 of them",
            "not 2 of them",
            "2 of c* or a",
            "all of them",
            "not all of them",
            "a and not 1 of c*",
            "(a or b) and c",
            "[a and b, not c]",
            "not a and not b");
    private static final RuleSetOptions OPTIONS = RuleSetOptions.DEFAULT
            .withPlaceholders(Map.of("P", List.of("a", "B*", "\\*", "1"), "Q", List.of("ab")))
            .withUnreleased(true);

    @RepeatedTest(12)
    void indexedMatcherAgreesWithPlainOne(RepetitionInfo repetition) {
        long seed = Long.getLong("sigma.seed", System.nanoTime() + repetition.getCurrentRepetition());
        var random = new Random(seed);
        var files = new ArrayList<RuleFile>();
        for (int i = 0; i < RULES; i++) {
            files.add(new RuleFile("r" + i, rule(i, random)));
        }
        for (int i = 0; i < FILTERS; i++) {
            files.add(new RuleFile("f" + i, filter(random)));
        }
        RuleSet rules = RuleSet.compile(files, OPTIONS);
        RuleMatcher indexed = rules.matcher();
        FilterWatch watch = rules.filterWatch();
        var plain = new PlainMatcher(files, OPTIONS);
        var unfiltered = new PlainMatcher(files.subList(0, RULES), OPTIONS);
        List<RuleExplainer> explainers = RuleSet.explainers(files, OPTIONS);

        int matches = 0;
        for (int i = 0; i < EVENTS; i++) {
            Event event = event(random);
            List<String> found = PlainMatcher.ids(indexed.match(event));
            List<String> expected = plain.match(event);
            assertThat(found)
                    .as(() -> "seed " + seed + ", event " + event + ", rules "
                            + files.stream()
                                    .filter(f -> f.name().startsWith("f")
                                            || found.contains(f.name()) != expected.contains(f.name()))
                                    .toList())
                    .isEqualTo(expected);
            List<String> withoutFilters = unfiltered.match(event);
            var withSuppressed = new TreeSet<>(found);
            watch.suppressed(event)
                    .forEach(each -> withSuppressed.add(each.rule().about().id()));
            assertThat(List.copyOf(withSuppressed))
                    .as(() -> "seed " + seed + ", event " + event)
                    .isEqualTo(withoutFilters);
            matches += withoutFilters.size();
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

    /// Events that differ from earlier ones in one field: what is remembered of those must not be told of these. With
    /// few rules, so that they do not ask for all fields.
    @RepeatedTest(100)
    void recordsThatNearlyRepeatGetWhatIsTheirs(RepetitionInfo repetition) {
        long seed = Long.getLong("sigma.seed", System.nanoTime() + repetition.getCurrentRepetition());
        var random = new Random(seed);
        List<RuleFile> files = IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(i -> new RuleFile("r" + i, rule(i, random)))
                .toList();
        RuleMatcher indexed = RuleSet.compile(files, OPTIONS).matcher();
        var plain = new PlainMatcher(files, OPTIONS);
        var events = new ArrayList<Event>();
        for (int i = 0; i < 200; i++) {
            Event event = i < 10 ? event(random) : almost(pick(events, random), random);
            events.add(event);
            assertThat(PlainMatcher.ids(indexed.match(event)))
                    .as(() -> "seed " + seed + ", event " + event + ", rules " + files)
                    .isEqualTo(plain.match(event));
        }
    }

    private static Event almost(Event event, Random random) {
        var fields = new Fields.Builder();
        int changed = random.nextInt(event.data().size() + 1);
        for (int i = 0; i < event.data().size(); i++) {
            if (i != changed) {
                fields.add(event.data().name(i), event.data().value(i));
            } else if (random.nextInt(4) > 0) {
                fields.add(event.data().name(i), eventValue(random));
            }
        }
        String eventId = random.nextInt(8) == 0 ? pick(List.of("1", "98", "99"), random) : event.eventId();
        return Events.of(event.channel(), eventId, fields.build());
    }

    private static String rule(int number, Random random) {
        return "title: T\nid: r" + number + "\nlogsource: {" + pick(SOURCES, random) + "}\ndetection:\n"
                + searches(random) + "  condition: " + pick(CONDITIONS, random) + "\n";
    }

    /// For some rules, or for all of a log source.
    private static String filter(Random random) {
        String rules = random.nextInt(6) == 0
                ? "any"
                : IntStream.range(0, 8)
                        .mapToObj(i -> "r" + random.nextInt(RULES))
                        .distinct()
                        .collect(Collectors.joining(", ", "[", "]"));
        return "title: F\nlogsource: {" + pick(SOURCES, random) + "}\nfilter:\n  rules: " + rules + "\n"
                + searches(random) + "  condition: " + pick(CONDITIONS, random).replaceAll("[\\[\\]]|,.*", "") + "\n";
    }

    private static String searches(Random random) {
        var text = new StringBuilder();
        for (String name : List.of("a", "b", "c", "c2")) {
            text.append("  ").append(name).append(":\n").append(search(random));
        }
        return text.toString();
    }

    private static String search(Random random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return "    - " + quoted(value(random, true)) + "\n    - " + quoted(value(random, true)) + "\n";
        }
        if (kind == 1) {
            String modifiers = pick(KEYWORDS, random);
            boolean wildcards = !modifiers.contains("base64");
            return "    '" + modifiers + "': [" + quoted(value(random, wildcards)) + ", "
                    + quoted(value(random, wildcards)) + "]\n";
        }
        String bullet = kind < 5 ? "    - " : "    ";
        var items = new ArrayList<String>();
        for (String field : List.of(pick(FIELDS.subList(0, 3), random), pick(FIELDS.subList(3, 6), random))) {
            items.add(bullet + item(field, random) + "\n");
        }
        return items.stream().limit(1 + random.nextInt(2)).collect(Collectors.joining());
    }

    private static String item(String field, Random random) {
        return switch (random.nextInt(16)) {
            case 0 -> field + pick(List.of("", "|neq"), random) + ": null";
            case 1 -> field + ": ''";
            case 2 -> field + "|exists: " + random.nextBoolean();
            case 3 ->
                field + "|re" + pick(List.of("", "|i", "|m|s", "|neq", "|all", "|expand"), random) + ": ['"
                        + pick(PATTERNS, random) + "', '" + pick(PATTERNS, random) + "']";
            case 4, 5 ->
                field + "|fieldref" + pick(REFERENCES, random) + ": [" + pick(FIELDS, random) + ", "
                        + pick(FIELDS, random) + "]";
            case 6 ->
                field + pick(List.of("|gt", "|lte", "|lt", "|gte|all"), random) + ": [" + random.nextInt(12) + ", 5]";
            case 7 -> "EventID: " + pick(List.of("1", "4688", "[1, 7]"), random);
            case 8 ->
                field + pick(List.of("|hour", "|minute|lt", "|day", "|week|gte", "|month|neq", "|year"), random) + ": "
                        + pick(List.of("1", "2", "10", "23"), random);
            case 9 ->
                field + "|cidr" + pick(List.of("", "|all", "|neq"), random) + ": ['" + pick(NETWORKS, random) + "', '"
                        + pick(NETWORKS, random) + "']";
            case 10 -> field + pick(ENCODINGS, random) + ": [" + quoted("a" + value(random, false)) + "]";
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
                fields.add(name, eventValue(random));
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

    private static String eventValue(Random random) {
        return switch (random.nextInt(16)) {
            case 0 -> "";
            case 1 -> pick(DATES, random);
            case 2 -> pick(ADDRESSES, random);
            case 3 -> Base64.getEncoder().encodeToString(("a" + value(random, false)).getBytes(StandardCharsets.UTF_8));
            default -> value(random, random.nextInt(5) == 0);
        };
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
