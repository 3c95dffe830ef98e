package io.ashiato.readers.pe;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A tool of Microsoft's by the number that it leaves in object files and so in Rich headers.
///
/// @param version of Visual C++ times 100: 600 is 6.0, 710 is 7.10; all tools since 2015 are 1400; 0 if unknown
record RichProduct(Tool tool, int version) {
    /// Objects from import libraries: how many functions are imported.
    static final int IMPORTED_FUNCTIONS = 1;

    private static final Map<Integer, RichProduct> KNOWN = known();

    /// What the tool makes.
    enum Tool {
        IMPORTED_FUNCTIONS,
        C,
        CPP,
        ASSEMBLER,
        LINKER,
        EXPORTS,
        IMPORT_LIBRARY,
        RESOURCES,
        OTHER;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static RichProduct of(int id) {
        return KNOWN.getOrDefault(id, new RichProduct(Tool.OTHER, 0));
    }

    /// A version as people write it: 710 is 7.10, 900 is 9.0.
    static String versionText(int version) {
        return version / 100 + "." + version % 100;
    }

    /// The names that Microsoft's own debug library (`msobj140`) gives the numbers.
    private static Map<Integer, RichProduct> known() {
        var known = new HashMap<Integer, RichProduct>();
        known.put(IMPORTED_FUNCTIONS, new RichProduct(Tool.IMPORTED_FUNCTIONS, 0));
        int[] versions = {500, 600, 700, 710, 800, 900, 1000, 1100, 1200, 1400};
        put(known, Tool.C, versions, 0x08, 0x0A, 0x1C, 0x5F, 0x6D, 0x83, 0xAA, 0xCE, 0xE0, 0x104);
        put(known, Tool.CPP, versions, 0, 0x0B, 0x1D, 0x60, 0x6E, 0x84, 0xAB, 0xCF, 0xE1, 0x105);
        put(known, Tool.ASSEMBLER, versions, 0, 0x0E, 0x40, 0x0F, 0x7D, 0x95, 0x9E, 0xCD, 0xDF, 0x103);
        put(known, Tool.LINKER, versions, 0x02, 0x04, 0x3D, 0x5A, 0x78, 0x91, 0x9D, 0xCC, 0xDE, 0x102);
        put(known, Tool.EXPORTS, versions, 0, 0, 0x3F, 0x5C, 0x7A, 0x92, 0x9B, 0xCA, 0xDC, 0x100);
        put(known, Tool.IMPORT_LIBRARY, versions, 0, 0, 0x19, 0x5D, 0x7B, 0x93, 0x9C, 0xCB, 0xDD, 0x101);
        put(known, Tool.RESOURCES, versions, 0x06, 0, 0x45, 0x5E, 0x7C, 0x94, 0x9A, 0xC9, 0xDB, 0xFF);
        return Map.copyOf(known);
    }

    private static void put(Map<Integer, RichProduct> known, Tool tool, int[] versions, int... ids) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != 0) {
                known.put(ids[i], new RichProduct(tool, versions[i]));
            }
        }
    }
}
