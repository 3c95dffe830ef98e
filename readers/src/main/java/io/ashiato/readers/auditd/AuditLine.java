package io.ashiato.readers.auditd;

import io.ashiato.model.Fields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One line of an audit log: `node=HOST type=TYPE msg=audit(SECONDS:SERIAL): name=value ...`.
///
/// Values that somebody else chose are written in quotes, or in hexadecimal where quotes would not do; which
/// fields are so is known by their names (the audit system's own dictionary of fields). The values behind a
/// group separator are the same ones with their meaning, under names in capitals.
///
/// @param stamp time and serial number, `""` where the line has none
/// @param fields in the order of the line
record AuditLine(String node, String type, String stamp, List<String[]> fields) {
    /// Fields that are encoded when they hold blanks, quotes or control characters.
    private static final Set<String> ENCODED = Set.of(
            "name",
            "exe",
            "comm",
            "cwd",
            "path",
            "dir",
            "proctitle",
            "cmd",
            "acct",
            "key",
            "data",
            "watch",
            "file",
            "device",
            "vm",
            "old-disk",
            "new-disk",
            "unit",
            "profile",
            "ocomm");

    private static final String EXECVE = "EXECVE";
    private static final String TYPE = "type=";
    private static final String NODE = "node=";
    private static final String MESSAGE = "msg=audit(";

    /// Fields of one line that are kept. A command may have thousands of arguments.
    static final int MAX_FIELDS = 4_096;

    static AuditLine of(String line) {
        int at = 0;
        String node = "";
        if (line.startsWith(NODE)) {
            int end = Math.max(line.indexOf(' '), NODE.length());
            node = line.substring(NODE.length(), end);
            at = Math.min(end + 1, line.length());
        }
        String type = "";
        if (line.startsWith(TYPE, at)) {
            int end = line.indexOf(' ', at);
            end = end < 0 ? line.length() : end;
            type = line.substring(at + TYPE.length(), end);
            at = Math.min(end + 1, line.length());
        }
        String stamp = "";
        if (line.startsWith(MESSAGE, at)) {
            int end = line.indexOf(')', at);
            end = end < 0 ? line.length() : end;
            stamp = line.substring(at + MESSAGE.length(), end);
            at = Math.min(end + 2, line.length());
        }
        var fields = new ArrayList<String[]>();
        collect(line, at, line.length(), fields, true);
        return new AuditLine(node, type, stamp, fields);
    }

    /// `name=value` pairs, parted by blanks, commas or group separators.
    ///
    /// @param mayHold whether a value may itself be such pairs; inside one, quotes are signs like others
    private static void collect(String line, int from, int to, List<String[]> fields, boolean mayHold) {
        int at = from;
        while (at < to && fields.size() <= MAX_FIELDS) { // one more tells that there are more
            int equals = line.indexOf('=', at);
            if (equals < 0 || equals >= to) {
                return;
            }
            int nameFrom = equals;
            while (nameFrom > at && !isSeparator(line.charAt(nameFrom - 1))) {
                nameFrom--;
            }
            String name = line.substring(nameFrom, equals);
            at = value(line, name, equals + 1, to, fields, mayHold);
        }
    }

    /// Reads a value and returns where it ended.
    private static int value(String line, String name, int from, int to, List<String[]> fields, boolean mayHold) {
        char quote = from < to ? line.charAt(from) : ' ';
        if (mayHold && quote == '\'') { // the text of a program, itself of such pairs
            int close = line.lastIndexOf('\'', to - 1);
            int end = close > from ? close : to;
            collect(line, from + 1, end, fields, false);
            return end + 1;
        }
        if (quote == '"') {
            int close = line.indexOf('"', from + 1);
            int end = close < 0 || close > to ? to : close;
            fields.add(new String[] {name, line.substring(from + 1, end), "\""});
            return end + 1;
        }
        int end = from;
        while (end < to && !isSeparator(line.charAt(end))) {
            end++;
        }
        fields.add(new String[] {name, line.substring(from, end), ""});
        return end;
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '\u001D' || c == ',';
    }

    /// Adds the line's fields: its type, then the others, decoded; the parts of a long argument put together,
    /// and the whole command as `args`.
    void addTo(Fields.Builder data) {
        data.add("type", type);
        boolean isCommand = type.equals(EXECVE);
        Map<String, StringBuilder> byName = new LinkedHashMap<>();
        for (String[] field : fields) {
            int bracket = isCommand ? field[0].indexOf('[') : -1;
            String name = bracket > 0 ? field[0].substring(0, bracket) : field[0];
            String value = isEncoded(name, isCommand) && field[2].isEmpty() ? decoded(field[1], name) : field[1];
            StringBuilder first = byName.putIfAbsent(name, new StringBuilder(value));
            if (first != null && bracket > 0) {
                first.append(value);
            } else if (first != null) {
                data.add(name, value);
            }
        }
        byName.forEach((name, value) -> data.add(name, value.toString()));
        if (isCommand) {
            data.add("args", AuditReader.arguments(byName));
        }
    }

    private static boolean isEncoded(String name, boolean isCommand) {
        return ENCODED.contains(name)
                || (isCommand && name.length() > 1 && name.charAt(0) == 'a' && Character.isDigit(name.charAt(1)));
    }

    /// Text from hexadecimal digits, as it is where it is none; NULs between the arguments of a title become
    /// blanks.
    private static String decoded(String value, String name) {
        boolean isHex = value.length() >= 2
                && value.length() % 2 == 0
                && value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'));
        if (!isHex) {
            return value;
        }
        String text = new String(HexFormat.of().parseHex(value), StandardCharsets.UTF_8);
        return name.equals("proctitle") ? text.replace('\0', ' ') : text;
    }
}
