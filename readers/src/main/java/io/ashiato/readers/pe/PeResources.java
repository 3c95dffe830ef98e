package io.ashiato.readers.pe;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.pe.PeHeaders.Table;
import java.util.ArrayList;
import java.util.List;

/// The tree of resources: type, name, language, data.
///
/// @param items in the order of the tree
record PeResources(List<Item> items) {
    static final int VERSION_INFO = 16;

    /// Resources of one program; an installer has some thousand.
    private static final int MAX_ITEMS = 10_000;

    /// The format has three levels; a crafted tree can point into itself.
    private static final int LEVELS = 3;

    PeResources {
        items = List.copyOf(items);
    }

    /// @param type number of the kind of resource, -1 where it is a name
    /// @param language Windows' language identifier
    /// @param address relative to the image base
    record Item(int type, int language, long address, long size) {}

    static PeResources read(PeFile file, List<Damage> damage) {
        var directory = file.headers().directory(Table.RESOURCE);
        var items = new ArrayList<Item>();
        if (directory.isPresent()) {
            var walker = new Walker(file, directory.get().address(), items);
            try {
                walker.directory(0, 0, -1);
            } catch (MalformedException e) {
                damage.add(e.damage());
            }
        }
        return new PeResources(items);
    }

    private static final class Walker {
        private final PeFile file;
        private final long root;
        private final List<Item> items;
        private int entriesLeft = MAX_ITEMS * LEVELS;

        Walker(PeFile file, long root, List<Item> items) {
            this.file = file;
            this.root = root;
            this.items = items;
        }

        void directory(long offset, int level, int type) {
            var cursor = file.at("resource directory", root + offset);
            cursor.skip("resource directory", 12);
            int count = cursor.u16("NumberOfNamedEntries") + cursor.u16("NumberOfIdEntries");
            for (int i = 0; i < count; i++) {
                if (entriesLeft-- == 0) {
                    throw new MalformedException(new Damage.OverLimit("resources", cursor.offset(), MAX_ITEMS));
                }
                entry(cursor, level, type);
            }
        }

        private void entry(Cursor cursor, int level, int type) {
            int id = cursor.i32("resource id");
            int target = cursor.i32("resource offset");
            int number = id < 0 ? -1 : id;
            int ownType = level == 0 ? number : type;
            if (target < 0 && level + 1 < LEVELS) {
                directory(target & 0x7FFF_FFFF, level + 1, ownType);
            } else if (target >= 0) {
                var data = file.at("resource data", root + target);
                items.add(new Item(
                        ownType,
                        level == LEVELS - 1 ? number & 0xFFFF : 0,
                        data.u32("resource address"),
                        data.u32("resource size")));
            }
        }
    }
}
