package io.ashiato.intel.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One object of a JSON text with the path to it, read strictly: what is not as announced is a
/// [KnowledgeFormatException] that names the field.
final class JsonEntry {
    /// No list of a knowledge base comes near it; what is longer is no knowledge.
    private static final int MAX_LIST = 200_000;

    private final String path;
    private final JsonNode node;

    private JsonEntry(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /// @param path of the object, `""` for the whole text
    /// @param known the only fields that it may have
    static JsonEntry of(String path, JsonNode node, String... known) throws KnowledgeFormatException {
        if (!node.isObject()) {
            throw new KnowledgeFormatException(path, "an object was expected");
        }
        var names = new HashSet<>(Arrays.asList(known));
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new KnowledgeFormatException(join(path, name), "no such field in this format");
            }
        }
        return new JsonEntry(path, node);
    }

    private static String join(String path, String name) {
        String shown = name.length() > 80 ? name.substring(0, 80) : name;
        return path.isEmpty() ? shown : path + "." + shown;
    }

    KnowledgeFormatException wrong(String name, String problem) {
        return new KnowledgeFormatException(join(path, name), problem);
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String name) {
        return value(name) != null;
    }

    /// A text that must be there and not empty.
    String text(String name) throws KnowledgeFormatException {
        Optional<String> text = optional(name);
        if (text.isEmpty() || text.orElseThrow().isBlank()) {
            throw wrong(name, "a text is needed here");
        }
        return text.orElseThrow();
    }

    String textOr(String name, String otherwise) throws KnowledgeFormatException {
        return optional(name).orElse(otherwise);
    }

    Optional<String> optional(String name) throws KnowledgeFormatException {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw wrong(name, "a text was expected");
        }
        return Optional.of(value.asString());
    }

    boolean flag(String name) throws KnowledgeFormatException {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            throw wrong(name, "true or false was expected");
        }
        return value != null && value.asBoolean();
    }

    int whole(String name) throws KnowledgeFormatException {
        JsonNode value = value(name);
        if (value == null || !value.isInt()) {
            throw wrong(name, "a whole number was expected");
        }
        return value.asInt();
    }

    /// A word of an enum, by its name in lower case.
    <T extends Enum<T>> T word(String name, Class<T> words) throws KnowledgeFormatException {
        String text = text(name);
        for (T word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        String all = String.join(
                ", ",
                Arrays.stream(words.getEnumConstants())
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw wrong(name, "one of " + all + " was expected");
    }

    List<String> texts(String name) throws KnowledgeFormatException {
        return list(name, (at, element) -> {
            if (!element.isString()) {
                throw new KnowledgeFormatException(at, "a text was expected");
            }
            return element.asString();
        });
    }

    /// What is made of the field; empty if it is missing.
    <T> Optional<T> object(String name, Element<T> reader) throws KnowledgeFormatException {
        JsonNode value = value(name);
        return value == null ? Optional.empty() : Optional.of(reader.read(join(path, name), value));
    }

    /// The elements of a list; none if it is missing.
    <T> List<T> list(String name, Element<T> reader) throws KnowledgeFormatException {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, "a list was expected");
        }
        if (value.size() > MAX_LIST) {
            throw wrong(name, "more than " + MAX_LIST + " entries");
        }
        String list = join(path, name);
        var elements = new ArrayList<T>(value.size());
        for (JsonNode element : value) {
            elements.add(reader.read(list + "[" + elements.size() + "]", element));
        }
        return elements;
    }

    /// The values of an object by their names, in order; none if it is missing.
    <T> Map<String, T> map(String name, Member<T> reader) throws KnowledgeFormatException {
        JsonNode value = value(name);
        if (value == null) {
            return Map.of();
        }
        if (!value.isObject()) {
            throw wrong(name, "an object was expected");
        }
        if (value.size() > MAX_LIST) {
            throw wrong(name, "more than " + MAX_LIST + " entries");
        }
        var values = new LinkedHashMap<String, T>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String key = entry.getKey();
            values.put(key, reader.read(key, join(join(path, name), key), entry.getValue()));
        }
        return values;
    }

    /// What is made of one element.
    @FunctionalInterface
    interface Element<T> {
        T read(String path, JsonNode element) throws KnowledgeFormatException;
    }

    /// What is made of one member of an object.
    @FunctionalInterface
    interface Member<T> {
        T read(String key, String path, JsonNode value) throws KnowledgeFormatException;
    }
}
