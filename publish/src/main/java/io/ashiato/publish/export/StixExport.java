package io.ashiato.publish.export;

import static io.ashiato.publish.export.StixObjects.ordered;

import io.ashiato.model.CaseRule;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.TamperingFact;
import io.ashiato.publish.compose.ReportComposer;
import io.ashiato.publish.document.Document;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.language.Bilingual;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.TechniqueWords;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.render.Visible;
import io.ashiato.publish.report.ReportModel;
import io.ashiato.publish.report.ReportModel.TechniqueUse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The case as a STIX 2.1 bundle: a report with its attack patterns and indicators, what each indicator was
/// seen as, the rules made from it, what was assessed ([StixAssessments]), and notes on tampering. English in
/// the objects, Japanese in `language-content` beside them.
///
/// Validates without error or warning.
public final class StixExport {
    private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(\\.\\d{3})?");

    /// How long after it was last seen an indicator is worth acting on.
    private static final Duration SHELF_LIFE = Duration.ofDays(180);

    /// What consumers load in one piece; the rest is in `case.json`.
    private static final int MOST_INDICATORS = 5_000;

    private final ReportModel model;
    private final IncidentCase incident;
    private final StixObjects objects;
    private final List<String> published = new ArrayList<>();
    private final List<String> patterns = new ArrayList<>();
    private final Map<Indicator, String> indicators = new LinkedHashMap<>();

    private StixExport(ReportModel model) {
        this.model = model;
        this.incident = model.incident();
        this.objects = new StixObjects(incident);
    }

    public static void write(ReportModel model, OutputStream out) throws IOException {
        Json.write(new StixExport(model).bundle(), out);
    }

    private Map<String, Object> bundle() {
        published.add(objects.producer());
        model.techniques().stream()
                .filter(use -> TECHNIQUE.matcher(use.technique().id()).matches())
                .forEach(this::attackPattern);
        incident.indicators().stream().limit(MOST_INDICATORS).forEach(this::indicator);
        tamperingNotes();
        caseRules();
        published.addAll(new StixAssessments(model, objects).write(patterns, indicators));
        report();
        return ordered(
                "type", "bundle", "id", StixId.of("bundle", incident.id()), "objects", List.copyOf(objects.all()));
    }

    private String reportId() {
        return StixId.of("report", incident.id());
    }

    private void report() {
        Document.Masthead english =
                ReportComposer.compose(model, Language.ENGLISH).masthead();
        Document.Masthead japanese =
                ReportComposer.compose(model, Language.JAPANESE).masthead();
        Map<String, Object> report = objects.object("report", incident.id());
        report.put("name", plain(english.title()));
        report.put("description", description(english));
        report.put("report_types", List.of("threat-report"));
        report.put("published", objects.now());
        report.put("object_refs", List.copyOf(published));
        report.put("lang", "en");
        objects.add(report);
        objects.translate(report, ordered("name", plain(japanese.title()), "description", description(japanese)));
    }

    private static String description(Document.Masthead masthead) {
        return masthead.notice().isEmpty()
                ? plain(masthead.lead())
                : plain(masthead.lead()) + "\n" + plain(masthead.notice());
    }

    private static String plain(Line line) {
        return Visible.of(Visible.head(line.plain()));
    }

    /// Slim on purpose: identity and name only, so that a consumer's own copy of ATT&CK stays the source.
    private void attackPattern(TechniqueUse use) {
        String id = use.technique().id();
        Map<String, Object> pattern = objects.object("attack-pattern", id);
        pattern.put("name", Visible.of(use.technique().name()));
        List<Object> phases = use.technique().tactics().stream()
                .<Object>map(tactic -> ordered("kill_chain_name", "mitre-attack", "phase_name", tactic))
                .toList();
        if (!phases.isEmpty()) {
            pattern.put("kill_chain_phases", phases);
        }
        pattern.put("external_references", List.of(ordered("source_name", "mitre-attack", "external_id", id)));
        pattern.put("lang", "en");
        patterns.add(objects.add(pattern));
        published.add(patterns.getLast());
        TechniqueWords.japaneseName(id).ifPresent(name -> objects.translate(pattern, ordered("name", name)));
    }

