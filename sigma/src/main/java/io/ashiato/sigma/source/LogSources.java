package io.ashiato.sigma.source;

import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.Similar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The table of log sources.
public final class LogSources {
    private static final String RESOURCE = "logsources.yml";
    private static final String WINDOWS = "windows";

    private final Map<String, Set<String>> services;
    private final Map<String, List<EventFilter>> categories;
    private final Set<String> elsewhere;

    private LogSources(
            Map<String, Set<String>> services, Map<String, List<EventFilter>> categories, Set<String> elsewhere) {
        this.services = services;
        this.categories = categories;
        this.elsewhere = elsewhere;
    }

    /// The table that comes with this package.
    public static LogSources builtIn() {
        try (InputStream stream = Objects.requireNonNull(
                LogSources.class.getResourceAsStream(RESOURCE), RESOURCE + " is missing from the class path")) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " from the class path", e);
        }
    }

    private static LogSources parse(String yaml) {
        Map<?, ?> table = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        var services = new LinkedHashMap<String, Set<String>>();
        map(table.get("services"))
                .forEach((name, channels) -> services.put(
                        name, texts(channels).map(EventFilter::fold).collect(Collectors.toSet())));
        var categories = new LinkedHashMap<String, List<EventFilter>>();
        map(table.get("categories"))
                .forEach((name, filters) -> categories.put(
                        name,
                        ((List<?>) filters)
                                .stream().map(f -> filter(map(f), services)).toList()));
        return new LogSources(
                services, categories, texts(table.get("elsewhere")).collect(Collectors.toSet()));
    }

    private static EventFilter filter(Map<String, Object> entry, Map<String, Set<String>> services) {
        return new EventFilter(
                Objects.requireNonNull(services.get(String.valueOf(entry.get("service")))),
                texts(entry.get("events")).collect(Collectors.toSet()),
                lists(entry.get("where")),
                lists(entry.get("fields")));
    }

    private static Map<String, List<String>> lists(@Nullable Object value) {
        var lists = new LinkedHashMap<String, List<String>>();
        map(value).forEach((name, texts) -> lists.put(name, texts(texts).toList()));
        return lists;
    }

    private static Map<String, Object> map(@Nullable Object value) {
        var map = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> pairs) {
            pairs.forEach((key, element) -> map.put(String.valueOf(key), Objects.requireNonNull(element)));
        }
        return map;
    }

    private static Stream<String> texts(@Nullable Object value) {
        if (value == null) {
            return Stream.empty();
        }
        return value instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.of(String.valueOf(value));
    }

    /// The events that a `logsource` means. Names compare without case.
    public Resolution resolve(Document.Source source) {
        String product = source.product().toLowerCase(Locale.ROOT);
        String category = source.category().toLowerCase(Locale.ROOT);
        String service = source.service().toLowerCase(Locale.ROOT);
        boolean knownHere = categories.containsKey(category) || services.containsKey(service);
        if (product.isEmpty() && !knownHere && (elsewhere.contains(category) || elsewhere.contains(service))) {
            return new Resolution.Elsewhere(label("any", category, service));
        }
        if (product.isEmpty() || product.equals(WINDOWS)) {
            return onWindows(category, service);
        }
        return Similar.to(product, List.of(WINDOWS))
                .<Resolution>map(w ->
                        new Resolution.Unknown("unknown product '" + source.product() + "'; did you mean '" + w + "'?"))
                .orElseGet(() -> new Resolution.Elsewhere(label(product, category, service)));
    }

    private Resolution onWindows(String category, String service) {
        Set<String> channels = services.get(service);
        List<EventFilter> filters = categories.get(category);
        if (!category.isEmpty() && filters == null) {
            return new Resolution.Unknown(
                    "unknown log source: category '" + category + "'" + Similar.hint(category, categories.keySet()));
        }
        if (!service.isEmpty() && channels == null) {
            return new Resolution.Unknown(
                    "unknown log source: service '" + service + "'" + Similar.hint(service, services.keySet()));
        }
        String label = label(WINDOWS, category, service);
        if (filters == null) {
            return new Resolution.Here(
                    label,
                    List.of(
                            channels == null
                                    ? EventFilter.ANY
                                    : new EventFilter(channels, Set.of(), Map.of(), Map.of())));
        }
        List<EventFilter> narrowed = channels == null ? filters : narrowed(filters, channels);
        return narrowed.isEmpty()
                ? new Resolution.Contradiction(
                        "no event is both of category '" + category + "' and of service '" + service + "'")
                : new Resolution.Here(label, narrowed);
    }

    private static List<EventFilter> narrowed(List<EventFilter> filters, Set<String> channels) {
        var narrowed = new ArrayList<EventFilter>();
        for (EventFilter filter : filters) {
            var common = new HashSet<>(filter.channels());
            common.retainAll(channels);
            if (!common.isEmpty()) {
                narrowed.add(new EventFilter(common, filter.eventIds(), filter.where(), filter.renames()));
            }
        }
        return narrowed;
    }

    private static String label(String product, String category, String service) {
        return product + (category.isEmpty() ? "" : "/" + category) + (service.isEmpty() ? "" : "/" + service);
    }
}
