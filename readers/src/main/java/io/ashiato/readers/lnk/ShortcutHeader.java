package io.ashiato.readers.lnk;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.readers.Guid;
import java.util.Arrays;
import java.util.List;

/// The header (MS-SHLLINK 2.1).
///
/// @param flags as [LinkFlag] names their bits
/// @param created,accessed,modified of the target when the shortcut was written, 100 ns since 1601
/// @param fileSize of the target, the lower 32 bits
record ShortcutHeader(
        long flags,
        long attributes,
        long created,
        long accessed,
        long modified,
        long fileSize,
        int iconIndex,
        long showCommand,
        int hotKey) {
    static final int SIZE = 0x4C;
    static final String CLASS_ID = "00021401-0000-0000-c000-000000000046";

    /// Reads on where size or class id are wrong: the shell would refuse such a file, an analyst wants it.
    static ShortcutHeader read(Cursor in, List<Damage> damage) {
        long size = in.u32("header size");
        if (size != SIZE) {
            damage.add(new Damage.OutOfRange("header size", 0, size, SIZE, SIZE));
        }
        Guid classId = Guid.read(in, "class id");
        if (!classId.text().equals(CLASS_ID)) {
            damage.add(new Damage.OutOfRange(
                    "class id", 4, Long.parseLong(classId.text().substring(0, 8), 16), 0x21401, 0x21401));
        }
        var header = new ShortcutHeader(
                in.u32("link flags"),
                in.u32("file attributes"),
                in.i64("creation time"),
                in.i64("access time"),
                in.i64("write time"),
                in.u32("file size"),
                in.i32("icon index"),
                in.u32("show command"),
                in.u16("hot key"));
        in.skip("reserved", 10);
        return header;
    }

    boolean has(LinkFlag flag) {
        return (flags & flag.mask()) != 0;
    }

    List<String> flagNames() {
        return Arrays.stream(LinkFlag.values())
                .filter(this::has)
                .map(LinkFlag::id)
                .toList();
    }
}
