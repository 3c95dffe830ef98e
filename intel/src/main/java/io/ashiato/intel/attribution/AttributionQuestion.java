package io.ashiato.intel.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Who did this, given only that? One line of a questions file of the attribution benchmark.
///
/// @param id of the question
/// @param behaviour what was observed
/// @param narrowing what must not be known
/// @param unread names of observations that no question has, as `observations.techniqes`; they count for nothing
public record AttributionQuestion(String id, ObservedBehaviour behaviour, Narrowing narrowing, List<String> unread) {
    private static final Set<String> OBSERVATIONS = Set.of("techniques", "software", "context");
    private static final Set<String> CONTEXT = Set.of("countries", "sectors", "year");

    /// Techniques, software or victims. There are 700 techniques; the limit keeps a comparison short.
    private static final int MAX_ITEMS = 5_000;

    private static final int MAX_YEAR = 9999;

    /// Reads a line. Answers and other fields, if there are any, are not looked at.
    ///
    /// @throws RelationFormatException if it is not a question
    public static AttributionQuestion parse(String line) throws RelationFormatException {
        return of(Json.parse(line, "question"));
    }

    /// The question in a JSON object.
    ///
    /// @throws RelationFormatException if it is not a question
    public static AttributionQuestion of(JsonNode root) throws RelationFormatException {
        String id = Json.optionalText(root, "id", "question").orElse("");
        return new AttributionQuestion(id, behaviour(root), narrowing(root), unread(root));
    }

    private static ObservedBehaviour behaviour(JsonNode root) throws RelationFormatException {
        JsonNode observed = Json.object(root, "observations", "question");
        JsonNode context = observed.path("context");
        JsonNode year = context.path("year");
        double number = Json.absent(year) ? 0 : Json.number(year, "context.year");
        if (number != Math.rint(number) || number < 0 || number > MAX_YEAR) {
            throw new RelationFormatException("context.year must be a year such as 2020");
        }
        return new ObservedBehaviour(
                set(observed, "techniques"),
                set(observed, "software"),
                set(context, "countries"),
                set(context, "sectors"),
                number == 0 ? OptionalInt.empty() : OptionalInt.of((int) number));
    }

    /// Other names beside the observations are answers and remarks; among them they are misspelt.
    private static List<String> unread(JsonNode root) {
        JsonNode observed = root.path("observations");
        var unread = new ArrayList<String>();
        observed.propertyNames().stream()
                .filter(name -> !OBSERVATIONS.contains(name))
                .forEach(name -> unread.add("observations." + name));
        observed.path("context").propertyNames().stream()
                .filter(name -> !CONTEXT.contains(name))
                .forEach(name -> unread.add("observations.context." + name));
        return List.copyOf(unread);
    }

    private static Narrowing narrowing(JsonNode root) throws RelationFormatException {
        JsonNode exclude = root.path("exclude");
        Optional<String> before = Json.optionalText(root, "knowledge_before", "question");
        Optional<String> release = Json.optionalText(root, "knowledge_release", "question");
        Optional<LocalDate> day = before.isPresent()
                ? Optional.of(RelationBaseReader.day(before.get(), "knowledge_before"))
                : Optional.empty();
        return new Narrowing(
                set(exclude, "citations"),
                set(exclude, "actors"),
                day,
                release.isPresent()
                        ? OptionalDouble.of(RelationBaseReader.release(release.get(), "knowledge_release"))
                        : OptionalDouble.empty());
    }

    private static Set<String> set(JsonNode parent, String field) throws RelationFormatException {
        List<String> texts = Json.texts(parent, field, "question");
        if (texts.size() > MAX_ITEMS) {
            throw new RelationFormatException("question." + field + " has more than " + MAX_ITEMS + " values");
        }
        return new HashSet<>(texts);
    }
}
