package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Writes macro projects as Office does (MS-OVBA): `vbaProject.bin`, or the same inside a document. Without compiled
/// code, which Office then makes from the source when it opens the document.
public final class VbaProjectWriter {
    /// How source is compressed.
    public enum Compression {
        /// Copy tokens where text repeats, as Office writes.
        TOKENS,
        /// Literals only, which any reader must understand too.
        LITERALS
    }

    private record Module(String name, boolean document, String source) {}

    private static final int PROCEDURAL = 0x21;
    private static final int NON_PROCEDURAL = 0x22;
    private static final String STANDARD_LIBRARY =
            "*\\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\\Windows\\System32\\stdole2.tlb#OLE Automation";

    private final String name;
    private final int codePage;
    private final Charset charset;
    private final List<Module> modules = new ArrayList<>();
    private Compression compression = Compression.TOKENS;
    private boolean hidden;

    /// @param codePage of names and source, such as 932
    public VbaProjectWriter(String name, int codePage) {
        this.name = name;
        this.codePage = codePage;
        this.charset = CodePages.charset(codePage);
    }

    /// Adds a module of procedures; lines end in CR LF as the editor writes them.
    public VbaProjectWriter module(String module, String source) {
        modules.add(new Module(module, false, lines("Attribute VB_Name = \"" + module + "\"\n" + source)));
        return this;
    }

    /// Adds the module of a document or sheet, where its events are handled.
    public VbaProjectWriter document(String module, String source) {
        String attributes = "Attribute VB_Name = \"" + module + "\"\nAttribute VB_Base = \"1Normal.ThisDocument\"\n"
                + "Attribute VB_PredeclaredId = True\nAttribute VB_Exposed = True\n";
        modules.add(new Module(module, true, lines(attributes + source)));
        return this;
    }

    public VbaProjectWriter compression(Compression chosen) {
        compression = chosen;
        return this;
    }

    /// Leaves the modules out of the directory, though their streams are there.
    public VbaProjectWriter hideModules() {
        hidden = true;
        return this;
    }

    private static String lines(String source) {
        return source.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    /// A compound file of its own: `vbaProject.bin`.
    public byte[] bytes() {
        try (var file = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            into(file.getRoot());
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the project into a storage: that of Word is called `Macros`, that of Excel `_VBA_PROJECT_CUR`.
    ///
    /// @throws IOException if the names do not fit a compound file
    public void into(DirectoryEntry storage) throws IOException {
        DirectoryEntry vba = storage.createDirectory("VBA");
        // An unknown version makes Office compile again (2.3.4.1).
        stream(vba, "_VBA_PROJECT", new byte[] {(byte) 0xCC, 0x61, (byte) 0xFF, (byte) 0xFF, 0, 0, 0});
        stream(vba, "dir", compressed(directory()));
        for (Module module : modules) {
            stream(vba, module.name, compressed(module.source.getBytes(charset)));
        }
        stream(storage, "PROJECT", project().getBytes(charset));
        stream(storage, "PROJECTwm", names());
    }

    private static void stream(DirectoryEntry storage, String stream, byte[] bytes) throws IOException {
        storage.createDocument(stream, new ByteArrayInputStream(bytes));
    }

    /// The text stream that says what each module is. Password and visibility are those of the example project of
    /// the specification (2.3.1), which are encrypted with its id.
    private String project() {
        var text = new StringBuilder("ID=\"{917DED54-440B-4FD1-A5C1-74ACF261E600}\"\r\n");
        for (Module module : modules) {
            text.append(module.document ? "Document=" + module.name + "/&H00000000" : "Module=" + module.name)
                    .append("\r\n");
        }
        text.append("Name=\"")
                .append(name)
                .append("\"\r\nHelpContextID=\"0\"\r\nVersionCompatible32=\"393222000\"\r\n")
                .append("CMG=\"0705D8E3D8EDDBF1DBF1DBF1DBF1\"\r\nDPB=\"0E0CD1ECDFF4E7F5E7F5E7\"\r\n")
                .append("GC=\"1517CAF1D6F9D7F9D706\"\r\n\r\n[Host Extender Info]\r\n")
                .append("&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000\r\n\r\n[Workspace]\r\n");
        modules.forEach(module -> text.append(module.name).append("=0, 0, 0, 0, C\r\n"));
        return text.toString();
    }

    private byte[] names() {
        var out = new ByteArrayOutputStream();
        for (Module module : modules) {
            out.writeBytes((module.name + "\0").getBytes(charset));
            out.writeBytes((module.name + "\0").getBytes(UTF_16LE));
        }
        out.writeBytes(new byte[2]);
        return out.toByteArray();
    }

    private byte[] directory() {
        var dir = new Records();
        dir.number(0x01, 4, 1); // 32-bit Windows
        dir.number(0x02, 4, 0x409);
        dir.number(0x14, 4, 0x409);
        dir.number(0x03, 2, codePage);
        dir.text(0x04, name.getBytes(charset));
        dir.both(0x05, 0x40, "");
        dir.both(0x06, 0x3D, "");
        dir.number(0x07, 4, 0);
        dir.number(0x08, 4, 0);
        dir.version();
        dir.both(0x0C, 0x3C, "");
        dir.both(0x16, 0x3E, "stdole");
        dir.library(STANDARD_LIBRARY);
        dir.number(0x0F, 2, hidden ? 0 : modules.size());
        dir.number(0x13, 2, 0xFFFF);
        for (Module module : hidden ? List.<Module>of() : modules) {
            dir.text(0x19, module.name.getBytes(charset));
            dir.text(0x47, module.name.getBytes(UTF_16LE));
            dir.both(0x1A, 0x32, module.name);
            dir.both(0x1C, 0x48, "");
            dir.number(0x31, 4, 0);
            dir.number(0x1E, 4, 0);
            dir.number(0x2C, 2, 0xFFFF);
            dir.text(module.document ? NON_PROCEDURAL : PROCEDURAL, new byte[0]);
            dir.text(0x2B, new byte[0]);
        }
        dir.text(0x10, new byte[0]);
        return dir.out.toByteArray();
    }

    /// Records of the directory (2.3.4.2): id, size, data.
    private final class Records {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        private void little(int bytes, long value) {
            for (int i = 0; i < bytes; i++) {
                out.write((int) (value >> (8 * i)));
            }
        }

        private void text(int id, byte[] data) {
            little(2, id);
            little(4, data.length);
            out.writeBytes(data);
        }

        private void number(int id, int size, long value) {
            little(2, id);
            little(4, size);
            little(size, value);
        }

        /// A text in the code page, then in UTF-16 as a record of its own.
        private void both(int id, int unicodeId, String text) {
            text(id, text.getBytes(charset));
            text(unicodeId, text.getBytes(UTF_16LE));
        }

        private void version() {
            little(2, 0x09);
            little(4, 4); // the specification's own oddity: six bytes follow
            little(4, 1);
            little(2, 0);
        }

        private void library(String id) {
            byte[] bytes = id.getBytes(charset);
            little(2, 0x0D);
            little(4, bytes.length + 10L);
            little(4, bytes.length);
            out.writeBytes(bytes);
            little(6, 0);
        }
    }

    private byte[] compressed(byte[] plain) {
        return new VbaCompressor(compression == Compression.TOKENS).container(plain);
    }
}
