package io.ashiato.readers;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Call frame information as compilers leave it for unwinding, in `.eh_frame` of ELF programs and of 32-bit Windows
/// programs made by GCC. Each of its frame descriptions names the code of one function.
///
/// Source: Linux Standard Base Core 5.0, chapter 10.6; DWARF 5, section 6.4.1.
public final class EhFrame {
    /// Descriptions read of one program. A browser's library, the largest known, has under 600,000.
    private static final int MAX_ENTRIES = 1_000_000;

    private static final int FORMAT = 0x0F;
    private static final int APPLICATION = 0x70;
    private static final int ABSOLUTE = 0x00;
    private static final int RELATIVE_TO_PLACE = 0x10;
    private static final int OMITTED = 0xFF;

    private final byte[] section;
    private final long address;
    private final int wordSize;
    private final CString strings;
    private final List<ProgramImage.Function> functions = new ArrayList<>();
    private final Map<Long, Integer> encodings = new HashMap<>(); // of the common entries, by their offset

    private EhFrame(byte[] section, long address, int wordSize) {
        this.section = section;
        this.address = address;
        this.wordSize = wordSize;
        this.strings = new CString(section.length);
    }

    /// The functions that the section describes, without names, in its order.
    ///
    /// @param address where the section lies in memory
    /// @param wordSize of the program, 4 or 8 bytes
    /// @param damage where flaws are added; their offsets count from the start of the section
    public static List<ProgramImage.Function> functions(
            byte[] section, long address, int wordSize, List<Damage> damage) {
        var frame = new EhFrame(section, address, wordSize);
        try {
            frame.readEntries();
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return frame.functions;
    }

    private void readEntries() {
        var cursor = Cursor.over(section, 0);
        for (int count = 0; cursor.remaining() >= 4; count++) {
            if (count == MAX_ENTRIES) {
                throw new MalformedException(new Damage.OverLimit("eh_frame entries", cursor.offset(), MAX_ENTRIES));
            }
            long start = cursor.offset();
            long length = cursor.u32("eh_frame length");
            if (length == 0) {
                return;
            }
            if (length == 0xFFFF_FFFFL) {
                length = cursor.i64("eh_frame length");
            }
            readEntry(start, cursor.window("eh_frame entry", length));
        }
    }

    private void readEntry(long start, Cursor entry) {
        long here = entry.offset();
        long id = entry.u32("eh_frame id");
        if (id == 0) {
            encodings.put(start, pointerEncoding(entry));
            return;
        }
        Integer encoding = encodings.get(here - id);
        if (encoding == null || encoding == OMITTED) {
            return; // its common entry is elsewhere or in a form that is not known here
        }
        long from = pointer(entry, encoding);
        long size = value(entry, encoding & FORMAT);
        if (from != 0 && size > 0) {
            functions.add(new ProgramImage.Function(from, size, ""));
        }
    }

    /// How the frame descriptions of a common entry write addresses; [#OMITTED] where that cannot be told.
    private int pointerEncoding(Cursor entry) {
        int version = entry.u8("eh_frame version");
        String augmentation = strings.read(entry, "eh_frame augmentation");
        if (version == 4) {
            entry.skip("eh_frame address size", 2);
        }
        leb(entry, false);
        leb(entry, true);
        if (version == 1) {
            entry.u8("eh_frame return register");
        } else {
            leb(entry, false);
        }
        if (!augmentation.startsWith("z")) {
            return augmentation.isEmpty() ? ABSOLUTE : OMITTED;
        }
        leb(entry, false);
        for (char c : augmentation.substring(1).toCharArray()) {
            switch (c) {
                case 'R' -> {
                    return entry.u8("eh_frame pointer encoding");
                }
                case 'P' -> value(entry, entry.u8("eh_frame personality encoding") & FORMAT);
                case 'L' -> entry.u8("eh_frame data encoding");
                case 'S', 'B' -> {}
                default -> {
                    return OMITTED;
                }
            }
        }
        return ABSOLUTE;
    }

    private long pointer(Cursor entry, int encoding) {
        long place = address + entry.offset();
        long value = value(entry, encoding & FORMAT);
        long pointer = switch (encoding & APPLICATION) {
            case ABSOLUTE -> value;
            case RELATIVE_TO_PLACE -> value == 0 ? 0 : place + value;
            default -> 0; // relative to something that only the running program knows
        };
        return wordSize == 4 ? pointer & 0xFFFF_FFFFL : pointer;
    }

    private long value(Cursor entry, int format) {
        return switch (format) {
            case 0x0 -> wordSize == 4 ? entry.u32("eh_frame address") : entry.i64("eh_frame address");
            case 0x1 -> leb(entry, false);
            case 0x2 -> entry.u16("eh_frame address");
            case 0x3 -> entry.u32("eh_frame address");
            case 0x4, 0xC -> entry.i64("eh_frame address");
            case 0x9 -> leb(entry, true);
            case 0xA -> (short) entry.u16("eh_frame address");
            case 0xB -> entry.i32("eh_frame address");
            default ->
                throw new MalformedException(
                        new Damage.OutOfRange("eh_frame encoding", entry.offset(), format, 0, 0xC));
        };
    }

    private static long leb(Cursor entry, boolean signed) {
        long value = 0;
        int shift = 0;
        int part;
        do {
            part = entry.u8("LEB128");
            if (shift < Long.SIZE) {
                value |= (long) (part & 0x7F) << shift;
            }
            shift += 7;
        } while ((part & 0x80) != 0);
        return signed && shift < Long.SIZE && (part & 0x40) != 0 ? value | -1L << shift : value;
    }
}
