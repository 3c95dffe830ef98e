package io.ashiato.readers.rtf;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.model.Facts;
import io.ashiato.readers.CompoundFile;
import io.ashiato.readers.OlePackage;
import io.ashiato.readers.ReadingBuilder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Objects of the document, in the old serialisation (MS-OLEDS 2.2): version, kind, class, and data or the place of a
/// link. Facts `objects` with class, kind and what RTF itself says of each.
final class RtfObjects {
    private static final int LINKED = 1;
    private static final int EMBEDDED = 2;
    private static final int MAX_OBJECTS = 512;
    private static final int MAX_TEXT = 4_096;

    /// Objects whose header is destroyed on purpose are looked for this far.
    private static final int MAX_SEARCH = 1 << 20;

    private final ReadingBuilder reading;
    private final Set<String> external;
    private final List<Facts> told = new ArrayList<>();
    private final Set<String> properties = new LinkedHashSet<>();
    private String declaredClass = "";

    RtfObjects(ReadingBuilder reading, Set<String> external) {
        this.reading = reading;
        this.external = external;
    }

    void begin() {
        properties.clear();
        declaredClass = "";
    }

    /// How the object is bound, such as `objautlink`; `objupdate` makes Word load it without asking.
    void property(String word) {
        properties.add(word);
    }

    /// The class that RTF names, which need not be that of the data.
    void declaredClass(String name) {
        declaredClass = name;
    }

    void data(byte[] bytes, Charset charset) {
        if (bytes.length == 0) {
            return;
        }
        if (told.size() >= MAX_OBJECTS) {
            reading.damage(new Damage.OverLimit("objects", 0, MAX_OBJECTS));
            return;
        }
        var facts = Facts.builder();
        if (!declaredClass.isEmpty()) {
            facts.text("declared_class", declaredClass);
        }
        if (!properties.isEmpty()) {
            facts.texts("properties", List.copyOf(properties));
        }
        try {
            serialised(Cursor.over(bytes, 0), charset, facts);
        } catch (MalformedException e) {
            reading.damage(e);
            remains(bytes);
        }
        told.add(facts.build());
    }

    private void serialised(Cursor cursor, Charset charset, Facts.Builder facts) {
        cursor.skip("object version", 4);
        int kind = cursor.i32("object kind");
        if (kind != LINKED && kind != EMBEDDED) {
            throw new MalformedException(new Damage.OutOfRange("object kind", 4, kind, LINKED, EMBEDDED));
        }
        String name = text(cursor, charset);
        facts.text("class", name).text("kind", kind == LINKED ? "linked" : "embedded");
        String topic = text(cursor, charset);
        text(cursor, charset);
        if (kind == LINKED) {
            facts.text("target", topic);
            external.add(topic);
            return;
        }
        long size = Math.min(cursor.u32("object size"), cursor.remaining());
        content(name, cursor.bytes("object", size), charset);
    }

    private void content(String name, byte[] content, Charset charset) {
        Optional<OlePackage> file = OlePackage.read(content, charset).filter(any -> !CompoundFile.hasMagic(content));
        if (file.isPresent()) {
            OlePackage packaged = file.get();
            reading.embedded(packaged.label(), Optional.of(packaged.sourcePath()), packaged.content());
        } else {
            reading.embedded(name.isBlank() ? "object" : name, Optional.empty(), content);
        }
    }

    /// Data without a sound header: the compound file in it, or all of it.
    private void remains(byte[] bytes) {
        for (int at = 0; at < Math.min(bytes.length, MAX_SEARCH); at++) {
            if (bytes[at] == (byte) 0xD0) {
                byte[] rest = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 8));
                if (CompoundFile.hasMagic(rest)) {
                    byte[] file = Arrays.copyOfRange(bytes, at, bytes.length);
                    reading.embedded("object", Optional.empty(), file);
                    return;
                }
            }
        }
        reading.embedded("objdata", Optional.empty(), bytes);
    }

    private static String text(Cursor cursor, Charset charset) {
        long size = cursor.u32("text size");
        if (size > MAX_TEXT) {
            throw new MalformedException(new Damage.OverLimit("text size", cursor.offset(), MAX_TEXT));
        }
        String text = new String(cursor.bytes("text", size), charset);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    void tell() {
        if (!told.isEmpty()) {
            reading.facts().groups("objects", told);
        }
    }
}
