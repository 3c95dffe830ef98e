package io.ashiato.sigma;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Events from the JSON that EVTX tools write (`Event` -> `System`, `EventData`, `UserData`).
final class JsonEvents {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> KNOWN = List.of("System", "EventData", "UserData", "#attributes");

    /// Names that occur again get a number behind them.
    private static final Pattern AGAIN = Pattern.compile("_\\d+$");

    private JsonEvents() {}

    static Event event(String line, String path) {
        JsonNode event = MAPPER.readTree(line).path("Event");
        var envelope = new Fields.Builder();
        system(event.path("System"), "", envelope);
        var data = new Fields.Builder();
        data(event.path("EventData"), data);
        data(event.path("UserData"), data);
        event.properties().stream()
                .filter(member -> !KNOWN.contains(member.getKey()))
                .forEach(member -> leaves(member.getValue(), member.getKey(), data));
        Fields system = envelope.build();
        long recordId = event.path("System").path("EventRecordID").asLong(-1);
        OptionalLong id = recordId < 0 ? OptionalLong.empty() : OptionalLong.of(recordId);
        return Events.of(data.build(), system, new RecordRef(path, "", 0, id, OptionalLong.empty()));
    }

    private static void system(JsonNode node, String name, Fields.Builder into) {
        if (!node.isObject()) {
            into.add(name, text(node));
            return;
        }
        node.properties().forEach(member -> {
            switch (member.getKey()) {
                case "#text" -> into.add(name, text(member.getValue()));
                case "#attributes" ->
                    member.getValue().properties().forEach(a -> into.add(name + "_" + a.getKey(), text(a.getValue())));
                default ->
                    system(member.getValue(), name.isEmpty() ? member.getKey() : name + "_" + member.getKey(), into);
            }
        });
    }

    private static void data(JsonNode node, Fields.Builder into) {
        if (node.isObject()) {
            leaves(node, "", into);
        }
    }

    private static void leaves(JsonNode node, String name, Fields.Builder into) {
        if (node.isArray()) {
            node.forEach(element -> leaves(element, name, into));
        } else if (!node.isObject()) {
            into.add(name, text(node));
        } else {
            node.properties().forEach(member -> {
                String key = member.getKey();
                if (!key.equals("#attributes")) {
                    leaves(
                            member.getValue(),
                            key.equals("#text") ? name : AGAIN.matcher(key).replaceFirst(""),
                            into);
                }
            });
        }
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.isString() ? node.stringValue() : node.toString();
    }
}
