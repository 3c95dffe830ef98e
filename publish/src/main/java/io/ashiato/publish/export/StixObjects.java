package io.ashiato.publish.export;

import io.ashiato.model.IncidentCase;
import io.ashiato.model.Tlp;
import io.ashiato.publish.language.Bilingual;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The objects of one bundle with what they have in common: producer, time of publication, marking.
final class StixObjects {
    /// The extension of OASIS that carries the labels of TLP 2.0.
    private static final String TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    private static final DateTimeFormatter MILLISECONDS = pattern("uuuu-MM-dd'T'HH:mm:ss.SSSX");

    /// As fine as the stix2 library reads.
    private static final DateTimeFormatter MICROSECONDS = pattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX");

    private final String now;
    private final String marking;
    private final String producer;
    private final List<Object> all = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    StixObjects(IncidentCase incident) {
        this.now = MILLISECONDS.format(incident.date());
        this.marking = marking(incident.tlp());
        all.add(ordered(
                "type",
                "marking-definition",
                "spec_version",
                "2.1",
                "id",
                marking,
                "created",
                "2022-10-01T00:00:00.000Z",
                "name",
                incident.tlp().label(),
                "extensions",
                ordered(
                        TLP_EXTENSION,
                        ordered(
                                "extension_type",
                                "property-extension",
                                "tlp_2_0",
                                incident.tlp()
                                        .label()
                                        .substring("TLP:".length())
                                        .toLowerCase(Locale.ROOT)))));
        this.producer = StixId.of("identity", "ashiato");
        Map<String, Object> identity = object("identity", "ashiato");
        identity.put("name", "Ashiato");
        identity.put("identity_class", "system");
        identity.put("lang", "en");
        add(identity);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /// A time of an event.
    static String time(Instant time) {
        return MICROSECONDS.format(time);
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /// The fixed objects of OASIS for TLP 2.0.
    private static String marking(Tlp tlp) {
        return "marking-definition--"
                + switch (tlp) {
                    case CLEAR -> "94868c89-83c2-464b-929b-a1a8aa3c8487";
                    case GREEN -> "bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
                    case AMBER -> "55d920b0-5e8b-4f79-9ee9-91f868d9b421";
                    case AMBER_STRICT -> "939a9414-2ddd-4d32-a0cd-375ea402b003";
                    case RED -> "e828b379-4e03-4974-9ac4-e53a884c97c1";
                };
    }

    String now() {
        return now;
    }

    String producer() {
        return producer;
    }

    List<Object> all() {
        return all;
    }

    /// A new object that is not an observable, still without what is its own.
    Map<String, Object> object(String type, String naturalKey) {
        return ordered(
                "type",
                type,
                "spec_version",
                "2.1",
                "id",
                StixId.of(type, naturalKey),
                "created_by_ref",
                StixId.of("identity", "ashiato"),
                "created",
                now,
                "modified",
                now,
                "object_marking_refs",
                List.of(marking));
    }

    /// Puts an object into the bundle and returns its id.
    String add(Map<String, Object> object) {
        String id = String.valueOf(object.get("id"));
        if (!ids.add(id)) {
            throw new IllegalStateException("two objects with the id " + id);
        }
        all.add(object);
        return id;
    }

    /// Puts an observable into the bundle unless it is there.
    String addOnce(Map<String, Object> observable) {
        String id = String.valueOf(observable.get("id"));
        if (ids.add(id)) {
            observable.put("object_marking_refs", List.of(marking));
            all.add(observable);
        }
        return id;
    }

    /// Adds a note in both languages.
    void note(String naturalKey, Bilingual title, Bilingual text, String about) {
        Map<String, Object> note = object("note", naturalKey);
        note.put("abstract", title.english());
        note.put("content", text.english());
        note.put("object_refs", List.of(about));
        note.put("lang", "en");
        add(note);
        translate(note, ordered("abstract", title.japanese(), "content", text.japanese()));
    }

    /// Adds the Japanese for an object's properties.
    void translate(Map<String, Object> target, Map<String, Object> japanese) {
        String id = String.valueOf(target.get("id"));
        Map<String, Object> content = object("language-content", id);
        content.put("object_ref", id);
        content.put("object_modified", now);
        content.put("contents", ordered("ja", japanese));
        add(content);
    }
}
