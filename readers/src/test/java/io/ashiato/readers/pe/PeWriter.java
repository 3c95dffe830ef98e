package io.ashiato.readers.pe;

import io.ashiato.readers.LittleEndian;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes small PE files for tests and examples: headers, sections, imports, exports, unwind table, TLS
/// callbacks, debug path, version resource, Rich header, overlay. What it writes parses like a linker's work;
/// it is not meant to run.
public final class PeWriter {
    private static final int FILE_ALIGNMENT = 0x200;
    private static final int PAGE = 0x1000;
    private static final int DOS_SIZE = 0x80;
    private static final int TABLES = 0x4000_0040; // initialised data, readable
    private static final int CODE = 0x6000_0020;

    private final boolean wide;
    private final Map<String, byte[]> sections = new LinkedHashMap<>();
    private final Map<String, List<String>> imports = new LinkedHashMap<>();
    private final Map<String, Integer> exports = new LinkedHashMap<>();
    private final List<int[]> unwind = new ArrayList<>();
    private final List<Integer> callbacks = new ArrayList<>();
    private final List<long[]> rich = new ArrayList<>();
    private final Map<String, String> version = new LinkedHashMap<>();
    private final long[][] directories = new long[16][2];
    private int language;
    private boolean richForged;
    private String pdb = "";
    private long timestamp = 1_600_000_000;
    private int linkerMajor = 14;
    private int linkerMinor;
    private byte[] overlay = {};

    private PeWriter(boolean wide) {
        this.wide = wide;
    }

    /// A program of 64 bits for x64 processors.
    public static PeWriter x64() {
        return new PeWriter(true);
    }

    /// A program of 32 bits.
    public static PeWriter x86() {
        return new PeWriter(false);
    }

    /// Code in a section `.text`, which comes first, at [#codeAddress].
    public PeWriter code(byte[] code) {
        sections.put(".text", code);
        return this;
    }

    public PeWriter section(String name, byte[] content) {
        sections.put(name, content);
        return this;
    }

    /// Functions by name; `#12` takes one by its ordinal.
    public PeWriter imports(String library, String... functions) {
        imports.put(library, List.of(functions));
        return this;
    }

    /// @param offset in the code
    public PeWriter exports(String name, int offset) {
        exports.put(name, offset);
        return this;
    }

    /// An entry of the unwind table.
    ///
    /// @param from offset in the code
    /// @param to offset of the first byte behind it
    /// @param chained whether it continues another entry
    public PeWriter unwind(int from, int to, boolean chained) {
        unwind.add(new int[] {from, to, chained ? 1 : 0});
        return this;
    }

    /// @param offset in the code
    public PeWriter tlsCallback(int offset) {
        callbacks.add(offset);
        return this;
    }

    /// An entry of the Rich header, such as `0x105, 30133, 12`.
    public PeWriter rich(int product, int build, int count) {
        rich.add(new long[] {product, build, count});
        return this;
    }

    /// Takes the checksum of another program, as a planted header has it.
    public PeWriter richForged() {
        richForged = true;
        return this;
    }

    public PeWriter linker(int major, int minor) {
        linkerMajor = major;
        linkerMinor = minor;
        return this;
    }

    public PeWriter timestamp(long seconds) {
        timestamp = seconds;
        return this;
    }

    public PeWriter pdb(String path) {
        pdb = path;
        return this;
    }

    /// A text of the version resource, such as `CompanyName`.
    ///
    /// @param languageIdentifier of Windows, of all texts
    public PeWriter version(String name, String text, int languageIdentifier) {
        version.put(name, text);
        language = languageIdentifier;
        return this;
    }

    public PeWriter overlay(byte[] bytes) {
        overlay = bytes;
        return this;
    }

    /// Where the code lies, relative to the image base.
    public static int codeAddress() {
        return PAGE;
    }

