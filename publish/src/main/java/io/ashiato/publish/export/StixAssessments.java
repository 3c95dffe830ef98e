package io.ashiato.publish.export;

import static io.ashiato.publish.export.StixObjects.ordered;

import io.ashiato.model.Assessment.Campaign;
import io.ashiato.model.Assessment.Country;
import io.ashiato.model.Confidence;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.Likelihood;
import io.ashiato.model.SampleMatch;
import io.ashiato.publish.language.AttributionStatement;
import io.ashiato.publish.language.AttributionTerms;
import io.ashiato.publish.language.Bilingual;
import io.ashiato.publish.language.CountryNames;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.render.Visible;
import io.ashiato.publish.report.ReportModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What was assessed, as STIX objects: the intrusion as a campaign of its own, the malware families and tools it used,
/// who is held responsible, and the larger campaign. What was not assessed gives no object but a note that says so.
///
/// Likelihood and analytic confidence stand in a property extension of ours; STIX `confidence` holds the latter alone.
final class StixAssessments {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern ACTOR = Pattern.compile("G\\d{4}");
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    /// Public tools in a bundle; a longer list says no more.
    private static final int MOST_TOOLS = 20;

    private static final String EXTENSION = StixId.of("extension-definition", "assessment");

    private final ReportModel model;
    private final IncidentCase incident;
    private final StixObjects objects;
    private final List<String> published = new ArrayList<>();
    private final Map<String, String> malware = new LinkedHashMap<>();

    StixAssessments(ReportModel model, StixObjects objects) {
        this.model = model;
        this.incident = model.incident();
        this.objects = objects;
    }

    /// Adds all of it to the bundle.
    ///
    /// @param patterns ids of the attack patterns that findings name
    /// @param indicators ids of the indicators that were exported
    /// @return ids for the report's list
    List<String> write(List<String> patterns, Map<Indicator, String> indicators) {
        Optional<Hypothesis> named = model.named();
        Optional<Campaign> campaign =
                model.campaign().filter(it -> it.likelihood().isPresent());
        boolean likeness = incident.samples().stream().anyMatch(StixAssessments::sameFamily);
        if (named.isPresent() || campaign.isPresent() || likeness) {
            objects.add(extension());
            String intrusion = intrusion();
            used(intrusion, patterns, indicators);
            named.ifPresent(it -> attributed(intrusion, it));
            campaign.ifPresent(it -> linked(intrusion, it));
        }
        refusals();
        return published;
    }

    private Map<String, Object> extension() {
        Map<String, Object> extension = objects.object("extension-definition", "assessment");
        extension.remove("object_marking_refs");
        extension.put("name", "Ashiato assessment");
        extension.put(
                "description",
                "How likely a judgement is true and how good its basis is, kept apart from the STIX property confidence.");
        extension.put(
                "schema",
                "likelihood: words of ICD 203; likelihood_low, likelihood_high: percent; analytic_confidence: low,"
                        + " moderate or high.");
        extension.put("version", "1.0.0");
        extension.put("extension_types", List.of("property-extension"));
        return extension;
    }

    private static Map<String, Object> assessed(Likelihood likelihood, Confidence confidence) {
        return ordered(
                EXTENSION,
                ordered(
                        "extension_type",
                        "property-extension",
                        "likelihood",
                        Terms.of(likelihood).english(),
                        "likelihood_low",
                        likelihood.low(),
                        "likelihood_high",
                        likelihood.high(),
                        "analytic_confidence",
                        Terms.of(confidence).english()));
    }

    private String publish(Map<String, Object> object) {
        String id = objects.add(object);
        published.add(id);
        return id;
    }

    private Map<String, Object> relationship(String source, String type, String target) {
        Map<String, Object> relationship = objects.object("relationship", source + "|" + type + "|" + target);
        relationship.put("relationship_type", type);
        relationship.put("source_ref", source);
        relationship.put("target_ref", target);
        return relationship;
    }

    /// The intrusion itself: what the evidence shows, whoever did it.
    private String intrusion() {
        Map<String, Object> intrusion = objects.object("campaign", incident.id());
        intrusion.put("name", incident.id());
        model.period().ifPresent(period -> {
            intrusion.put("first_seen", StixObjects.time(period.from()));
            intrusion.put("last_seen", StixObjects.time(period.to()));
        });
        intrusion.put("lang", "en");
        return publish(intrusion);
    }

    private static boolean sameFamily(SampleMatch match) {
        return match.verdict() != SampleMatch.Verdict.RELATED;
    }

    private void used(String intrusion, List<String> patterns, Map<Indicator, String> indicators) {
        patterns.forEach(pattern -> publish(relationship(intrusion, "uses", pattern)));
        incident.samples().stream().filter(StixAssessments::sameFamily).forEach(match -> family(intrusion, match));
        tools().forEach(tool -> publish(relationship(intrusion, "uses", tool(tool))));
        indicators.forEach((indicator, id) -> {
            incident.samples().stream()
                    .filter(match -> sameFamily(match) && indicator.artefacts().contains(match.artefact()))
                    .map(match -> malware.get(match.family()))
                    .distinct()
                    .forEach(family -> publish(relationship(id, "indicates", family)));
            if (indicator.blockable()) {
                publish(relationship(id, "indicates", intrusion));
            }
        });
    }

