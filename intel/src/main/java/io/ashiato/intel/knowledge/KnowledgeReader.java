package io.ashiato.intel.knowledge;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the format of [KnowledgeFile]: strictly, so that a misspelt field does not silently lose facts.
final class KnowledgeReader {
    private static final Set<String> FILE = Set.of(
            "ashiato_knowledge",
            "name",
            "invented",
            "note",
            "sources",
            "actors",
            "aliases",
            "software",
            "campaigns",
            "uses",
            "reports",
            "samples");

    private static final Set<String> ACTOR =
            Set.of("id", "name", "catalogue", "country", "victim_countries", "victim_sectors");

    private static final Set<String> ALIAS =
            Set.of("subject", "name", "relation", "claimed_by", "source", "disputed", "note");

    private static final Set<String> SOFTWARE = Set.of("id", "name", "kind", "aliases", "platforms", "catalogue");

    private static final Set<String> CAMPAIGN =
            Set.of("id", "name", "first_seen", "last_seen", "attributed_to", "catalogue");

    private static final Set<String> ATTRIBUTION = Set.of("actor", "citations");

    private static final Set<String> USE = Set.of("source", "target", "citations");

    private static final Set<String> SAMPLE = Set.of("family", "source", "sha256", "features");

    /// The deepest field lies seven levels down.
    private static final int MAX_DEPTH = 16;

    /// Fingerprints of a large program, in base64, are the longest text.
    private static final int MAX_TEXT = 4 << 20;

    private static final int MAX_TOKENS = 4_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final boolean invented;
    private final SourceKeys keys;

    private KnowledgeReader(boolean invented) {
        this.invented = invented;
        this.keys = new SourceKeys(invented);
    }

    static KnowledgeFile read(byte[] json) throws KnowledgeFormatException {
        if (json.length > KnowledgeFile.MAX_BYTES) {
            throw new KnowledgeFormatException("", "larger than " + KnowledgeFile.MAX_BYTES + " bytes");
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(json);
        } catch (JacksonException e) {
            throw KnowledgeFormatException.notJson("", e);
        }
        JsonEntry file = JsonEntry.of("", tree, FILE);
        if (file.whole("ashiato_knowledge") != KnowledgeFile.FORMAT) {
            throw file.wrong("ashiato_knowledge", "only version " + KnowledgeFile.FORMAT + " is read");
        }
        return new KnowledgeReader(file.flag("invented")).file(file);
    }

    private KnowledgeFile file(JsonEntry file) throws KnowledgeFormatException {
        Map<String, Citation> listed = file.map("sources", keys::source);
        var reports = new ReportReader(keys);
        file.list("reports", reports::announce);
        return new KnowledgeFile(
                file.text("name"),
                invented,
                file.map("note", KnowledgeReader::noteText),
                listed,
                file.list("actors", this::actor),
                file.list("aliases", this::alias),
                file.list("software", this::software),
                file.list("campaigns", this::campaign),
                file.list("uses", this::use),
                file.list("reports", reports::report),
                file.list("samples", this::sample));
    }

    private static String noteText(String language, String path, JsonNode node) throws KnowledgeFormatException {
        if (!node.isString()) {
            throw new KnowledgeFormatException(path, "a text in the language " + language + " was expected");
        }
        return node.asString();
    }

    private Actor actor(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = JsonEntry.of(path, node, ACTOR);
        return new Actor(
                entry.text("id"),
                entry.text("name"),
                keys.cited(entry, "catalogue"),
                entry.optional("country"),
                entry.texts("victim_countries"),
                entry.texts("victim_sectors"));
    }

    private AliasClaim alias(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = JsonEntry.of(path, node, ALIAS);
        return new AliasClaim(
                entry.text("subject"),
                entry.text("name"),
                entry.word("relation", AliasClaim.Relation.class),
                entry.text("claimed_by"),
                keys.resolved(entry, "source").source(),
                entry.flag("disputed"),
                entry.textOr("note", ""));
    }

    private Software software(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = JsonEntry.of(path, node, SOFTWARE);
        return new Software(
                entry.text("id"),
                entry.text("name"),
                entry.word("kind", Software.Kind.class),
                entry.texts("aliases"),
                entry.texts("platforms"),
                keys.cited(entry, "catalogue"));
    }

    private Campaign campaign(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = JsonEntry.of(path, node, CAMPAIGN);
        return new Campaign(
                entry.text("id"),
                entry.text("name"),
                entry.optional("first_seen"),
                entry.optional("last_seen"),
                entry.list("attributed_to", (at, element) -> {
                    JsonEntry held = JsonEntry.of(at, element, ATTRIBUTION);
                    return new Campaign.Attribution(held.text("actor"), keys.citations(held));
                }),
                keys.cited(entry, "catalogue"));
    }

    private Use use(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = JsonEntry.of(path, node, USE);
        return new Use(entry.text("source"), entry.text("target"), keys.citations(entry));
    }

    private KnownSample sample(String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = JsonEntry.of(path, node, SAMPLE);
        String sha256 = entry.text("sha256").toLowerCase(Locale.ROOT);
        if (sha256.length() != 64 || !sha256.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw entry.wrong("sha256", "64 hexadecimal digits were expected");
        }
        try {
            return new KnownSample(
                    entry.text("family"), keys.resolved(entry, "source").source(), sha256, entry.text("features"));
        } catch (IllegalArgumentException e) {
            throw entry.wrong("features", "not readable as base64");
        }
    }
}
