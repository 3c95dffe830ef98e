package io.ashiato.sigma.syntax;

/// A single value of a document.
///
/// @param text as the author wrote it, without quotes: a number keeps its own spelling
/// @param kind as YAML 1.2 reads it
public record Scalar(String text, Kind kind, Place place) {
    /// What YAML takes a value for.
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }
}
