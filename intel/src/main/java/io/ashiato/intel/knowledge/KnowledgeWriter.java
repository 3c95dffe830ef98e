package io.ashiato.intel.knowledge;

import io.ashiato.intel.knowledge.Report.Activity;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the format of [KnowledgeFile]: one entry a line, fields in a fixed order, what is empty left out.
final class KnowledgeWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private KnowledgeWriter(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(KnowledgeFile file) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            new KnowledgeWriter(json).file(file);
        }
        return bytes.toByteArray();
    }

    private void file(KnowledgeFile file) {
        json.writeStartObject();
        json.writeNumberProperty("ashiato_knowledge", KnowledgeFile.FORMAT);
        json.writeStringProperty("name", file.name());
        json.writeBooleanProperty("invented", file.invented());
        json.writeObjectPropertyStart("note");
        new TreeMap<>(file.note()).forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeObjectPropertyStart("sources");
        new TreeMap<>(file.sources()).forEach(this::source);
        json.writeEndObject();
        list("actors", file.actors(), this::actor);
        list("aliases", file.aliases(), this::alias);
        list("software", file.software(), this::software);
        list("campaigns", file.campaigns(), this::campaign);
        list("uses", file.uses(), this::use);
        list("reports", file.reports(), this::report);
        list("samples", file.samples(), this::sample);
        json.writeRaw('\n');
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private <T> void list(String name, List<T> values, Fields<T> fields) {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            object(value, fields);
        }
        json.writeEndArray();
    }

    private <T> void object(T value, Fields<T> fields) {
        json.writeStartObject();
        fields.write(value);
        json.writeEndObject();
    }

    private void texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(name);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private void source(String key, Citation source) {
        json.writeObjectPropertyStart(key);
        citation(source);
        text("seen", source.seen());
        json.writeEndObject();
    }

    private void citation(Citation citation) {
        text("publisher", citation.source().publisher());
        text("title", citation.source().title());
        text("date", citation.source().date());
        if (!citation.latest().equals(PublishedDates.latest(citation.source().date()))) {
            citation.latest().ifPresent(day -> text("latest", day.toString()));
        }
        citation.source().url().ifPresent(url -> text("url", url));
    }

    private void actor(Actor actor) {
        text("id", actor.id());
        text("name", actor.name());
        text("catalogue", actor.catalogue());
        actor.country().ifPresent(code -> text("country", code));
        texts("victim_countries", actor.victimCountries());
        texts("victim_sectors", actor.victimSectors());
    }

    private void alias(AliasClaim claim) {
        text("subject", claim.subject());
        text("name", claim.name());
        text("relation", claim.relation().id());
        text("claimed_by", claim.claimedBy());
        text("source", claim.source().key());
        if (claim.disputed()) {
            json.writeBooleanProperty("disputed", true);
        }
        text("note", claim.note());
    }

    private void software(Software software) {
        text("id", software.id());
        text("name", software.name());
        text("kind", software.kind().id());
        texts("aliases", software.aliases());
        texts("platforms", software.platforms());
        text("catalogue", software.catalogue());
    }

    private void campaign(Campaign campaign) {
        text("id", campaign.id());
        text("name", campaign.name());
        campaign.firstSeen().ifPresent(date -> text("first_seen", date));
        campaign.lastSeen().ifPresent(date -> text("last_seen", date));
        list("attributed_to", campaign.attributedTo(), held -> {
            text("actor", held.actor());
            texts("citations", held.citations());
        });
        text("catalogue", campaign.catalogue());
    }

    private void use(Use use) {
        text("source", use.source());
        text("target", use.target());
        texts("citations", use.citations());
    }

    private void report(Report report) {
        text("key", report.key());
        text("kind", report.kind().id());
        citation(new Citation(report.source(), report.latest(), ""));
        text("relation", report.relation());
        list("actors", report.actors(), actor -> {
            text("name", actor.name());
            texts("ids", actor.ids());
            json.writeBooleanProperty("held", actor.held());
            texts("citations", actor.citations());
        });
        list("confidence", report.confidence(), this::cited);
        texts("campaigns", report.campaigns());
        activity(report.activity());
        list("traits", report.traits(), trait -> {
            text("kind", trait.kind().id());
            text("value", trait.value());
            if (trait.match() != ReportTrait.Match.EXACT) {
                text("match", trait.match().name().toLowerCase(Locale.ROOT));
            }
            text("strength", trait.strength().name().toLowerCase(Locale.ROOT));
            texts("citations", trait.citations());
        });
        list("repeats", report.repeats(), repeat -> {
            text("report", repeat.report());
            text("what", repeat.what());
        });
        texts("indicator_blocks", report.indicatorBlocks());
    }

    private void activity(Activity activity) {
        optional("first_seen", activity.firstSeen());
        optional("last_seen", activity.lastSeen());
        list("victim_countries", activity.victimCountries(), this::cited);
        list("victim_sectors", activity.victimSectors(), this::cited);
        list("lures", activity.lures(), this::cited);
        list("delivery", activity.delivery(), this::cited);
        list("software", activity.software(), this::cited);
        list("techniques", activity.techniques(), this::cited);
    }

    private void optional(String name, Optional<Cited> fact) {
        fact.ifPresent(cited -> {
            json.writeObjectPropertyStart(name);
            cited(cited);
            json.writeEndObject();
        });
    }

    private void cited(Cited fact) {
        text("value", fact.value());
        text("note", fact.note());
        texts("citations", fact.citations());
    }

    private void sample(KnownSample sample) {
        text("family", sample.family());
        text("source", sample.source().key());
        text("sha256", sample.sha256());
        text("features", sample.features());
    }

    /// Writes the fields of one value.
    @FunctionalInterface
    private interface Fields<T> {
        void write(T value);
    }
}
