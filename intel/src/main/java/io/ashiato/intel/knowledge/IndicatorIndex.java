package io.ashiato.intel.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Published network addresses by their value.
final class IndicatorIndex {
    private final List<PublishedIndicator> all;
    private final Map<String, List<PublishedIndicator>> byValue = new HashMap<>();
    private final Domains domains;

    IndicatorIndex(List<PublishedIndicator> all, Domains domains) {
        this.all = List.copyOf(all);
        this.domains = domains;
        for (PublishedIndicator indicator : this.all) {
            byValue.computeIfAbsent(spelled(indicator.value()), value -> new ArrayList<>())
                    .add(indicator);
        }
    }

    IndicatorIndex before(LocalDate day) {
        return new IndicatorIndex(
                all.stream()
                        .filter(indicator -> indicator
                                .latest()
                                .filter(latest -> latest.isBefore(day))
                                .isPresent())
                        .toList(),
                domains);
    }

    int size() {
        return byValue.size();
    }

    List<PublishedIndicator> listed(String value) {
        String spelled = spelled(value);
        Stream<String> keys = isName(spelled) ? domains.ownAndParents(spelled) : Stream.of(spelled);
        return keys.flatMap(key -> byValue.getOrDefault(key, List.of()).stream())
                .toList();
    }

    /// Without scheme, lower case up to the path: lists write URLs both with and without a scheme.
    private static String spelled(String value) {
        String bounded = value.length() > TraitValues.MAX_LENGTH ? value.substring(0, TraitValues.MAX_LENGTH) : value;
        String plain = bounded.replace("[.]", ".").strip();
        int scheme = plain.indexOf("://");
        String bare = scheme < 0 ? plain : plain.substring(scheme + 3);
        int path = bare.indexOf('/');
        String host = (path < 0 ? bare : bare.substring(0, path)).toLowerCase(Locale.ROOT);
        return path < 0 || path == bare.length() - 1 ? Domains.spelled(host) : host + bare.substring(path);
    }

    private static boolean isName(String value) {
        return value.indexOf('/') < 0
                && value.indexOf(':') < 0
                && value.chars().anyMatch(c -> c != '.' && (c < '0' || c > '9'));
    }
}
