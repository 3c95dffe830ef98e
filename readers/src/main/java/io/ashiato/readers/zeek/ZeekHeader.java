package io.ashiato.readers.zeek;

import java.util.List;
import java.util.regex.Pattern;

/// What the lines in front of the columns say: the log's name, the names and types of its columns, and how
/// values are written. Values of a default header are Zeek's own defaults.
///
/// @param isSet for each column, whether it holds several values
record ZeekHeader(
        String separator,
        String setSeparator,
        String empty,
        String unset,
        String path,
        List<String> fields,
        List<Boolean> isSet) {
    /// Columns that are read. The widest log has some dozen.
    static final int MAX_COLUMNS = 512;

    private static final String SEPARATOR = "#separator ";

    static final ZeekHeader NONE = new ZeekHeader("\t", ",", "(empty)", "-", "", List.of(), List.of());

    static ZeekHeader of(List<String> lines) {
        ZeekHeader header = NONE;
        for (String line : lines) {
            header = header.with(line);
        }
        return header;
    }

    /// The header after one more of its lines.
    ZeekHeader with(String line) {
        if (line.startsWith(SEPARATOR)) {
            String given = unescaped(line.substring(SEPARATOR.length()));
            return given.isEmpty() ? this : new ZeekHeader(given, setSeparator, empty, unset, path, fields, isSet);
        }
        String[] parts = line.split(Pattern.quote(separator), MAX_COLUMNS);
        String value = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "#set_separator" ->
                value.isEmpty() ? this : new ZeekHeader(separator, value, empty, unset, path, fields, isSet);
            case "#empty_field" -> new ZeekHeader(separator, setSeparator, value, unset, path, fields, isSet);
            case "#unset_field" -> new ZeekHeader(separator, setSeparator, empty, value, path, fields, isSet);
            case "#path" -> new ZeekHeader(separator, setSeparator, empty, unset, value, fields, isSet);
            case "#fields" -> new ZeekHeader(separator, setSeparator, empty, unset, path, rest(parts), isSet);
            case "#types" -> new ZeekHeader(separator, setSeparator, empty, unset, path, fields, sets(rest(parts)));
            default -> this;
        };
    }

    private static List<String> rest(String[] parts) {
        return List.of(parts).subList(1, parts.length);
    }

    private static List<Boolean> sets(List<String> types) {
        return types.stream()
                .map(type -> type.startsWith("set[") || type.startsWith("vector["))
                .toList();
    }

    /// Whether a column holds several values.
    boolean isSet(int column) {
        return column < isSet.size() && isSet.get(column);
    }

    /// Text with `\x09` and the like turned into their bytes.
    static String unescaped(String text) {
        int at = text.indexOf("\\x");
        if (at < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int value = text.startsWith("\\x", i) && i + 4 <= text.length()
                    ? hex(text.charAt(i + 2)) * 16 + hex(text.charAt(i + 3))
                    : -1;
            if (value >= 0) {
                plain.append((char) value);
                i += 3;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static int hex(char digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1_000 : value;
    }
}
