package io.ashiato.intel.knowledge.importer;

import io.ashiato.intel.knowledge.Actor;
import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.Citation;
import io.ashiato.intel.knowledge.Software;
import io.ashiato.model.PublishedSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Facts of MISP galaxy clusters: entries with their names, and which house uses which name.
final class GalaxyClusters {
    private static final Set<String> ACTORS =
            Set.of("threat-actor", "microsoft-activity-group", "mitre-intrusion-set", "360net", "ransomware-group");
    private static final Set<String> SOFTWARE = Set.of(
            "malpedia",
            "mitre-malware",
            "mitre-tool",
            "tool",
            "rat",
            "ransomware",
            "backdoor",
            "banker",
            "botnet",
            "stealer",
            "android");

    private final SortedMap<String, Integer> skipped;
    private final Map<String, String> producers = new HashMap<>();
    private final Map<String, Citation> sources = new TreeMap<>();
    private final List<Value> values = new ArrayList<>();

    private record Value(JsonNode node, String type, PublishedSource source) {}

    /// What all clusters together say.
    record Facts(
            Map<String, Citation> sources, List<Actor> actors, List<AliasClaim> aliases, List<Software> software) {}

    GalaxyClusters(SortedMap<String, Integer> skipped) {
        this.skipped = skipped;
    }

    /// One cluster file.
    ///
    /// @param head its fields that are no lists
    void cluster(String name, String date, Map<String, JsonNode> head, List<JsonNode> entries) {
        String type = Optional.ofNullable(head.get("type"))
                .map(node -> node.asString(""))
                .orElse("");
        String version =
                Optional.ofNullable(head.get("version")).map(JsonNode::asString).orElse("");
        if (type.equals("producer")) {
            entries.forEach(entry -> producers.put(text(entry, "uuid"), text(entry, "value")));
        } else if (ACTORS.contains(type) || SOFTWARE.contains(type)) {
            String key = "misp:" + type + ":" + version;
            var source = new PublishedSource(
                    key,
                    "MISP galaxy",
                    type + ", version " + version + " (" + name + ")",
                    date,
                    Optional.empty(),
                    false);
            sources.put(key, Citation.dated(source, "full"));
            entries.forEach(entry -> value(new Value(entry, type, source)));
        } else {
            skipped.merge(
                    "galaxy " + (type.length() > 60 ? type.substring(0, 60) : type), entries.size(), Integer::sum);
        }
    }

    private void value(Value value) {
        if (text(value.node(), "value").isBlank()
                || text(value.node(), "uuid").isBlank()
                || value.node().path("revoked").asBoolean(false)) {
            skipped.merge("nameless or revoked " + value.type(), 1, Integer::sum);
        } else {
            values.add(value);
        }
    }

    private static String text(JsonNode node, String field) {
        return StixObjects.text(node, field);
    }

    Facts facts() {
        var actors = new TreeMap<String, Actor>();
        var software = new TreeMap<String, Software>();
        var aliases = new ArrayList<AliasClaim>();
        for (Value value : values) {
            String id = "misp:" + text(value.node(), "uuid");
            String name = text(value.node(), "value");
            JsonNode meta = value.node().path("meta");
            if (SOFTWARE.contains(value.type())) {
                Software.Kind kind = value.type().equals("mitre-tool") ? Software.Kind.TOOL : Software.Kind.MALWARE;
                List<String> names = List.copyOf(names(meta, name).values());
                software.put(
                        id,
                        new Software(
                                id, name, kind, names, List.of(), value.source().key()));
            } else {
                actors.put(id, actor(id, name, meta, value.source().key()));
                aliases.addAll(aliases(id, name, meta, value.source()));
            }
        }
        return new Facts(sources, List.copyOf(actors.values()), aliases, List.copyOf(software.values()));
    }

    private static Actor actor(String id, String name, JsonNode meta, String catalogue) {
        return new Actor(
                id,
                name,
                catalogue,
                Optional.of(text(meta, "country")).filter(code -> code.matches("[A-Z]{2}")),
                distinct(meta, "cfr-suspected-victims", "suspected-victims"),
                distinct(meta, "cfr-target-category", "targeted-sector"));
    }

    private static List<String> distinct(JsonNode meta, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> StixObjects.texts(meta.path(field)).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /// The other names of an entry, by their spelling without case; the first spelling stays.
    private static Map<String, String> names(JsonNode meta, String name) {
        var names = new LinkedHashMap<String, String>();
        StixObjects.texts(meta.path("synonyms")).forEach(synonym -> names.putIfAbsent(folded(synonym), synonym));
        attributions(meta).forEach((attributed, houses) -> names.putIfAbsent(folded(attributed), attributed));
        names.remove(folded(name));
        names.remove("");
        return names;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// Name -> uuids of the producers that use it, from entries `NAME:uuid`.
    private static Map<String, Set<String>> attributions(JsonNode meta) {
        var houses = new LinkedHashMap<String, Set<String>>();
        for (String entry : StixObjects.texts(meta.path("name-attribution"))) {
            int colon = entry.lastIndexOf(':');
            if (colon > 0) {
                houses.computeIfAbsent(entry.substring(0, colon), key -> new LinkedHashSet<>())
                        .add(entry.substring(colon + 1));
            }
        }
        return houses;
    }

    private List<AliasClaim> aliases(String id, String name, JsonNode meta, PublishedSource source) {
        var houses = new HashMap<String, Set<String>>();
        attributions(meta)
                .forEach((attributed, uuids) ->
                        uuids.forEach(uuid -> houses.computeIfAbsent(folded(attributed), key -> new LinkedHashSet<>())
                                .add(producers.getOrDefault(uuid, source.publisher()))));
        meta.properties().stream()
                .filter(field ->
                        field.getKey().startsWith("origin:") && field.getValue().isString())
                .forEach(field -> houses.computeIfAbsent(
                                folded(field.getKey().substring("origin:".length())), key -> new LinkedHashSet<>())
                        .add(field.getValue().asString()));
        var claims = new ArrayList<AliasClaim>();
        names(meta, name)
                .forEach((key, alias) -> houses.getOrDefault(key, Set.of(source.publisher())).stream()
                        .sorted()
                        .map(house ->
                                new AliasClaim(id, alias, AliasClaim.Relation.ALSO_KNOWN_AS, house, source, false, ""))
                        .forEach(claims::add));
        return claims;
    }
}
