package io.ashiato.readers.pe;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.ProgramImage.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The symbol table that GNU and Go linkers leave in programs unless they are stripped.
/// Source: Microsoft, *PE Format*, "COFF Symbol Table".
final class CoffSymbols {
    /// Symbols read of one program.
    private static final int MAX_SYMBOLS = 1_000_000;

    private static final int SYMBOL_SIZE = 18;
    private static final int EXTERNAL = 2;
    private static final int STATIC = 3;
    private static final int FUNCTION_TYPE = 0x20;

    private CoffSymbols() {}

    /// Functions by virtual address, in the order of the table.
    static List<Function> functions(PeFile file, List<Damage> damage) {
        var functions = new ArrayList<Function>();
        var headers = file.headers();
        if (headers.symbolTable() == 0) {
            return functions;
        }
        if (headers.symbolCount() > MAX_SYMBOLS) {
            damage.add(new Damage.OverLimit("NumberOfSymbols", headers.offset() + 12, MAX_SYMBOLS));
        }
        long strings = headers.symbolTable() + headers.symbolCount() * SYMBOL_SIZE;
        try {
            var cursor = file.atOffset("symbol table", headers.symbolTable());
            int auxiliary = 0;
            for (int i = 0; i < Math.min(headers.symbolCount(), MAX_SYMBOLS); i++) {
                var symbol = cursor.window("symbol", SYMBOL_SIZE);
                if (auxiliary > 0) {
                    auxiliary--;
                    continue;
                }
                auxiliary = read(file, symbol, strings, functions);
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return functions;
    }

    /// @return how many of the next entries belong to this one
    private static int read(PeFile file, Cursor symbol, long strings, List<Function> functions) {
        var name = symbol.fork();
        symbol.skip("symbol name", 8);
        long value = symbol.u32("symbol value");
        int section = (short) symbol.u16("symbol section");
        int type = symbol.u16("symbol type");
        int storage = symbol.u8("symbol storage class");
        int auxiliary = symbol.u8("auxiliary symbols");
        boolean inSection = section > 0 && section <= file.sections().size();
        if (inSection && type == FUNCTION_TYPE && (storage == EXTERNAL || storage == STATIC)) {
            long address = file.headers().imageBase()
                    + file.sections().get(section - 1).address()
                    + value;
            name(file, name, strings).ifPresent(text -> functions.add(new Function(address, 0, text)));
        }
        return auxiliary;
    }

    private static Optional<String> name(PeFile file, Cursor name, long strings) {
        var reference = name.fork();
        if (reference.u32("symbol name") != 0) {
            String padded = name.latin1("symbol name", 8);
            int end = padded.indexOf(0);
            return Optional.of(end < 0 ? padded : padded.substring(0, end));
        }
        long offset = strings + reference.u32("symbol name offset");
        if (offset >= file.data().length) {
            return Optional.empty();
        }
        return Optional.of(file.name(file.atOffset("symbol name", offset), "symbol name"));
    }
}
