package io.ashiato.readers.ole;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.model.Facts;
import io.ashiato.readers.CodePages;
import io.ashiato.readers.CompoundFile;
import io.ashiato.readers.ReadingBuilder;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The property sets of a document (MS-OLEPS): summary, document summary, and the author's own. Texts are decoded
/// with the set's code page, which is that of the author's Windows.
final class PropertySets {
    private static final String SUMMARY = "\u0005SummaryInformation";
    private static final String DOCUMENT_SUMMARY = "\u0005DocumentSummaryInformation";
    private static final String USER_DEFINED = "d5cdd505-2e9c-101b-9397-08002b2cf9ae";

    /// A set of Office has some twenty; own properties may be many.
    private static final int MAX_PROPERTIES = 1_000;

    private static final int MAX_SETS = 4;
    private static final int MAX_LINKS = 1_000;

    private static final int CODE_PAGE = 1;
    private static final int BYTE_ORDER = 0xFFFE;

    private static final int I2 = 0x02;
    private static final int I4 = 0x03;
    private static final int BOOL = 0x0B;
    private static final int UI4 = 0x13;
    private static final int LPSTR = 0x1E;
    private static final int LPWSTR = 0x1F;
    private static final int FILETIME = 0x40;
    private static final int BLOB = 0x41;

    /// Seconds from 1601 to 1970, and the units of a FILETIME.
    private static final Instant FILETIME_EPOCH = Instant.parse("1601-01-01T00:00:00Z");

    private static final int TICKS_PER_SECOND = 10_000_000;

    private static final Map<Integer, String> SUMMARY_NAMES = Map.ofEntries(
            Map.entry(1, "codepage"),
            Map.entry(2, "title"),
            Map.entry(3, "subject"),
            Map.entry(4, "author"),
            Map.entry(5, "keywords"),
            Map.entry(6, "comments"),
            Map.entry(7, "template"),
            Map.entry(8, "last_saved_by"),
            Map.entry(9, "revision"),
            Map.entry(10, "edit_time"),
            Map.entry(11, "last_printed"),
            Map.entry(12, "created"),
            Map.entry(13, "modified"),
            Map.entry(14, "pages"),
            Map.entry(15, "words"),
            Map.entry(16, "characters"),
            Map.entry(18, "application"),
            Map.entry(19, "security"));

    private static final Map<Integer, String> DOCUMENT_NAMES = Map.of(
            2, "category",
            7, "slides",
            9, "hidden_slides",
            14, "manager",
            15, "company",
            26, "content_type",
            28, "language");

    private PropertySets() {}

    static void tell(CompoundFile file, Set<String> external, ReadingBuilder reading) {
        file.bytes(SUMMARY).ifPresent(bytes -> stream(bytes, SUMMARY_NAMES, external, reading));
        file.bytes(DOCUMENT_SUMMARY).ifPresent(bytes -> stream(bytes, DOCUMENT_NAMES, external, reading));
    }

    private static void stream(byte[] bytes, Map<Integer, String> names, Set<String> external, ReadingBuilder reading) {
        var cursor = Cursor.over(bytes, 0);
        try {
            int order = cursor.u16("byte order");
            if (order != BYTE_ORDER) {
                throw new MalformedException(new Damage.OutOfRange("byte order", 0, order, BYTE_ORDER, BYTE_ORDER));
            }
            cursor.skip("version", 2);
            system(cursor.u32("system")).ifPresent(system -> reading.facts().text("system", system));
            cursor.skip("class id", 16);
            long sets = Math.min(cursor.u32("property sets"), MAX_SETS);
            for (int i = 0; i < sets; i++) {
                String format = guid(cursor);
                long offset = cursor.u32("property set offset");
                try {
                    new PropertySet(bytes, offset).tell(format.equals(USER_DEFINED), names, external, reading);
                } catch (MalformedException e) {
                    reading.damage(e);
                }
            }
        } catch (MalformedException e) {
            reading.damage(e);
        }
    }

    /// On what the document was saved (2.21): kind of system in the high word, its version below.
    private static Optional<String> system(long system) {
        String kind = switch ((int) (system >> 16)) {
            case 0 -> "windows-16";
            case 1 -> "macintosh";
            case 2 -> "windows";
            default -> "";
        };
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(kind + " " + (system & 0xFF) + "." + ((system >> 8) & 0xFF));
    }

