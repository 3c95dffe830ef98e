package io.ashiato.readers.evtx;

import java.util.List;

/// Where the fields of an event are in the instances of one template: what [EvtxEvents] says of the tree.
///
/// @param fields in the order of the log
/// @param steps the same as numbers
/// @param timeSlot the value that is the time of the event; means nothing where System is not in this template
/// @param hasSystem whether System is in this template
/// @param isComplete whether that is all; else instances are left to the plain reader
record FieldCode(List<Field> fields, FieldSteps steps, int timeSlot, boolean hasSystem, boolean isComplete) {
    FieldCode(List<Field> fields, int timeSlot, boolean hasSystem, boolean isComplete) {
        this(fields, new FieldSteps(fields), timeSlot, hasSystem, isComplete);
    }

    /// The code of a template that is left to the plain reader.
    static final FieldCode NONE = new FieldCode(List.of(), 0, false, false);

    /// One field, or a fragment that holds more of them.
    sealed interface Field {}

    /// A field that is the same in each instance.
    ///
    /// @param isSystem whether it belongs to the envelope
    /// @param guard the value that must not be null for the field to be there, or -1
    record Fixed(String name, String value, boolean isSystem, int guard) implements Field {}

    /// A field whose value is one of the instance's.
    ///
    /// @param slot of the value
    /// @param isSystem whether it belongs to the envelope
    /// @param staysEmpty whether the field is there even if the value is empty
    /// @param repeats whether an array gives as many fields
    /// @param guard the value that must not be null for the field to be there, or -1
    record Valued(String name, int slot, boolean isSystem, boolean staysEmpty, boolean repeats, int guard)
            implements Field {}

    /// A value that is a fragment: parts of the event, in a template of their own.
    record Part(int slot) implements Field {}

    /// All that a part holds: a fragment, whose elements are fields, or a text.
    ///
    /// @param name of the field that a text is
    /// @param guard the value that must not be null for the part to be there, or -1
    record Content(String name, int slot, int guard) implements Field {}
}
