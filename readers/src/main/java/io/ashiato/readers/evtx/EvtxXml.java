package io.ashiato.readers.evtx;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Records as XML, well-formed whatever the log holds, with or without namespaces.
///
/// Nothing is dropped, and what is written can be told from what it stands for:
///
/// - Characters that XML does not allow, and the control characters that it does allow but a terminal would obey, are
///   written as `\u0002`, so that they can be seen. A backslash of the log's own that would look like the beginning of
///   such a form is written in that form too.
/// - Characters that do not fit into a name are written as `_x0020_`, the form in which Windows programs write such
///   names (XmlConvert.EncodeName of .NET); an underscore that would look like the beginning of such a form too.
public final class EvtxXml {
    private static final String DIGITS = "0123456789abcdef";
    private static final String XMLNS = "xmlns";
    private static final String PREFIX_DECLARATION = "xmlns:";

    private final StringBuilder out;

    private EvtxXml(StringBuilder out) {
        this.out = out;
    }

    /// The record as one XML element, without an XML declaration. Text keeps its line breaks.
    public static String document(XmlElement root) {
        var out = new StringBuilder(1024);
        new EvtxXml(out).element(root);
        return out.toString();
    }

    private void element(XmlElement element) {
        String name = name(element.name());
        out.append('<').append(name);
        var numbers = new HashMap<String, Integer>();
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.isEmpty()) {
                attribute(unused(attributeName(attribute), numbers), attribute.text());
            }
        }
        if (element.children().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        content(element.children());
        out.append("</").append(name).append('>');
    }

    /// The name, numbered where it comes again: XML allows an element each attribute once.
    private static String unused(String name, Map<String, Integer> numbers) {
        Integer last = numbers.putIfAbsent(name, 0);
        if (last == null) {
            return name;
        }
        int number = last + 1;
        while (numbers.putIfAbsent(name + "_" + number, 0) != null) {
            number++;
        }
        numbers.put(name, number);
        return name + "_" + number;
    }

    private void content(List<XmlNode> nodes) {
        int next;
        for (int i = 0; i < nodes.size(); i = next) {
            next = i + 1;
            switch (nodes.get(i)) {
                case XmlElement inner -> element(inner);
                case XmlInstruction instruction -> instruction(instruction);
                case BinXmlValue first -> {
                    // Values that stand together are one text: halves of a character may meet in it.
                    while (next < nodes.size() && nodes.get(next) instanceof BinXmlValue) {
                        next++;
                    }
                    escaped(BinXmlValue.text(nodes.subList(i, next)), false);
                }
            }
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escaped(value, true);
        out.append('"');
    }

    private void instruction(XmlInstruction instruction) {
        String target = name(instruction.target());
        // `xml` in any case is kept for the XML declaration.
        out.append("<?")
                .append(target.equalsIgnoreCase("xml") ? target + "_" : target)
                .append(' ');
        String data = instruction.data();
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            boolean ends = c == '>' && i > 0 && data.charAt(i - 1) == '?';
            boolean isLost = c == '\r' || (i == 0 && isBlank(c)); // a parser takes them for its own
            if (ends || isLost) {
                visible(c);
            } else {
                i = character(data, i);
            }
        }
        out.append("?>");
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    private void escaped(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\r' -> out.append("&#13;"); // a bare one would be read as a line feed
                case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
                default -> i = character(text, i);
            }
        }
    }

    /// Writes the character at a place, or two that are one.
    ///
    /// @return the place of the last one written
    private int character(String text, int at) {
        char c = text.charAt(at);
        boolean isPair =
                Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        if (isPair) {
            out.append(c).append(text.charAt(at + 1));
            return at + 1;
        }
        if (isAllowed(c) && !(c == '\\' && looksEscaped(text, at))) {
            out.append(c);
        } else {
            visible(c);
        }
        return at;
    }

    private static boolean looksEscaped(String text, int backslash) {
        return backslash + 6 <= text.length()
                && text.charAt(backslash + 1) == 'u'
                && isHexadecimal(text, backslash + 2, backslash + 6);
    }

    private static boolean isHexadecimal(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    private void visible(char c) {
        out.append("\\u");
        hexadecimal(out, c);
    }

    private static StringBuilder hexadecimal(StringBuilder out, char c) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(DIGITS.charAt(c >> shift & 0xF));
        }
        return out;
    }

    /// XML 1.0, production 2, for characters that are no pair of surrogates; without the
    /// controls U+007F to U+009F, some of which begin commands to a terminal.
    private static boolean isAllowed(char c) {
        boolean isControl = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        return !isControl && !Character.isSurrogate(c) && c < '\uFFFE';
    }

    /// Declarations of a prefix stay what they are, where a parser that knows namespaces takes them.
    private static String attributeName(XmlAttribute attribute) {
        String name = attribute.name();
        boolean declares = name.equals(XMLNS) || name.startsWith(PREFIX_DECLARATION);
        if (!declares) {
            return name(name);
        }
        String value = attribute.text();
        if (value.equals("http://www.w3.org/2000/xmlns/") || value.equals("http://www.w3.org/XML/1998/namespace")) {
            return encoded(name);
        }
        if (name.equals(XMLNS)) {
            return name;
        }
        String prefix = name.substring(PREFIX_DECLARATION.length());
        boolean fits = !prefix.toLowerCase(Locale.ROOT).startsWith("xml") && prefix.equals(name(prefix));
        return fits && !prefix.isEmpty() ? name : encoded(name);
    }

    /// Letters, digits, `-`, `.` and `_`: no colon, which would need a namespace, and of the letters
    /// only those that every edition of XML 1.0 allows, since parsers in use follow the older ones.
    private static String name(String name) {
        boolean good = !name.isEmpty() && isNameStart(name.charAt(0));
        for (int i = 0; good && i < name.length(); i++) {
            good = isNamePart(name.charAt(i)) && !(name.charAt(i) == '_' && looksEncoded(name, i));
        }
        return good ? name : encoded(name);
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fits = i == 0 ? isNameStart(c) : isNamePart(c);
            boolean misleads = c == '_' && looksEncoded(name, i);
            // A name that is to be changed though each of its characters fits, is by its first.
            boolean reserved = i == 0 && name.equals(XMLNS);
            if (fits && !misleads && !reserved) {
                encoded.append(c);
            } else {
                hexadecimal(encoded.append("_x"), c).append('_');
            }
        }
        return encoded.isEmpty() ? "_" : encoded.toString();
    }

    private static boolean looksEncoded(String name, int underscore) {
        return underscore + 7 <= name.length()
                && name.charAt(underscore + 1) == 'x'
                && isHexadecimal(name, underscore + 2, underscore + 6)
                && name.charAt(underscore + 6) == '_';
    }

    private static boolean isNameStart(char c) {
        return c == '_' || isLetter(c);
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '\u00C0' && c <= '\u0131' && c != '\u00D7' && c != '\u00F7')
                || (c >= '\u3041' && c <= '\u3094')
                || (c >= '\u30A1' && c <= '\u30FA')
                || (c >= '\u4E00' && c <= '\u9FA5')
                || (c >= '\uAC00' && c <= '\uD7A3');
    }
}
