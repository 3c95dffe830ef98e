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
/// Three forms are known: addresses (`jmp [eax*4+table]`), offsets relative to the table (gcc, clang), and offsets
/// relative to another address that the function loads (Microsoft: the image's base). Tables may lie in the code.
final class JumpTables {
    /// Entries of one table. Generated parsers have a few hundred.
    private static final int MAX_ENTRIES = 4096;

    /// Places that one function may name as tables; the largest in the corpora name 900, mostly texts.
    private static final int MAX_NAMED = 4096;

    /// Displacements that may be offsets of tables from a base; each is tried with each base.
    private static final int MAX_DISPLACEMENTS = 16;

    /// Entries from which on a row of offsets within code is taken for a table and not for instructions.
    private static final int SURE_ENTRIES = 3;

    private final CodeSpace space;
    private final long low;
    private final long high;
    private final Set<Long> loaded = new LinkedHashSet<>();
    private final Set<Long> indexed = new LinkedHashSet<>();
    private final Set<Long> displacements = new LinkedHashSet<>();
    private final Set<Long> read = new LinkedHashSet<>();

    /// @param low least address that belongs to the function
    /// @param high address behind the last one that can belong to it
    JumpTables(CodeSpace space, long low, long high) {
        this.space = space;
        this.low = low;
        this.high = high;
    }

    /// Remembers what an instruction names.
    void see(Instruction instruction) {
        Memory memory = instruction.memoryOperand();
        if (memory == null || loaded.size() + indexed.size() >= MAX_NAMED) {
            return;
        }
        if (memory.index() != Memory.NONE && memory.scale() >= 4) {
            if (space.contains(memory.displacement())) {
                indexed.add(memory.displacement());
            } else if (memory.displacement() > 0xFFF && displacements.size() < MAX_DISPLACEMENTS) {
                displacements.add(memory.displacement());
            }
        } else if (memory.base() == Memory.RIP) {
            OptionalLong address = instruction.fixedAddress();
            if (address.isPresent() && space.contains(address.getAsLong())) {
                loaded.add(address.getAsLong());
            }
        }
    }

    /// A table, and where its entries lead.
    record Table(long start, long end, List<Long> targets) {
        boolean sure() {
            return targets.size() >= SURE_ENTRIES;
        }
    }

    /// The tables among what was named since the last call.
    List<Table> take() {
        var tables = new ArrayList<Table>();
        for (long table : indexed) {
            if (read.add(table)) {
                addAbsolute(table, tables);
            }
        }
        for (long base : loaded) {
            if (read.add(base)) {
                addRelative(base, base, tables);
                addAbsolute(base, tables);
            }
            for (long displacement : displacements) {
                if (read.add(base + displacement)) {
                    addRelative(base + displacement, base, tables);
                }
            }
        }
        return tables;
    }

    private void addAbsolute(long table, List<Table> tables) {
        int step = space.wide() ? 8 : 4;
        var targets = new ArrayList<Long>();
        while (targets.size() < MAX_ENTRIES) {
            var entry = space.pointer(table + (long) targets.size() * step);
            if (entry.isEmpty() || entry.get() < low || entry.get() >= high) {
                break;
            }
            targets.add(entry.get());
        }
        if (!targets.isEmpty()) {
            tables.add(new Table(table, table + (long) targets.size() * step, targets));
        }
    }

    private void addRelative(long table, long base, List<Table> tables) {
        var targets = new ArrayList<Long>();
        while (targets.size() < MAX_ENTRIES) {
            long at = table + 4L * targets.size();
            var entry = space.int32(at);
            if (entry.isEmpty() || (at != table && loaded.contains(at))) {
                break;
            }
            long target = base + entry.get();
            if (target < low || target >= high) {
                break;
            }
            targets.add(target);
        }
        if (!targets.isEmpty()) {
            tables.add(new Table(table, table + 4L * targets.size(), targets));
        }
    }
}
