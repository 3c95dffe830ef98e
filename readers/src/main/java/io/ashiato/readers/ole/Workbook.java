package io.ashiato.readers.ole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.CodePages;
import io.ashiato.readers.CompoundFile;
import io.ashiato.readers.ReadingBuilder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A workbook of Excel 5 to 2003 (MS-XLS): sheets and whether they are hidden, old macro sheets, links, DDE, who
/// last had it open. Cells and formulas are not read.
final class Workbook {
    private static final int BOF = 0x0809;
    private static final int FILE_PASS = 0x002F;
    private static final int CODE_PAGE = 0x0042;
    private static final int WRITE_ACCESS = 0x005C;
    private static final int SHEET = 0x0085;
    private static final int NAME = 0x0018;
    private static final int LINK = 0x01B8;
    private static final int EXTERNAL_BOOK = 0x01AE;

    private static final int BIFF8 = 0x0600;
    private static final int MACRO_SHEET = 1;

    /// Built-in names that make a macro sheet start by itself (MS-XLS 2.5.66).
    private static final List<String> AUTO_NAMES = List.of("", "Auto_Open", "Auto_Close");

    private static final int MAX_SHEETS = 10_000;
    private static final int MAX_LINKS = 5_000;

    private final Set<String> external;
    private final List<String> sheets = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private final List<String> macroSheets = new ArrayList<>();
    private final Set<String> dde = new LinkedHashSet<>();
    private final Set<String> autoStart = new LinkedHashSet<>();
    private Charset charset = CodePages.charset(CodePages.WINDOWS_1252);
    private boolean wide = true; // BIFF8: names carry a byte that says whether they are UTF-16

    private Workbook(Set<String> external) {
        this.external = external;
    }

    static void tell(CompoundFile file, Set<String> external, ReadingBuilder reading) {
        var stream = file.bytes("Workbook").or(() -> file.bytes("Book"));
        if (stream.isEmpty()) {
            return;
        }
        reading.facts().text("document_type", "excel");
        byte[] records = stream.get();
        var encryption = WorkbookEncryption.in(records, FILE_PASS);
        reading.facts().flag("encrypted", encryption.isPresent());
        if (encryption.isPresent()) {
            var plain = encryption.get().decrypted(records, reading);
            if (plain.isEmpty()) {
                return;
            }
            reading.facts().text("password", EncryptedPackage.DEFAULT_PASSWORD);
            records = plain.get();
        }
        var workbook = new Workbook(external);
        workbook.scan(records, reading);
        workbook.tell(reading);
    }

    private void scan(byte[] records, ReadingBuilder reading) {
        var cursor = Cursor.over(records, 0);
        try {
            while (cursor.remaining() >= 4) {
                int type = cursor.u16("record type");
                int size = cursor.u16("record size");
                Cursor record = cursor.window("record", size);
                try {
                    record(type, record, reading);
                } catch (MalformedException e) {
                    reading.damage(e);
                }
            }
        } catch (MalformedException e) {
            reading.damage(e);
        }
    }

    private void record(int type, Cursor record, ReadingBuilder reading) {
        switch (type) {
            case BOF -> wide = record.u16("version") >= BIFF8;
            case CODE_PAGE -> charset = CodePages.charset(record.u16("code page"));
            case WRITE_ACCESS -> {
                String user = text(record, wide ? 2 : 1).strip();
                if (!user.isEmpty()) {
                    reading.facts().text("write_access_user", user);
                }
            }
            case SHEET -> sheet(record);
            case NAME -> name(record);
            case LINK -> {
                if (external.size() < MAX_LINKS) {
                    external.addAll(Monikers.in(record.bytes("hyperlink", record.remaining())));
                }
            }
            case EXTERNAL_BOOK -> externalBook(record);
            default -> {} // cells and how they look
        }
    }

    private void sheet(Cursor record) {
        record.skip("sheet offset", 4);
        int state = record.u8("sheet state") & 3;
        int type = record.u8("sheet type");
        String name = text(record, 1);
        if (sheets.size() < MAX_SHEETS) {
            sheets.add(name);
            if (state != 0) {
                hidden.add(name);
            }
            if (type == MACRO_SHEET) {
                macroSheets.add(name);
            }
        }
    }

    /// A built-in name has one character, its number (MS-XLS 2.4.150).
    private void name(Cursor record) {
        int flags = record.u16("name flags");
        record.skip("shortcut", 1);
        int length = record.u8("name length");
        record.skip("sizes", 10);
        boolean builtIn = (flags & 0x20) != 0;
        if (builtIn && length > 0) {
            record.skip("wide", wide ? 1 : 0);
            int number = record.u8("name");
            if (number > 0 && number < AUTO_NAMES.size()) {
                autoStart.add(AUTO_NAMES.get(number));
            }
        }
    }

    /// The program and topic of a DDE link, or the path of another workbook (MS-XLS 2.4.271, 2.5.277).
    private void externalBook(Cursor record) {
        record.skip("sheets", 2);
        if (!wide || record.remaining() < 4 || record.fork().u16("path length") > 0xFF) {
            return; // 0x0401 and 0x3A01: this workbook itself, and add-ins
        }
        String path = text(record, 2);
        int separator = path.indexOf(3);
        if (separator > 0 && dde.size() < MAX_LINKS) {
            dde.add("DDE " + path.substring(0, separator) + " " + path.substring(separator + 1));
        } else if (path.length() > 1 && path.charAt(0) == 1 && external.size() < MAX_LINKS) {
            external.add(virtualPath(path));
        }
    }

    /// Control characters stand for drives and separators.
    private static String virtualPath(String path) {
        var plain = new StringBuilder();
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            switch (c) {
                case 1 -> {
                    boolean share = i + 1 < path.length() && path.charAt(i + 1) == '@';
                    plain.append(share ? "\\\\" : i + 1 < path.length() ? path.charAt(i + 1) + ":\\" : "");
                    i++;
                }
                case 2, 3 -> plain.append('\\');
                case 4 -> plain.append("..\\");
                case 5 -> i++; // length of an address, which follows as it is
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }

    /// A text with its length in front, in one or two bytes; since BIFF8 a byte says whether it is UTF-16.
    private String text(Cursor record, int lengthBytes) {
        int length = lengthBytes == 1 ? record.u8("text length") : record.u16("text length");
        boolean utf16 = wide && (record.u8("text flags") & 1) != 0;
        long size = Math.min(utf16 ? 2L * length : length, record.remaining());
        byte[] bytes = record.bytes("text", size);
        return new String(bytes, utf16 ? UTF_16LE : wide ? ISO_8859_1 : charset);
    }

    private void tell(ReadingBuilder reading) {
        reading.facts().texts("sheets", sheets);
        tell("hidden_sheets", hidden, reading);
        tell("macro_sheets", macroSheets, reading);
        tell("macro_sheet_auto_start", List.copyOf(autoStart), reading);
        tell("dde", List.copyOf(dde), reading);
    }

    private static void tell(String fact, List<String> values, ReadingBuilder reading) {
        if (!values.isEmpty()) {
            reading.facts().texts(fact, values);
        }
    }
}
