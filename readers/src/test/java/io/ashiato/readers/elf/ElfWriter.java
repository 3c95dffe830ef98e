package io.ashiato.readers.elf;

import io.ashiato.readers.LittleEndian;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes small ELF programs for tests: one segment that loads the whole file where it lies, so that addresses are
/// offsets; code with symbols and call frames, libraries, imported functions with stubs and slots.
public final class ElfWriter {
    private static final int CODE = 0x400;
    private static final int STUB_SIZE = 16;

    private final boolean wide;
    private final List<String> needed = new ArrayList<>();
    private final List<String> imported = new ArrayList<>();
    private final Map<String, int[]> functions = new LinkedHashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private String comment = "";
    private byte[] data = {};
    private boolean withSections = true;
    private boolean withSymbols = true;

    private record Section(String name, int type, int flags, int offset, int size, int link) {}

    private ElfWriter(boolean wide) {
        this.wide = wide;
    }

    /// A program of 64 bits for x64 processors.
    public static ElfWriter x64() {
        return new ElfWriter(true);
    }

    /// A program of 32 bits for x86 processors.
    public static ElfWriter x86() {
        return new ElfWriter(false);
    }

    public ElfWriter needed(String library) {
        needed.add(library);
        return this;
    }

    /// A function of another library, called through a stub.
    public ElfWriter imports(String function) {
        imported.add(function);
        return this;
    }

    /// A function of the program: its code is written, and a symbol and call frames name it.
    ///
    /// @param offset in the code, which begins at [#codeAddress]
    public ElfWriter function(String name, int offset, int size) {
        functions.put(name, new int[] {offset, size});
        return this;
    }

    /// A section `.rodata`.
    public ElfWriter data(byte[] bytes) {
        data = bytes;
        return this;
    }

    /// What the compiler leaves in `.comment`.
    public ElfWriter comment(String text) {
        comment = text;
        return this;
    }

    /// Leaves out the symbols for debuggers.
    public ElfWriter stripped() {
        withSymbols = false;
        return this;
    }

    /// Leaves out the table of sections, as some packers do.
    public ElfWriter withoutSections() {
        withSections = false;
        return this;
    }

    public static int codeAddress() {
        return CODE;
    }

    public byte[] write() {
        sections.clear();
        sections.add(new Section("", 0, 0, 0, 0, 0));
        var out = new LittleEndian().padTo(CODE);
        writeCode(out);
        add(".rodata", 1, 2, out, data);
        int frames = writeCallFrames(out);
        int[] dynamic = writeDynamic(out);
        if (!comment.isEmpty()) {
            add(".comment", 1, 0, out, new LittleEndian().text(comment).toBytes());
        }
        if (withSymbols) {
            writeSymbols(out);
        }
        writeHeader(out, frames, dynamic, withSections ? writeSectionTable(out) : 0);
        return out.toBytes();
    }

    private void writeCode(LittleEndian out) {
        int size = functions.values().stream().mapToInt(f -> f[0] + f[1]).max().orElse(1);
        var code = new byte[size];
        Arrays.fill(code, (byte) 0x90);
        add(".text", 1, 6, out, code);
    }

    /// @return offset and size of what the loader is told
    private int[] writeDynamic(LittleEndian out) {
        var names = new LittleEndian().u8(0);
        var symbols = new LittleEndian().bytes(new byte[symbolSize()]);
        var places = new ArrayList<Integer>();
        for (String function : imported) {
            symbol(symbols, names.size(), 0, 0, 0x12, 0);
            names.text(function);
        }
        for (String library : needed) {
            places.add(names.size());
            names.text(library);
        }
        int slots = add(".got.plt", 1, 3, out, new byte[imported.size() * wordSize()]);
        int stubs = out.align(16).size();
        var code = new LittleEndian();
        var relocations = new LittleEndian();
        for (int i = 0; i < imported.size(); i++) {
            int slot = slots + i * wordSize();
            int stub = stubs + i * STUB_SIZE;
            code.u32(0xFA1E_0FF3L)
                    .u8(0xFF)
                    .u8(0x25)
                    .u32(wide ? slot - (stub + 10) : slot)
                    .align(STUB_SIZE);
            relocations.word(wide, slot).word(wide, wide ? (i + 1L) << 32 | 7 : (i + 1L) << 8 | 7);
            if (wide) {
                relocations.u64(0);
            }
        }
        add(".plt.sec", 1, 6, out, code.toBytes());
        int symbolTable = add(".dynsym", 11, 2, out, symbols.toBytes());
        int stringTable = add(".dynstr", 3, 2, out, names.toBytes());
        int relocationTable = add(".rela.plt", 4, 2, out, relocations.toBytes());
        var entries = new LittleEndian();
        places.forEach(place -> entries.word(wide, 1).word(wide, place));
        long[] values = {
            5, stringTable, 6, symbolTable, 23, relocationTable, 2, relocations.size(), 20, wide ? 7 : 17, 0, 0
        };
        for (long value : values) {
            entries.word(wide, value);
        }
        int dynamic = add(".dynamic", 6, 3, out, entries.toBytes());
        return new int[] {dynamic, entries.size()};
    }

