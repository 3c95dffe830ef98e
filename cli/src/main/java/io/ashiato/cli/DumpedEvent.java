package io.ashiato.cli;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/// Events written as `dump` and evtx_dump write them (`Event`, in it `System` and `EventData` or
/// `UserData`), read back: how the examples beside rules are kept. The fields are those that
/// [io.ashiato.readers.evtx.EvtxEvents] gives the record itself.
final class DumpedEvent {
    private static final JsonMapper JSON = new JsonMapper();

    /// A name that came again got a number behind it.
    private static final Pattern NUMBERED = Pattern.compile("(.+)_[0-9]+");

    /// No later time can be written with four digits of year.
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.9999999Z");

    private static final String ATTRIBUTES = "#attributes";
    private static final String TEXT = "#text";
    private static final String RENDERING_INFO = "RenderingInfo";

    private DumpedEvent() {}

    /// A text that is no event.
    static final class MalformedException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final String reason;

        MalformedException(String reason) {
            super(reason);
            this.reason = reason;
        }

        /// In English, and without the text.
        String reason() {
            return reason;
        }
    }

    /// @throws MalformedException if the text is not one JSON object of that shape
    static Event parse(String json) {
        try {
            return event(JSON.readTree(json));
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /// The events of a text that holds one or several, one after another: an indented one, or lines.
    ///
    /// @param limit how many are read at the most
    /// @throws MalformedException if anything in the text is not of that shape
    static List<Event> all(String json, int limit) {
        var events = new ArrayList<Event>();
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(json)) {
            while (events.size() < limit && values.hasNextValue()) {
                events.add(event(values.nextValue()));
            }
            return events;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private static MalformedException malformed(JacksonException e) {
        var at = e.getLocation();
        String place =
                at == null || at.getLineNr() < 1 ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new MalformedException("this is no JSON" + place);
    }

    private static Event event(JsonNode root) {
        JsonNode event = root.has("Event") ? root.get("Event") : root;
        JsonNode envelope = event.path("System");
        if (!envelope.isObject()) {
            throw new MalformedException("there is no object 'System' in an object 'Event'");
        }
        var system = new Fields.Builder();
        leaves(envelope, "", new Target(system, "", false));
        var data = new Fields.Builder();
        for (Map.Entry<String, JsonNode> part : event.properties()) {
            switch (part.getKey()) {
                case "System", ATTRIBUTES -> {}
                case RENDERING_INFO -> leaves(part.getValue(), "", new Target(data, RENDERING_INFO + "_", true));
                default -> leaves(part.getValue(), "", new Target(data, "", true));
            }
        }
        Fields found = system.build();
        return new Event(
                found.first("TimeCreated_SystemTime").flatMap(DumpedEvent::time),
                found.first("Computer").orElse(""),
                found.first("Channel").orElse(""),
                found.first("Provider_Name").orElse(""),
                found.first("EventID").orElse(""),
                data.build(),
                found,
                new RecordRef("", "", 0, OptionalLong.empty(), OptionalLong.empty()));
    }

    /// Where fields go.
    ///
    /// @param keepsEmpty whether a field without a value is one
    private record Target(Fields.Builder fields, String prefix, boolean keepsEmpty) {
        void add(String name, JsonNode value) {
            add(name, value.isNull() || value.isMissingNode() ? "" : value.asString());
        }

        void add(String name, String text) {
            if (keepsEmpty || !text.isEmpty()) {
                fields.add(prefix + name, text);
            }
        }
    }

    /// Children under their own names, attributes as `Element_Attribute`, arrays as several fields of one name.
    private static void leaves(JsonNode node, String name, Target target) {
        if (node.isArray()) {
            node.forEach(item -> leaves(item, name, target));
        } else if (!node.isObject()) {
            if (!name.isEmpty()) {
                target.add(name, node);
            }
        } else {
            if (node.has(TEXT)) {
                leaves(node.get(TEXT), name, target); // before the attributes, as readers have it
            } else if (!name.isEmpty() && node.size() == 1 && node.has(ATTRIBUTES)) {
                target.add(name, ""); // an element without content
            }
            for (Map.Entry<String, JsonNode> child : node.properties()) {
                switch (child.getKey()) {
                    case TEXT -> {}
                    case ATTRIBUTES -> attributes(child.getValue(), name, target);
                    default -> child(child.getKey(), child.getValue(), node, target);
                }
            }
        }
    }

    /// Where data has its name as an attribute, that is its name.
    private static void child(String key, JsonNode value, JsonNode siblings, Target target) {
        String name = plainName(key, siblings);
        JsonNode given = value.path(ATTRIBUTES).path("Name");
        if (name.equals("ComplexData") && given.isString()) {
            leaves(value.path(TEXT), given.asString(), target);
        } else {
            leaves(value, name, target);
        }
    }

    private static void attributes(JsonNode attributes, String name, Target target) {
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            if (attribute.getKey().startsWith("xmlns")) {
                continue; // names a schema
            }
            if (!name.isEmpty()) {
                target.add(name + "_" + attribute.getKey(), attribute.getValue());
            } else if (!target.prefix().isEmpty()) {
                target.add(attribute.getKey(), attribute.getValue()); // of the part itself, as RenderingInfo's Culture
            }
        }
    }

    private static String plainName(String key, JsonNode siblings) {
        Matcher numbered = NUMBERED.matcher(key);
        return numbered.matches() && siblings.has(numbered.group(1)) ? numbered.group(1) : key;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(time -> !time.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
