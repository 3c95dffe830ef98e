package io.ashiato.intel.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Reads the JSON form of a `RelationBase`. Size, depth and number of values are bounded by `Json`.
final class RelationBaseReader {
    /// A citation's date that was only taken from when somebody looked at the page says nothing of when it
    /// was written.
    private static final String RETRIEVED = "retrieved";

    private static final int YEAR_LENGTH = 4;
    /// Takes 31 for the last day of any month: citations that are known to the month only are written so.
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.SMART);

    private final JsonNode root;
    private final Map<String, KnownActor> actors = new TreeMap<>();
    private final Map<String, KnownSoftware> software = new TreeMap<>();

    private RelationBaseReader(JsonNode root) {
        this.root = root;
    }

    static RelationBase read(InputStream in) throws IOException, RelationFormatException {
        return new RelationBaseReader(Json.read(in, "knowledge base")).base();
    }

    private RelationBase base() throws RelationFormatException {
        readActors();
        readSoftware();
        var techniques = new Vocabulary(names("techniques"));
        RelationBase.Citations citations = citations();
        var actorIds = new Vocabulary(actors.keySet());
        var softwareIds = new Vocabulary(software.keySet());
        var victims = new Vocabulary(victimNames());
        var facts = new RelationBase.Facts(
                lists(actorIds.size()), lists(actorIds.size()), lists(actorIds.size()), lists(softwareIds.size()));

        for (Row row : rows("relations", 3)) {
            int actor = actorIds.place(row.text(0));
            int source = actor >= 0 ? actor : row.place(0, softwareIds, "an actor or software");
            int technique = techniques.place(row.text(1));
            if (technique >= 0) {
                var target = actor >= 0 ? facts.actorTechniques() : facts.softwareTechniques();
                target.get(source).add(row.fact(technique, citations.ids()));
            } else if (actor >= 0) {
                int used = row.place(1, softwareIds, "a technique or software");
                facts.actorSoftware().get(source).add(row.fact(used, citations.ids()));
            } else {
                row.place(1, softwareIds, "a technique or software"); // what software uses software for, nobody asks
            }
        }
        for (Row row : rows("context", 3)) {
            int actor = row.place(0, actorIds, "an actor");
            facts.actorVictims().get(actor).add(row.fact(victims.place(row.text(2)), citations.ids()));
        }
        return new RelationBase(
                List.copyOf(actors.values()), List.copyOf(software.values()), techniques, victims, facts, citations);
    }

    private void readActors() throws RelationFormatException {
        for (var entry : Json.object(root, "actors", "knowledge base").properties()) {
            String where = "actors." + entry.getKey();
            JsonNode node = entry.getValue();
            var victims = new HashSet<String>();
            JsonNode galaxy = node.path("galaxy");
            if (!Json.absent(galaxy)) {
                victims.addAll(Json.texts(galaxy, "countries", where + ".galaxy"));
                victims.addAll(Json.texts(galaxy, "sectors", where + ".galaxy"));
            }
            actors.put(
                    entry.getKey(),
                    new KnownActor(
                            entry.getKey(),
                            Json.text(node.path("name"), where + ".name"),
                            Json.texts(node, "aliases", where),
                            Json.optionalText(node, "country", where),
                            Json.texts(node, "overlaps", where),
                            victims));
        }
    }

    private void readSoftware() throws RelationFormatException {
        for (var entry : Json.object(root, "software", "knowledge base").properties()) {
            String where = "software." + entry.getKey();
            if (actors.containsKey(entry.getKey())) {
                throw new RelationFormatException(where + " must not be the id of an actor, too");
            }
            String type = Json.text(entry.getValue().path("type"), where + ".type");
            if (!type.equals("malware") && !type.equals("tool")) {
                throw new RelationFormatException(where + ".type must be malware or tool");
            }
            String name = Json.text(entry.getValue().path("name"), where + ".name");
            software.put(entry.getKey(), new KnownSoftware(entry.getKey(), name, type.equals("tool")));
        }
    }

    private RelationBase.Citations citations() throws RelationFormatException {
        var ids = new Vocabulary(names("citations"));
        var latest = new long[ids.size()];
        var year = new int[ids.size()];
        for (var entry : root.path("citations").properties()) {
            String where = "citations." + entry.getKey();
            int place = ids.place(entry.getKey());
            var latestText = Json.optionalText(entry.getValue(), "latest", where);
            latest[place] = latestText.isPresent()
                    ? day(latestText.get(), where + ".latest").toEpochDay()
                    : Long.MAX_VALUE;
            var published = Json.optionalText(entry.getValue(), "published", where);
            boolean retrieved = Json.optionalText(entry.getValue(), "precision", where)
                    .filter(RETRIEVED::equals)
                    .isPresent();
            year[place] = published.isPresent() && !retrieved ? year(published.get(), where + ".published") : 0;
        }
        return new RelationBase.Citations(ids, latest, year);
    }

    private Set<String> victimNames() throws RelationFormatException {
        var names = new HashSet<String>();
        actors.values().forEach(actor -> names.addAll(actor.victims()));
        for (Row row : rows("context", 3)) {
            names.add(row.text(2));
        }
        return names;
    }

    private Collection<String> names(String field) throws RelationFormatException {
        return new ArrayList<>(Json.object(root, field, "knowledge base").propertyNames());
    }

    private List<Row> rows(String field, int citationsAt) throws RelationFormatException {
        var rows = new ArrayList<Row>();
        for (JsonNode node : Json.list(root.path(field), field)) {
            String where = field + "[" + rows.size() + "]";
            if (Json.list(node, where).size() != citationsAt + 1) {
                throw new RelationFormatException(where + " must have " + (citationsAt + 1) + " values");
            }
            rows.add(new Row(node, citationsAt, where));
        }
        return rows;
    }

    /// A row of `relations` or `context`: texts, and at the end pairs of citation and release.
    private record Row(JsonNode node, int citationsAt, String where) {
        String text(int column) throws RelationFormatException {
            return Json.text(node.path(column), where + "[" + column + "]");
        }

        int place(int column, Vocabulary vocabulary, String what) throws RelationFormatException {
            int place = vocabulary.place(text(column));
            if (place == Vocabulary.UNKNOWN) {
                throw new RelationFormatException(
                        where + "[" + column + "] must be " + what + " of this base, not " + text(column));
            }
            return place;
        }

        CitedFact fact(int target, Vocabulary citationIds) throws RelationFormatException {
            List<JsonNode> pairs = Json.list(node.path(citationsAt), where + "[" + citationsAt + "]");
            var citations = new int[pairs.size()];
            var releases = new double[pairs.size()];
            for (int i = 0; i < citations.length; i++) {
                String citation = Json.text(pairs.get(i).path(0), where + ": citation " + i);
                citations[i] = citationIds.place(citation);
                if (citations[i] == Vocabulary.UNKNOWN) {
                    throw new RelationFormatException(where + ": no such citation: " + citation);
                }
                releases[i] = release(Json.text(pairs.get(i).path(1), where + ": release " + i), where);
            }
            return new CitedFact(target, citations, releases);
        }
    }

    /// The number of a release such as 18.1.
    static double release(String text, String where) throws RelationFormatException {
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,4})?")) {
            throw new RelationFormatException(where + ": a release must look like 18.1, not " + text);
        }
        return Double.parseDouble(text);
    }

    /// A day such as 2020-06-30.
    static LocalDate day(String text, String where) throws RelationFormatException {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            throw new RelationFormatException(where + " must be a day such as 2020-06-30", e);
        }
    }

    private static int year(String text, String where) throws RelationFormatException {
        String year = text.substring(0, Math.min(YEAR_LENGTH, text.length()));
        if (!year.matches("[0-9]{4}")) {
            throw new RelationFormatException(where + " must begin with a year of four digits");
        }
        return Integer.parseInt(year);
    }

    private static List<List<CitedFact>> lists(int count) {
        var lists = new ArrayList<List<CitedFact>>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
