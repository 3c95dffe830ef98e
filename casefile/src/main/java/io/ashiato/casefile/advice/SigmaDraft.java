package io.ashiato.casefile.advice;

import io.ashiato.bytes.Digests;
import io.ashiato.model.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A Sigma rule in the making: one log source, alternative selections of one field each.
///
/// @param name part of the file's name: lower case, words joined by `-`
/// @param category of the log source, on Windows
/// @param tags of ATT&CK, such as `attack.t1204.002`
/// @param selections lists of values by field and modifier, such as `CommandLine|contains`; any of them matches
/// @param references ids of what the rule was made from
record SigmaDraft(
        String name,
        String title,
        String description,
        String category,
        Level level,
        Set<String> tags,
        Map<String, Set<String>> selections,
        Set<String> references) {
    SigmaDraft(String name, String title, String description, String category, Level level, List<String> tags) {
        this(
                name,
                title,
                description,
                category,
                level,
                new LinkedHashSet<>(tags),
                new LinkedHashMap<>(),
                new LinkedHashSet<>());
    }

    /// Adds a value where it can stand in a rule: hostile text with control characters cannot.
    void add(String field, String value, List<String> from) {
        if (!value.isBlank()
                && value.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
            selections.computeIfAbsent(field, key -> new LinkedHashSet<>()).add(value);
            references.addAll(from);
        }
    }

    boolean hasSelections() {
        return !selections.isEmpty();
    }

    /// The rule's text. The same case gives the same text, with the same id.
    String yaml(String caseId, Instant date) {
        String day = date.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        var text = new StringBuilder();
        text.append("title: ").append(quoted(title)).append('\n');
        text.append("id: ").append(id(caseId)).append('\n');
        text.append("status: experimental\n");
        text.append("description: ").append(quoted(description)).append('\n');
        text.append("author: ").append(quoted("Ashiato, from case " + caseId)).append('\n');
        text.append("date: ").append(day).append('\n');
        if (!tags.isEmpty()) {
            text.append("tags:\n");
            tags.forEach(tag -> text.append("  - ").append(tag).append('\n'));
        }
        text.append("logsource:\n  product: windows\n  category: ")
                .append(category)
                .append('\n');
        text.append("detection:\n");
        int number = 0;
        for (Map.Entry<String, Set<String>> selection : selections.entrySet()) {
            number++;
            text.append("  selection_")
                    .append(number)
                    .append(":\n    ")
                    .append(selection.getKey())
                    .append(":\n");
            selection
                    .getValue()
                    .forEach(value -> text.append("      - ")
                            .append(quoted(literal(value)))
                            .append('\n'));
        }
        text.append("  condition: ")
                .append(number == 1 ? "selection_1" : "1 of selection_*")
                .append('\n');
        text.append("falsepositives:\n  - Own research on this case\n");
        text.append("level: ").append(level.id()).append('\n');
        return text.toString();
    }

    /// A UUID of version 8 from the rule's name and values: the same rule of the same case keeps its id.
    private String id(String caseId) {
        String digest = Digests.sha256((caseId + "\n" + name + "\n" + selections).getBytes(StandardCharsets.UTF_8));
        return digest.substring(0, 8) + "-" + digest.substring(8, 12) + "-8" + digest.substring(13, 16) + "-a"
                + digest.substring(17, 20) + "-" + digest.substring(20, 32);
    }

    /// A value as Sigma takes it literally: backslash, star and question mark with a backslash before them.
    private static String literal(String value) {
        return value.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }

    /// YAML's single quotes: nothing inside them is special but the quote itself.
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
