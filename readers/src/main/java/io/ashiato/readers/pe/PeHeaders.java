package io.ashiato.readers.pe;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The COFF header and the optional header.
/// Source: Microsoft, *PE Format*, sections "COFF File Header" and "Optional Header".
///
/// @param offset of the signature `PE` in the file
/// @param timestamp seconds since 1970 as stored; some linkers store a hash or 0
/// @param symbolTable file offset of the COFF symbols, 0 for none
/// @param wide whether addresses have 64 bits (PE32+)
/// @param entry relative virtual address of the first instruction, 0 for none
/// @param checksum as stored, 0 for none
/// @param directories at most 16
/// @param sectionTable file offset of the first section header
record PeHeaders(
        long offset,
        int machine,
        int sectionCount,
        long timestamp,
        long symbolTable,
        long symbolCount,
        int characteristics,
        boolean wide,
        int linkerMajor,
        int linkerMinor,
        long entry,
        long imageBase,
        long headerSize,
        long fileAlignment,
        long checksum,
        int subsystem,
        int dllCharacteristics,
        List<Directory> directories,
        long sectionTable) {
    static final int X86 = 0x14C;
    static final int X64 = 0x8664;
    static final int DLL = 0x2000;

    private static final int MAX_DIRECTORIES = 16; // the format defines no more

    PeHeaders {
        directories = List.copyOf(directories);
    }

    /// @param address relative to the image base; for the certificates an offset in the file
    record Directory(long address, long size) {}

    /// What the data directories point to, by their place in the table.
    enum Table {
        EXPORT(0),
        IMPORT(1),
        RESOURCE(2),
        EXCEPTION(3),
        SECURITY(4),
        DEBUG(6),
        TLS(9),
        DELAY_IMPORT(13),
        CLR(14);

        private final int index;

        Table(int index) {
            this.index = index;
        }
    }

    /// Where a table lies; empty where the file has none.
    Optional<Directory> directory(Table table) {
        return directories.size() <= table.index || directories.get(table.index).address() == 0
                ? Optional.empty()
                : Optional.of(directories.get(table.index));
    }

    /// Empty where the bytes are no PE file.
    ///
    /// @throws MalformedException if the headers are cut off
    static Optional<PeHeaders> read(byte[] data) {
        if (data.length < 0x40 || data[0] != 'M' || data[1] != 'Z') {
            return Optional.empty();
        }
        var dos = Cursor.over(data, 0);
        dos.skip("DOS header", 0x3C);
        long offset = dos.u32("e_lfanew");
        if (offset + 4 > data.length) {
            return Optional.empty();
        }
        var cursor = Cursor.over(data, 0);
        cursor.skip("DOS header", offset);
        return cursor.u32("signature") == 0x4550 ? Optional.of(read(offset, cursor)) : Optional.empty();
    }

    private static PeHeaders read(long offset, Cursor cursor) {
        int machine = cursor.u16("Machine");
        int sections = cursor.u16("NumberOfSections");
        long timestamp = cursor.u32("TimeDateStamp");
        long symbolTable = cursor.u32("PointerToSymbolTable");
        long symbolCount = cursor.u32("NumberOfSymbols");
        int optionalSize = cursor.u16("SizeOfOptionalHeader");
        int characteristics = cursor.u16("Characteristics");
        long sectionTable = cursor.offset() + optionalSize;
        int magic = cursor.u16("Magic");
        if (magic != 0x10B && magic != 0x20B) {
            throw new MalformedException(new Damage.OutOfRange("Magic", cursor.offset() - 2, magic, 0x10B, 0x20B));
        }
        boolean wide = magic == 0x20B;
        int linkerMajor = cursor.u8("MajorLinkerVersion");
        int linkerMinor = cursor.u8("MinorLinkerVersion");
        cursor.skip("SizeOfCode", 12);
        long entry = cursor.u32("AddressOfEntryPoint");
        cursor.skip("BaseOfCode", wide ? 4 : 8);
        long base = wide ? cursor.i64("ImageBase") : cursor.u32("ImageBase");
        cursor.skip("SectionAlignment", 4);
        long fileAlignment = cursor.u32("FileAlignment");
        cursor.skip("versions", 20);
        long headerSize = cursor.u32("SizeOfHeaders");
        long checksum = cursor.u32("CheckSum");
        int subsystem = cursor.u16("Subsystem");
        int dllCharacteristics = cursor.u16("DllCharacteristics");
        cursor.skip("stack and heap sizes", (wide ? 8 : 4) * 4L + 4);
        return new PeHeaders(
                offset,
                machine,
                sections,
                timestamp,
                symbolTable,
                symbolCount,
                characteristics,
                wide,
                linkerMajor,
                linkerMinor,
                entry,
                base,
                headerSize,
                fileAlignment,
                checksum,
                subsystem,
                dllCharacteristics,
                directories(cursor),
                sectionTable);
    }

    private static List<Directory> directories(Cursor cursor) {
        long count = Math.min(cursor.u32("NumberOfRvaAndSizes"), MAX_DIRECTORIES);
        var directories = new ArrayList<Directory>();
        while (directories.size() < count && cursor.remaining() >= 8) {
            directories.add(new Directory(cursor.u32("directory address"), cursor.u32("directory size")));
        }
        return directories;
    }
}
