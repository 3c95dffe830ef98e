package io.ashiato.readers.ooxml;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.FieldInstructions;
import io.ashiato.readers.ReadingBuilder;
import io.ashiato.readers.XmlPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the parts of an Excel workbook tell (ECMA-376 part 1, 18.2.19 and 18.14; MS-XLSB 2.4.304).
final class WorkbookParts {
    private static final int MAX_SHEETS = 10_000;
    private static final int BRT_BUNDLE_SH = 156;

    /// Names that Excel itself gives meaning to; some make a macro sheet start by itself (18.2.5).
    private static final String BUILT_IN = "_xlnm.";

    private static final String AUTO_PREFIX = "_xlnm.auto_";

    private WorkbookParts() {}

    static void workbook(byte[] xml, String name, ReadingBuilder reading) {
        var sheets = new ArrayList<String>();
        var hidden = new ArrayList<String>();
        var autoStart = new ArrayList<String>();
        XmlPart.read(xml, name, reading, element -> {
            if (element.element().equals("sheet") && sheets.size() < MAX_SHEETS) {
                String sheet = element.attribute("name").orElse("");
                sheets.add(sheet);
                if (!element.attribute("state").orElse("visible").equals("visible")) {
                    hidden.add(sheet);
                }
            }
            if (element.element().equals("definedName") && autoStart.size() < MAX_SHEETS) {
                element.attribute("name")
                        .filter(defined -> defined.toLowerCase(Locale.ROOT).startsWith(AUTO_PREFIX))
                        .ifPresent(defined -> autoStart.add(defined.substring(BUILT_IN.length())));
            }
        });
        tell(sheets, hidden, reading);
        tell("macro_sheet_auto_start", autoStart, reading);
    }

    /// Sheets of Excel's old macro language, by the names of their parts.
    static void macroSheets(List<String> parts, ReadingBuilder reading) {
        tell(
                "macro_sheets",
                parts.stream()
                        .filter(part -> part.toLowerCase(Locale.ROOT).matches("xl/macrosheets/[^/]+"))
                        .toList(),
                reading);
    }

    /// The same from an `.xlsb`: records of a number and a size, both in seven bits a byte.
    static void binaryWorkbook(byte[] records, ReadingBuilder reading) {
        var sheets = new ArrayList<String>();
        var hidden = new ArrayList<String>();
        var cursor = Cursor.over(records, 0);
        try {
            while (cursor.remaining() > 1 && sheets.size() < MAX_SHEETS) {
                int type = cursor.u8("record type");
                type = type < 0x80 ? type : (type & 0x7F) | (cursor.u8("record type") << 7);
                Cursor record = cursor.window("record", variable(cursor));
                if (type == BRT_BUNDLE_SH) {
                    long state = record.u32("sheet state");
                    record.skip("sheet id", 4);
                    record.utf16("relationship id", record.u32("relationship id length"));
                    String sheet = record.utf16("sheet name", record.u32("sheet name length"));
                    sheets.add(sheet);
                    if (state != 0) {
                        hidden.add(sheet);
                    }
                }
            }
        } catch (MalformedException e) {
            reading.damage(e);
        }
        tell(sheets, hidden, reading);
    }

    private static long variable(Cursor cursor) {
        long value = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int part = cursor.u8("record size");
            value |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                break;
            }
        }
        return value;
    }

    private static void tell(List<String> sheets, List<String> hidden, ReadingBuilder reading) {
        reading.facts().texts("sheets", sheets);
        tell("hidden_sheets", hidden, reading);
    }

    private static void tell(String fact, List<String> values, ReadingBuilder reading) {
        if (!values.isEmpty()) {
            reading.facts().texts(fact, values);
        }
    }

    /// A link to a running program (DDE), written as the field that would do the same.
    static void externalLink(byte[] xml, String name, FieldInstructions fields, ReadingBuilder reading) {
        XmlPart.read(xml, name, reading, element -> {
            if (element.element().equals("ddeLink")) {
                fields.add("DDE " + element.attribute("ddeService").orElse("") + " "
                        + element.attribute("ddeTopic").orElse(""));
            }
        });
    }
}
