package io.ashiato.publish.export;

import static io.ashiato.publish.export.StixObjects.ordered;

import io.ashiato.model.Assessment;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.publish.compose.ReportComposer;
import io.ashiato.publish.document.Document;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.render.MarkdownRenderer;
import io.ashiato.publish.render.Visible;
import io.ashiato.publish.report.ReportModel;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The case as one MISP event (core format): indicators as attributes, artefacts and rules as objects, what was
/// assessed as tags, and the first page of the report in each language. It is not published: the receiver decides.
///
/// Values have no blanks at their ends: receivers drop them. An attribute whose value has not the form of its type
/// becomes a text, which no machine acts on.
public final class MispEvent {
    private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(\\.\\d{3})?");
    private static final Pattern IMPHASH = Pattern.compile("[0-9a-f]{32}");

    /// What a server takes in one request.
    private static final int MOST_INDICATORS = 5_000;

    private final ReportModel model;
    private final IncidentCase incident;

    private MispEvent(ReportModel model) {
        this.model = model;
        this.incident = model.incident();
    }

    public static void write(ReportModel model, OutputStream out) throws IOException {
        Json.write(ordered("Event", new MispEvent(model).event()), out);
    }

    private Map<String, Object> event() {
        Document english = ReportComposer.compose(model, Language.ENGLISH);
        Document japanese = ReportComposer.compose(model, Language.JAPANESE);
        var event = new LinkedHashMap<String, Object>();
        event.put("uuid", uuid("event", incident.id()));
        event.put("info", title(english) + " / " + title(japanese));
        event.put(
                "date", DateTimeFormatter.ISO_LOCAL_DATE.format(incident.date().atOffset(ZoneOffset.UTC)));
        event.put("timestamp", Long.toString(incident.date().getEpochSecond()));
        event.put("analysis", "2");
        event.put("distribution", "0");
        event.put("published", false);
        event.put("threat_level_id", threatLevel());
        event.put("Orgc", ordered("name", "Ashiato", "uuid", uuid("organisation", "ashiato")));
        event.put("Tag", tags());
        unlessEmpty(event, "Attribute", attributes());
        unlessEmpty(event, "Object", new MispObjects(incident).all());
        event.put("EventReport", List.of(report(english), report(japanese)));
        return event;
    }

    /// Readers drop an empty list and then miss it.
    private static void unlessEmpty(Map<String, Object> event, String name, List<Object> list) {
        if (!list.isEmpty()) {
            event.put(name, list);
        }
    }

    private static String title(Document document) {
        return Visible.of(Visible.head(document.masthead().title().plain()));
    }

    /// High, medium, low, undefined.
    private String threatLevel() {
        return switch (model.weight()) {
            case INTRUDER -> "1";
            case SIGNS -> "2";
            case MINOR -> "3";
            case NOTHING, NO_EVENTS -> "4";
        };
    }

    /// Title, judgements and what to do today.
    private Map<String, Object> report(Document document) {
        var firstPage = new Document(
                document.language(),
                document.masthead(),
                document.other(),
                new Document.Opening(
                        document.opening().judgements(), document.opening().actions(), List.of()),
                document.wording(),
                List.of());
        return ordered(
                "uuid",
                uuid("event-report", incident.id() + "|" + document.language()),
                "name",
                document.masthead().kind() + " " + document.masthead().number() + " (" + document.language() + ")",
                "content",
                MarkdownRenderer.render(firstPage).strip());
    }

