package io.ashiato.intel.knowledge;

import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.Technique;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes who is reported to use what in the shape of the attribution benchmark's knowledge base. What a
/// campaign used counts for those who are held to be behind it.
final class RelationsJson {
    /// The ATT&CK release from which the relations were read; earlier ones are not told apart.
    private static final String RELEASE = "18.1";

    private final KnowledgeBase base;
    private final NameIndex names;
    private final ObjectNode json = JsonMapper.shared().createObjectNode();
    private final Set<String> cited = new TreeSet<>();

    private RelationsJson(KnowledgeBase base, NameIndex names) {
        this.base = base;
        this.names = names;
    }

    static String of(KnowledgeBase base, NameIndex names) {
        return new RelationsJson(base, names).write();
    }

    /// One relation before it is written.
    private record Row(Set<String> campaigns, Set<String> citations) {
        Row() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    private String write() {
        Map<String, Map<String, Row>> rows = rows();
        Set<String> users = base.actors().keySet().stream()
                .filter(id -> isAttack(id) || rows.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
        ObjectNode actors = json.putObject("actors");
        users.forEach(id -> actor(actors.putObject(id), id));
        ObjectNode software = json.putObject("software");
        base.software().values().forEach(entry -> software(software.putObject(entry.id()), entry));
        techniques(rows);
        ArrayNode relations = json.putArray("relations");
        rows.forEach((source, targets) -> targets.forEach((target, row) -> {
            ArrayNode line = relations.addArray().add(source).add(target);
            row.campaigns().forEach(line.addArray()::add);
            citations(line.addArray(), row.citations());
        }));
        context(users);
        citations();
        return json.toString();
    }

    private static boolean isAttack(String id) {
        return id.length() == 5 && id.charAt(0) == 'G' && id.chars().skip(1).allMatch(Character::isDigit);
    }

    private Map<String, Map<String, Row>> rows() {
        var rows = new TreeMap<String, Map<String, Row>>();
        for (Use use : base.uses()) {
            Campaign campaign = base.campaigns().get(use.source());
            List<String> sources = campaign == null
                    ? List.of(use.source())
                    : campaign.attributedTo().stream()
                            .map(Campaign.Attribution::actor)
                            .toList();
            for (String source : use.citations().isEmpty() ? List.<String>of() : sources) {
                Row row = rows.computeIfAbsent(source, id -> new TreeMap<>())
                        .computeIfAbsent(use.target(), id -> new Row());
                row.citations().addAll(use.citations());
                if (campaign != null) {
                    row.campaigns().add(campaign.id());
                }
            }
        }
        return rows;
    }

    private void actor(ObjectNode node, String id) {
        Optional<Actor> actor = Optional.ofNullable(base.actors().get(id));
        String name = actor.map(Actor::name).orElse(id);
        node.put("name", name);
        ArrayNode aliases = node.putArray("aliases");
        names.aliasesOf(id).stream()
                .filter(claim -> claim.relation() == AliasClaim.Relation.ALSO_KNOWN_AS)
                .map(AliasClaim::name)
                .distinct()
                .forEach(aliases::add);
        List<Actor> galaxy = galaxyOf(id, name);
        node.put("country", country(id, name, actor, galaxy).orElse(null));
        node.putNull("cluster");
        ArrayNode overlaps = node.putArray("overlaps");
        overlapping(id).forEach(overlaps::add);
        ObjectNode victims = node.putObject("galaxy");
        ArrayNode countries = victims.putArray("countries");
        galaxy.stream()
                .flatMap(entry -> entry.victimCountries().stream())
                .filter(Victims::isCountry)
                .distinct()
                .sorted()
                .forEach(countries::add);
        ArrayNode sectors = victims.putArray("sectors");
        galaxy.stream()
                .flatMap(entry -> Stream.concat(entry.victimSectors().stream(), entry.victimCountries().stream()))
                .flatMap(sector -> Sectors.of(sector).stream())
                .distinct()
                .sorted()
                .forEach(sectors::add);
    }

    /// Groups of ATT&CK of which somebody says that they overlap, whichever of both he said it of.
    private Set<String> overlapping(String id) {
        var ids = new TreeSet<String>();
        for (AliasClaim claim : base.aliases()) {
            if (claim.relation() == AliasClaim.Relation.OVERLAPS) {
                List<String> meant = names.named(claim.name()).stream()
                        .filter(entry -> entry.through().isEmpty() && isAttack(entry.id()))
                        .map(Named::id)
                        .toList();
                if (claim.subject().equals(id)) {
                    ids.addAll(meant);
                } else if (meant.contains(id) && isAttack(claim.subject())) {
                    ids.add(claim.subject());
                }
            }
        }
        return ids;
    }

    /// By the entry itself, by those of its name in other catalogues, or where all that share one of its
    /// names agree.
    private Optional<String> country(String id, String name, Optional<Actor> actor, List<Actor> galaxy) {
        Optional<String> stated = actor.flatMap(Actor::country)
                .or(() -> galaxy.stream()
                        .flatMap(entry -> entry.country().stream())
                        .findFirst());
        if (stated.isPresent()) {
            return stated;
        }
        Stream<String> aliases = names.aliasesOf(id).stream()
                .filter(claim -> claim.relation() == AliasClaim.Relation.ALSO_KNOWN_AS)
                .map(AliasClaim::name);
        List<String> codes = Stream.concat(Stream.of(name), aliases)
                .flatMap(alias -> others(names.named(alias), id).stream())
                .flatMap(entry -> entry.country().stream())
                .distinct()
                .toList();
        return codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
    }

    /// The entries of other catalogues under the same name, else those that list the id among their names.
    private List<Actor> galaxyOf(String id, String name) {
        List<Actor> same = others(
                names.named(name).stream()
                        .filter(entry -> entry.through().isEmpty())
                        .toList(),
                id);
        return same.isEmpty() ? others(names.named(id), id) : same;
    }

    private List<Actor> others(List<Named> entries, String id) {
        return entries.stream()
                .filter(entry -> entry.kind() == Named.Kind.ACTOR && !entry.id().equals(id))
                .flatMap(entry -> Optional.ofNullable(base.actors().get(entry.id())).stream())
                .toList();
    }

    private static void software(ObjectNode node, Software entry) {
        node.put("name", entry.name());
        node.put("type", entry.kind().id());
        entry.aliases().forEach(node.putArray("aliases")::add);
        entry.platforms().forEach(node.putArray("platforms")::add);
    }

    private void techniques(Map<String, Map<String, Row>> rows) {
        AttackKnowledge attack = AttackKnowledge.builtIn();
        ObjectNode techniques = json.putObject("techniques");
        rows.values().stream()
                .flatMap(targets -> targets.keySet().stream())
                .filter(target -> target.startsWith("T"))
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(id -> attack.current(id).ifPresent(technique -> technique(techniques, technique)));
    }

    private static void technique(ObjectNode techniques, Technique technique) {
        ObjectNode node = techniques.putObject(technique.id());
        node.put("name", technique.name());
        technique.tactics().forEach(node.putArray("tactics")::add);
    }

    private void citations(ArrayNode array, Set<String> keys) {
        for (String key : keys) {
            cited.add(key);
            array.addArray().add(key).add(RELEASE);
        }
    }

    /// Where and in what business the victims of a report were, for those whom the report holds to be behind
    /// it.
    private void context(Set<String> users) {
        ArrayNode context = json.putArray("context");
        for (String user : users) {
            var rows = new TreeMap<String, Set<String>>();
            for (Report report : base.reports().values()) {
                if (report.heldActors().contains(user)) {
                    Victims.of(report)
                            .forEach(row -> rows.computeIfAbsent(row, key -> new LinkedHashSet<>())
                                    .add(report.key()));
                }
            }
            rows.forEach((row, reports) -> {
                int colon = row.indexOf('=');
                ArrayNode line = context.addArray().add(user);
                line.add(row.substring(0, colon)).add(row.substring(colon + 1));
                citations(line.addArray(), reports);
            });
        }
    }

    private void citations() {
        ObjectNode citations = json.putObject("citations");
        for (String key : cited) {
            Citation citation = base.citations().get(key);
            ObjectNode node = citations.putObject(key);
            String date = citation == null ? "" : citation.source().date();
            node.put("published", date.isEmpty() ? null : date);
            node.put("precision", precision(date));
            node.put(
                    "latest",
                    citation == null
                            ? null
                            : citation.latest().map(Object::toString).orElse(null));
        }
    }

    private static String precision(String date) {
        return switch (date.length()) {
            case 10 -> "day";
            case 7 -> "month";
            case 0 -> "retrieved";
            default -> "year";
        };
    }
}
