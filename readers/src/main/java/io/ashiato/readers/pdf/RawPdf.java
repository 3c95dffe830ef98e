package io.ashiato.readers.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.ashiato.model.Facts;
import io.ashiato.readers.ReadingBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A document as bytes, without its tables: how often the names occur that make it act, how often it was saved, and
/// the addresses that stand in the clear. Names may be written with `#` and two hexadecimal digits.
final class RawPdf {
    private static final List<String> TELLING = List.of(
            "JavaScript",
            "JS",
            "OpenAction",
            "AA",
            "Launch",
            "EmbeddedFile",
            "URI",
            "SubmitForm",
            "GoToR",
            "GoToE",
            "ImportData",
            "RichMedia",
            "XFA",
            "AcroForm",
            "ObjStm",
            "Encrypt");

    private static final int MAX_NAME = 127;
    private static final int MAX_ADDRESSES = 2_000;
    private static final int MAX_ADDRESS = 8_192;
    private static final int HEADER_SEARCH = 1_024; // as far as readers look for it

    private final byte[] bytes;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final LinkedHashSet<String> addresses = new LinkedHashSet<>();
    private int ends;
    private int objects;

    RawPdf(byte[] bytes) {
        this.bytes = bytes;
        TELLING.forEach(name -> counts.put(name, 0));
        for (int at = 0; at < bytes.length; at++) {
            switch (bytes[at]) {
                case '/' -> name(at + 1);
                case '%' -> ends += startsWith(at, "%%EOF") ? 1 : 0;
                case 'o' -> objects += isObject(at) ? 1 : 0;
                default -> {} // content
            }
        }
    }

    private boolean startsWith(int at, String text) {
        if (at < 0 || at + text.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// `obj` behind a number and a blank, which `endobj` is not.
    private boolean isObject(int at) {
        return at >= 2 && startsWith(at, "obj") && bytes[at - 1] == ' ' && bytes[at - 2] >= '0' && bytes[at - 2] <= '9';
    }

    private void name(int from) {
        int at = from;
        while (at < bytes.length && at - from < MAX_NAME && isRegular(bytes[at])) {
            at++;
        }
        String name = plain(new String(bytes, from, at - from, ISO_8859_1));
        counts.computeIfPresent(name, (key, count) -> count + 1);
        if (name.equals("URI") && addresses.size() < MAX_ADDRESSES) {
            address(at);
        }
    }

    private static boolean isRegular(byte c) {
        return c > ' ' && "()<>[]{}/%".indexOf(c) < 0;
    }

    private static String plain(String name) {
        if (name.indexOf('#') < 0) {
            return name;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            int high = i + 2 < name.length() ? Character.digit(name.charAt(i + 1), 16) : -1;
            int low = i + 2 < name.length() ? Character.digit(name.charAt(i + 2), 16) : -1;
            if (name.charAt(i) == '#' && high >= 0 && low >= 0) {
                plain.append((char) (high << 4 | low));
                i += 2;
            } else {
                plain.append(name.charAt(i));
            }
        }
        return plain.toString();
    }

    /// A text in parentheses behind `/URI`.
    private void address(int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        if (at >= bytes.length || bytes[at] != '(') {
            return;
        }
        var text = new StringBuilder();
        int depth = 1;
        for (at++; at < bytes.length && text.length() < MAX_ADDRESS; at++) {
            char c = (char) (bytes[at] & 0xFF);
            if (c == '\\' && at + 1 < bytes.length) {
                c = (char) (bytes[++at] & 0xFF);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                addresses.add(text.toString());
                return;
            }
            text.append(c);
        }
    }

    /// What the bytes tell, whether or not the document can be opened.
    void tell(ReadingBuilder reading) {
        version().ifPresent(version -> reading.facts().text("pdf_version", version));
        reading.facts().number("revisions", ends).number("raw_objects", objects);
        var told = new ArrayList<Facts>();
        counts.forEach((name, count) -> {
            if (count > 0) {
                told.add(Facts.builder()
                        .text("name", name)
                        .number("count", count)
                        .build());
            }
        });
        if (!told.isEmpty()) {
            reading.facts().groups("telling_names", told);
        }
    }

    /// Addresses in the clear, for a document that cannot be opened.
    void tellAddresses(ReadingBuilder reading) {
        reading.facts().texts("uris", List.copyOf(addresses));
    }

    private Optional<String> version() {
        for (int at = 0; at < Math.min(HEADER_SEARCH, bytes.length); at++) {
            if (startsWith(at, "%PDF-")) {
                int end = at + 5;
                while (end < bytes.length && end < at + 13 && bytes[end] > ' ') {
                    end++;
                }
                return Optional.of(new String(bytes, at + 5, end - at - 5, ISO_8859_1));
            }
        }
        return Optional.empty();
    }
}