    public byte[] write() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put(".text", sections.getOrDefault(".text", new byte[] {(byte) 0xC3}));
        all.putAll(sections);
        int address = PAGE;
        for (byte[] content : all.values()) {
            address += pages(content.length);
        }
        all.put(".rdata", tables(address));
        return assemble(all);
    }

    private byte[] assemble(Map<String, byte[]> all) {
        var out = dosHeader();
        int peOffset = out.size();
        out.put(0x3C, 4, peOffset);
        out.u32(0x4550)
                .u16(wide ? 0x8664 : 0x14C)
                .u16(all.size())
                .u32(timestamp)
                .u64(0);
        out.u16(wide ? 240 : 224).u16(exports.isEmpty() ? 0x22 : 0x2022);
        out.u16(wide ? 0x20B : 0x10B)
                .u8(linkerMajor)
                .u8(linkerMinor)
                .u32(0)
                .u32(0)
                .u32(0)
                .u32(PAGE)
                .u32(PAGE);
        if (!wide) {
            out.u32(0);
        }
        out.word(wide, imageBase()).u32(PAGE).u32(FILE_ALIGNMENT).u64(6).u64(6);
        int imageSize =
                PAGE + all.values().stream().mapToInt(c -> pages(c.length)).sum();
        out.u32(imageSize).u32(1_024).u32(0).u16(3).u16(0x8160);
        for (int i = 0; i < 4; i++) {
            out.word(wide, 0x1000);
        }
        out.u32(0).u32(directories.length);
        for (long[] directory : directories) {
            out.u32(directory[0]).u32(directory[1]);
        }
        int address = PAGE;
        int place = 1_024;
        for (var section : all.entrySet()) {
            int size = section.getValue().length;
            out.bytes(Arrays.copyOf(section.getKey().getBytes(StandardCharsets.US_ASCII), 8));
            out.u32(size).u32(address).u32(stored(size)).u32(place).u64(0).u32(0);
            out.u32(section.getKey().equals(".text") ? CODE : TABLES);
            address += pages(size);
            place += stored(size);
        }
        out.padTo(1_024);
        all.values().forEach(content -> out.bytes(content).align(FILE_ALIGNMENT));
        return out.bytes(overlay).toBytes();
    }

    private LittleEndian dosHeader() {
        var out = new LittleEndian().u16(0x5A4D).padTo(0x40);
        out.text("This program cannot be run in DOS mode.").padTo(DOS_SIZE);
        if (rich.isEmpty()) {
            return out;
        }
        var entries = rich.stream()
                .map(e -> new RichHeader.Entry((int) e[0], (int) e[1], e[2]))
                .toList();
        int key = RichHeader.checksum(out.toBytes(), DOS_SIZE, entries) ^ (richForged ? 0x0042_0000 : 0);
        out.u32(0x536E_6144 ^ key).u32(key).u32(key).u32(key);
        for (var entry : entries) {
            out.u32(((entry.product() << 16) | entry.build()) ^ key).u32((int) entry.count() ^ key);
        }
        return out.bytes("Rich".getBytes(StandardCharsets.US_ASCII)).u32(key).align(16);
    }

    /// Everything that directories point to, in one section.
    private byte[] tables(int address) {
        var out = new LittleEndian();
        if (!imports.isEmpty()) {
            writeImports(out, address);
        }
        if (!exports.isEmpty()) {
            writeExports(out.align(4), address);
        }
        if (!unwind.isEmpty()) {
            writeUnwind(out.align(4), address);
        }
        if (!callbacks.isEmpty()) {
            writeCallbacks(out.align(8), address);
        }
        if (!pdb.isEmpty()) {
            writePdb(out.align(4), address);
        }
        if (!version.isEmpty()) {
            writeResources(out.align(4), address);
        }
        return out.toBytes();
    }

    private void writeImports(LittleEndian out, int address) {
        int table = out.size();
        directory(1, address + table, (imports.size() + 1) * 20);
        out.padTo(table + (imports.size() + 1) * 20);
        for (var library : imports.entrySet()) {
            var entries = new ArrayList<Long>();
            for (String function : library.getValue()) {
                if (function.startsWith("#")) {
                    entries.add((wide ? Long.MIN_VALUE : 0x8000_0000L) | Long.parseLong(function.substring(1)));
                } else {
                    entries.add((long) address + out.align(2).size());
                    out.u16(0).text(function);
                }
            }
            int name = out.size();
            out.text(library.getKey());
            int names = list(out, entries);
            int slots = list(out, entries);
            out.put(table, 4, address + names)
                    .put(table + 12, 4, address + name)
                    .put(table + 16, 4, address + slots);
            table += 20;
        }
    }

    private int list(LittleEndian out, List<Long> entries) {
        int place = out.align(8).size();
        entries.forEach(entry -> out.word(wide, entry));
        out.word(wide, 0);
        return place;
    }

    private void writeExports(LittleEndian out, int address) {
        int table = out.size();
        int count = exports.size();
        int addresses = table + 40;
        int names = addresses + 4 * count;
        int ordinals = names + 4 * count;
        out.padTo(ordinals + 2 * count);
        int libraryName = out.size();
        out.text("crafted.dll");
        out.put(table + 12, 4, address + libraryName).put(table + 16, 4, 1);
        out.put(table + 20, 4, count).put(table + 24, 4, count);
        out.put(table + 28, 4, address + addresses).put(table + 32, 4, address + names);
        out.put(table + 36, 4, address + ordinals);
        int index = 0;
        for (var export : exports.entrySet()) {
            out.put(addresses + 4 * index, 4, PAGE + export.getValue());
            out.put(names + 4 * index, 4, address + out.size());
            out.put(ordinals + 2 * index, 2, index);
            out.text(export.getKey());
            index++;
        }
        directory(0, address + table, out.size() - table);
    }

    private void writeUnwind(LittleEndian out, int address) {
        int plain = out.size();
        out.u32(0x01); // version 1, no flags, no codes
        int chained = out.size();
        out.u32(0x21);
        directory(3, address + out.size(), unwind.size() * 12);
        for (int[] entry : unwind) {
            out.u32(PAGE + entry[0]).u32(PAGE + entry[1]).u32(address + (entry[2] == 1 ? chained : plain));
        }
    }

    private void writeCallbacks(LittleEndian out, int address) {
        int list = list(
                out,
                callbacks.stream().map(offset -> imageBase() + PAGE + offset).toList());
        directory(9, address + out.size(), wide ? 40 : 24);
        out.word(wide, 0)
                .word(wide, 0)
                .word(wide, 0)
                .word(wide, imageBase() + address + list)
                .u64(0);
    }

    private void writePdb(LittleEndian out, int address) {
        int entry = out.size();
        directory(6, address + entry, 28);
        int place = entry + 28;
        int codeView = rawOffsetOfTables() + place;
        out.u32(0)
                .u32(timestamp)
                .u32(0)
                .u32(2)
                .u32(24 + pdb.length() + 1)
                .u32(address + place)
                .u32(codeView);
        out.u32(0x5344_5352)
                .u64(0x0123_4567_89AB_CDEFL)
                .u64(0x0011_2233_4455_6677L)
                .u32(1)
                .text(pdb);
    }

    private void writeResources(LittleEndian out, int address) {
        int root = out.size();
        for (int level = 0; level < 3; level++) {
            int id = List.of(16, 1, language).get(level);
            int next = 24 * (level + 1);
            out.u64(0).u32(0).u16(0).u16(1).u32(id).u32(level < 2 ? next | 0x8000_0000L : next);
        }
        byte[] content = versionResource();
        out.u32(address + out.size() + 16).u32(content.length).u64(0).bytes(content);
        directory(2, address + root, out.size() - root);
    }

    private byte[] versionResource() {
        var texts = new LittleEndian();
        version.forEach((name, text) -> {
            var one = block(text.length() + 1, 1, name);
            texts.align(4).bytes(closed(one.wideText(text)));
        });
        var table = closed(block(0, 1, "%04x04b0".formatted(language)).bytes(texts.toBytes()));
        var info = closed(block(0, 1, "StringFileInfo").bytes(table));
        return closed(block(52, 0, "VS_VERSION_INFO")
                .u32(0xFEEF_04BDL)
                .bytes(new byte[48])
                .bytes(info));
    }

    private static LittleEndian block(int valueLength, int type, String key) {
        return new LittleEndian()
                .u16(0)
                .u16(valueLength)
                .u16(type)
                .wideText(key)
                .align(4);
    }

    private static byte[] closed(LittleEndian block) {
        return block.put(0, 2, block.size()).toBytes();
    }

    private int rawOffsetOfTables() {
        int place = 1_024;
        for (byte[] content : sections.values()) {
            place += stored(content.length);
        }
        return sections.containsKey(".text") ? place : place + FILE_ALIGNMENT;
    }

    private void directory(int index, int address, int size) {
        directories[index] = new long[] {address, size};
    }

    private long imageBase() {
        return wide ? 0x1_4000_0000L : 0x40_0000L;
    }

    private static int pages(int size) {
        return (Math.max(size, 1) + PAGE - 1) / PAGE * PAGE;
    }

    private static int stored(int size) {
        return (size + FILE_ALIGNMENT - 1) / FILE_ALIGNMENT * FILE_ALIGNMENT;
    }
}
