package io.ashiato.sigma.rule;

import io.ashiato.sigma.syntax.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the placeholders of `expand` stand for here: `%Administrators%` and the like.
///
/// @param values by name, without percent signs; values may hold wildcards and escapes like any other
public record Placeholders(Map<String, List<String>> values) {
    /// No values: every placeholder is a problem.
    public static final Placeholders NONE = new Placeholders(Map.of());

    /// A percent sign behind a backslash is text.
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\\\)%([^%\\\\\\s]+)%");

    public Placeholders {
        values = Map.copyOf(values);
    }

    /// The texts that one with placeholders stands for, each combination of their values once.
    ///
    /// @param limit how many they may be
    List<String> expand(String text, int limit) throws ValueException {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        List<String> texts = List.of("");
        int end = 0;
        while (placeholder.find()) {
            List<String> meant = values.getOrDefault(placeholder.group(1), List.of());
            if (meant.isEmpty()) {
                throw new ValueException(
                        ProblemCode.PLACEHOLDER_WITHOUT_VALUES,
                        "no values are given for placeholder " + placeholder.group());
            }
            if ((long) texts.size() * meant.size() > limit) {
                throw new ValueException(ProblemCode.LIMIT_EXCEEDED, "the placeholders stand for too many values");
            }
            texts = combined(texts, unescaped(text.substring(end, placeholder.start())), meant);
            end = placeholder.end();
        }
        return combined(texts, unescaped(text.substring(end)), List.of(""));
    }

    private static List<String> combined(List<String> texts, String between, List<String> values) {
        var combined = new ArrayList<String>();
        for (String text : texts) {
            for (String value : values) {
                combined.add(text + between + value);
            }
        }
        return combined;
    }

    private static String unescaped(String text) {
        return text.replace("\\%", "%");
    }
}
