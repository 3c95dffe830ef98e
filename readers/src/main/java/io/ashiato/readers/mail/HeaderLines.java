package io.ashiato.readers.mail;

import java.util.ArrayList;
import java.util.List;

/// The lines of a header that a message keeps as text.
final class HeaderLines {
    private HeaderLines() {}

    static List<HeaderFields.Field> parse(String header) {
        var fields = new ArrayList<HeaderFields.Field>();
        var field = new StringBuilder();
        for (String line : header.split("\r?\n|\r", Limits.FIELDS * 10)) {
            if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                field.append(line);
            } else {
                add(field, fields);
                field.append(line);
            }
        }
        add(field, fields);
        return fields;
    }

    private static void add(StringBuilder field, List<HeaderFields.Field> fields) {
        int colon = field.indexOf(":");
        if (colon > 0 && fields.size() < Limits.FIELDS) {
            fields.add(MsgReader.field(field.substring(0, colon), field.substring(colon + 1)));
        }
        field.setLength(0);
    }
}
