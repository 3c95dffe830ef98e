package io.ashiato.intel.knowledge.build;

import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.Campaign;
import io.ashiato.intel.knowledge.Citation;
import io.ashiato.intel.knowledge.Cited;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.Report;
import io.ashiato.model.PublishedSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our research facts (`research.jsonl`) as a knowledge file. What has a fixed form there is taken over; what
/// is prose (who is meant, which traits, who repeats whom) follows our tables, which are checked against the
/// facts.
final class Research {
    private static final Pattern DATE = Pattern.compile("(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)(.*)", Pattern.DOTALL);
    private static final Pattern BEFORE = Pattern.compile(".*\\(before (\\d{4}-\\d{2}-\\d{2})\\).*");
    private static final Pattern COUNTRY = Pattern.compile("([A-Z]{2})(?: \\((.*)\\))?");

    private final Map<String, JsonNode> lines = new LinkedHashMap<>();
    private final Map<String, Citation> sources = new TreeMap<>();
    private final Map<JsonNode, String> keys = new HashMap<>();
    private final Traits traits;

    /// @param jsonl text of `research.jsonl`
    /// @param prose text of `research.md`, in which some traits stand
    private Research(String jsonl, String prose) {
        this.traits = new Traits(prose);
        jsonl.lines().filter(line -> !line.isBlank()).forEach(line -> {
            JsonNode node = JsonMapper.shared().readTree(line);
            lines.put(node.path("id").asString(), node);
        });
    }

    static KnowledgeFile read(String jsonl, String prose) {
        return new Research(jsonl, prose).file();
    }

    private KnowledgeFile file() {
        List<Report> reports = lines.values().stream()
                .filter(line -> !line.path("kind").asString().equals("claim"))
                .map(this::report)
                .toList();
        var campaigns = new ArrayList<Campaign>();
        for (String[] row : Tables.rows("research-campaign-entries.tsv")) {
            campaigns.add(new Campaign(row[0], row[1], Optional.empty(), Optional.empty(), List.of(), known(row[2])));
        }
        List<AliasClaim> claims =
                Tables.rows("research-claims.tsv").stream().map(this::claim).toList();
        return new KnowledgeFile(
                "Research on the model case and its relatives",
                false,
                Map.of(
                        "en", "Facts of published reports, each with where it was read.",
                        "ja", "公開レポートの事実とその出典。"),
                sources,
                List.of(),
                claims,
                List.of(),
                campaigns,
                List.of(),
                reports,
                List.of());
    }

    private String known(String report) {
        if (!lines.containsKey(report)) {
            throw new IllegalStateException("a table names the report " + report + ", which research does not have");
        }
        return report;
    }

    private Report report(JsonNode line) {
        String id = line.path("id").asString();
        String date = line.path("date").asString();
        Matcher exact = DATE.matcher(date);
        Matcher before = BEFORE.matcher(date);
        var source = new PublishedSource(
                id,
                line.path("publisher").asString(),
                line.path("title").asString(),
                exact.matches() ? exact.group(1) : "",
                Optional.ofNullable(line.get("url")).filter(JsonNode::isString).map(JsonNode::asString),
                false);
        Optional<LocalDate> latest = before.matches()
                ? Optional.of(LocalDate.parse(before.group(1)).minusDays(1))
                : Citation.dated(source, "").latest();
        return new Report(
                source,
                Report.Kind.valueOf(line.path("kind").asString().toUpperCase(Locale.ROOT)),
                latest,
                line.path("relation").asString(""),
                actors(id, line),
                facts(line, "confidence"),
                Tables.rows("research-campaigns.tsv", id).stream()
                        .map(row -> row[1])
                        .toList(),
                new Report.Activity(
                        facts(line, "first_seen").stream().findFirst().map(Research::dated),
                        facts(line, "last_seen").stream().findFirst().map(Research::dated),
                        facts(line, "victim_countries").stream()
                                .map(Research::country)
                                .toList(),
                        facts(line, "victim_sectors"),
                        facts(line, "lures"),
                        facts(line, "delivery"),
                        facts(line, "software"),
                        techniques(line)),
                traits.of(id, line, local -> citation(line, local)),
                Tables.rows("research-repeats.tsv", id).stream()
                        .map(row -> new Report.Repeat(known(row[1]), row[2]))
                        .toList(),
                texts(line.path("indicator_blocks")));
    }

