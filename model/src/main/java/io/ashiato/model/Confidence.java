package io.ashiato.model;

/// How good the basis of a judgement is, apart from how likely it is.
public enum Confidence {
    LOW,
    MODERATE,
    HIGH;

    /// One step lower, never below [#LOW].
    public Confidence lowered() {
        return this == HIGH ? MODERATE : LOW;
    }
}
