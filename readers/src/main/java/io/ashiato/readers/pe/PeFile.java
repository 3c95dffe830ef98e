package io.ashiato.readers.pe;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.CString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Headers and sections of a PE file, and the way from an address in memory to its bytes in the file.
final class PeFile {
    /// Sections read. Windows loads at most 96, other readers take up to 2,048; a crafted header can name 65,535.
    private static final int MAX_SECTIONS = 1_024;

    /// The loader reads sections from whole sectors, whatever the header says.
    private static final long SECTOR = 0x200;

    private static final int SYMBOL_SIZE = 18;
    private static final int MAX_LONG_NAME = 64;

    private final byte[] data;
    private final PeHeaders headers;
    private final List<PeSection> sections;
    private final CString names;

    private PeFile(byte[] data, PeHeaders headers, List<PeSection> sections) {
        this.data = data;
        this.headers = headers;
        this.sections = List.copyOf(sections);
        this.names = new CString(data.length);
    }

    /// Empty where the bytes are no PE file, or nothing but a beginning of one.
    ///
    /// @param damage where flaws are added
    static Optional<PeFile> read(byte[] data, List<Damage> damage) {
        try {
            return PeHeaders.read(data).map(headers -> new PeFile(data, headers, sections(data, headers, damage)));
        } catch (MalformedException e) {
            damage.add(e.damage());
            return Optional.empty();
        }
    }

    byte[] data() {
        return data;
    }

    PeHeaders headers() {
        return headers;
    }

    List<PeSection> sections() {
        return sections;
    }

    /// Reads what lies at a place of the file.
    ///
    /// @throws MalformedException if the file ends before it
    Cursor atOffset(String field, long offset) {
        return atOffset(data, field, offset);
    }

    /// Reads what will lie at an address in memory, relative to the image base.
    ///
    /// @throws MalformedException if nothing of the file lies there
    Cursor at(String field, long address) {
        return atOffset(
                field,
                fileOffset(address)
                        .orElseThrow(() -> new MalformedException(
                                new Damage.OutOfRange(field, headers.offset(), address, 0, data.length))));
    }

    /// Reads the name that begins at the cursor.
    ///
    /// @throws MalformedException if all names of the file together are longer than it allows
    String name(Cursor cursor, String field) {
        return names.read(cursor, field);
    }

    /// Where the byte of an address lies in the file; empty where it has none there.
    Optional<Long> fileOffset(long address) {
        for (var section : sections) {
            long into = address - section.address();
            if (into >= 0 && into < section.fileSize()) {
                return Optional.of(section.fileOffset() + into);
            }
        }
        return address >= 0 && address < Math.min(headers.headerSize(), data.length)
                ? Optional.of(address)
                : Optional.empty();
    }

    /// The first byte behind everything that the section table accounts for.
    long overlayOffset() {
        long end = Math.min(headers.sectionTable(), data.length);
        for (var section : sections) {
            if (section.fileSize() > 0) {
                end = Math.max(end, section.fileOffset() + section.fileSize());
            }
        }
        return end;
    }

    private static Cursor atOffset(byte[] data, String field, long offset) {
        var cursor = Cursor.over(data, 0);
        cursor.skip(field, offset);
        return cursor;
    }

    private static List<PeSection> sections(byte[] data, PeHeaders headers, List<Damage> damage) {
        var sections = new ArrayList<PeSection>();
        try {
            var cursor = atOffset(data, "section table", headers.sectionTable());
            for (int i = 0; i < headers.sectionCount(); i++) {
                if (i == MAX_SECTIONS) {
                    damage.add(new Damage.OverLimit("NumberOfSections", headers.offset() + 6, MAX_SECTIONS));
                    break;
                }
                sections.add(section(data, headers, cursor, damage));
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return sections;
    }

    private static PeSection section(byte[] data, PeHeaders headers, Cursor cursor, List<Damage> damage) {
        String padded = cursor.latin1("section name", 8);
        int end = padded.indexOf(0);
        String name = end < 0 ? padded : padded.substring(0, end);
        long virtualSize = cursor.u32("VirtualSize");
        long address = cursor.u32("VirtualAddress");
        long size = cursor.u32("SizeOfRawData");
        long place = cursor.offset();
        long offset = cursor.u32("PointerToRawData");
        cursor.skip("relocations and line numbers", 12);
        long flags = cursor.u32("section Characteristics");
        if (headers.fileAlignment() >= SECTOR) {
            offset -= offset % SECTOR;
        }
        long held = offset == 0 ? 0 : Math.clamp(data.length - offset, 0, size);
        if (held < size && offset != 0) {
            damage.add(new Damage.Truncated("section " + name, place, size, held));
        }
        long from = Math.min(offset, data.length);
        return new PeSection(name, longName(data, headers, name), address, virtualSize, from, held, flags);
    }

    /// GNU linkers keep names longer than eight characters in the string table behind the symbols.
    private static String longName(byte[] data, PeHeaders headers, String name) {
        if (headers.symbolTable() == 0 || !name.matches("/[0-9]{1,7}")) {
            return name;
        }
        long strings = headers.symbolTable() + headers.symbolCount() * SYMBOL_SIZE;
        try {
            var cursor = atOffset(data, "string table", strings + Long.parseLong(name.substring(1)));
            return new CString(MAX_LONG_NAME).read(cursor, "long section name");
        } catch (MalformedException e) {
            return name; // the name as stored is all that is known then
        }
    }
}