    private List<Report.NamedActor> actors(String id, JsonNode line) {
        List<String> citations = facts(line, "actor").stream()
                .flatMap(fact -> fact.citations().stream())
                .distinct()
                .toList();
        return Tables.rows("research-actors.tsv", id).stream()
                .map(row -> {
                    boolean stands = line.path("actor").toString().contains(row[1])
                            || line.path("claims").toString().contains(row[1])
                            || line.path("title").asString().contains(row[1])
                            || row[2].equals("filed");
                    if (!stands) {
                        throw new IllegalStateException(id + " does not name " + row[1]);
                    }
                    return new Report.NamedActor(row[1], entries(row[1]), row[2].equals("held"), citations);
                })
                .toList();
    }

    private static List<String> entries(String name) {
        return Tables.rows("research-names.tsv", name).stream()
                .map(row -> row[1])
                .toList();
    }

    private List<Cited> facts(JsonNode line, String field) {
        var facts = new ArrayList<Cited>();
        for (JsonNode fact : line.path(field)) {
            facts.add(new Cited(fact.path("v").asString(), "", citations(line, fact)));
        }
        return facts;
    }

    private List<String> citations(JsonNode line, JsonNode fact) {
        return texts(fact.path("c")).stream()
                .map(local -> citation(line, local))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /// The key of a citation of a line. The same publication has one key, whichever line cites it.
    private String citation(JsonNode line, String local) {
        JsonNode cite = line.path("cites").path(local);
        if (!cite.isObject()) {
            throw new IllegalStateException(line.path("id").asString() + " has no citation " + local);
        }
        return keys.computeIfAbsent(cite, node -> {
            String key = line.path("id").asString() + ":" + local;
            Matcher date = DATE.matcher(node.path("date").asString(""));
            String url = node.path("url").asString("");
            sources.put(
                    key,
                    Citation.dated(
                            new PublishedSource(
                                    key,
                                    node.path("publisher").asString(),
                                    node.path("title").asString(),
                                    date.matches() ? date.group(1) : "",
                                    Optional.of(url).filter(text -> text.startsWith("http")),
                                    false),
                            node.path("seen").asString("")));
            return key;
        });
    }

    private static Cited dated(Cited fact) {
        Matcher date = DATE.matcher(fact.value());
        if (!date.matches()) {
            throw new IllegalStateException("no date: " + fact.value());
        }
        String rest = date.group(2).strip();
        boolean inBrackets = rest.startsWith("(") && rest.endsWith(")");
        return new Cited(date.group(1), inBrackets ? rest.substring(1, rest.length() - 1) : rest, fact.citations());
    }

    private static Cited country(Cited fact) {
        Matcher code = COUNTRY.matcher(fact.value());
        return code.matches()
                ? new Cited(code.group(1), Optional.ofNullable(code.group(2)).orElse(""), fact.citations())
                : fact;
    }

    private List<Cited> techniques(JsonNode line) {
        var citations = new TreeMap<String, TreeSet<String>>();
        for (JsonNode technique : line.path("techniques")) {
            citations
                    .computeIfAbsent(technique.path("v19").asString(), id -> new TreeSet<>())
                    .addAll(citations(line, technique));
        }
        return citations.entrySet().stream()
                .map(entry -> new Cited(entry.getKey(), "", List.copyOf(entry.getValue())))
                .toList();
    }

    /// A row of `research-claims.tsv`.
    private AliasClaim claim(String[] row) {
        String[] where = row[4].split(":", -1);
        JsonNode line = Objects.requireNonNull(lines.get(known(where[0])));
        PublishedSource source = where.length == 1
                ? report(line).source()
                : Objects.requireNonNull(sources.get(citation(line, where[1]))).source();
        return new AliasClaim(
                row[0],
                row[1],
                AliasClaim.Relation.valueOf(row[2].toUpperCase(Locale.ROOT)),
                row[3],
                source,
                false,
                row[5]);
    }
}
