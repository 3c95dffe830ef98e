package io.ashiato.readers.ooxml;

import io.ashiato.readers.FieldInstructions;
import io.ashiato.readers.ReadingBuilder;
import io.ashiato.readers.XmlPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.concurrent.atomic.AtomicBoolean;

/// What the parts of a Word document tell (ECMA-376 part 1, 17).
final class WordParts {
    /// Each editing session adds one; documents that lived long have some hundreds.
    private static final int MAX_RSIDS = 5_000;

    private WordParts() {}

    /// Whether a part of this lower-case name may hold fields: the text, its headers, footers, notes, comments.
    static boolean hasFields(String lower) {
        return lower.startsWith("word/") && lower.endsWith(".xml") && lower.indexOf('/', 5) < 0;
    }

    /// `rsid_root` and `rsids`: random numbers of the sessions in which the document was edited (17.15.1.70). A
    /// copy keeps them, so two documents that share the root come from one.
    static void settings(byte[] xml, String name, ReadingBuilder reading) {
        var rsids = new LinkedHashSet<String>();
        XmlPart.read(xml, name, reading, element -> {
            switch (element.element()) {
                case "rsidRoot" ->
                    element.attribute("val").ifPresent(rsid -> reading.facts().text("rsid_root", rsid));
                case "rsid" ->
                    element.attribute("val")
                            .filter(rsid -> rsids.size() < MAX_RSIDS)
                            .ifPresent(rsids::add);
                case "documentProtection" ->
                    element.attribute("edit").ifPresent(edit -> reading.facts().text("protection", edit));
                default -> {} // how the document looks
            }
        });
        if (!rsids.isEmpty()) {
            reading.facts().texts("rsids", new ArrayList<>(rsids));
        }
    }

    /// The language of the defaults, which is that of the author's Word; single styles may have others.
    static void styles(byte[] xml, String name, ReadingBuilder reading) {
        var told = new AtomicBoolean();
        XmlPart.read(xml, name, reading, element -> {
            if (element.element().equals("lang") && !told.getAndSet(true)) {
                language(element, reading);
            }
        });
    }

    private static void language(XmlPart element, ReadingBuilder reading) {
        element.attribute("val").ifPresent(tag -> reading.facts().text("language", tag));
        element.attribute("eastAsia").ifPresent(tag -> reading.facts().text("language_east_asia", tag));
    }

    /// Instructions of fields, also when they are cut over several runs or lie in each other.
    static void fields(byte[] xml, String name, FieldInstructions fields, ReadingBuilder reading) {
        XmlPart.read(xml, name, reading, element -> {
            switch (element.element()) {
                case "fldSimple" -> element.attribute("instr").ifPresent(fields::add);
                case "instrText", "delInstrText" -> fields.append(element.text());
                case "fldChar" -> {
                    switch (element.attribute("fldCharType").orElse("")) {
                        case "begin" -> fields.begin();
                        case "separate" -> fields.separate();
                        case "end" -> fields.end();
                        default -> {} // the schema has no other
                    }
                }
                default -> {} // text
            }
        });
        fields.finish();
    }
}
