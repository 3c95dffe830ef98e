package io.ashiato.readers.lnk;

import io.ashiato.readers.WindowsTime;

import io.ashiato.readers.Guid;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Reads serialized property stores (MS-PROPSTORE 2.2).
final class PropertyStore {
    /// Each shortcut of Windows has fewer than thirty.
    private static final int MAX_PROPERTIES = 2_000;

    private static final long VERSION = 0x5350_5331L; // 1SPS
    private static final String NAMED_PROPERTIES = "d5cdd505-2e9c-101b-9397-08002b2cf9ae";

    /// So much of a value without a text form is shown.
    private static final int SHOWN_BYTES = 64;

    private final List<Damage> damage;
    private final List<Property> properties = new ArrayList<>();

    PropertyStore(List<Damage> damage) {
        this.damage = damage;
    }

    /// @param set the format id
    /// @param id number of the property in its set, or its name
    /// @param value as text: numbers in decimal, times in ISO 8601, GUIDs lower case, bytes in hexadecimal
    record Property(String set, String id, StoredText value) {
        boolean is(String wantedSet, String wantedId) {
            return set.equals(wantedSet) && id.equals(wantedId);
        }
    }

    List<Property> read(Cursor in) {
        try {
            while (in.remaining() >= 4) {
                Cursor start = in.fork();
                long size = in.u32("property storage size");
                if (size == 0) {
                    break;
                }
                in.skip("property storage", Math.max(size, 4) - 4);
                storage(start.window("property storage", size));
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return properties;
    }

    private void storage(Cursor in) {
        in.skip("property storage size", 4);
        long offset = in.offset();
        long version = in.u32("property storage version");
        if (version != VERSION) {
            throw new MalformedException(
                    new Damage.OutOfRange("property storage version", offset, version, VERSION, VERSION));
        }
        String set = Guid.read(in, "format id").text();
        while (in.remaining() >= 4) {
            Cursor start = in.fork();
            long size = in.u32("property size");
            if (size == 0) {
                return;
            }
            if (properties.size() == MAX_PROPERTIES) {
                throw new MalformedException(new Damage.OverLimit("properties", start.offset(), MAX_PROPERTIES));
            }
            in.skip("property", Math.max(size, 4) - 4);
            property(set, start.window("property", size));
        }
    }

    private void property(String set, Cursor in) {
        try {
            in.skip("property size", 4);
            long id = in.u32("property id");
            in.skip("reserved", 1);
            String name = set.equals(NAMED_PROPERTIES)
                    ? StoredText.unicodeUntilNul(in.window("property name", id), "property name")
                            .chars()
                    : Long.toString(id);
            properties.add(new Property(set, name, value(in)));
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
    }

    /// A typed value (MS-OLEPS 2.15).
    private static StoredText value(Cursor in) {
        int type = in.u16("property type");
        in.skip("padding", 2);
        String field = "property value";
        return switch (type) {
            case 2 -> number((short) in.u16(field));
            case 3, 22 -> number(in.i32(field));
            case 11 -> StoredText.unicode(in.u16(field) == 0 ? "false" : "true");
            case 17 -> number(in.u8(field));
            case 18 -> number(in.u16(field));
            case 19, 23 -> number(in.u32(field));
            case 20 -> number(in.i64(field));
            case 21 -> StoredText.unicode(Long.toUnsignedString(in.i64(field)));
            case 30 -> StoredText.ansiUntilNul(in.window(field, in.u32("text size")), field);
            case 31 -> StoredText.unicodeUntilNul(in.window(field, in.u32("text length") * 2), field);
            case 64 -> filetime(in.i64(field));
            case 72 -> StoredText.unicode(Guid.read(in, field).text());
            case 0x101F -> texts(in);
            default -> bytes(in, type);
        };
    }

    private static StoredText number(long value) {
        return StoredText.unicode(Long.toString(value));
    }

    private static StoredText filetime(long ticks) {
        return StoredText.unicode(
                WindowsTime.filetime(ticks).map(Object::toString).orElseGet(() -> Long.toString(ticks)));
    }

    private static StoredText texts(Cursor in) {
        long count = in.u32("text count");
        var texts = new ArrayList<String>();
        for (long i = 0; i < count; i++) {
            Cursor text = in.window("text", in.u32("text length") * 2); // each takes four bytes or more: bounded
            texts.add(StoredText.unicodeUntilNul(text, "text").chars());
        }
        return StoredText.unicode(String.join("; ", texts));
    }

    private static StoredText bytes(Cursor in, int type) {
        byte[] shown = in.bytes("property value", Math.min(in.remaining(), SHOWN_BYTES));
        return StoredText.unicode(String.format(
                Locale.ROOT, "type 0x%04x: %s", type, HexFormat.of().formatHex(shown)));
    }
}
