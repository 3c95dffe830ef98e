package io.ashiato.model;

import java.util.Arrays;

/// The names of the fields that records of one kind may have, in the order of the log. The records of a log share few
/// of them, so what follows from names is worked out once for each.
public final class FieldNames {
    private final String[] names;
    private final boolean[] isSystem;
    private final int hash;

    /// @param names as in [Event]
    /// @param isSystem of each: whether it is of the envelope ([Event#system]), and not of the data
    public FieldNames(String[] names, boolean[] isSystem) {
        this.names = names.clone();
        this.isSystem = isSystem.clone();
        this.hash = 31 * Arrays.hashCode(names) + Arrays.hashCode(isSystem);
    }

    /// How many fields there may be.
    public int size() {
        return names.length;
    }

    public String name(int field) {
        return names[field];
    }

    /// Whether a field is of the envelope, and not of the data.
    public boolean isSystem(int field) {
        return isSystem[field];
    }

    @Override
    public boolean equals(Object object) {
        return this == object
                || (object instanceof FieldNames other
                        && hash == other.hash
                        && Arrays.equals(names, other.names)
                        && Arrays.equals(isSystem, other.isSystem));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(names);
    }
}
