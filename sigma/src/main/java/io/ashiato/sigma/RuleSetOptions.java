package io.ashiato.sigma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How rules are compiled.
///
/// @param placeholders what `%Name%` stands for in values with `expand`, by name without percent signs; the
///     values may hold wildcards. See [PlaceholderFile]
/// @param unreleased whether features are taken that only the unreleased version 2.2 of Sigma has:
///     filters with `rules: any`, conditions of correlations over the names of rules. Without it such documents
///     are problems
public record RuleSetOptions(Map<String, List<String>> placeholders, boolean unreleased) {
    /// No placeholder has values, and the language is that of version 2.1.
    public static final RuleSetOptions DEFAULT = new RuleSetOptions(Map.of(), false);

    public RuleSetOptions {
        var copy = new LinkedHashMap<String, List<String>>();
        placeholders.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        placeholders = Map.copyOf(copy);
    }

    public RuleSetOptions withPlaceholders(Map<String, List<String>> values) {
        return new RuleSetOptions(values, unreleased);
    }

    public RuleSetOptions withUnreleased(boolean taken) {
        return new RuleSetOptions(placeholders, taken);
    }
}
