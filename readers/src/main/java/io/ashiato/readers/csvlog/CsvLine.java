package io.ashiato.readers.csvlog;

import java.util.ArrayList;
import java.util.List;

/// A line of RFC 4180: values parted by a separator; one in quotes may hold it, and quotes doubled.
final class CsvLine {
    /// Columns that are read. Exports of search engines have some hundred.
    private static final int MAX_COLUMNS = 4_096;

    private CsvLine() {}

    static List<String> values(String line, char separator) {
        var values = new ArrayList<String>();
        int at = 0;
        while (at <= line.length() && values.size() < MAX_COLUMNS) {
            var value = new StringBuilder();
            if (at < line.length() && line.charAt(at) == '"') {
                at = quoted(line, at + 1, value);
            }
            int end = line.indexOf(separator, at);
            end = end < 0 ? line.length() : end;
            values.add(value.append(line, at, end).toString());
            at = end + 1;
        }
        return values;
    }

    /// Reads up to the closing quote and returns the place behind it.
    private static int quoted(String line, int from, StringBuilder value) {
        for (int at = from; at < line.length(); at++) {
            if (line.charAt(at) != '"') {
                value.append(line.charAt(at));
            } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else {
                return at + 1;
            }
        }
        return line.length();
    }
}
