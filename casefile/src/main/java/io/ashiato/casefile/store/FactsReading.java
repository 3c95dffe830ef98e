package io.ashiato.casefile.store;

import io.ashiato.model.FactValue;
import io.ashiato.model.Facts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/// Reads what [FactsJson] writes. JSON tells a text from a time as little as one empty list from another: a text in the
/// very form in which times are written is read as a time, an empty list as a list of texts. Both are written
/// the same again.
final class FactsReading extends ValueDeserializer<Facts> {
    @Override
    public Facts deserialize(JsonParser json, DeserializationContext context) {
        return facts(context.readTree(json), context);
    }

    private static Facts facts(JsonNode node, DeserializationContext context) {
        if (!node.isObject()) {
            return context.reportInputMismatch(Facts.class, "facts must be an object");
        }
        var values = new LinkedHashMap<String, FactValue>();
        for (Map.Entry<String, JsonNode> fact : node.properties()) {
            values.put(fact.getKey(), value(fact.getKey(), fact.getValue(), context));
        }
        return new Facts(values);
    }

    private static FactValue value(String name, JsonNode node, DeserializationContext context) {
        if (node.isString()) {
            return time(node.asString())
                    .<FactValue>map(FactValue.Time::new)
                    .orElseGet(() -> new FactValue.Text(node.asString()));
        }
        if (node.isBoolean()) {
            return new FactValue.Flag(node.asBoolean());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new FactValue.Whole(node.asLong());
        }
        if (node.isArray()) {
            return list(name, node, context);
        }
        return node.isObject() ? counts(name, node, context) : wrong(name, context);
    }

    private static FactValue list(String name, JsonNode node, DeserializationContext context) {
        if (!node.isEmpty() && node.get(0).isObject()) {
            List<Facts> groups = new ArrayList<>();
            node.forEach(group -> groups.add(facts(group, context)));
            return new FactValue.Groups(groups);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : node) {
            if (!text.isString()) {
                return wrong(name, context);
            }
            texts.add(text.asString());
        }
        return new FactValue.Texts(texts);
    }

    private static FactValue counts(String name, JsonNode node, DeserializationContext context) {
        var counts = new LinkedHashMap<String, Long>();
        for (Map.Entry<String, JsonNode> count : node.properties()) {
            if (!count.getValue().isIntegralNumber() || !count.getValue().canConvertToLong()) {
                return wrong(name, context);
            }
            counts.put(count.getKey(), count.getValue().asLong());
        }
        return new FactValue.Counts(counts);
    }

    private static FactValue wrong(String name, DeserializationContext context) {
        return context.reportInputMismatch(FactValue.class, "the fact %s has a form that no fact has", name);
    }

    private static Optional<Instant> time(String text) {
        if (text.length() < "2020-01-01T00:00:00Z".length() || !text.endsWith("Z")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text))
                    .filter(time -> time.toString().equals(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
