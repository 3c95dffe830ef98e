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
import java.util.Optional;
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

    /// The channel of records of no known shape in logs of known ones.
    private static final String UNKNOWN_SHAPE = "json";

    private static final OneProduct NOTHING_KNOWN = new OneProduct(Map.of(), Map.of(), Map.of());

    private final OneProduct windows;
    private final Map<String, OneProduct> others;

    /// Sources that rules give without a product.
    private final Map<String, List<EventFilter>> anywhere;

    /// Every event of Windows: channels of other products' records are no Windows channels.
    private final EventFilter anyWindows;

    private LogSources(OneProduct windows, Map<String, OneProduct> others, Map<String, List<EventFilter>> anywhere) {
        this.windows = windows;
        this.others = others;
        this.anywhere = anywhere;
        var foreign = new HashSet<String>();
        others.values().forEach(product -> foreign.addAll(product.channels()));
        anywhere.values().forEach(filters -> filters.forEach(filter -> foreign.addAll(filter.channels())));
        windows.services().values().forEach(foreign::removeAll);
        foreign.add(UNKNOWN_SHAPE);
        this.anyWindows = new EventFilter(Set.of(), foreign, Set.of(), Map.of(), Map.of());
    }

    /// The sources of one product.
    ///
    /// @param services the channels of each
    /// @param renames what rules of a service call its fields
    private record OneProduct(
            Map<String, Set<String>> services,
            Map<String, Map<String, List<String>>> renames,
            Map<String, List<EventFilter>> categories) {
        /// All channels of the product.
        Set<String> channels() {
            var all = new HashSet<String>();
            services.values().forEach(all::addAll);
            categories.values().forEach(filters -> filters.forEach(filter -> all.addAll(filter.channels())));
            return all;
        }
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
        OneProduct windows = product(map(table.get("windows")));
        var others = new LinkedHashMap<String, OneProduct>();
        map(table.get("products")).forEach((name, entry) -> others.put(name, product(map(entry))));
        var anywhere = new LinkedHashMap<String, List<EventFilter>>();
        map(table.get("anywhere")).forEach((name, entry) -> anywhere.put(name, filters(entry, windows.services())));
        return new LogSources(windows, others, anywhere);
    }

    private static OneProduct product(Map<String, Object> entry) {
        var services = new LinkedHashMap<String, Set<String>>();
        var renames = new LinkedHashMap<String, Map<String, List<String>>>();
        map(entry.get("services")).forEach((name, service) -> {
            services.put(name, folded(service instanceof Map<?, ?> pairs ? pairs.get("channel") : service));
            renames.put(name, lists(map(service).get("fields")));
        });
        var categories = new LinkedHashMap<String, List<EventFilter>>();
        map(entry.get("categories")).forEach((name, filters) -> categories.put(name, filters(filters, services)));
        return new OneProduct(services, renames, categories);
    }

    private static List<EventFilter> filters(Object entries, Map<String, Set<String>> services) {
        return ((List<?>) entries).stream().map(f -> filter(map(f), services)).toList();
    }

    private static EventFilter filter(Map<String, Object> entry, Map<String, Set<String>> services) {
        Set<String> channels = entry.containsKey("channel")
                ? folded(entry.get("channel"))
                : Objects.requireNonNull(services.get(String.valueOf(entry.get("service"))));
        return new EventFilter(
                channels,
                Set.of(),
                texts(entry.get("events")).collect(Collectors.toSet()),
                lists(entry.get("where")),
                lists(entry.get("fields")));
    }

    private static Set<String> folded(@Nullable Object channels) {
        return texts(channels).map(EventFilter::fold).collect(Collectors.toSet());
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
    ///
    /// A product that the table does not know has its records under the channels `product/service` and
    /// `product/category`, so that rules for it run on logs that are described to this program as such.
    public Resolution resolve(Document.Source source) {
        String product = source.product().toLowerCase(Locale.ROOT);
        String category = source.category().toLowerCase(Locale.ROOT);
        String service = source.service().toLowerCase(Locale.ROOT);
        List<EventFilter> named = anywhere.getOrDefault(category.isEmpty() ? service : category, List.of());
        if (product.isEmpty() && !named.isEmpty() && !windows.services().containsKey(service)) {
            var filters = new ArrayList<>(windows.categories().getOrDefault(category, List.of()));
            filters.addAll(named);
            return new Resolution.Here(label("any", category, service), filters);
        }
        if (product.isEmpty() || product.equals(WINDOWS)) {
            return onWindows(category, service);
        }
        OneProduct known = others.get(product);
        Optional<String> meant = known == null ? Similar.to(product, List.of(WINDOWS)) : Optional.empty();
        return meant.isPresent()
                ? new Resolution.Unknown(
                        "unknown product '" + source.product() + "'; did you mean '" + meant.get() + "'?")
                : ofProduct(product, known == null ? NOTHING_KNOWN : known, category, service);
    }

    private static Resolution ofProduct(String product, OneProduct known, String category, String service) {
        String label = label(product, category, service);
        List<EventFilter> ofCategory = known.categories().get(category);
        if (!service.isEmpty()) {
            Set<String> channels = known.services().get(service);
            Set<String> asked = channels != null ? channels : Set.of(EventFilter.fold(product + "/" + service));
            List<EventFilter> narrowed = ofCategory == null ? List.of() : narrowed(ofCategory, asked);
            var whole = new EventFilter(
                    asked, Set.of(), Set.of(), Map.of(), known.renames().getOrDefault(service, Map.of()));
            return new Resolution.Here(label, narrowed.isEmpty() ? List.of(whole) : narrowed);
        }
        if (!category.isEmpty()) {
            return new Resolution.Here(
                    label,
                    ofCategory != null
                            ? ofCategory
                            : List.of(EventFilter.of(Set.of(EventFilter.fold(product + "/" + category)))));
        }
        Set<String> all = known.channels();
        return new Resolution.Here(label, List.of(EventFilter.of(all.isEmpty() ? Set.of(product) : all)));
    }

    private Resolution onWindows(String category, String service) {
        Set<String> channels = windows.services().get(service);
        List<EventFilter> filters = windows.categories().get(category);
        if (!category.isEmpty() && filters == null) {
            return new Resolution.Unknown("unknown log source: category '" + category + "'"
                    + Similar.hint(category, windows.categories().keySet()));
        }
        if (!service.isEmpty() && channels == null) {
            return new Resolution.Unknown("unknown log source: service '" + service + "'"
                    + Similar.hint(service, windows.services().keySet()));
        }
        String label = label(WINDOWS, category, service);
        if (filters == null) {
            return new Resolution.Here(label, List.of(channels == null ? anyWindows : EventFilter.of(channels)));
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
                narrowed.add(new EventFilter(common, Set.of(), filter.eventIds(), filter.where(), filter.renames()));
            }
        }
        return narrowed;
    }

    private static String label(String product, String category, String service) {
        return product + (category.isEmpty() ? "" : "/" + category) + (service.isEmpty() ? "" : "/" + service);
    }
}
