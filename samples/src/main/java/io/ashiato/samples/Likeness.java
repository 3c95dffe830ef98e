package io.ashiato.samples;

/// How alike two programs are, and on what.
///
/// Functions count as own when they do not belong to compilers, run-time or well-known libraries and have at least
/// 8 instructions.
///
/// @param score 0 to 1; higher is more alike
/// @param functions likeness of own functions alone, 0 to 1
/// @param strings likeness of texts alone, by rarity
/// @param constants likeness of constants alone, by rarity
/// @param imports likeness of imports alone, by rarity
/// @param ownFunctionsA own functions of the first program
/// @param ownFunctionsB own functions of the second program
/// @param matched how many of them are the same in both
/// @param sharedStrings texts that both have and common code has not
/// @param sharedImports imports likewise
/// @param sharedConstants constants likewise
public record Likeness(
        double score,
        double functions,
        double strings,
        double constants,
        double imports,
        int ownFunctionsA,
        int ownFunctionsB,
        int matched,
        int sharedStrings,
        int sharedImports,
        int sharedConstants,
        Verdict verdict) {}
