package io.ashiato.readers.elf;

import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.elf.ElfFile.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// What the loader is told: libraries, and the addresses of its tables.
final class ElfDynamic {
    /// Entries read; a library has a few dozen, most of them the libraries that it needs.
    private static final int MAX_ENTRIES = 4_096;

    private static final int NEEDED = 1;
    private static final int GLOBAL_OFFSETS = 3;
    private static final int STRINGS = 5;
    private static final int SYMBOLS = 6;
    private static final int RELA = 7;
    private static final int RELA_SIZE = 8;
    private static final int OWN_NAME = 14;
    private static final int RUN_PATH_OLD = 15;
    private static final int REL = 17;
    private static final int REL_SIZE = 18;
    private static final int PLT_RELOCATIONS_SIZE = 2;
    private static final int PLT_RELOCATIONS_KIND = 20;
    private static final int PLT_RELOCATIONS = 23;
    private static final int RUN_PATH = 29;

    private final ElfFile file;
    private final List<long[]> entries = new ArrayList<>();

    private ElfDynamic(ElfFile file) {
        this.file = file;
    }

    /// A table of relocations.
    ///
    /// @param addend whether its entries have one
    record Relocations(long address, long size, boolean addend) {}

    static ElfDynamic read(ElfFile file, List<Damage> damage) {
        var dynamic = new ElfDynamic(file);
        var segment = file.segment(Segment.DYNAMIC);
        if (segment.isEmpty()) {
            return dynamic;
        }
        try {
            var cursor = file.atOffset("dynamic segment", segment.get().offset());
            for (int i = 0; i < MAX_ENTRIES; i++) {
                long tag = file.word(cursor, "d_tag");
                long value = file.word(cursor, "d_val");
                if (tag == 0) {
                    return dynamic;
                }
                dynamic.entries.add(new long[] {tag, value});
            }
            damage.add(new Damage.OverLimit("dynamic segment", cursor.offset(), MAX_ENTRIES));
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return dynamic;
    }

    /// Whether there is anything for the loader to do.
    boolean isPresent() {
        return !entries.isEmpty();
    }

    /// The libraries that it asks for, in order.
    List<String> needed(List<Damage> damage) {
        return texts(NEEDED, damage);
    }

    /// The name that a library gives itself; at most one.
    List<String> ownName(List<Damage> damage) {
        return texts(OWN_NAME, damage);
    }

    /// Where it looks for libraries before the system does.
    List<String> runPath(List<Damage> damage) {
        var paths = texts(RUN_PATH, damage);
        return paths.isEmpty() ? texts(RUN_PATH_OLD, damage) : paths;
    }

    long strings() {
        return value(STRINGS);
    }

    long symbols() {
        return value(SYMBOLS);
    }

    long globalOffsets() {
        return value(GLOBAL_OFFSETS);
    }

    /// Names by their place in the table of strings.
    LongFunction<String> names() {
        return offset -> file.name(file.at("dynamic string", strings() + offset), "dynamic string");
    }

    List<Relocations> relocations() {
        return List.of(
                new Relocations(value(RELA), value(RELA_SIZE), true),
                new Relocations(value(REL), value(REL_SIZE), false),
                new Relocations(
                        value(PLT_RELOCATIONS), value(PLT_RELOCATIONS_SIZE), value(PLT_RELOCATIONS_KIND) == RELA));
    }

    private List<String> texts(int tag, List<Damage> damage) {
        var texts = new ArrayList<String>();
        try {
            for (long[] entry : entries) {
                if (entry[0] == tag) {
                    texts.add(names().apply(entry[1]));
                }
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return texts;
    }

    /// 0 where it is not told.
    private long value(int tag) {
        for (long[] entry : entries) {
            if (entry[0] == tag) {
                return entry[1];
            }
        }
        return 0;
    }
}
