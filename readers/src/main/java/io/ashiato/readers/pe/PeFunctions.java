package io.ashiato.readers.pe;

import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.EhFrame;
import io.ashiato.readers.FunctionList;
import io.ashiato.readers.ProgramImage.Function;
import io.ashiato.readers.ProgramImage.Section;
import io.ashiato.readers.pe.PeHeaders.Table;
import java.util.ArrayList;
import java.util.List;

/// Where a PE file itself says that functions begin: symbols, exports, TLS callbacks, unwind tables of both kinds.
final class PeFunctions {
    /// Entries of the exception table; the largest browsers have under 600,000.
    private static final int MAX_UNWIND_ENTRIES = 1_000_000;

    private static final int UNWIND_ENTRY_SIZE = 12;
    private static final int CHAINED = 4;

    /// Callbacks read; a program with more than a few is crafted.
    private static final int MAX_CALLBACKS = 64;

    private final PeFile file;
    private final List<Damage> damage;
    private final long base;

    private PeFunctions(PeFile file, List<Damage> damage) {
        this.file = file;
        this.damage = damage;
        this.base = file.headers().imageBase();
    }

    /// By virtual address.
    static List<Function> of(PeFile file, PeExports exports, List<Section> sections, List<Damage> damage) {
        var reader = new PeFunctions(file, damage);
        var functions = new FunctionList();
        functions.addAll(CoffSymbols.functions(file, damage));
        for (var export : exports.functions()) {
            if (!export.forwarded()) {
                functions.add(new Function(reader.base + export.address(), 0, export.name()));
            }
        }
        tlsCallbacks(file, damage).forEach(address -> functions.add(new Function(address, 0, "")));
        functions.addAll(reader.unwindTable());
        functions.addAll(reader.callFrames());
        return functions.within(sections);
    }

    /// Virtual addresses of code that runs before the entry point.
    static List<Long> tlsCallbacks(PeFile file, List<Damage> damage) {
        var callbacks = new ArrayList<Long>();
        var directory = file.headers().directory(Table.TLS);
        if (directory.isEmpty()) {
            return callbacks;
        }
        boolean wide = file.headers().wide();
        try {
            var cursor = file.at("TLS directory", directory.get().address());
            cursor.skip("TLS data", wide ? 24 : 12);
            long list = wide ? cursor.i64("AddressOfCallBacks") : cursor.u32("AddressOfCallBacks");
            if (list == 0) {
                return callbacks;
            }
            var entries = file.at("TLS callbacks", list - file.headers().imageBase());
            for (int i = 0; i < MAX_CALLBACKS; i++) {
                long callback = wide ? entries.i64("TLS callback") : entries.u32("TLS callback");
                if (callback == 0) {
                    return callbacks;
                }
                callbacks.add(callback);
            }
            damage.add(new Damage.OverLimit("TLS callbacks", entries.offset(), MAX_CALLBACKS));
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return callbacks;
    }

    /// The exception table of x64. Parts that a function was split into are chained to its first entry.
    private List<Function> unwindTable() {
        var functions = new ArrayList<Function>();
        var directory = file.headers().directory(Table.EXCEPTION);
        if (directory.isEmpty() || file.headers().machine() != PeHeaders.X64) {
            return functions;
        }
        try {
            var cursor = file.at("exception table", directory.get().address());
            long count = directory.get().size() / UNWIND_ENTRY_SIZE;
            if (count > MAX_UNWIND_ENTRIES) {
                damage.add(new Damage.OverLimit("exception table", cursor.offset(), MAX_UNWIND_ENTRIES));
            }
            for (int i = 0; i < Math.min(count, MAX_UNWIND_ENTRIES); i++) {
                long begin = cursor.u32("function begin");
                long end = cursor.u32("function end");
                long unwind = cursor.u32("unwind info");
                if (begin != 0 && end > begin && !isContinued(unwind)) {
                    functions.add(new Function(base + begin, end - begin, ""));
                }
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return functions;
    }

    /// Source: Microsoft, *x64 exception handling*, "struct UNWIND_INFO".
    private boolean isContinued(long unwind) {
        if ((unwind & 1) != 0) {
            return true; // points to another entry of the table
        }
        var offset = file.fileOffset(unwind);
        return offset.isPresent() && (file.data()[(int) (long) offset.get()] >> 3 & CHAINED) != 0;
    }

    /// GCC's own unwind tables, all that 32-bit programs have. Stripping cuts the section's name to eight characters.
    private List<Function> callFrames() {
        for (var section : file.sections()) {
            if (section.longName().startsWith(".eh_fram")) {
                byte[] bytes = PeImage.bytes(file, section);
                return EhFrame.functions(
                        bytes, base + section.address(), file.headers().wide() ? 8 : 4, damage);
            }
        }
        return List.of();
    }
}
