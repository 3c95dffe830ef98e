package io.ashiato.intel.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One vocabulary for the businesses of victims, out of the free words of catalogues and reports.
final class Sectors {
    /// By which parts of words a sector is recognised.
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry(
                    "government",
                    List.of(
                            "government",
                            "administration",
                            "military",
                            "diplom",
                            "embass",
                            "political",
                            "intelligence")),
            Map.entry("defence", List.of("defense", "defence", "military")),
            Map.entry(
                    "cryptocurrency",
                    List.of("cryptocurrenc", "crypto ", "crypto,", "bitcoin", "web3", "blockchain", "wallet")),
            Map.entry("finance", List.of("financ", "bank", "fintech", "payment")),
            Map.entry("energy", List.of("energy", "electric ", "oil ", "gas ", "nuclear", "petrol")),
            Map.entry("telecom", List.of("telecom")),
            Map.entry("education", List.of("education", "universit", "academ")),
            Map.entry("health", List.of("health", "pharma", "medical", "hospital ")),
            Map.entry("media", List.of("media", "journalis", "news")),
            Map.entry("civil-society", List.of("civil society", "ngo", "activis", "dissident", "think tank")),
            Map.entry("technology", List.of("technology", "high-tech", "software", "information tech", "electronic")),
            Map.entry("aerospace", List.of("aerospace", "aviation", "satellite")),
            Map.entry("manufacturing", List.of("manufactur", "industrial", "automotive", "chemical", "engineering")),
            Map.entry("retail", List.of("retail", "hospitality")),
            Map.entry("infrastructure", List.of("infrastructure", "transport", "maritime", "rail ")));

    private Sectors() {}

    /// The sectors that the words name, in order of the alphabet; none for words that say nothing.
    static List<String> of(String words) {
        String lower = words.toLowerCase(Locale.ROOT) + " ";
        return WORDS.entrySet().stream()
                .filter(sector -> sector.getValue().stream().anyMatch(lower::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
