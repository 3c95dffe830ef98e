package io.ashiato.readers.elf;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.ProgramImage.Import;
import io.ashiato.readers.ProgramImage.Section;
import io.ashiato.readers.elf.ElfSymbols.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where a program calls what other libraries define: through a slot that the loader fills, or through a stub in the
/// procedure linkage table that jumps to what the slot names.
final class ElfImports {
    /// Relocations read of one program.
    private static final int MAX_RELOCATIONS = 1_000_000;

    private static final int JUMP_SLOT = 7; // the numbers of x86 and x64 are the same
    private static final int GLOBAL_DATA = 6;

    private final ElfFile file;
    private final List<Symbol> symbols;
    private final Map<Long, String> slots = new HashMap<>();

    private ElfImports(ElfFile file, List<Symbol> symbols) {
        this.file = file;
        this.symbols = symbols;
    }

    /// One for each slot and for each stub, so that either way of calling is recognised; one with address 0 where
    /// neither is found.
    static List<Import> of(
            ElfFile file, ElfDynamic dynamic, List<Symbol> symbols, List<Section> sections, List<Damage> damage) {
        var imports = new ElfImports(file, symbols);
        for (var table : dynamic.relocations()) {
            imports.readSlots(table, damage);
        }
        var all = new ArrayList<Import>();
        var withSlot = Set.copyOf(imports.slots.values());
        for (var symbol : symbols) {
            if (symbol.isFunction() && !symbol.defined() && !withSlot.contains(symbol.name())) {
                all.add(new Import(importName(symbol.name()), 0));
            }
        }
        imports.slots.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(slot -> all.add(new Import(importName(slot.getValue()), slot.getKey())));
        for (var section : sections) {
            if (section.executable()
                    && (section.name().startsWith(".plt") || section.name().isEmpty())) {
                imports.findStubs(section, dynamic.globalOffsets(), all);
            }
        }
        return all;
    }

    private static String importName(String symbol) {
        return "!" + symbol.toLowerCase(Locale.ROOT);
    }

    private void readSlots(ElfDynamic.Relocations table, List<Damage> damage) {
        boolean known = file.machine() == ElfFile.X86 || file.machine() == ElfFile.X64;
        if (!known || table.address() == 0) {
            return;
        }
        int words = table.addend() ? 3 : 2;
        long count = table.size() / (words * (file.wide() ? 8L : 4L));
        try {
            var cursor = file.at("relocations", table.address());
            if (count > MAX_RELOCATIONS) {
                damage.add(new Damage.OverLimit("relocations", cursor.offset(), MAX_RELOCATIONS));
            }
            for (int i = 0; i < Math.min(count, MAX_RELOCATIONS); i++) {
                readSlot(cursor, table.addend());
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
    }

    private void readSlot(Cursor cursor, boolean addend) {
        long place = file.word(cursor, "r_offset");
        long info = file.word(cursor, "r_info");
        if (addend) {
            file.word(cursor, "r_addend");
        }
        long type = file.wide() ? info & 0xFFFF_FFFFL : info & 0xFF;
        long symbol = file.wide() ? info >>> 32 : info >>> 8;
        if ((type == JUMP_SLOT || type == GLOBAL_DATA) && symbol > 0 && symbol < symbols.size()) {
            var target = symbols.get((int) symbol);
            if (!target.defined() && target.isFunction()) {
                slots.put(place, target.name());
            }
        }
    }

    /// Finds `jmp [slot]`, the heart of each stub; guards in front of it belong to the stub.
    private void findStubs(Section section, long globalOffsets, List<Import> all) {
        byte[] code = section.bytes();
        for (int i = 0; i + 6 <= code.length; i++) {
            int modRm = code[i + 1] & 0xFF;
            if ((code[i] & 0xFF) != 0xFF || (modRm != 0x25 && modRm != 0xA3)) {
                continue;
            }
            var cursor = Cursor.over(code, section.address());
            cursor.skip("stub", i + 2L);
            int displacement = cursor.i32("stub");
            long slot;
            if (modRm == 0xA3) {
                slot = globalOffsets + displacement;
            } else {
                slot = file.wide() ? section.address() + i + 6 + displacement : Integer.toUnsignedLong(displacement);
            }
            String name = slots.get(slot);
            if (name != null) {
                all.add(new Import(importName(name), section.address() + stubStart(code, i)));
            }
        }
    }

    private static int stubStart(byte[] code, int jump) {
        int start = jump;
        if (start >= 1 && (code[start - 1] & 0xFF) == 0xF2) { // bnd
            start--;
        }
        boolean guarded = start >= 4
                && (code[start - 4] & 0xFF) == 0xF3
                && code[start - 3] == 0x0F
                && code[start - 2] == 0x1E
                && ((code[start - 1] & 0xFF) == 0xFA || (code[start - 1] & 0xFF) == 0xFB);
        return guarded ? start - 4 : start; // endbr64, endbr32
    }
}
