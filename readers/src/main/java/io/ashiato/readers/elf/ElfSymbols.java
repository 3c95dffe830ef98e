package io.ashiato.readers.elf;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.elf.ElfFile.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// The symbol tables: the one for the loader and the one for debuggers.
final class ElfSymbols {
    /// Symbols read of one table.
    private static final int MAX_SYMBOLS = 1_000_000;

    private static final int FUNCTION = 2;
    private static final int INDIRECT_FUNCTION = 10;

    private ElfSymbols() {}

    /// @param address 0 for what another library defines
    /// @param defined whether this file has it
    record Symbol(String name, long address, long size, int type, boolean defined) {
        boolean isFunction() {
            return type == FUNCTION || type == INDIRECT_FUNCTION;
        }
    }

    /// The symbols of the loader, in their order, as relocations count them.
    static List<Symbol> dynamic(ElfFile file, ElfDynamic dynamic, List<Damage> damage) {
        for (var section : file.sections()) {
            if (section.type() == Section.DYNAMIC_SYMBOLS) {
                return ofSection(file, section, damage);
            }
        }
        if (dynamic.symbols() == 0) {
            return List.of();
        }
        // Without sections nothing states the count. The names nearly always follow the symbols.
        long size = dynamic.strings() - dynamic.symbols();
        return read(file, () -> file.at("dynamic symbols", dynamic.symbols()), size, dynamic.names(), damage);
    }

    /// The symbols for debuggers; none where the program is stripped.
    static List<Symbol> debug(ElfFile file, List<Damage> damage) {
        for (var section : file.sections()) {
            if (section.type() == Section.SYMBOLS) {
                return ofSection(file, section, damage);
            }
        }
        return List.of();
    }

    private static List<Symbol> ofSection(ElfFile file, Section section, List<Damage> damage) {
        int link = section.link();
        if (link < 0 || link >= file.sections().size()) {
            damage.add(new Damage.OutOfRange(
                    "sh_link", section.offset(), link, 0, file.sections().size()));
            return List.of();
        }
        long strings = file.sections().get(link).offset();
        return read(
                file,
                () -> file.atOffset("symbol table", section.offset()),
                section.held(),
                offset -> file.name(file.atOffset("symbol name", strings + offset), "symbol name"),
                damage);
    }

    private static List<Symbol> read(
            ElfFile file, Supplier<Cursor> place, long size, LongFunction<String> names, List<Damage> damage) {
        var symbols = new ArrayList<Symbol>();
        try {
            var cursor = place.get();
            long count = size / (file.wide() ? 24 : 16);
            if (count > MAX_SYMBOLS) {
                damage.add(new Damage.OverLimit("symbols", cursor.offset(), MAX_SYMBOLS));
            }
            for (int i = 0; i < Math.min(count, MAX_SYMBOLS); i++) {
                symbols.add(symbol(file, cursor, names));
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return symbols;
    }

    private static Symbol symbol(ElfFile file, Cursor cursor, LongFunction<String> names) {
        String name = names.apply(cursor.u32("st_name"));
        long address = 0;
        long size = 0;
        if (!file.wide()) {
            address = cursor.u32("st_value");
            size = cursor.u32("st_size");
        }
        int type = cursor.u8("st_info") & 0xF;
        cursor.skip("st_other", 1);
        int section = cursor.u16("st_shndx");
        if (file.wide()) {
            address = cursor.i64("st_value");
            size = cursor.i64("st_size");
        }
        return new Symbol(name, address, Math.max(size, 0), type, section != 0);
    }
}
