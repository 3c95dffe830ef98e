package io.ashiato.intel.knowledge.build;

import io.ashiato.intel.knowledge.ReportTrait;
import io.ashiato.intel.knowledge.TraitValues;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Traits of reports, by `research-traits.tsv`. A value that the research does not hold is an error of the
/// table.
final class Traits {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final String prose;

    Traits(String prose) {
        this.prose = plain(prose);
    }

    List<ReportTrait> of(String report, JsonNode line, UnaryOperator<String> citation) {
        return Tables.rows("research-traits.tsv", report).stream()
                .map(row -> trait(row, plain(flat(line)), citation))
                .toList();
    }

    private ReportTrait trait(String[] row, String facts, UnaryOperator<String> citation) {
        String value = row[2];
        boolean stands = switch (row[6]) {
            case "facts" -> facts.contains(plain(value));
            case "research.md" ->
                Stream.of(value.split("[^\\p{L}\\p{N}]+", -1)).allMatch(word -> prose.contains(plain(word)));
            default ->
                QUOTED.matcher(row[6])
                        .results()
                        .map(MatchResult::group)
                        .allMatch(part -> facts.contains(plain(part.substring(1, part.length() - 1))));
        };
        if (!stands) {
            throw new IllegalStateException("research does not have the trait " + String.join(" ", row));
        }
        Trait.Kind kind = Trait.Kind.valueOf(row[1].toUpperCase(Locale.ROOT));
        return new ReportTrait(
                kind,
                TraitValues.normalised(kind, value),
                ReportTrait.Match.valueOf(row[3].toUpperCase(Locale.ROOT)),
                Strength.valueOf(row[4].toUpperCase(Locale.ROOT)),
                List.of(citation.apply(row[5])));
    }

    /// All texts of a line.
    private static String flat(JsonNode node) {
        if (node.isString()) {
            return node.asString() + "\n";
        }
        var text = new StringBuilder();
        node.forEach(child -> text.append(flat(child)));
        return text.toString();
    }

    private static String plain(String text) {
        return text.replace("[.]", ".").toLowerCase(Locale.ROOT);
    }
}
