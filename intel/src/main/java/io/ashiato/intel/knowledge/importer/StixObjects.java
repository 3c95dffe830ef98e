package io.ashiato.intel.knowledge.importer;

import io.ashiato.intel.AttackKnowledge;
import io.ashiato.intel.knowledge.Actor;
import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.Campaign;
import io.ashiato.intel.knowledge.Citation;
import io.ashiato.intel.knowledge.Report;
import io.ashiato.intel.knowledge.Software;
import io.ashiato.intel.knowledge.Use;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.Technique;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Facts of STIX 2.0 and 2.1 objects. Objects of ATT&CK have its ids; others have `stix:` and their uuid.
final class StixObjects {
    /// More names than any group has; bounds the work on one object, which grows with names times references.
    private static final int MAX_NAMES = 500;

    /// Remarks on an alias are a list of citations.
    private static final int MAX_REMARK = 4000;

    /// Pages of ATT&CK have one to three thousand characters.
    private static final int MAX_PAGE = 20_000;

    private static final Pattern GROUP_LINK =
            Pattern.compile("\\[([^\\[\\]]{1,60})\\]\\(https://attack\\.mitre\\.org/groups/(G\\d{4})/?\\)");

    private static final Set<String> WITHOUT_FACTS = Set.of("marking-definition", "identity", "x-mitre-collection");

    private final SortedMap<String, Integer> skipped;
    private final AttackKnowledge attack = AttackKnowledge.builtIn();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> identities = new HashMap<>();
    private final Map<String, Citation> sources = new TreeMap<>();
    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private final SortedMap<String, JsonNode> relations = new TreeMap<>();
    private final SortedMap<String, List<JsonNode>> attributions = new TreeMap<>();
    private final SortedMap<String, Bundle> bundles = new TreeMap<>();

    private record Entry(JsonNode object, Bundle bundle) {}

    /// What all objects together say.
    record Facts(
            Map<String, Citation> sources,
            List<Actor> actors,
            List<AliasClaim> aliases,
            List<Software> software,
            List<Campaign> campaigns,
            List<Use> uses,
            List<Report> reports) {}

    StixObjects(SortedMap<String, Integer> skipped) {
        this.skipped = skipped;
    }

    /// One file, or several of one name; facts cite it where they name nobody else.
    Bundle bundle(String name, String date) {
        return bundles.computeIfAbsent(name, absent -> new Bundle(absent, date));
    }

    /// Where objects come from.
    final class Bundle {
        private final String name;
        private String date;
        private String publisher = "";
        private final boolean isDateGiven;

        private Bundle(String name, String date) {
            this.name = name;
            this.date = date;
            this.isDateGiven = !date.isEmpty();
        }

        private String key() {
            return "file:" + name;
        }

        /// The file as a source: as new as its newest object, by whoever made its objects.
        private Citation source() {
            String who = publisher.isEmpty() ? name : publisher;
            return Citation.dated(new PublishedSource(key(), who, name, date, Optional.empty(), false), "full");
        }

        void object(JsonNode object) {
            String type = text(object, "type");
            String id = text(object, "id");
            String modified = text(object, "modified");
            if (!isDateGiven && modified.length() >= 10 && modified.compareTo(date) > 0 && isDay(modified)) {
                date = modified.substring(0, 10);
            }
            if (object.path("revoked").asBoolean(false)
                    || object.path("x_mitre_deprecated").asBoolean(false)) {
                skip("revoked or deprecated " + type);
                return;
            }
            switch (type) {
                case "identity" -> {
                    identities.put(id, text(object, "name"));
                    if (publisher.isEmpty()) {
                        publisher = text(object, "name");
                    }
                }
                case "attack-pattern" ->
                    attackId(object)
                            .ifPresent(technique -> ids.put(
                                    id,
                                    attack.current(technique).map(Technique::id).orElse(technique)));
                case "intrusion-set", "threat-actor", "malware", "tool", "campaign", "report" -> entry(id, object);
                case "relationship" -> relation(id, object);
                default -> skip(type);
            }
        }

        private void entry(String id, JsonNode object) {
            if (text(object, "name").isBlank() || id.isBlank()) {
                skip("nameless " + text(object, "type"));
                return;
            }
            ids.put(
                    id,
                    attackId(object)
                            .orElse("stix:" + id.substring(id.indexOf("--") + 1).replaceFirst("^-", "")));
            entries.putIfAbsent(id, new Entry(object, this));
        }
    }

