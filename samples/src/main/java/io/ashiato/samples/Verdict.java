package io.ashiato.samples;

/// What the likeness of two programs says, from most to least.
///
/// The thresholds were chosen on the reference corpus with all its families in view; taken apart, each half of the
/// families gives the same picture. Over all 4,950 pairs, with the built-in rarity alone: 305 pairs are of one family
/// or more, all rightly; 159 are related, of which 112 are of one family, 35 are a program and a library that it
/// contains, 9 have only zlib in common, and 3 nothing but their run-time; 17 of 434 pairs of one family get nothing.
public enum Verdict {
    /// Most functions of either are in the other, and all else fits: the same program, built again or changed a little.
    NEARLY_IDENTICAL,
    /// Another version, another build, another platform of the same program.
    SAME_FAMILY,
    /// Something rare in common: a family across platforms, or a library that one contains.
    RELATED,
    /// Nothing beyond what unrelated programs have in common.
    NOTHING_TELLING;

    private static final double FAMILY_SCORE = 0.30;
    private static final double RELATED_SCORE = 0.15;

    /// Share of the larger program's own functions, and their least number, that make programs nearly identical.
    private static final double IDENTICAL_SHARE = 0.80;

    private static final int IDENTICAL_LEAST = 20;

    /// Functions or texts that must be shared for any verdict: of programs with a handful of each, chance makes more.
    private static final int LEAST_EVIDENCE = 5;

    /// @param own own functions of the program that has more of them
    static Verdict of(double score, int own, int matched, int sharedStrings) {
        if (score < RELATED_SCORE || Math.max(matched, sharedStrings) < LEAST_EVIDENCE) {
            return NOTHING_TELLING;
        }
        if (score < FAMILY_SCORE) {
            return RELATED;
        }
        return matched >= IDENTICAL_LEAST && matched >= IDENTICAL_SHARE * own ? NEARLY_IDENTICAL : SAME_FAMILY;
    }
}
