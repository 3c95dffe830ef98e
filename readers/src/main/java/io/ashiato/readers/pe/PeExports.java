package io.ashiato.readers.pe;

import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.pe.PeHeaders.Directory;
import io.ashiato.readers.pe.PeHeaders.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a library offers to others.
///
/// @param library the name that it gives itself, empty if none
/// @param functions by ordinal
record PeExports(String library, List<Exported> functions) {
    private static final PeExports NONE = new PeExports("", List.of());

    /// Ordinals are 16-bit numbers.
    private static final int MAX_FUNCTIONS = 65_536;

    PeExports {
        functions = List.copyOf(functions);
    }

    /// @param name empty where only the ordinal is exported
    /// @param address relative to the image base
    /// @param forwarded whether the address is that of a text which names another library's function
    record Exported(String name, long ordinal, long address, boolean forwarded) {}

    static PeExports read(PeFile file, List<Damage> damage) {
        var directory = file.headers().directory(Table.EXPORT);
        if (directory.isEmpty()) {
            return NONE;
        }
        try {
            return read(file, directory.get(), damage);
        } catch (MalformedException e) {
            damage.add(e.damage());
            return NONE;
        }
    }

    private static PeExports read(PeFile file, Directory directory, List<Damage> damage) {
        var cursor = file.at("export table", directory.address());
        cursor.skip("export flags", 12);
        long nameAddress = cursor.u32("export Name");
        long firstOrdinal = cursor.u32("export OrdinalBase");
        long count = cursor.u32("NumberOfFunctions");
        long nameCount = cursor.u32("NumberOfNames");
        long addresses = cursor.u32("AddressOfFunctions");
        long names = cursor.u32("AddressOfNames");
        long ordinals = cursor.u32("AddressOfNameOrdinals");
        if (Math.max(count, nameCount) > MAX_FUNCTIONS) {
            throw new MalformedException(
                    new Damage.OverLimit("NumberOfFunctions", cursor.offset() - 20, MAX_FUNCTIONS));
        }
        var library = nameAddress == 0 ? "" : file.name(file.at("export Name", nameAddress), "export Name");
        var functions = new ArrayList<Exported>();
        try {
            var byIndex = names(file, nameCount, names, ordinals);
            var entries = file.at("AddressOfFunctions", addresses);
            for (int i = 0; i < count; i++) {
                long address = entries.u32("export address");
                if (address != 0) {
                    boolean forwarded =
                            address >= directory.address() && address < directory.address() + directory.size();
                    functions.add(new Exported(byIndex.getOrDefault(i, ""), firstOrdinal + i, address, forwarded));
                }
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return new PeExports(library, functions);
    }

    private static Map<Integer, String> names(PeFile file, long count, long names, long ordinals) {
        var byIndex = new HashMap<Integer, String>();
        if (count == 0) {
            return byIndex;
        }
        var pointers = file.at("AddressOfNames", names);
        var indexes = file.at("AddressOfNameOrdinals", ordinals);
        for (int i = 0; i < count; i++) {
            var text = file.at("export name", pointers.u32("export name"));
            byIndex.putIfAbsent(indexes.u16("export ordinal"), file.name(text, "export name"));
        }
        return byIndex;
    }
}
