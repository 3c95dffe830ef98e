package io.ashiato.intel.knowledge;

import java.text.Normalizer;
import java.util.Locale;

/// The spelling of names that does not matter.
final class Names {
    private Names() {}

    /// What two spellings of a name have in common: compatibility forms unified, case folded, only letters
    /// and digits. `DangerousPassword` and `Dangerous Password`, `APT 38` and `APT38` are the same.
    static String folded(String name) {
        String unified = isAscii(name) ? name.toLowerCase(Locale.ROOT) : unified(name);
        var kept = new StringBuilder(unified.length());
        unified.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    private static String unified(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
