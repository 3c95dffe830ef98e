package io.ashiato.intel.knowledge;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Victims of a report in the words that relations use: `country=Japan`, `country=region:europe`,
/// `sector=finance`.
final class Victims {
    /// Where catalogues of groups use another English name than the country codes' own.
    private static final Map<String, String> COUNTRIES = Map.of(
            "HK", "Hong Kong", "VN", "Vietnam", "AE", "United Arab Emirates", "CZ", "Czech Republic", "TR", "Turkey");

    private static final Set<String> NAMES =
            Stream.of(Locale.getISOCountries()).map(Victims::name).collect(Collectors.toUnmodifiableSet());

    private Victims() {}

    /// Whether a catalogue's word for a victim is the English name of a country.
    static boolean isCountry(String word) {
        return NAMES.contains(word);
    }

    private static String name(String code) {
        return COUNTRIES.getOrDefault(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
    }

    static Set<String> of(Report report) {
        var rows = new TreeSet<String>();
        for (Cited country : report.activity().victimCountries()) {
            String value = country.value();
            boolean isCode = value.length() == 2 && value.equals(value.toUpperCase(Locale.ROOT));
            if (isCode) {
                rows.add("country=" + name(value));
            } else {
                rows.addAll(regions(value));
            }
        }
        report.activity().victimSectors().stream()
                .flatMap(sector -> Sectors.of(sector.value()).stream())
                .forEach(sector -> rows.add("sector=" + sector));
        return rows;
    }

    private static Set<String> regions(String words) {
        var regions = new TreeSet<String>();
        String lower = words.toLowerCase(Locale.ROOT);
        for (String region : Set.of("europe", "asia", "middle east", "africa", "latin america")) {
            if (lower.contains(region)) {
                regions.add("country=region:" + region.replace(' ', '-'));
            }
        }
        return regions;
    }
}
