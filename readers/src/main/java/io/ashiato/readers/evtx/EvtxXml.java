package io.ashiato.readers.evtx;

import java.util.HashMap;
import java.util.Map;

/// Records as XML, well-formed whatever the log holds.
///
/// Characters that XML does not allow, and the control characters that it does allow but a terminal
/// would obey, are written as `\u0002`, so that they can be seen; names that are no XML names get `_`
/// for each character that does not fit, and the name itself as an attribute `original-name`.
public final class EvtxXml {
    private static final String ORIGINAL_NAME = "original-name";
    private static final String DIGITS = "0123456789abcdef";

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
        if (!name.equals(element.name())) {
            attribute(unused(ORIGINAL_NAME, numbers), element.name());
        }
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.isEmpty()) {
                attribute(unused(name(attribute.name()), numbers), attribute.text());
            }
        }
        if (element.children().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (XmlNode child : element.children()) {
            switch (child) {
                case XmlElement inner -> element(inner);
                case BinXmlValue value -> escaped(value.text(), false);
                case XmlInstruction instruction -> instruction(instruction);
            }
        }
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
        for (int i = 0; i < instruction.data().length(); i++) {
            char c = instruction.data().charAt(i);
            boolean endsEarly = c == '>' && i > 0 && instruction.data().charAt(i - 1) == '?';
            out.append(endsEarly ? " >" : isAllowed(c) ? String.valueOf(c) : "_");
        }
        out.append("?>");
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
                default -> {
                    if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        i++;
                        out.append(c).append(text.charAt(i));
                    } else if (isAllowed(c)) {
                        out.append(c);
                    } else {
                        visible(c);
                    }
                }
            }
        }
    }

    private void visible(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(DIGITS.charAt(c >> shift & 0xF));
        }
    }

    /// XML 1.0, production 2, for characters that are no pair of surrogates; without the
    /// controls U+007F to U+009F, some of which begin commands to a terminal.
    private static boolean isAllowed(char c) {
        boolean isControl = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        return !isControl && !Character.isSurrogate(c) && c < '\uFFFE';
    }

    /// Letters, digits, `-`, `.` and `_`: no colon, which would need a namespace, and of the letters
    /// only those that every edition of XML 1.0 allows, since parsers in use follow the older ones.
    private static String name(String name) {
        boolean good = !name.isEmpty() && isNameStart(name.charAt(0));
        for (int i = 1; good && i < name.length(); i++) {
            good = isNamePart(name.charAt(i));
        }
        if (good) {
            return name;
        }
        var fitted = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i == 0 && !isNameStart(c) && isNamePart(c)) {
                fitted.append('_');
            }
            fitted.append(isNamePart(c) ? c : '_');
        }
        return fitted.isEmpty() ? "_" : fitted.toString();
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