    private void indicator(Indicator indicator) {
        String key = indicator.kind().id() + "|" + indicator.value();
        Map<String, Object> object = objects.object("indicator", key);
        Instant from = indicator.firstSeen().orElse(incident.date());
        Instant until = indicator.lastSeen().orElse(from).plus(SHELF_LIFE);
        object.put("name", indicator.id() + " " + Terms.of(indicator.kind()).english());
        object.put("description", description(indicator, Language.ENGLISH));
        object.put("indicator_types", List.of(indicator.blockable() ? "malicious-activity" : "anomalous-activity"));
        object.put("pattern", StixPattern.of(indicator));
        object.put("pattern_type", "stix");
        object.put("pattern_version", "2.1");
        object.put("valid_from", StixObjects.time(from));
        if (until.isAfter(from)) {
            object.put("valid_until", StixObjects.time(until));
        }
        object.put("confidence", IndicatorsCsv.confidence(indicator.confidence()));
        object.put("lang", "en");
        indicators.put(indicator, objects.add(object));
        published.add(indicators.get(indicator));
        objects.translate(
                object,
                ordered(
                        "name",
                        indicator.id() + " " + Terms.of(indicator.kind()).japanese(),
                        "description",
                        description(indicator, Language.JAPANESE)));
        StixPattern.observable(indicator).ifPresent(observable -> seen(indicator, object, observable));
    }

    /// Rules made from the case's own observations, whole.
    private void caseRules() {
        for (CaseRule rule : incident.advice()) {
            Map<String, Object> object = objects.object("indicator", "sigma|" + rule.file());
            object.put("name", Visible.of(rule.title()));
            object.put("description", "Sigma [" + String.join(" ", rule.references()) + "]");
            object.put("indicator_types", List.of("malicious-activity"));
            object.put("pattern", rule.yaml());
            object.put("pattern_type", "sigma");
            object.put("valid_from", objects.now());
            object.put("lang", "en");
            published.add(objects.add(object));
        }
    }

    private static String description(Indicator indicator, Language language) {
        String role = Terms.of(indicator.role()).in(language);
        var marks = new ArrayList<>(indicator.findings());
        marks.addAll(indicator.artefacts());
        return role + " [" + String.join(" ", marks) + "]";
    }

    /// The observable, that it was seen, and that the indicator rests on it.
    private void seen(Indicator indicator, Map<String, Object> object, Map<String, Object> observable) {
        String observableId = objects.addOnce(observable);
        Instant first = indicator.firstSeen().orElse(incident.date());
        Instant last = indicator.lastSeen().filter(first::isBefore).orElse(first);
        Map<String, Object> data = objects.object("observed-data", String.valueOf(object.get("id")));
        data.put("first_observed", StixObjects.time(first));
        data.put("last_observed", StixObjects.time(last));
        data.put("number_observed", 1);
        data.put("object_refs", List.of(observableId));
        String dataId = objects.add(data);
        Map<String, Object> relationship = objects.object("relationship", object.get("id") + "|based-on|" + dataId);
        relationship.put("relationship_type", "based-on");
        relationship.put("source_ref", String.valueOf(object.get("id")));
        relationship.put("target_ref", dataId);
        published.addAll(List.of(observableId, dataId, objects.add(relationship)));
    }

    /// One note for each act that the records prove or suggest.
    private void tamperingNotes() {
        for (TamperingFact fact : incident.tampering()) {
            objects.note(
                    incident.id() + "|tampering|" + fact.id(),
                    Terms.of(fact.kind()),
                    new Bilingual(text(fact, Language.ENGLISH), text(fact, Language.JAPANESE)),
                    reportId());
        }
    }

    private static String text(TamperingFact fact, Language language) {
        String where = fact.id() + " " + fact.host() + " "
                + fact.time().map(StixObjects::time).orElse("");
        return Visible.of(
                        where.strip() + " " + language.phrases().tampered(fact).plain() + " ")
                + Terms.effect(fact.kind()).in(language);
    }
}