    private void relation(String id, JsonNode object) {
        switch (text(object, "relationship_type")) {
            case "uses" -> relations.put(id, object);
            case "attributed-to" ->
                attributions
                        .computeIfAbsent(text(object, "source_ref"), source -> new ArrayList<>())
                        .add(object);
            default -> skip("relationship " + text(object, "relationship_type"));
        }
    }

    private static boolean isDay(String time) {
        return time.charAt(4) == '-'
                && time.charAt(7) == '-'
                && time.substring(0, 10).chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))
                && !Citation.dated(new PublishedSource("", "", "", time.substring(0, 10), Optional.empty(), false), "")
                        .latest()
                        .isEmpty();
    }

    private void skip(String type) {
        if (!WITHOUT_FACTS.contains(type)) {
            String shown = type.isBlank() ? "object without a type" : type;
            skipped.merge(shown.length() > 60 ? shown.substring(0, 60) : shown, 1, Integer::sum);
        }
    }

    static String text(JsonNode object, String field) {
        return object.path(field).asString("");
    }

    private static Optional<String> attackId(JsonNode object) {
        for (JsonNode reference : object.path("external_references")) {
            String source = text(reference, "source_name");
            String id = text(reference, "external_id");
            if (source.startsWith("mitre-") && source.endsWith("attack") && !id.isBlank()) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    Facts facts() {
        var actors = new ArrayList<Actor>();
        var aliases = new ArrayList<AliasClaim>();
        var software = new ArrayList<Software>();
        var campaigns = new ArrayList<Campaign>();
        var reports = new ArrayList<Report>();
        entries.values()
                .forEach(entry -> sources.computeIfAbsent(
                        entry.bundle().key(), key -> entry.bundle().source()));
        for (Entry entry : entries.values()) {
            JsonNode object = entry.object();
            String id = idOf(text(object, "id"));
            String name = text(object, "name");
            String catalogue = entry.bundle().key();
            switch (text(object, "type")) {
                case "malware", "tool" ->
                    software.add(new Software(
                            id,
                            name,
                            text(object, "type").equals("tool") ? Software.Kind.TOOL : Software.Kind.MALWARE,
                            aliasNames(object, name),
                            texts(object.path("x_mitre_platforms")),
                            catalogue));
                case "campaign" -> {
                    campaigns.add(new Campaign(
                            id,
                            name,
                            day(object, "first_seen"),
                            day(object, "last_seen"),
                            heldBehind(object),
                            catalogue));
                    aliases.addAll(aliases(entry, id, name));
                }
                case "report" -> reports.add(report(entry, id, name));
                default -> {
                    actors.add(new Actor(id, name, catalogue, Optional.empty(), List.of(), List.of()));
                    aliases.addAll(aliases(entry, id, name));
                    aliases.addAll(mentions(entry, id));
                }
            }
        }
        return new Facts(
                sources, byId(actors, Actor::id), aliases, byId(software, Software::id), campaigns, uses(), reports);
    }

    private static <T> List<T> byId(List<T> values, Function<T, String> id) {
        return values.stream().sorted(Comparator.comparing(id)).toList();
    }

    private String idOf(String stixId) {
        return ids.getOrDefault(stixId, "");
    }

    private static List<String> aliasNames(JsonNode object, String name) {
        return Stream.of("aliases", "x_mitre_aliases")
                .flatMap(field -> texts(object.path(field)).stream())
                .filter(alias -> !alias.isBlank() && !alias.equals(name))
                .distinct()
                .limit(MAX_NAMES)
                .toList();
    }

    static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(element -> {
            if (element.isString()) {
                texts.add(element.asString());
            }
        });
        return texts;
    }

    /// One claim for each source that ATT&CK names for the alias; where it names none, the claim is the
    /// file's own.
    private List<AliasClaim> aliases(Entry entry, String id, String name) {
        var claims = new ArrayList<AliasClaim>();
        for (String alias : aliasNames(entry.object(), name)) {
            List<String> keys = cited(entry.object(), remark(entry.object(), alias));
            PublishedSource file = entry.bundle().source().source();
            if (keys.isEmpty()) {
                claims.add(new AliasClaim(
                        id, alias, AliasClaim.Relation.ALSO_KNOWN_AS, file.publisher(), file, false, ""));
            }
            for (String key : keys) {
                Citation source = sources.get(key);
                if (source != null) {
                    claims.add(new AliasClaim(
                            id,
                            alias,
                            AliasClaim.Relation.ALSO_KNOWN_AS,
                            source.source().publisher(),
                            source.source(),
                            false,
                            "as cited by " + file.publisher()));
                }
            }
        }
        return claims;
    }

    /// Groups of which the page of this group speaks too: ATT&CK does so where their definitions touch.
    private List<AliasClaim> mentions(Entry entry, String id) {
        String page = text(entry.object(), "description");
        PublishedSource file = entry.bundle().source().source();
        return GROUP_LINK
                .matcher(page.length() > MAX_PAGE ? page.substring(0, MAX_PAGE) : page)
                .results()
                .filter(link -> !link.group(2).equals(id))
                .map(MatchResult::group)
                .distinct()
                .map(link -> new AliasClaim(
                        id,
                        link.substring(1, link.indexOf(']')),
                        AliasClaim.Relation.OVERLAPS,
                        file.publisher(),
                        file,
                        false,
                        "its page speaks of both"))
                .toList();
    }

    /// What ATT&CK remarks of an alias: it keeps that among the references, under the alias as name.
    private static String remark(JsonNode object, String alias) {
        for (JsonNode reference : object.path("external_references")) {
            if (text(reference, "source_name").equals(alias)) {
                return text(reference, "description");
            }
        }
        return "";
    }

    /// The keys of the references of an object that the text cites as `(Citation: name)`.
    private List<String> cited(JsonNode object, String remark) {
        String text = remark.length() > MAX_REMARK ? remark.substring(0, MAX_REMARK) : remark;
        var keys = new TreeSet<String>();
        for (JsonNode reference : object.path("external_references")) {
            if (text.contains("(Citation: " + text(reference, "source_name") + ")")) {
                keys.add(reference(reference));
            }
        }
        return List.copyOf(keys);
    }

    private String reference(JsonNode reference) {
        String name = text(reference, "source_name");
        String key = "attack:" + name;
        sources.computeIfAbsent(
                key,
                absent -> References.read(
                        absent,
                        name.isBlank() ? "unnamed" : name,
                        text(reference, "description"),
                        Optional.of(text(reference, "url")).filter(url -> !url.isBlank())));
        return key;
    }

    private List<String> references(JsonNode object) {
        var keys = new TreeSet<String>();
        for (JsonNode reference : object.path("external_references")) {
            keys.add(reference(reference));
        }
        return List.copyOf(keys);
    }

    private static Optional<String> day(JsonNode object, String field) {
        String time = text(object, field);
        return time.length() >= 10 && isDay(time) ? Optional.of(time.substring(0, 10)) : Optional.empty();
    }

    private List<Campaign.Attribution> heldBehind(JsonNode campaign) {
        return attributions.getOrDefault(text(campaign, "id"), List.of()).stream()
                .filter(relation -> !idOf(text(relation, "target_ref")).isEmpty())
                .map(relation -> new Campaign.Attribution(idOf(text(relation, "target_ref")), references(relation)))
                .toList();
    }

    private List<Use> uses() {
        var citations = new TreeMap<String, TreeSet<String>>();
        for (JsonNode relation : relations.values()) {
            String source = idOf(text(relation, "source_ref"));
            String target = idOf(text(relation, "target_ref"));
            if (!source.isEmpty() && !target.isEmpty()) {
                citations
                        .computeIfAbsent(source + "\t" + target, pair -> new TreeSet<>())
                        .addAll(references(relation));
            }
        }
        var uses = new ArrayList<Use>();
        citations.forEach((pair, keys) -> {
            int tab = pair.indexOf('\t');
            uses.add(new Use(pair.substring(0, tab), pair.substring(tab + 1), List.copyOf(keys)));
        });
        return uses;
    }

    /// A report object: who and what it is about. It does not say whom it holds responsible.
    private Report report(Entry entry, String id, String name) {
        JsonNode object = entry.object();
        String published = day(object, "published").orElse("");
        String publisher = identities.getOrDefault(
                text(object, "created_by_ref"), entry.bundle().source().source().publisher());
        var source = new PublishedSource(id, publisher, name, published, Optional.empty(), false);
        var actors = new ArrayList<Report.NamedActor>();
        var campaigns = new ArrayList<String>();
        for (String ref : texts(object.path("object_refs"))) {
            Entry about = entries.get(ref);
            if (about != null && Set.of("intrusion-set", "threat-actor").contains(text(about.object(), "type"))) {
                actors.add(new Report.NamedActor(text(about.object(), "name"), List.of(idOf(ref)), false, List.of()));
            } else if (about != null && text(about.object(), "type").equals("campaign")) {
                campaigns.add(idOf(ref));
            }
        }
        var nothing = new Report.Activity(
                Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return new Report(
                source,
                Report.Kind.REPORT,
                Citation.dated(source, "").latest(),
                "",
                actors,
                List.of(),
                campaigns,
                nothing,
                List.of(),
                List.of(),
                List.of());
    }
}
