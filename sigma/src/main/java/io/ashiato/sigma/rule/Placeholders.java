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

    /// How many texts one with placeholders stands for, and how long the longest is.
    record Extent(long count, long length) {}

    Extent extent(String text) throws ValueException {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        long count = 1;
        long length = text.length();
        while (placeholder.find()) {
            List<String> meant = values.getOrDefault(placeholder.group(1), List.of());
            if (meant.isEmpty()) {
                throw new ValueException(
                        ProblemCode.PLACEHOLDER_WITHOUT_VALUES,
                        "no values are given for placeholder " + placeholder.group());
            }
            count = Math.min(Integer.MAX_VALUE, count * meant.size());
            length += meant.stream().mapToInt(String::length).max().orElse(0);
        }
        return new Extent(count, length);
    }

    /// The texts that one with placeholders stands for: each combination of their values. Their [#extent] is to
    /// be asked first, since combinations grow without end.
    List<String> expand(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        List<String> texts = List.of("");
        int end = 0;
        while (placeholder.find()) {
            List<String> meant = values.getOrDefault(placeholder.group(1), List.of());
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
