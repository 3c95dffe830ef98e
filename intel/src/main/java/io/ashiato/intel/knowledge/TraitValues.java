package io.ashiato.intel.knowledge;

import io.ashiato.model.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The one spelling of a trait's value, so that two writings of the same thing are equal.
public final class TraitValues {
    /// Longer values are compared by their start: published traits of a script stand in its first part.
    static final int MAX_LENGTH = 1 << 16;

    private TraitValues() {}

    /// The value as it is compared.
    public static String normalised(Trait.Kind kind, String value) {
        String bounded = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
        return switch (kind) {
            case DOMAIN -> Domains.spelled(bounded);
            case URL, TEMPLATE_ADDRESS -> address(bounded);
            case FILE_NAME -> lastPart(bounded).toLowerCase(Locale.ROOT);
            case PROTOCOL_WORDS -> String.join(" ", words(bounded));
            case MAC_ADDRESS -> bounded.replace("-", ":").toLowerCase(Locale.ROOT);
            case MUTEX, RSID_ROOT, RICH_HEADER -> bounded.strip();
            case TECHNIQUE -> bounded.toUpperCase(Locale.ROOT);
            case SHA256,
                    CODE_FAMILY,
                    SCRIPT_TEXT,
                    IMPHASH,
                    PDB_PATH,
                    PROGRAM_STRING,
                    MACHINE_ID,
                    VOLUME_SERIAL,
                    AUTHOR_SID,
                    DOCUMENT_PROFILE,
                    DOCUMENT_AUTHOR,
                    DOCUMENT_TITLE,
                    MAIL_ADDRESS,
                    IP_ADDRESS,
                    REGISTRY_VALUE,
                    CODE_PAGE,
                    SOFTWARE -> bounded.strip().toLowerCase(Locale.ROOT);
        };
    }

    /// Whether text fits a pattern in which `*` stands for any text. Steps: at most both lengths multiplied.
    static boolean fits(String pattern, String text) {
        int p = 0;
        int star = -1;
        int resume = 0;
        int t = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /// The different words of a text, in order of the alphabet.
    static Set<String> words(String value) {
        String bounded = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
        var words = new TreeSet<>(
                List.of(bounded.toLowerCase(Locale.ROOT).split("[^\\p{IsAlphabetic}\\p{IsDigit}_]+", -1)));
        words.remove("");
        return words;
    }

    private static String address(String value) {
        String plain = value.replace("[.]", ".").strip();
        int path = plain.indexOf('/', plain.contains("://") ? plain.indexOf("://") + 3 : 0);
        String host = path < 0 ? plain : plain.substring(0, path);
        String rest = path < 0 ? "" : plain.substring(path);
        String lower = host.toLowerCase(Locale.ROOT);
        return (lower.startsWith("hxxp") ? "http" + lower.substring(4) : lower) + rest;
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1)
                .strip();
    }
}
