package io.ashiato.sigma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads tables of cases from the test resources.
public final class Yaml {
    private Yaml() {}

    @SuppressWarnings("unchecked") // a wrong table fails in the test that reads it
    public static List<Map<String, Object>> cases(String resource) {
        try (InputStream stream = Objects.requireNonNull(Yaml.class.getResourceAsStream(resource), resource)) {
            return (List<Map<String, Object>>)
                    Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromInputStream(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Map<String, Object> entry, String key) {
        return String.valueOf(entry.getOrDefault(key, ""));
    }

    public static List<?> list(Map<String, Object> entry, String key) {
        return (List<?>) entry.getOrDefault(key, List.of());
    }
}
