package io.ashiato.readers.pe;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.pe.PeHeaders.Table;
import java.util.HexFormat;
import java.util.List;

/// Where the linker wrote the debug information, which often names the folder of the author.
///
/// @param path of the PDB file, empty if none
/// @param guid of the PDB file, lower case, empty if none
/// @param age how often it was written
/// @param timestamp of the newest entry, 0 if none
/// @param reproducible whether the build replaces its timestamps with hashes
record DebugDirectory(String path, String guid, long age, long timestamp, boolean reproducible) {
    static final DebugDirectory NONE = new DebugDirectory("", "", 0, 0, false);

    private static final int MAX_ENTRIES = 64;
    private static final int ENTRY_SIZE = 28;
    private static final int CODE_VIEW = 2;
    private static final int REPRODUCIBLE = 16;
    private static final int PDB_7 = 0x5344_5352; // "RSDS"
    private static final int PDB_2 = 0x3031_424E; // "NB10"

    static DebugDirectory read(PeFile file, List<Damage> damage) {
        var directory = file.headers().directory(Table.DEBUG);
        var read = NONE;
        if (directory.isEmpty()) {
            return read;
        }
        try {
            var cursor = file.at("debug directory", directory.get().address());
            long count = Math.min(directory.get().size() / ENTRY_SIZE, MAX_ENTRIES);
            for (int i = 0; i < count; i++) {
                read = read.with(file, cursor.window("debug entry", ENTRY_SIZE));
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return read;
    }

    private DebugDirectory with(PeFile file, Cursor entry) {
        entry.skip("debug Characteristics", 4);
        long newest = Math.max(timestamp, entry.u32("debug TimeDateStamp"));
        entry.skip("debug version", 4);
        long type = entry.u32("debug Type");
        entry.skip("debug size and address", 8);
        long offset = entry.u32("debug PointerToRawData");
        if (type == CODE_VIEW && path.isEmpty()) {
            return codeView(file, file.atOffset("CodeView record", offset), newest);
        }
        return new DebugDirectory(path, guid, age, newest, reproducible || type == REPRODUCIBLE);
    }

    private DebugDirectory codeView(PeFile file, Cursor record, long newest) {
        int mark = record.i32("CodeView signature");
        String id = "";
        if (mark == PDB_7) {
            id = guid(record);
        } else if (mark == PDB_2) {
            record.skip("PDB offset and timestamp", 8);
        } else {
            return new DebugDirectory(path, guid, age, newest, reproducible);
        }
        long writes = record.u32("PDB age");
        return new DebugDirectory(file.name(record, "PDB path"), id, writes, newest, reproducible);
    }

    private static String guid(Cursor cursor) {
        long first = cursor.u32("PDB GUID");
        int second = cursor.u16("PDB GUID");
        int third = cursor.u16("PDB GUID");
        String rest = HexFormat.of().formatHex(cursor.bytes("PDB GUID", 8));
        return "%08x-%04x-%04x-%s-%s".formatted(first, second, third, rest.substring(0, 4), rest.substring(4));
    }
}
