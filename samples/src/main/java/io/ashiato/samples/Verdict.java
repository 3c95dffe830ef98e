package io.ashiato.samples;

/// What the likeness of two programs says, from most to least.
public enum Verdict {
    NEARLY_IDENTICAL,
    SAME_FAMILY,
    RELATED,
    NOTHING_TELLING
}
