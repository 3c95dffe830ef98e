package io.ashiato.sigma.rule;

/// Folds case as `String.equalsIgnoreCase` compares: each character to upper, then to lower case.
///
/// No locale takes part, and a text keeps its length, so that positions stay comparable.
public final class Folding {
    private Folding() {}

    public static String fold(String text) {
        return new String(foldToChars(text));
    }

    public static char[] foldToChars(String text) {
        return fold(text.toCharArray());
    }

    /// Folds the units where they are. Hot: every value that a rule looks at for the first time goes through here.
    ///
    /// @return the same array
    public static char[] fold(char[] units) {
        for (int i = 0; i < units.length; i++) {
            char unit = units[i];
            if (unit < 0x80) {
                if (unit >= 'A' && unit <= 'Z') {
                    units[i] = (char) (unit | 0x20);
                }
            } else if (!Character.isSurrogate(unit)) {
                units[i] = Character.toLowerCase(Character.toUpperCase(unit));
            } else if (Character.isHighSurrogate(unit)
                    && i + 1 < units.length
                    && Character.isLowSurrogate(units[i + 1])) {
                // Case pairs beyond the basic plane stay beyond it, thus two units for two.
                int point = Character.toCodePoint(unit, units[i + 1]);
                Character.toChars(Character.toLowerCase(Character.toUpperCase(point)), units, i++);
            }
        }
        return units;
    }
}
