package io.ashiato.sigma.syntax;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a document says of itself beyond its heading. None of it changes what matches.
///
/// @param name a readable name by which filters and correlations may refer to the rule
/// @param related other rules that this one comes from or resembles
/// @param license an SPDX id
/// @param date of creation, as written; old rules have `2019/01/31`
/// @param modified as written
/// @param fields names of fields that an analyst wants to see with a match
/// @param scope kinds of machines that the rule is meant for
/// @param others keys that the specification does not know, with their values in YAML's flow style
public record Attributes(
        Optional<String> name,
        List<Related> related,
        Optional<String> license,
        List<String> references,
        Optional<String> date,
        Optional<String> modified,
        List<String> fields,
        List<String> scope,
        Map<String, String> others) {

    /// Of a document that says nothing more.
    public static final Attributes NONE = new Attributes(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of());

    /// A rule that this one refers to.
    ///
    /// @param type how, such as `derived`, `obsolete`, `merged`, `renamed`, `similar`; as written
    public record Related(String id, String type) {}

    public Attributes {
        related = List.copyOf(related);
        references = List.copyOf(references);
        fields = List.copyOf(fields);
        scope = List.copyOf(scope);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }
}
