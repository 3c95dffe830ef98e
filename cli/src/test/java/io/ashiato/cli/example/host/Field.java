package io.ashiato.cli.example.host;

import io.ashiato.readers.evtx.WrittenValue;
import java.time.Instant;
import java.util.UUID;

/// A named value in the payload of an event, with the type that Windows stores it as.
///
/// @param name may contain blanks
public record Field(String name, WrittenValue value) {
    public static Field text(String name, String value) {
        return new Field(name, WrittenValue.text(value));
    }

    public static Field uint16(String name, int value) {
        return new Field(name, WrittenValue.u16(value));
    }

    public static Field uint32(String name, long value) {
        return new Field(name, WrittenValue.u32(value));
    }

    public static Field int32(String name, int value) {
        return new Field(name, WrittenValue.i32(value));
    }

    public static Field hex32(String name, long value) {
        return new Field(name, WrittenValue.hex32(value));
    }

    public static Field hex64(String name, long value) {
        return new Field(name, WrittenValue.hex64(value));
    }

    public static Field truth(String name, boolean value) {
        return new Field(name, WrittenValue.truth(value));
    }

    public static Field guid(String name, String value) {
        return new Field(name, WrittenValue.guid(UUID.fromString(value)));
    }

    public static Field sid(String name, String value) {
        return new Field(name, WrittenValue.sid(value));
    }

    public static Field time(String name, Instant value) {
        return new Field(name, WrittenValue.filetime(value));
    }
}
