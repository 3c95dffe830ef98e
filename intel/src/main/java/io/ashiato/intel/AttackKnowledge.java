package io.ashiato.intel;

import io.ashiato.model.Technique;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The techniques of MITRE ATT&CK Enterprise in one stated version, and which of them took the place
/// of an id of an earlier version. Sources: `NOTICE.md` beside the resources.
public final class AttackKnowledge {
    /// The version of every id that this class gives out.
    public static final String VERSION = "19";

    private final Map<String, Technique> techniques;
    private final Map<String, String> replaced;

    private AttackKnowledge(Map<String, Technique> techniques, Map<String, String> replaced) {
        this.techniques = techniques;
        this.replaced = replaced;
    }

    /// The knowledge that is built in.
    public static AttackKnowledge builtIn() {
        var techniques = new HashMap<String, Technique>();
        for (String[] row : rows("attack-techniques.tsv")) {
            techniques.put(row[0], new Technique(row[0], row[1], List.of(row[2].split(",", -1))));
        }
        var replaced = new HashMap<String, String>();
        for (String[] row : rows("attack-crosswalk.tsv")) {
            replaced.put(row[0], row[1]);
        }
        return new AttackKnowledge(techniques, replaced);
    }

    /// The technique of that id, or the one that took its place; empty for an id that never was.
    public Optional<Technique> current(String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(techniques.get(replaced.getOrDefault(upper, upper)));
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = AttackKnowledge.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + resource);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
