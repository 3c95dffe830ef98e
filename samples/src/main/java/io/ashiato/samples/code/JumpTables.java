package io.ashiato.samples.code;

import io.ashiato.samples.x86.Instruction;
import io.ashiato.samples.x86.Memory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// The tables of one function's switches: which addresses it names that could be tables, and where they lead.
///
/// Three forms are known: absolute addresses (`jmp [eax*4+table]`), offsets relative to the table (gcc, clang), and
/// offsets relative to another address that the function loads (Microsoft: the image's base).
final class JumpTables {
    /// Entries of one table. Generated parsers have a few hundred.
    private static final int MAX_ENTRIES = 4096;

    /// Places that one function may name as tables; each is tried at each indirect jump.
    private static final int MAX_NAMED = 256;

    private final CodeSpace space;
    private final Set<Long> loaded = new LinkedHashSet<>();
    private final Set<Long> indexed = new LinkedHashSet<>();

    JumpTables(CodeSpace space) {
        this.space = space;
    }

    /// Remembers what an instruction names.
    void see(Instruction instruction) {
        Memory memory = instruction.memoryOperand();
        if (memory == null || loaded.size() + indexed.size() >= MAX_NAMED) {
            return;
        }
        if (memory.index() != Memory.NONE && memory.scale() >= 4) {
            if (memory.displacement() > 0xFFF) {
                indexed.add(memory.displacement());
            }
            return;
        }
        if (memory.base() == Memory.RIP) {
            OptionalLong address = instruction.fixedAddress();
            if (address.isPresent() && space.contains(address.getAsLong())) {
                loaded.add(address.getAsLong());
            }
        }
    }

    /// Where an indirect jump may lead, judged by the tables named so far.
    ///
    /// @param low least address that belongs to the function
    /// @param high address behind the last one that can belong to it
    List<Long> targets(long low, long high) {
        var targets = new ArrayList<Long>();
        for (long table : indexed) {
            if (space.contains(table)) {
                readAbsolute(table, low, high, targets);
            }
        }
        for (long base : loaded) {
            readRelative(base, base, low, high, targets);
            for (long displacement : indexed) {
                if (!space.contains(displacement)) {
                    readRelative(base + displacement, base, low, high, targets);
                }
            }
        }
        return targets;
    }

    private void readAbsolute(long table, long low, long high, List<Long> targets) {
        int step = space.wide() ? 8 : 4;
        for (int i = 0; i < MAX_ENTRIES; i++) {
            var entry = space.pointer(table + (long) i * step);
            if (entry.isEmpty() || entry.get() < low || entry.get() >= high) {
                return;
            }
            targets.add(entry.get());
        }
    }

    private void readRelative(long table, long base, long low, long high, List<Long> targets) {
        for (int i = 0; i < MAX_ENTRIES; i++) {
            var entry = space.int32(table + 4L * i);
            if (entry.isEmpty() || i > 0 && loaded.contains(table + 4L * i)) {
                return;
            }
            long target = base + entry.get();
            if (target < low || target >= high) {
                return;
            }
            targets.add(target);
        }
    }
}
