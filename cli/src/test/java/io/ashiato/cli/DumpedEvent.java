package io.ashiato.cli;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Events written as `dump` writes them, read back: how the examples beside the rules are kept.
final class DumpedEvent {
    private static final JsonMapper JSON = new JsonMapper();

    private DumpedEvent() {}

    static Event parse(String line) {
        JsonNode root = JSON.readTree(line).get("Event");
        var system = new Fields.Builder();
        leaves(root.get("System"), "", system);
        var data = new Fields.Builder();
        for (Map.Entry<String, JsonNode> part : root.properties()) {
            switch (part.getKey()) {
                case "System", "#attributes" -> {}
                case "EventData" -> leaves(part.getValue(), "", data);
                default -> part.getValue().properties().forEach(child -> leaves(child.getValue(), "", data));
            }
        }
        Fields envelope = system.build();
        return new Event(
                envelope.first("TimeCreated_SystemTime").map(Instant::parse),
                envelope.first("Computer").orElse(""),
                envelope.first("Channel").orElse(""),
                envelope.first("Provider_Name").orElse(""),
                envelope.first("EventID").orElse(""),
                data.build(),
                envelope,
                new RecordRef("example", "", 0, OptionalLong.empty(), OptionalLong.empty()));
    }

    /// Children under their own names, attributes as `Element_Attribute`, arrays as several fields of one name.
    private static void leaves(JsonNode node, String name, Fields.Builder fields) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> child : node.properties()) {
                switch (child.getKey()) {
                    case "#attributes" ->
                        child.getValue().properties().forEach(a -> {
                            if (!a.getKey().startsWith("xmlns")) {
                                fields.add(name + "_" + a.getKey(), a.getValue().asString());
                            }
                        });
                    case "#text" -> leaves(child.getValue(), name, fields);
                    default -> leaves(child.getValue(), child.getKey(), fields);
                }
            }
        } else if (node.isArray()) {
            node.forEach(item -> leaves(item, name, fields));
        } else if (!name.isEmpty()) {
            fields.add(name, node.isNull() ? "" : node.asString());
        }
    }
}
