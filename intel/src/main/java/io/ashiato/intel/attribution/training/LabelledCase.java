package io.ashiato.intel.attribution.training;

import io.ashiato.intel.attribution.AttributionQuestion;
import io.ashiato.intel.attribution.Json;
import io.ashiato.intel.attribution.RelationFormatException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A question with its answer: one line of the cases of the attribution benchmark.
///
/// @param question what a method may see
/// @param report the report that the case was made from; variants of one report share it
/// @param variant in which way it was made: `tsc`, `openset`, ...
/// @param actors the actors whom the report was filed under; empty where nobody is right
/// @param accepted the names that count as right
/// @param planted the actor at whom planted evidence points
public record LabelledCase(
        AttributionQuestion question,
        String report,
        String variant,
        Set<String> actors,
        Set<String> accepted,
        Optional<String> planted) {
    public LabelledCase {
        actors = Set.copyOf(actors);
        accepted = Set.copyOf(accepted);
    }

    /// Reads a line.
    ///
    /// @throws RelationFormatException if it is not a case with an answer
    public static LabelledCase parse(String line) throws RelationFormatException {
        JsonNode root = Json.parse(line, "case");
        JsonNode answer = Json.object(root, "answer", "case");
        return new LabelledCase(
                AttributionQuestion.of(root),
                Json.text(root.path("base"), "case.base"),
                Json.text(root.path("variant"), "case.variant"),
                new HashSet<>(Json.texts(answer, "actors", "answer")),
                new HashSet<>(Json.texts(answer, "accepted", "answer")),
                Json.optionalText(answer, "planted", "answer"));
    }
}
