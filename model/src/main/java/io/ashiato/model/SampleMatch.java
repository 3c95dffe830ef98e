package io.ashiato.model;

/// A program of the case that resembles a known one.
///
/// @param artefact id of the [Artefact]
/// @param known SHA-256 of the known sample
/// @param family the name under which it is known
/// @param score 0 to 1, higher is more alike
/// @param ownFunctions functions of the case's program, without those of run-time and libraries
/// @param matchedFunctions those of them that the known sample has too
/// @param source who says what the known sample is
public record SampleMatch(
        String artefact,
        String known,
        String family,
        Verdict verdict,
        double score,
        long ownFunctions,
        long matchedFunctions,
        long sharedStrings,
        long sharedImports,
        long sharedConstants,
        PublishedSource source) {
    /// What the likeness amounts to.
    public enum Verdict {
        NEARLY_IDENTICAL,
        SAME_FAMILY,
        RELATED
    }
}
