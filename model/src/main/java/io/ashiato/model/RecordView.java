package io.ashiato.model;

import java.time.Instant;
import java.util.Optional;

/// One record of a log where it lies: the fields of its [Event] by number, of which a value becomes text only when
/// somebody asks for it. For readers of many records of which few are wanted.
///
/// Data and envelope are mixed, each in the order of the log. Valid until its reader turns to another record; for
/// one thread.
public interface RecordView {
    /// The kind of values of which [#text] is all that is known.
    int TEXT_ONLY = -1;

    /// The type in the upper 16 bits of the kind of values that are UTF-16LE.
    int UTF16 = 1;

    /// The type of values that are ASCII. Beyond the types of all log formats.
    int ASCII = 0x100;

    /// What the texts of numeric values are made of.
    String NUMERIC = "0123456789abcdefstxz-:.{}";

    /// The names of the fields that the record may have, which number them.
    FieldNames names();

    /// Whether the record has a field of that number. The values of those that it has not are not to be asked for.
    boolean has(int field);

    /// The value of a field, as in [Event].
    String text(int field);

    /// What the bytes of a value are: its type above, and its size in bytes in the lower 16 bits; or [#TEXT_ONLY].
    /// Values of one kind with equal bytes have equal texts.
    int kind(int field);

    /// Whether a value is a number, a time, an id or plain bytes: its text has no characters but [#NUMERIC], whatever
    /// their case.
    boolean isNumeric(int field);

    /// Where the bytes of a value begin in [#bytes].
    int at(int field);

    /// What values lie in; not to be written to.
    byte[] bytes();

    /// As [Event#time].
    Optional<Instant> time();

    /// As [Event#host].
    String host();

    /// As [Event#channel].
    String channel();

    /// As [Event#eventId].
    String eventId();

    /// Where the record begins, as [RecordRef#offset].
    long offset();

    /// The whole record.
    Event event();
}
