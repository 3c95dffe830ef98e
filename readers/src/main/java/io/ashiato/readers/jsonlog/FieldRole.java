package io.ashiato.readers.jsonlog;

import java.util.List;

/// What a value of a record is in the event made of it.
///
/// @param name of the field
/// @param dropsEmpty whether a value that is empty or `null` makes no field
/// @param aliases further names of the same value, as rules write them
record FieldRole(Part part, String name, boolean dropsEmpty, List<String> aliases) {
    static final FieldRole NOTHING = new FieldRole(Part.NOTHING, "", true, List.of());

    /// Which part of an event a field belongs to.
    enum Part {
        SYSTEM,
        DATA,
        NOTHING
    }

    /// Whether a value makes no field.
    ///
    /// @param isEmpty whether the value is `null` or a text without characters
    boolean drops(boolean isNull, boolean isEmpty) {
        return dropsEmpty && (part == Part.SYSTEM ? isEmpty : isNull);
    }

    /// A field of the envelope; what is empty there is left out.
    static FieldRole system(String name) {
        return new FieldRole(Part.SYSTEM, name, true, List.of());
    }

    /// A field that is kept when it is empty, as EVTX keeps it.
    static FieldRole data(String name) {
        return new FieldRole(Part.DATA, name, false, List.of());
    }

    /// A field that is left out where the log has `null` for it.
    static FieldRole present(String name) {
        return present(name, List.of());
    }

    /// The same under several names.
    static FieldRole present(String name, List<String> aliases) {
        return new FieldRole(Part.DATA, name, true, aliases);
    }
}
