package io.ashiato.intel.knowledge.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Our rules of extraction, which are tables beside this class: tab-separated, `#` for remarks.
final class Tables {
    private Tables() {}

    /// The rows of a table, each with all its columns.
    static List<String[]> rows(String name) {
        InputStream in = Objects.requireNonNull(Tables.class.getResourceAsStream(name), name);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows whose first column is that.
    static List<String[]> rows(String name, String first) {
        return rows(name).stream().filter(row -> row[0].equals(first)).toList();
    }
}
