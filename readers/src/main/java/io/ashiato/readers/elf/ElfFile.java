package io.ashiato.readers.elf;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.CString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Header, sections and segments of an ELF file, and the way from an address in memory to its bytes in the file.
final class ElfFile {
    static final int X86 = 3;
    static final int X64 = 62;

    /// Sections and segments read of each; a program has a few dozen.
    private static final int MAX_ENTRIES = 4_096;

    private static final int LITTLE_ENDIAN = 1;

    private final byte[] data;
    private final boolean wide;
    private final int type;
    private final int machine;
    private final long entry;
    private final List<Section> sections = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final CString names;

    /// @param name from the table of section names
    /// @param held bytes of it in the file
    /// @param link another section that it needs: names for symbols, symbols for relocations
    record Section(String name, int type, long flags, long address, long offset, long size, long held, int link) {
        static final int SYMBOLS = 2;
        static final int DYNAMIC = 6;
        static final int NO_BITS = 8;
        static final int DYNAMIC_SYMBOLS = 11;
        static final long WRITABLE = 1;
        static final long LOADED = 2;
        static final long EXECUTABLE = 4;

        boolean has(long flag) {
            return (flags & flag) != 0;
        }
    }

    /// @param held bytes of it in the file
    record Segment(int type, long flags, long offset, long address, long held, long memorySize) {
        static final int LOAD = 1;
        static final int DYNAMIC = 2;
        static final int CALL_FRAMES = 0x6474_E550;
        static final long EXECUTABLE = 1;
        static final long WRITABLE = 2;
    }

    private ElfFile(byte[] data, List<Damage> damage) {
        this.data = data;
        this.names = new CString(data.length);
        wide = data[4] == 2;
        var header = Cursor.over(data, 0);
        header.skip("e_ident", 5);
        int order = header.u8("EI_DATA");
        if (order != LITTLE_ENDIAN) {
            throw new MalformedException(new Damage.OutOfRange("EI_DATA", 5, order, LITTLE_ENDIAN, LITTLE_ENDIAN));
        }
        header.skip("e_ident", 10);
        type = header.u16("e_type");
        machine = header.u16("e_machine");
        header.skip("e_version", 4);
        entry = word(header, "e_entry");
        long segmentTable = word(header, "e_phoff");
        long sectionTable = word(header, "e_shoff");
        header.skip("e_flags", 4 + 2);
        int segmentSize = header.u16("e_phentsize");
        int segmentCount = header.u16("e_phnum");
        int sectionSize = header.u16("e_shentsize");
        int sectionCount = header.u16("e_shnum");
        int nameSection = header.u16("e_shstrndx");
        try {
            readSegments(segmentTable, segmentSize, segmentCount);
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        try {
            readSections(sectionTable, sectionSize, sectionCount, nameSection);
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
    }

    /// Empty where the bytes are no ELF file of a little-endian machine.
    ///
    /// @param damage where flaws are added
    static Optional<ElfFile> read(byte[] data, List<Damage> damage) {
        if (data.length < 16 || data[0] != 0x7F || data[1] != 'E' || data[2] != 'L' || data[3] != 'F') {
            return Optional.empty();
        }
        try {
            return Optional.of(new ElfFile(data, damage));
        } catch (MalformedException e) {
            damage.add(e.damage());
            return Optional.empty();
        }
    }

    boolean wide() {
        return wide;
    }

    int type() {
        return type;
    }

    int machine() {
        return machine;
    }

    long entry() {
        return entry;
    }

    int size() {
        return data.length;
    }

    List<Section> sections() {
        return sections;
    }

    List<Segment> segments() {
        return segments;
    }

    Optional<Section> section(String name) {
        return sections.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    Optional<Segment> segment(int segmentType) {
        return segments.stream().filter(s -> s.type() == segmentType).findFirst();
    }

    /// @throws MalformedException if the file ends before the place
    Cursor atOffset(String field, long offset) {
        var cursor = Cursor.over(data, 0);
        cursor.skip(field, offset);
        return cursor;
    }

    /// @throws MalformedException if nothing of the file lies at the address
    Cursor at(String field, long address) {
        for (var segment : segments) {
            long into = address - segment.address();
            if (segment.type() == Segment.LOAD && into >= 0 && into < segment.held()) {
                return atOffset(field, segment.offset() + into);
            }
        }
        throw new MalformedException(new Damage.OutOfRange(field, 0, address, 0, data.length));
    }

    /// A copy of what the file holds from a place on.
    byte[] bytes(long offset, long held) {
        int from = Math.clamp(offset, 0, data.length);
        return Arrays.copyOfRange(data, from, from + Math.clamp(held, 0, data.length - from));
    }

    /// A word of the program's size.
    long word(Cursor cursor, String field) {
        return wide ? cursor.i64(field) : cursor.u32(field);
    }

    /// Reads the name that begins at the cursor.
    String name(Cursor cursor, String field) {
        return names.read(cursor, field);
    }

    private void readSegments(long table, int size, int count) {
        for (int i = 0; i < Math.min(count, MAX_ENTRIES); i++) {
            var cursor = atOffset("program header", table + (long) i * size);
            int segmentType = cursor.i32("p_type");
            long flags = wide ? cursor.u32("p_flags") : 0;
            long offset = word(cursor, "p_offset");
            long address = word(cursor, "p_vaddr");
            word(cursor, "p_paddr");
            long fileSize = word(cursor, "p_filesz");
            long memorySize = word(cursor, "p_memsz");
            flags = wide ? flags : cursor.u32("p_flags");
            segments.add(new Segment(segmentType, flags, offset, address, held(offset, fileSize), memorySize));
        }
    }

    private void readSections(long table, int size, int count, int nameSection) {
        if (table == 0) {
            return;
        }
        long nameTable = nameSection < count
                ? sectionAt(table + (long) nameSection * size, 0).offset()
                : 0;
        for (int i = 0; i < Math.min(count, MAX_ENTRIES); i++) {
            sections.add(sectionAt(table + (long) i * size, nameTable));
        }
    }

    /// @param nameTable offset of the names, 0 to leave the name empty
    private Section sectionAt(long place, long nameTable) {
        var cursor = atOffset("section header", place);
        long nameOffset = cursor.u32("sh_name");
        int sectionType = cursor.i32("sh_type");
        long flags = word(cursor, "sh_flags");
        long address = word(cursor, "sh_addr");
        long offset = word(cursor, "sh_offset");
        long size = word(cursor, "sh_size");
        int link = cursor.i32("sh_link");
        String name = nameTable == 0 ? "" : name(atOffset("section name", nameTable + nameOffset), "section name");
        long held = sectionType == Section.NO_BITS ? 0 : held(offset, size);
        return new Section(name, sectionType, flags, address, offset, size, held, link);
    }

    private long held(long offset, long size) {
        return offset < 0 || offset > data.length || size < 0 ? 0 : Math.min(size, data.length - offset);
    }
}
