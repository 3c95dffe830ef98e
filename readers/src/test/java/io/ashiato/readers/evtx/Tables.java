package io.ashiato.readers.evtx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// Tables beside the tests: fields between tabs, lines that begin with `#` are remarks.
final class Tables {
    private Tables() {}

    static List<List<String>> rows(String name) throws IOException {
        try (var in = Objects.requireNonNull(Tables.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        }
    }
}
