package io.ashiato.intel.knowledge.importer;

import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.KnowledgeFormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Collects files of others and makes one knowledge file of them. Files explain each other, so their order
/// does not matter: the MISP cluster `producer` names those who use the names in `threat-actor`.
public final class KnowledgeImporter {
    /// The largest published file, the Enterprise bundle of ATT&CK, has about 50 MB.
    public static final int MAX_BYTES = 96 << 20;

    /// What is deeper is no bundle and no cluster; extensions of STIX nest a little.
    private static final int MAX_DEPTH = 64;

    private static final int MAX_TEXT = 4 << 20;
    private static final int MAX_TOKENS = 20_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            // Entries are read one by one out of a longer text.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SortedMap<String, Integer> skipped = new TreeMap<>();
    private final StixObjects stix = new StixObjects(skipped);
    private final GalaxyClusters galaxy = new GalaxyClusters(skipped);

    /// What a file turned out to be.
    public enum Kind {
        STIX_2,
        MISP_GALAXY,
        STIX_1,
        OPEN_IOC,
        MISP_EVENT,
        WARNING_LIST,
        KNOWLEDGE_FILE,
        OTHER;

        /// Whether its facts were taken.
        public boolean isTaken() {
            return this == STIX_2 || this == MISP_GALAXY;
        }
    }

    /// Takes the facts of a file.
    ///
    /// @param name of the file, by which its facts cite it
    /// @param date of its publication, ISO; `""` if it must tell itself
    public Kind add(String name, String date, byte[] content) throws KnowledgeFormatException {
        if (content.length > MAX_BYTES) {
            throw new KnowledgeFormatException(name, "larger than " + MAX_BYTES + " bytes");
        }
        String start = new String(content, 0, Math.min(content.length, 2048), StandardCharsets.UTF_8);
        String first = start.replace("\uFEFF", "").stripLeading();
        if (first.startsWith("<")) {
            return ofXml(first);
        }
        if (!first.startsWith("{")) {
            return Kind.OTHER;
        }
        try (JsonParser parser = JSON.createParser(content)) {
            return json(name, date, parser);
        } catch (JacksonException e) {
            throw KnowledgeFormatException.notJson(name, e);
        }
    }

    private static Kind ofXml(String start) {
        if (start.contains("stix.mitre.org")) {
            return Kind.STIX_1;
        }
        return start.contains("openioc") || start.contains("schemas.mandiant.com") ? Kind.OPEN_IOC : Kind.OTHER;
    }

    /// Goes through the file once: large lists are read entry by entry.
    private Kind json(String name, String date, JsonParser parser) {
        parser.nextToken();
        Map<String, JsonNode> head = new HashMap<>();
        Set<String> fields = new HashSet<>();
        var values = new ArrayList<JsonNode>();
        var bundle = stix.bundle(name, date);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            fields.add(field);
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && (field.equals("objects") || field.equals("values"))) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    JsonNode element = JSON.readTree(parser);
                    if (field.equals("objects")) {
                        bundle.object(element);
                    } else {
                        values.add(element);
                    }
                }
            } else if (token != null && token.isScalarValue()) {
                head.put(field, JSON.readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
        return kind(name, date, head, fields, values);
    }

    private Kind kind(String name, String date, Map<String, JsonNode> head, Set<String> fields, List<JsonNode> values) {
        if (fields.contains("ashiato_knowledge")) {
            return Kind.KNOWLEDGE_FILE;
        }
        if (fields.contains("objects")) {
            return Kind.STIX_2;
        }
        if (fields.contains("values") && head.containsKey("type")) {
            galaxy.cluster(name, date, head, values);
            return Kind.MISP_GALAXY;
        }
        if (fields.contains("Event") || fields.contains("Attribute")) {
            return Kind.MISP_EVENT;
        }
        return fields.contains("list") && fields.contains("matching_attributes") ? Kind.WARNING_LIST : Kind.OTHER;
    }

    /// What objects of the files were not taken, as counts by type.
    public SortedMap<String, Integer> skipped() {
        return Collections.unmodifiableSortedMap(skipped);
    }

    /// Everything taken so far.
    ///
    /// @param name for the knowledge file
    /// @param note by language
    public KnowledgeFile result(String name, Map<String, String> note) {
        StixObjects.Facts objects = stix.facts();
        GalaxyClusters.Facts clusters = galaxy.facts();
        var sources = new TreeMap<>(objects.sources());
        sources.putAll(clusters.sources());
        var actors = new ArrayList<>(objects.actors());
        actors.addAll(clusters.actors());
        var aliases = new ArrayList<>(objects.aliases());
        aliases.addAll(clusters.aliases());
        var software = new ArrayList<>(objects.software());
        software.addAll(clusters.software());
        return new KnowledgeFile(
                name,
                false,
                note,
                sources,
                actors,
                aliases,
                software,
                objects.campaigns(),
                objects.uses(),
                objects.reports(),
                List.of());
    }
}
