package io.ashiato.readers.evtx;

import io.ashiato.model.EventTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A value of binary XML (MS-EVEN6 2.2.12): text, or a typed value that has a text form.
public sealed interface BinXmlValue extends XmlNode, Substitution {
    /// As Windows writes it into XML. Times have seven digits of the second and end with `Z`, GUIDs
    /// are lower case with braces, hexadecimal numbers have no leading zeros.
    String text();

    /// Whether it is the null value or holds no character, byte or item.
    default boolean isEmpty() {
        return false;
    }

    /// Whether JSON has a form of its own for it, so that it needs no quotes.
    default boolean isJsonLiteral() {
        return false;
    }

    /// About how many characters [#text] has.
    default int length() {
        return 24;
    }

    /// Type 0x00: no value.
    record Null() implements BinXmlValue {
        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public int length() {
            return 0;
        }
    }

    /// Text, without the NULs that end it. Holds what the log holds: control characters, unpaired
    /// surrogates, NULs in the middle.
    record Text(String text) implements BinXmlValue {
        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }

        @Override
        public int length() {
            return text.length();
        }
    }

    /// An integer of 8 to 64 bits.
    ///
    /// @param unsigned whether a negative `value` stands for one above 2^63
    record Whole(long value, boolean unsigned) implements BinXmlValue {
        @Override
        public String text() {
            return unsigned ? Long.toUnsignedString(value) : Long.toString(value);
        }

        @Override
        public boolean isJsonLiteral() {
            return true;
        }
    }

    /// A truth value stored as 0 or 1; any other number that a log stores as one is a [Whole].
    record Truth(boolean value) implements BinXmlValue {
        @Override
        public String text() {
            return value ? "true" : "false";
        }

        @Override
        public boolean isJsonLiteral() {
            return true;
        }
    }

    /// A floating-point number.
    ///
    /// @param text the fewest digits that read back as the same number: `0.1`, `1e+21`, `-inf`, `NaN`
    record Real(String text) implements BinXmlValue {}

    /// A number that Windows shows in hexadecimal: HexInt32, HexInt64, SizeT.
    record Hex(long value) implements BinXmlValue {
        @Override
        public String text() {
            return "0x" + Long.toHexString(value);
        }
    }

    /// Bytes.
    ///
    /// @param text two upper-case hexadecimal digits for each
    record Binary(String text) implements BinXmlValue {
        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }

        @Override
        public int length() {
            return text.length();
        }
    }

    /// A GUID, its two halves as [UUID] has them.
    record Guid(long high, long low) implements BinXmlValue {
        @Override
        public String text() {
            return "{" + new UUID(high, low) + "}";
        }

        @Override
        public int length() {
            return 38;
        }
    }

    /// A FILETIME, or a SYSTEMTIME made one.
    ///
    /// @param ticks 100 ns since 1601-01-01 UTC, unsigned; 0 is written as that date
    record Time(long ticks) implements BinXmlValue {
        private static final Instant FIRST = Instant.parse("1601-01-01T00:00:00Z");

        /// A time behind the year 9999 is none that can be written; its number is.
        @Override
        public String text() {
            if (ticks == 0) {
                return EventTime.text(FIRST);
            }
            return EventTime.ofFiletime(ticks).map(EventTime::text).orElseGet(() -> Long.toUnsignedString(ticks));
        }

        @Override
        public int length() {
            return 28;
        }
    }

    /// A security identifier.
    ///
    /// @param text `S-1-5-18`
    record Sid(String text) implements BinXmlValue {
        @Override
        public int length() {
            return text.length();
        }
    }

    /// An array. In XML the element around it is repeated for each item; where it is not (one item,
    /// or none), the text is that of the items with commas between them.
    record Array(List<BinXmlValue> items) implements BinXmlValue {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public String text() {
            if (items.size() == 1) {
                return items.getFirst().text();
            }
            var text = new StringBuilder();
            for (BinXmlValue item : items) {
                text.append(text.isEmpty() ? "" : ",").append(item.text());
            }
            return text.toString();
        }

        @Override
        public boolean isEmpty() {
            return items.isEmpty();
        }

        @Override
        public int length() {
            int characters = 0;
            for (BinXmlValue item : items) {
                characters += item.length() + 1;
            }
            return characters;
        }
    }

    /// A value whose type this reader does not know, or whose size its type does not have.
    ///
    /// @param type the type byte
    /// @param text two upper-case hexadecimal digits for each byte
    record Undecoded(int type, String text) implements BinXmlValue {
        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }

        @Override
        public int length() {
            return text.length();
        }
    }

    /// The values among `nodes` as one text.
    static String text(List<? extends XmlNode> nodes) {
        if (nodes.size() == 1) {
            return nodes.getFirst() instanceof BinXmlValue value ? value.text() : "";
        }
        var text = new StringBuilder();
        for (XmlNode node : nodes) {
            if (node instanceof BinXmlValue value) {
                text.append(value.text());
            }
        }
        return text.toString();
    }
}