    /// One object for a family, from its nearest likeness.
    private void family(String intrusion, SampleMatch match) {
        if (malware.containsKey(match.family())) {
            return;
        }
        Map<String, Object> family = objects.object("malware", match.family());
        family.put("name", Visible.of(match.family()));
        family.put("is_family", true);
        Confidence confidence =
                match.verdict() == SampleMatch.Verdict.NEARLY_IDENTICAL ? Confidence.HIGH : Confidence.MODERATE;
        family.put("confidence", IndicatorsCsv.confidence(confidence));
        family.put(
                "description",
                match.artefact() + ": " + match.matchedFunctions() + "/" + match.ownFunctions() + " own functions; "
                        + source(match.source().key(), match.source().invented()));
        family.put("lang", "en");
        String id = publish(family);
        malware.put(match.family(), id);
        publish(relationship(intrusion, "uses", id));
    }

    private static String source(String key, boolean invented) {
        return Visible.of(key) + (invented ? " (" + Label.INVENTED.in(Language.ENGLISH) + ")" : "");
    }

    /// Tools that anybody can have, as the weighing of the hypotheses names them.
    private Set<String> tools() {
        var tools = new LinkedHashSet<String>();
        for (Hypothesis hypothesis : model.hypotheses().hypotheses()) {
            for (ActorEvidence evidence : hypothesis.supporting()) {
                if (evidence.basis() == Hypothesis.Basis.PUBLIC_TOOLS) {
                    for (String tool : evidence.value().split(",\\s*", MOST_TOOLS)) {
                        if (!tool.isBlank() && tools.size() < MOST_TOOLS) {
                            tools.add(Visible.of(tool.strip()));
                        }
                    }
                }
            }
        }
        return tools;
    }

    private String tool(String name) {
        Map<String, Object> tool = objects.object("tool", name);
        tool.put("name", name);
        tool.put("lang", "en");
        return publish(tool);
    }

    private void attributed(String intrusion, Hypothesis hypothesis) {
        Map<String, Object> actor =
                objects.object("intrusion-set", hypothesis.actor().orElse(hypothesis.name()));
        actor.put("name", Visible.of(hypothesis.name()));
        List<String> aliases = hypothesis.aliases().stream()
                .filter(alias -> !alias.disputed())
                .map(alias -> Visible.of(alias.name()))
                .distinct()
                .toList();
        if (!aliases.isEmpty()) {
            actor.put("aliases", aliases);
        }
        hypothesis
                .actor()
                .filter(id -> ACTOR.matcher(id).matches())
                .ifPresent(id -> actor.put(
                        "external_references", List.of(ordered("source_name", "mitre-attack", "external_id", id))));
        actor.put("lang", "en");
        Map<String, Object> attribution = relationship(intrusion, "attributed-to", publish(actor));
        attribution.put("confidence", IndicatorsCsv.confidence(hypothesis.confidence()));
        attribution.put("extensions", assessed(hypothesis.likelihood(), hypothesis.confidence()));
        publish(attribution);
    }

    private void linked(String intrusion, Campaign campaign) {
        String name = campaign.name().map(Visible::of).orElse("");
        Map<String, Object> wider = objects.object("campaign", name.isEmpty() ? incident.id() + "|wider" : name);
        wider.put("name", name.isEmpty() ? "Wider campaign of " + incident.id() : name);
        campaign.since()
                .filter(since -> DATE.matcher(since.date()).matches())
                .ifPresent(since -> wider.put("first_seen", firstDay(since.date())));
        wider.put("lang", "en");
        String id = publish(wider);
        Map<String, Object> link = relationship(intrusion, "related-to", id);
        link.put("confidence", IndicatorsCsv.confidence(campaign.confidence()));
        campaign.likelihood().ifPresent(it -> link.put("extensions", assessed(it, campaign.confidence())));
        publish(link);
        campaign.countries().stream()
                .map(Country::code)
                .distinct()
                .filter(code ->
                        COUNTRY.matcher(code).matches() && CountryNames.of(code).isPresent())
                .forEach(code -> publish(relationship(id, "targets", country(code))));
    }

    /// A date as exact as known (`2018`, `2018-01`, `2018-01-05`), as the time that it begins.
    private static String firstDay(String date) {
        String rest = "0000-01-01".substring(date.length());
        return date + rest + "T00:00:00.000Z";
    }

    private String country(String code) {
        Bilingual name = CountryNames.of(code).orElseThrow();
        Map<String, Object> location = objects.object("location", code);
        location.put("name", name.english());
        location.put("country", code);
        location.put("lang", "en");
        String id = publish(location);
        objects.translate(location, ordered("name", name.japanese()));
        return id;
    }

    private void refusals() {
        model.attribution()
                .ifPresentOrElse(
                        attribution -> attribution
                                .refusal()
                                .ifPresent(refusal -> objects.note(
                                        incident.id() + "|attribution",
                                        words(Label.ATTRIBUTION),
                                        both(
                                                AttributionStatement.NOT_ALLOWED.words(),
                                                AttributionTerms.reason(refusal)),
                                        StixId.of("report", incident.id()))),
                        () -> objects.note(
                                incident.id() + "|attribution",
                                words(Label.ATTRIBUTION),
                                Statement.ATTRIBUTION_NOT_ASSESSED.words(),
                                StixId.of("report", incident.id())));
        if (model.campaign().filter(it -> it.likelihood().isPresent()).isEmpty()) {
            objects.note(
                    incident.id() + "|campaign",
                    words(Label.CAMPAIGN),
                    AttributionStatement.noCampaign(
                                    model.attribution().isPresent(),
                                    !incident.research().isEmpty())
                            .words(),
                    StixId.of("report", incident.id()));
        }
    }

    private static Bilingual both(Bilingual one, Bilingual two) {
        return new Bilingual(one.english() + " " + two.english(), one.japanese() + two.japanese());
    }

    private static Bilingual words(Label label) {
        return new Bilingual(label.in(Language.ENGLISH), label.in(Language.JAPANESE));
    }
}
