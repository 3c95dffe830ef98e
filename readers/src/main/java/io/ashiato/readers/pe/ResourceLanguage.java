package io.ashiato.readers.pe;

import java.util.Map;

/// Windows' language identifiers: the lower ten bits are the language, the upper six its country.
/// Source: MS-LCID, section 2.2.
final class ResourceLanguage {
    private static final int LANGUAGE = 0x3FF;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x01, "ar"),
            Map.entry(0x02, "bg"),
            Map.entry(0x04, "zh"),
            Map.entry(0x05, "cs"),
            Map.entry(0x06, "da"),
            Map.entry(0x07, "de"),
            Map.entry(0x08, "el"),
            Map.entry(0x09, "en"),
            Map.entry(0x0A, "es"),
            Map.entry(0x0B, "fi"),
            Map.entry(0x0C, "fr"),
            Map.entry(0x0D, "he"),
            Map.entry(0x0E, "hu"),
            Map.entry(0x10, "it"),
            Map.entry(0x11, "ja"),
            Map.entry(0x12, "ko"),
            Map.entry(0x13, "nl"),
            Map.entry(0x14, "no"),
            Map.entry(0x15, "pl"),
            Map.entry(0x16, "pt"),
            Map.entry(0x18, "ro"),
            Map.entry(0x19, "ru"),
            Map.entry(0x1B, "sk"),
            Map.entry(0x1D, "sv"),
            Map.entry(0x1E, "th"),
            Map.entry(0x1F, "tr"),
            Map.entry(0x20, "ur"),
            Map.entry(0x21, "id"),
            Map.entry(0x22, "uk"),
            Map.entry(0x23, "be"),
            Map.entry(0x25, "et"),
            Map.entry(0x26, "lv"),
            Map.entry(0x27, "lt"),
            Map.entry(0x29, "fa"),
            Map.entry(0x2A, "vi"),
            Map.entry(0x2B, "hy"),
            Map.entry(0x2C, "az"),
            Map.entry(0x37, "ka"),
            Map.entry(0x39, "hi"),
            Map.entry(0x3F, "kk"),
            Map.entry(0x43, "uz"),
            Map.entry(0x45, "bn"));

    private ResourceLanguage() {}

    /// The language's two-letter code (ISO 639-1), or the identifier where it is not among the common ones.
    static String name(int identifier) {
        return NAMES.getOrDefault(identifier & LANGUAGE, "0x%04x".formatted(identifier));
    }

    /// Whether a resource claims no language at all.
    static boolean isNeutral(int identifier) {
        return (identifier & LANGUAGE) == 0;
    }
}
