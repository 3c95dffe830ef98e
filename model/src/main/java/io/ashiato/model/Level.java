package io.ashiato.model;

import java.util.Locale;
import java.util.Optional;

/// How serious a rule's author holds a match to be (Sigma's `level`), weakest first.
public enum Level {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }

    /// The level of that name, in any case.
    public static Optional<Level> of(String name) {
        for (Level level : values()) {
            if (level.id().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
