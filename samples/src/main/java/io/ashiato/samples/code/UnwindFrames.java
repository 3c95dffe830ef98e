package io.ashiato.samples.code;

import io.ashiato.readers.ProgramImage.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Starts of functions out of call frame information (DWARF `.eh_frame`), wherever it lies.
///
/// 32-bit PE files of gcc hold it in a section whose name a stripped file no longer gives, so it is known by content:
/// a section that begins with a common information entry whose augmentation begins with `z`. Format: Linux Standard
/// Base, core specification, chapter 10.6.
final class UnwindFrames {
    /// Records of one section: some 40 bytes for a function, so this is 16 MiB of them.
    private static final int MAX_RECORDS = 1 << 19;

    private static final int RELATIVE_INT32 = 0x1B;
    private static final int ABSOLUTE = 0x00;

    private UnwindFrames() {}

    static List<Long> starts(CodeSpace space) {
        var starts = new ArrayList<Long>();
        for (Section section : space.sections()) {
            if (!section.executable()) {
                read(section, space.wide(), starts);
            }
        }
        return starts;
    }

    private static void read(Section section, boolean wide, List<Long> starts) {
        byte[] bytes = section.bytes();
        Set<Integer> relative = new HashSet<>(); // offsets of the common entries, by how they encode addresses
        Set<Integer> absolute = new HashSet<>();
        int at = 0;
        for (int i = 0; i < MAX_RECORDS && at <= bytes.length - 12; i++) {
            int length = CodeSpace.int32(bytes, at);
            if (length < 4 || length > bytes.length - at - 4) {
                return;
            }
            int id = CodeSpace.int32(bytes, at + 4);
            if (id == 0) {
                int encoding = encoding(bytes, at + 8, at + 4 + length);
                if (encoding == RELATIVE_INT32) {
                    relative.add(at);
                } else if (encoding == ABSOLUTE && !wide) {
                    absolute.add(at);
                } else if (at == 0) {
                    return; // no such section at all
                }
            } else if (relative.contains(at + 4 - id)) {
                starts.add(section.address() + at + 8 + CodeSpace.int32(bytes, at + 8));
            } else if (absolute.contains(at + 4 - id)) {
                starts.add(Integer.toUnsignedLong(CodeSpace.int32(bytes, at + 8)));
            } else if (at == 0) {
                return;
            }
            at += 4 + length;
        }
    }

    /// How the descriptions that follow a common entry encode addresses, or -1 for ways not known here.
    private static int encoding(byte[] bytes, int from, int end) {
        int at = from;
        if (at >= end || (bytes[at] != 1 && bytes[at] != 3)) {
            return -1;
        }
        int text = ++at;
        while (at < end && bytes[at] != 0) {
            at++;
        }
        if (at == text) {
            return ABSOLUTE;
        }
        if (bytes[text] != 'z') {
            return -1;
        }
        int names = at;
        at++;
        for (int field = 0;
                field < 4 && at < end;
                field++) { // two factors, the return column, the augmentation's length
            while (at < end && bytes[at] < 0) {
                at++;
            }
            at++;
        }
        int encoding = ABSOLUTE;
        for (int name = text + 1; name < names && at < end; name++) {
            switch (bytes[name]) {
                case 'R' -> encoding = bytes[at++] & 0xFF;
                case 'L' -> at++;
                case 'P' -> at += 5; // an encoding and, in all files seen, four bytes
                default -> {}
            }
        }
        return encoding;
    }
}
