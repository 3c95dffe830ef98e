package io.ashiato.readers.pe;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.pe.PeHeaders.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a program takes from libraries, when it is loaded or later (delay-loaded).
///
/// @param loaded in the order of the import table
/// @param delayed in the order of the delay import table
record PeImports(List<Library> loaded, List<Library> delayed) {
    /// Libraries of one table; large programs have under 100.
    private static final int MAX_LIBRARIES = 1_000;
    /// Functions of one program; large programs have under 10,000.
    private static final int MAX_FUNCTIONS = 50_000;

    PeImports {
        loaded = List.copyOf(loaded);
        delayed = List.copyOf(delayed);
    }

    /// @param name as stored
    record Library(String name, List<Imported> functions) {
        Library {
            functions = List.copyOf(functions);
        }

        /// In lower case, without the extension that libraries usually have.
        String shortName() {
            String lower = name.toLowerCase(Locale.ROOT);
            int dot = lower.lastIndexOf('.');
            return dot > 0 && List.of("dll", "ocx", "sys").contains(lower.substring(dot + 1))
                    ? lower.substring(0, dot)
                    : lower;
        }
    }

    /// @param name as stored; of an ordinal, as [Ordinals] names it
    /// @param slot where the loader writes the function's address, relative to the image base
    record Imported(String name, boolean byOrdinal, long slot) {}

    static PeImports read(PeFile file, List<Damage> damage) {
        var walker = new Walker(file, damage);
        var loaded = walker.table(Table.IMPORT, "import");
        return new PeImports(loaded, walker.table(Table.DELAY_IMPORT, "delay import"));
    }

    private static final class Walker {
        private final PeFile file;
        private final List<Damage> damage;
        private int functionsLeft = MAX_FUNCTIONS;

        Walker(PeFile file, List<Damage> damage) {
            this.file = file;
            this.damage = damage;
        }

        List<Library> table(Table table, String field) {
            var directory = file.headers().directory(table);
            var libraries = new ArrayList<Library>();
            if (directory.isEmpty()) {
                return libraries;
            }
            try {
                var cursor = file.at(field + " table", directory.get().address());
                while (libraries.size() < MAX_LIBRARIES) {
                    var library = table == Table.IMPORT ? loaded(cursor) : delayed(cursor);
                    if (library.isEmpty()) {
                        return libraries;
                    }
                    libraries.add(library.get());
                }
                damage.add(new Damage.OverLimit(field + " libraries", cursor.offset(), MAX_LIBRARIES));
            } catch (MalformedException e) {
                damage.add(e.damage());
            }
            return libraries;
        }

        /// Empty at the end of the table.
        private Optional<Library> loaded(Cursor cursor) {
            long names = cursor.u32("OriginalFirstThunk");
            long timestamp = cursor.u32("import TimeDateStamp");
            long forwarders = cursor.u32("ForwarderChain");
            long name = cursor.u32("import Name");
            long slots = cursor.u32("FirstThunk");
            if ((names | timestamp | forwarders | name | slots) == 0) {
                return Optional.empty();
            }
            return Optional.of(library(name, names == 0 ? slots : names, slots));
        }

        private Optional<Library> delayed(Cursor cursor) {
            long attributes = cursor.u32("delay import Attributes");
            long name = cursor.u32("delay import Name");
            cursor.skip("delay import ModuleHandle", 4);
            long slots = cursor.u32("delay import address table");
            long names = cursor.u32("delay import name table");
            cursor.skip("delay import bound table", 12);
            if (name == 0) {
                return Optional.empty();
            }
            // Linkers before 2002 wrote addresses here, not what is relative to the base.
            long base = (attributes & 1) == 0 ? file.headers().imageBase() : 0;
            return Optional.of(library(name - base, names - base, slots - base));
        }

        private Library library(long nameAddress, long names, long slots) {
            String name = file.name(file.at("library name", nameAddress), "library name");
            var functions = new ArrayList<Imported>();
            try {
                functions(name.toLowerCase(Locale.ROOT), names, slots, functions);
            } catch (MalformedException e) {
                damage.add(e.damage());
            }
            return new Library(name, functions);
        }

        private void functions(String library, long names, long slots, List<Imported> functions) {
            int width = file.headers().wide() ? 8 : 4;
            var cursor = file.at("import names", names);
            for (long slot = slots; ; slot += width) {
                long entry = width == 8 ? cursor.i64("import entry") : cursor.i32("import entry");
                if (entry == 0) {
                    return;
                }
                if (functionsLeft-- <= 0) {
                    throw new MalformedException(
                            new Damage.OverLimit("imported functions", cursor.offset(), MAX_FUNCTIONS));
                }
                functions.add(imported(library, entry, slot));
            }
        }

        private Imported imported(String library, long entry, long slot) {
            if (entry < 0) { // the highest bit, in 32 bits as in 64
                return new Imported(Ordinals.name(library, (int) (entry & 0xFFFF)), true, slot);
            }
            var hint = file.at("import hint", entry & 0x7FFF_FFFFL);
            hint.skip("import hint", 2);
            return new Imported(file.name(hint, "import name"), false, slot);
        }
    }
}