    private static String guid(Cursor cursor) {
        long first = cursor.u32("format id");
        long second = cursor.u16("format id");
        long third = cursor.u16("format id");
        long last = Long.reverseBytes(cursor.i64("format id"));
        return new UUID((first << 32) | (second << 16) | third, last).toString();
    }

    /// One set: size, count, table of ids and offsets, values.
    private static final class PropertySet {
        private final byte[] stream;
        private final long start;
        private final Map<Integer, Long> offsets = new HashMap<>();
        private Charset charset = CodePages.charset(CodePages.WINDOWS_1252);

        PropertySet(byte[] stream, long start) {
            this.stream = stream;
            this.start = start;
            Cursor cursor = at(0);
            cursor.skip("property set size", 4);
            long count = Math.min(cursor.u32("properties"), MAX_PROPERTIES);
            for (int i = 0; i < count; i++) {
                int id = cursor.i32("property id");
                offsets.putIfAbsent(id, cursor.u32("property offset"));
            }
            if (offsets.containsKey(CODE_PAGE)) {
                Cursor value = at(offsets.getOrDefault(CODE_PAGE, 0L));
                value.skip("property type", 4);
                charset = CodePages.charset(value.u16("code page"));
            }
        }

        private Cursor at(long offset) {
            var cursor = Cursor.over(stream, 0);
            cursor.skip("property set offset", start + offset);
            return cursor;
        }

        void tell(boolean own, Map<Integer, String> names, Set<String> external, ReadingBuilder reading) {
            offsets.keySet().stream().sorted().forEach(id -> {
                try {
                    Cursor value = at(offsets.getOrDefault(id, 0L));
                    if (!own && names.containsKey(id)) {
                        tell(names.getOrDefault(id, ""), value, reading.facts());
                    } else if (own && id > CODE_PAGE) {
                        links(value, external);
                    }
                } catch (MalformedException e) {
                    reading.damage(e);
                }
            });
        }

        private void tell(String name, Cursor value, Facts.Builder facts) {
            int type = value.u16("property type");
            value.skip("padding", 2);
            switch (type) {
                case I2 -> facts.number(name, name.equals("codepage") ? value.u16(name) : (short) value.u16(name));
                case I4 -> facts.number(name, value.i32(name));
                case UI4 -> facts.number(name, value.u32(name));
                case BOOL -> facts.flag(name, value.u16(name) != 0);
                case LPSTR -> facts.text(name, text(value.bytes(name, value.u32(name + " size"))));
                case LPWSTR -> facts.text(name, trimmed(value.utf16(name, value.u32(name + " size"))));
                case FILETIME -> time(name, value.i64(name), facts);
                default -> {} // thumbnails, lists of headings
            }
        }

        /// `edit_time` is a span of time in the same unit; a zero time means never.
        private static void time(String name, long ticks, Facts.Builder facts) {
            if (name.equals("edit_time")) {
                facts.number("edit_minutes", ticks / TICKS_PER_SECOND / 60);
            } else if (ticks > 0) {
                facts.time(
                        name,
                        FILETIME_EPOCH
                                .plusSeconds(ticks / TICKS_PER_SECOND)
                                .plus(ticks % TICKS_PER_SECOND * 100, ChronoUnit.NANOS));
            }
        }

        private String text(byte[] bytes) {
            return trimmed(new String(bytes, charset));
        }

        private static String trimmed(String text) {
            int end = text.indexOf(0);
            return end < 0 ? text : text.substring(0, end);
        }

        /// The list of the document's hyperlinks (MS-OSHARED 2.3.3.1.18): six values each, of which the fifth and
        /// sixth are the address and the place in it. Other own properties are passed over.
        private static void links(Cursor value, Set<String> external) {
            if (value.u32("property type") != BLOB) {
                return;
            }
            value.skip("blob size", 4);
            long count = Math.min(value.u32("values") / 6, MAX_LINKS);
            for (int i = 0; i < count; i++) {
                value.skip("hash, application, shape, kind", 4 * 8L);
                String address = string(value);
                string(value);
                if (!address.isBlank()) {
                    external.add(address);
                }
            }
        }

        private static String string(Cursor value) {
            long type = value.u32("link type");
            if (type != LPWSTR) {
                throw new MalformedException(new Damage.OutOfRange("link type", value.offset(), type, LPWSTR, LPWSTR));
            }
            long units = value.u32("link length");
            String text = value.utf16("link", units);
            value.skip("padding", Math.min(units * 2 % 4, value.remaining()));
            return trimmed(text);
        }
    }
}
