package io.ashiato.intel.knowledge;

import io.ashiato.intel.knowledge.Report.Activity;
import io.ashiato.intel.knowledge.Report.NamedActor;
import io.ashiato.intel.knowledge.Report.Repeat;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the reports of a knowledge file.
final class ReportReader {
    private static final Set<String> REPORT = Set.of(
            "key",
            "kind",
            "publisher",
            "title",
            "date",
            "latest",
            "url",
            "relation",
            "actors",
            "confidence",
            "campaigns",
            "first_seen",
            "last_seen",
            "victim_countries",
            "victim_sectors",
            "lures",
            "delivery",
            "software",
            "techniques",
            "traits",
            "repeats",
            "indicator_blocks");

    private static final Set<String> REPEAT = Set.of("report", "what");

    private static final Set<String> ACTOR = Set.of("name", "ids", "held", "citations");

    private static final Set<String> CITED = Set.of("value", "note", "citations");

    private static final Set<String> TRAIT = Set.of("kind", "value", "match", "strength", "citations");

    private final SourceKeys keys;

    ReportReader(SourceKeys keys) {
        this.keys = keys;
    }

    private static JsonEntry reportEntry(String path, JsonNode node) throws KnowledgeFormatException {
        return JsonEntry.of(path, node, REPORT);
    }

    /// Makes the report known as a source, before facts cite it.
    Citation announce(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = reportEntry(path, node);
        Citation source = keys.citation(entry.text("key"), entry);
        keys.add(entry, source);
        return source;
    }

    /// The report whole.
    Report report(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = reportEntry(path, node);
        Citation self = keys.resolved(entry, "key");
        return new Report(
                self.source(),
                entry.word("kind", Report.Kind.class),
                self.latest(),
                entry.textOr("relation", ""),
                entry.list("actors", this::namedActor),
                entry.list("confidence", this::citedFact),
                entry.texts("campaigns"),
                activity(entry),
                entry.list("traits", this::trait),
                entry.list("repeats", (at, element) -> {
                    JsonEntry repeat = JsonEntry.of(at, element, REPEAT);
                    return new Repeat(repeat.text("report"), repeat.text("what"));
                }),
                entry.texts("indicator_blocks"));
    }

    private Activity activity(JsonEntry entry) throws KnowledgeFormatException {
        return new Activity(
                entry.object("first_seen", this::citedFact),
                entry.object("last_seen", this::citedFact),
                entry.list("victim_countries", this::citedFact),
                entry.list("victim_sectors", this::citedFact),
                entry.list("lures", this::citedFact),
                entry.list("delivery", this::citedFact),
                entry.list("software", this::citedFact),
                entry.list("techniques", this::citedFact));
    }

    private NamedActor namedActor(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = JsonEntry.of(path, node, ACTOR);
        return new NamedActor(entry.text("name"), entry.texts("ids"), entry.flag("held"), keys.citations(entry));
    }

    private Cited citedFact(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = JsonEntry.of(path, node, CITED);
        return new Cited(entry.text("value"), entry.textOr("note", ""), keys.citations(entry));
    }

    private ReportTrait trait(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = JsonEntry.of(path, node, TRAIT);
        Trait.Kind kind = entry.word("kind", Trait.Kind.class);
        ReportTrait.Match match =
                entry.has("match") ? entry.word("match", ReportTrait.Match.class) : ReportTrait.Match.EXACT;
        Strength strength = entry.has("strength") ? entry.word("strength", Strength.class) : kind.strength();
        String value = TraitValues.normalised(kind, entry.text("value"));
        if (value.chars().noneMatch(Character::isLetterOrDigit)) {
            throw entry.wrong("value", "a trait without a letter or digit would match anything");
        }
        return new ReportTrait(kind, value, match, strength, keys.citations(entry));
    }
}