    private int writeCallFrames(LittleEndian out) {
        int start = out.align(8).size();
        var frames = new LittleEndian();
        frames.u32(16)
                .u32(0)
                .u8(1)
                .text("zR")
                .u8(1)
                .u8(0x78)
                .u8(16)
                .u8(1)
                .u8(0x1B)
                .padTo(20);
        for (int[] function : functions.values()) {
            int entry = frames.size();
            frames.u32(16).u32(entry + 4L);
            frames.u32(CODE + function[0] - (start + frames.size()))
                    .u32(function[1])
                    .u32(0);
        }
        frames.u32(0);
        int section = add(".eh_frame", 1, 2, out, frames.toBytes());
        int header = out.align(4).size();
        add(
                ".eh_frame_hdr",
                1,
                2,
                out,
                new LittleEndian()
                        .u8(1)
                        .u8(0x1B)
                        .u16(0xFFFF)
                        .u32(section - (header + 4L))
                        .toBytes());
        return header;
    }

    private void writeSymbols(LittleEndian out) {
        var names = new LittleEndian().u8(0);
        var symbols = new LittleEndian().bytes(new byte[symbolSize()]);
        functions.forEach((name, function) -> {
            symbol(symbols, names.size(), CODE + function[0], function[1], 0x12, 1);
            names.text(name);
        });
        add(".symtab", 2, 0, out, symbols.toBytes());
        add(".strtab", 3, 0, out, names.toBytes());
    }

    private void symbol(LittleEndian out, int name, int address, int size, int info, int section) {
        out.u32(name);
        if (wide) {
            out.u8(info).u8(0).u16(section).u64(address).u64(size);
        } else {
            out.u32(address).u32(size).u8(info).u8(0).u16(section);
        }
    }

    private int writeSectionTable(LittleEndian out) {
        var names = new LittleEndian();
        sections.add(new Section(".shstrtab", 3, 0, out.size(), 0, 0));
        var places = sections.stream()
                .map(section -> {
                    int place = names.size();
                    names.text(section.name());
                    return place;
                })
                .toList();
        int namesAt = out.size();
        int table = out.bytes(names.toBytes()).align(8).size();
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            int offset = section.name().equals(".shstrtab") ? namesAt : section.offset();
            int size = section.name().equals(".shstrtab") ? names.size() : section.size();
            out.u32(places.get(i)).u32(section.type()).word(wide, section.flags());
            out.word(wide, (section.flags() & 2) != 0 ? offset : 0)
                    .word(wide, offset)
                    .word(wide, size);
            out.u32(section.link()).u32(0).word(wide, 1).word(wide, 0);
        }
        return table;
    }

    private void writeHeader(LittleEndian out, int frames, int[] dynamic, int sectionTable) {
        var header =
                new LittleEndian().u32(0x464C_457F).u8(wide ? 2 : 1).u8(1).u8(1).padTo(16);
        header.u16(3).u16(wide ? 62 : 3).u32(1).word(wide, CODE).word(wide, headerSize());
        header.word(wide, sectionTable)
                .u32(0)
                .u16(headerSize())
                .u16(segmentSize())
                .u16(3);
        header.u16(wide ? 64 : 40).u16(sectionTable == 0 ? 0 : sections.size());
        header.u16(sectionTable == 0 ? 0 : sections.size() - 1);
        segment(header, 1, 7, 0, out.size());
        segment(header, 2, 6, dynamic[0], dynamic[1]);
        segment(header, 0x6474_E550, 4, frames, 8);
        byte[] bytes = header.toBytes();
        for (int i = 0; i < bytes.length; i++) {
            out.put(i, 1, bytes[i]);
        }
    }

    private void segment(LittleEndian out, int type, int flags, int offset, int size) {
        out.u32(type);
        if (wide) {
            out.u32(flags);
        }
        out.word(wide, offset)
                .word(wide, offset)
                .word(wide, offset)
                .word(wide, size)
                .word(wide, size);
        if (!wide) {
            out.u32(flags);
        }
        out.word(wide, 1);
    }

    /// Adds a section and returns where it lies.
    private int add(String name, int type, int flags, LittleEndian out, byte[] content) {
        int offset = out.align(8).size();
        out.bytes(content);
        boolean symbols = type == 2 || type == 11; // their names follow in the next section
        sections.add(new Section(name, type, flags, offset, content.length, symbols ? sections.size() + 1 : 0));
        return offset;
    }

    private int wordSize() {
        return wide ? 8 : 4;
    }

    private int symbolSize() {
        return wide ? 24 : 16;
    }

    private int headerSize() {
        return wide ? 64 : 52;
    }

    private int segmentSize() {
        return wide ? 56 : 32;
    }
}
