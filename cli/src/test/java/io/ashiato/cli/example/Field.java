package io.ashiato.cli.example;

import io.ashiato.readers.evtx.WrittenValue;
import java.time.Instant;
import java.util.UUID;

/// A named value in the payload of an event, with the type that Windows stores it as.
///
/// @param name may contain blanks
record Field(String name, WrittenValue value) {
    static Field text(String name, String value) {
        return new Field(name, WrittenValue.text(value));
    }

    static Field uint16(String name, int value) {
        return new Field(name, WrittenValue.u16(value));
    }

    static Field uint32(String name, long value) {
        return new Field(name, WrittenValue.u32(value));
    }

    static Field int32(String name, int value) {
        return new Field(name, WrittenValue.i32(value));
    }

    static Field hex32(String name, long value) {
        return new Field(name, WrittenValue.hex32(value));
    }

    static Field hex64(String name, long value) {
        return new Field(name, WrittenValue.hex64(value));
    }

    static Field truth(String name, boolean value) {
        return new Field(name, WrittenValue.truth(value));
    }

    static Field guid(String name, String value) {
        return new Field(name, WrittenValue.guid(UUID.fromString(value)));
    }

    static Field sid(String name, String value) {
        return new Field(name, WrittenValue.sid(value));
    }

    static Field time(String name, Instant value) {
        return new Field(name, WrittenValue.filetime(value));
    }
}