    private List<Object> tags() {
        var tags = new ArrayList<String>();
        tags.add(incident.tlp().label().toLowerCase(Locale.ROOT));
        model.techniques().stream()
                .map(ReportModel.TechniqueUse::technique)
                .filter(technique -> TECHNIQUE.matcher(technique.id()).matches())
                .map(technique -> tag("misp-galaxy:mitre-attack-pattern", technique.name() + " - " + technique.id()))
                .forEach(tags::add);
        Optional<Hypothesis> named = model.named();
        named.ifPresent(hypothesis -> {
            tags.add(tag("misp-galaxy:threat-actor", hypothesis.name()));
            tags.add(tag(
                    "estimative-language:likelihood-probability",
                    Terms.of(hypothesis.likelihood()).english().replace(' ', '-')));
            tags.add(tag(
                    "estimative-language:confidence-in-analytic-judgment",
                    Terms.of(hypothesis.confidence()).english()));
        });
        if (named.isEmpty()) {
            intrusion()
                    .ifPresent(it -> tags.add(tag(
                            "estimative-language:likelihood-probability",
                            Terms.of(it.likelihood()).english().replace(' ', '-'))));
        }
        if (incident.knowledge().hasInvented()) {
            tags.add(tag("ashiato:knowledge", "invented"));
        }
        return tags.stream().<Object>map(name -> ordered("name", name)).toList();
    }

    private Optional<Assessment.Intrusion> intrusion() {
        return incident.assessments().stream()
                .filter(Assessment.Intrusion.class::isInstance)
                .map(Assessment.Intrusion.class::cast)
                .findFirst();
    }

    /// A machine tag; quotes would end its value.
    private static String tag(String predicate, String value) {
        return predicate + "=\"" + Visible.of(Visible.head(value)).replace("\"", "'") + "\"";
    }

    private List<Object> attributes() {
        var attributes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Indicator indicator : incident.indicators()) {
            if (attributes.size() < MOST_INDICATORS) {
                Map<String, Object> attribute = attribute(indicator);
                if (seen.add(String.valueOf(attribute.get("uuid")))) {
                    attributes.add(attribute);
                }
            }
        }
        return attributes;
    }

    private Map<String, Object> attribute(Indicator indicator) {
        boolean formed = hasForm(indicator);
        String type = formed ? type(indicator) : "text";
        var marks = new ArrayList<>(indicator.findings());
        marks.addAll(indicator.artefacts());
        var attribute = new LinkedHashMap<String, Object>();
        attribute.put("uuid", uuid("attribute", type + "|" + indicator.value()));
        attribute.put("type", type);
        attribute.put("category", formed ? category(indicator) : "Other");
        attribute.put("value", formed ? indicator.value() : text(indicator.value()));
        attribute.put("to_ids", formed && indicator.blockable());
        attribute.put("disable_correlation", false);
        attribute.put(
                "comment",
                indicator.id() + " " + Terms.of(indicator.role()).english() + " / "
                        + Terms.of(indicator.role()).japanese() + " [" + String.join(" ", marks) + "]");
        return attribute;
    }

    /// A text attribute is never empty.
    private static String text(String value) {
        String visible = Visible.of(Visible.head(value)).strip();
        return visible.isEmpty() ? "-" : visible;
    }

    private static boolean hasForm(Indicator indicator) {
        return switch (indicator.kind()) {
            case IMPHASH -> IMPHASH.matcher(indicator.value()).matches();
            case FILE_PATH, FILE_NAME ->
                !indicator.value().isBlank()
                        && Visible.of(indicator.value()).strip().equals(indicator.value());
            case IPV4, IPV6, DOMAIN, URL, MD5, SHA1, SHA256, MAIL_ADDRESS ->
                StixPattern.observable(indicator).isPresent();
        };
    }

    private static String type(Indicator indicator) {
        return switch (indicator.kind()) {
            case IPV4, IPV6 -> indicator.role() == Indicator.Role.SOURCE ? "ip-src" : "ip-dst";
            case DOMAIN -> "domain";
            case URL -> "url";
            case MD5 -> "md5";
            case SHA1 -> "sha1";
            case SHA256 -> "sha256";
            case FILE_PATH, FILE_NAME -> "filename";
            case MAIL_ADDRESS -> "email-src";
            case IMPHASH -> "imphash";
        };
    }

    private static String category(Indicator indicator) {
        return switch (indicator.kind()) {
            case IPV4, IPV6, DOMAIN, URL -> "Network activity";
            case MD5, SHA1, SHA256, FILE_PATH, FILE_NAME, MAIL_ADDRESS, IMPHASH -> "Payload delivery";
        };
    }

    static String uuid(String kind, String naturalKey) {
        return StixId.named(kind + "|" + naturalKey);
    }
}
