package io.ashiato.readers.lnk;

import io.ashiato.readers.Guid;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads id lists (MS-SHLLINK 2.2). What the shell puts into an item is documented by others only; an
/// item that is not understood stays as one of unknown type, so that the path shows the gap.
final class ShellItems {
    /// Real lists have some ten items; a longer one is not a path.
    private static final int MAX_ITEMS = 512;

    private static final int FIXED_FILE_FIELDS = 12;
    private static final long FILE_EXTENSION = 0xBEEF_0004L;
    private static final long NETWORK_NAME_AT = 5;
    private static final long CONTROL_PANEL_GUID_AT = 14;

    private final List<Damage> damage;

    ShellItems(List<Damage> damage) {
        this.damage = damage;
    }

    /// @param list from the first item on; ends at the empty item or with the window
    List<ShellItem> read(Cursor list) {
        var items = new ArrayList<ShellItem>();
        try {
            while (list.remaining() > 0) {
                long offset = list.offset();
                int size = list.u16("item size");
                if (size == 0) {
                    break;
                }
                if (items.size() == MAX_ITEMS) {
                    throw new MalformedException(new Damage.OverLimit("id list", offset, MAX_ITEMS));
                }
                if (size < 3) {
                    throw new MalformedException(new Damage.OutOfRange("item size", offset, size, 3, 0xFFFF));
                }
                items.add(item(list.window("shell item", size - 2L)));
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return items;
    }

    private ShellItem item(Cursor in) {
        try {
            Cursor start = in.fork();
            int type = in.u8("class type");
            if (type == 0x74) {
                return delegateFile(start);
            }
            if (type == 0x1F && in.remaining() >= 17) {
                in.skip("sort index", 1);
                return ShellItem.folder(ShellItem.Type.ROOT_FOLDER, Guid.read(in, "shell folder"));
            }
            return switch (type & 0x70) {
                case 0x20 -> volume(in, type);
                case 0x30 -> file(start, type);
                case 0x40 -> network(in);
                case 0x50 -> ShellItem.named(ShellItem.Type.COMPRESSED_FOLDER, StoredText.EMPTY);
                case 0x60 -> uri(in);
                case 0x70 -> controlPanel(start);
                default -> ShellItem.named(ShellItem.Type.UNKNOWN, StoredText.EMPTY);
            };
        } catch (MalformedException e) {
            damage.add(e.damage());
            return ShellItem.named(ShellItem.Type.UNKNOWN, StoredText.EMPTY);
        }
    }

    private static ShellItem volume(Cursor in, int type) {
        if ((type & 1) != 0) {
            return ShellItem.named(ShellItem.Type.VOLUME, StoredText.ansiUntilNul(in, "volume name"));
        }
        in.skip("volume flags", 1);
        return ShellItem.folder(ShellItem.Type.ROOT_FOLDER, Guid.read(in, "shell folder"));
    }

    private static ShellItem network(Cursor in) {
        in.skip("network flags", NETWORK_NAME_AT - 3);
        return ShellItem.named(ShellItem.Type.NETWORK, StoredText.ansiUntilNul(in, "network location"));
    }

    private static ShellItem uri(Cursor in) {
        boolean unicode = (in.u8("URI flags") & 0x80) != 0;
        int data = in.u16("URI data size");
        in.skip("URI data", data);
        if (in.fork().u16("padding") == 0) {
            in.skip("padding", 2);
        }
        StoredText address = unicode ? StoredText.unicodeUntilNul(in, "URI") : StoredText.ansiUntilNul(in, "URI");
        return ShellItem.named(ShellItem.Type.URI, address);
    }

    private static ShellItem controlPanel(Cursor start) {
        if (start.remaining() < CONTROL_PANEL_GUID_AT - 2 + 16) {
            return ShellItem.named(ShellItem.Type.CONTROL_PANEL, StoredText.EMPTY);
        }
        start.skip("control panel item", CONTROL_PANEL_GUID_AT - 2);
        return ShellItem.folder(ShellItem.Type.CONTROL_PANEL, Guid.read(start, "control panel item"));
    }

    /// A file item within an item of the user's files folder (`CFSF`).
    private static ShellItem delegateFile(Cursor start) {
        Cursor in = start.fork();
        in.skip("delegate header", 4);
        if (in.u32("delegate signature") != 0x4653_4643L) { // CFSF
            return ShellItem.named(ShellItem.Type.USERS_FILES, StoredText.EMPTY);
        }
        int size = in.u16("inner item size");
        Cursor inner = in.fork();
        int type = inner.fork().u8("class type");
        ShellItem plain = fileFields(in.window("inner item", size), type, (type & 4) != 0);
        return extended(start, plain);
    }

    private static ShellItem file(Cursor start, int type) {
        Cursor item = start.fork();
        ShellItem plain = fileFields(start, type, (type & 4) != 0);
        return extended(item, plain);
    }

    private static ShellItem fileFields(Cursor in, int type, boolean unicode) {
        in.skip("class type", 2);
        long size = in.u32("file size");
        long modified = in.u32("modification time");
        int attributes = in.u16("file attributes");
        StoredText name =
                unicode ? StoredText.unicodeUntilNul(in, "primary name") : StoredText.ansiUntilNul(in, "primary name");
        ShellItem.Type kind = (type & 1) != 0 ? ShellItem.Type.FOLDER : ShellItem.Type.FILE;
        return new ShellItem(
                kind,
                name,
                StoredText.EMPTY,
                Optional.empty(),
                size,
                attributes,
                modified,
                0,
                0,
                OptionalLong.empty(),
                0);
    }

    /// Adds what the extension block of files tells, if the item has one. Its place stands in the last two
    /// bytes of the item, counted from the item's size field.
    private static ShellItem extended(Cursor item, ShellItem plain) {
        int length = item.remaining();
        if (length < FIXED_FILE_FIELDS + 2) {
            return plain;
        }
        Cursor last = item.fork();
        last.skip("shell item", length - 2L);
        int at = last.u16("extension offset") - 2;
        if (at < FIXED_FILE_FIELDS || at > length - 8) {
            return plain; // before Windows XP there were none
        }
        Cursor blocks = item.fork();
        blocks.skip("shell item", at);
        while (blocks.remaining() >= 8) {
            int size = blocks.fork().u16("extension size");
            if (size < 8 || size > blocks.remaining()) {
                return plain;
            }
            Cursor block = blocks.window("extension block", size);
            block.skip("extension size", 2);
            int version = block.u16("extension version");
            if (block.u32("extension signature") == FILE_EXTENSION) {
                return fileExtension(block, version, plain);
            }
        }
        return plain;
    }

    private static ShellItem fileExtension(Cursor in, int version, ShellItem plain) {
        long created = in.u32("creation time");
        long accessed = in.u32("access time");
        in.skip("system version", 2);
        OptionalLong entry = OptionalLong.empty();
        int sequence = 0;
        if (version >= 7) {
            in.skip("extension flags", 2);
            long reference = in.i64("file reference");
            sequence = (int) (reference >>> 48);
            entry = reference == 0 ? OptionalLong.empty() : OptionalLong.of(reference & 0xFFFF_FFFF_FFFFL);
            in.skip("extension flags", 8);
        }
        StoredText longName = StoredText.EMPTY;
        if (version >= 3) {
            in.skip("long name size", 2);
            in.skip("extension flags", version >= 9 ? 8 : version >= 8 ? 4 : 0);
            longName = StoredText.unicodeUntilNul(in, "long name");
        }
        return new ShellItem(
                plain.type(),
                plain.name(),
                longName,
                plain.guid(),
                plain.size(),
                plain.attributes(),
                plain.modified(),
                created,
                accessed,
                entry,
                sequence);
    }
}
