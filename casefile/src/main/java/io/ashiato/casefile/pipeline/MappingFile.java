package io.ashiato.casefile.pipeline;

import io.ashiato.readers.LogMapping;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the user's description of a log; docs/mapping.md has its form.
public final class MappingFile {
    private static final Set<String> KEYS =
            Set.of("logsource", "channel", "time", "host", "event-id", "separator", "fields");

    private MappingFile() {}

    /// @throws MappingException if the text is no such description
    public static LogMapping parse(String yaml) throws MappingException {
        Map<String, Object> file = map(load(yaml), "");
        for (String key : file.keySet()) {
            if (!KEYS.contains(key)) {
                throw new MappingException(key, "unknown key");
            }
        }
        String time = text(file, "time");
        if (time.isEmpty()) {
            throw new MappingException("time", "the field with the time is needed");
        }
        String separator = file.containsKey("separator") ? text(file, "separator") : ",";
        if (separator.length() != 1) {
            throw new MappingException("separator", "one character is needed");
        }
        var fields = new LinkedHashMap<String, String>();
        for (Map.Entry<String, Object> entry : map(file.get("fields"), "fields").entrySet()) {
            fields.put(String.valueOf(entry.getValue()), entry.getKey());
        }
        return new LogMapping(
                channel(file), time, text(file, "host"), text(file, "event-id"), separator.charAt(0), fields);
    }

    private static @Nullable Object load(String yaml) throws MappingException {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new MappingException("", "no YAML: " + e.getMessage());
        }
    }

    /// A channel by its name, or the one that the records of a log source have.
    private static String channel(Map<String, Object> file) throws MappingException {
        String channel = text(file, "channel");
        if (!channel.isEmpty()) {
            return channel;
        }
        Map<String, Object> source = map(file.get("logsource"), "logsource");
        String product = text(source, "product");
        String service = text(source, "service");
        String part = service.isEmpty() ? text(source, "category") : service;
        if (product.equalsIgnoreCase("windows")) {
            throw new MappingException("logsource", "for records of Windows, name their channel: `channel: Security`");
        }
        if (product.isEmpty() && part.isEmpty()) {
            throw new MappingException("logsource", "a channel or a log source is needed");
        }
        String joined = product.isEmpty() || part.isEmpty() ? product + part : product + "/" + part;
        return joined.toLowerCase(Locale.ROOT);
    }

    private static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.getOrDefault(key, ""));
    }

    private static Map<String, Object> map(@Nullable Object value, String key) throws MappingException {
        var map = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> pairs) {
            for (Map.Entry<?, ?> pair : pairs.entrySet()) {
                if (pair.getValue() != null) {
                    map.put(String.valueOf(pair.getKey()), pair.getValue());
                }
            }
        } else if (value != null) {
            throw new MappingException(key, "a map is needed");
        }
        return map;
    }
}
