package io.ashiato.sigma;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads the chapters below `specification/`, one YAML file each: a list of cases.
///
/// ```yaml
/// - name: a star is any text            # one sentence
///   search: "F: 'a*c'"                  # one search identifier, or
///   detection: |                        # a whole detection part, or
///   documents: |                        # a whole file of documents
///   hits: [{ F: ac }, { F: abc }]       # with search and detection: events that are found
///   misses: [{ F: acb }, {}]            # and events that are not
///   finds:                              # with documents: for each event the ids of the rules, sorted,
///     - { event: { F: x }, rules: [a], suppressed: { b: [Filter's title] } }
///   refused: [E030]                     # codes of all problems, in their order; none if left out
///   placeholders: "Administrators: [root]"
///   unreleased: true                    # takes what only version 2.2 has
/// ```
///
/// An event is its data: field to value, or to a list where the field occurs several times. `$channel` and
/// `$id` give channel and event id; they are `Security` and 4625 if left out. The envelope is that of [Events].
final class SpecificationCases {
    private SpecificationCases() {}

    record Case(
            String name, List<RuleFile> files, RuleSetOptions options, List<String> refused, List<Expected> expected) {}

    /// @param rules ids of the rules that match
    /// @param suppressed by rule, the titles of the filters that took a match away
    record Expected(Event event, List<String> rules, Map<String, List<String>> suppressed) {
        @Override
        public String toString() {
            return event.channel() + " " + event.eventId() + " " + event.data() + " -> " + rules;
        }
    }

    /// The id of the rule in cases that give only a search or a detection.
    private static final String ID = "rule";

    static List<Case> all() {
        try (Stream<Path> chapters =
                Files.list(Path.of(Objects.requireNonNull(SpecificationCases.class.getResource("specification"))
                        .toURI()))) {
            return chapters.sorted()
                    .flatMap(chapter -> Yaml.cases("specification/" + chapter.getFileName()).stream())
                    .map(SpecificationCases::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Case read(Map<String, Object> entry) {
        var options = RuleSetOptions.DEFAULT.withUnreleased(Boolean.parseBoolean(Yaml.text(entry, "unreleased")));
        if (entry.containsKey("placeholders")) {
            options = options.withPlaceholders(
                    PlaceholderFile.read(new RuleFile("placeholders.yml", Yaml.text(entry, "placeholders")))
                            .values());
        }
        return new Case(
                Yaml.text(entry, "name"),
                List.of(new RuleFile("case.yml", text(entry))),
                options,
                texts(Yaml.list(entry, "refused")),
                expected(entry));
    }

    private static String text(Map<String, Object> entry) {
        if (entry.containsKey("documents")) {
            return Yaml.text(entry, "documents");
        }
        String detection = entry.containsKey("detection")
                ? Yaml.text(entry, "detection")
                : "s:\n" + Yaml.text(entry, "search").indent(2) + "condition: s\n";
        return "title: Case\nid: " + ID + "\nlogsource: {product: windows, service: security}\ndetection:\n"
                + detection.indent(2);
    }

    private static List<Expected> expected(Map<String, Object> entry) {
        var expected = new ArrayList<Expected>();
        Yaml.list(entry, "hits").forEach(e -> expected.add(new Expected(event((Map<?, ?>) e), List.of(ID), Map.of())));
        Yaml.list(entry, "misses").forEach(e -> expected.add(new Expected(event((Map<?, ?>) e), List.of(), Map.of())));
        for (Object find : Yaml.list(entry, "finds")) {
            Map<?, ?> parts = (Map<?, ?>) find;
            var suppressed = new LinkedHashMap<String, List<String>>();
            if (parts.get("suppressed") instanceof Map<?, ?> byRule) {
                byRule.forEach((rule, filters) -> suppressed.put(String.valueOf(rule), texts((List<?>) filters)));
            }
            expected.add(new Expected(
                    event((Map<?, ?>) Objects.requireNonNull(parts.get("event"))),
                    texts((List<?>) Objects.requireNonNull(parts.get("rules"))),
                    suppressed));
        }
        return expected;
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private static Event event(Map<?, ?> fields) {
        String channel = "Security";
        String id = "4625";
        var data = new Fields.Builder();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            String name = String.valueOf(field.getKey());
            if (name.equals("$channel")) {
                channel = String.valueOf(field.getValue());
            } else if (name.equals("$id")) {
                id = String.valueOf(field.getValue());
            } else if (field.getValue() instanceof List<?> values) {
                values.forEach(v -> data.add(name, String.valueOf(v)));
            } else {
                data.add(name, String.valueOf(field.getValue()));
            }
        }
        return Events.of(channel, id, data.build());
    }
}
