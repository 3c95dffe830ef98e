package io.ashiato.intel.attribution;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// An invented base small enough to count in one's head.
final class TinyBase {
    /// Three actors. A does T1001 and T1002.001 and uses the malware S1; B does T1001 and uses the tool S2
    /// and the malware S1; C does T1003 only. S1 does T1004, S2 does T1001.
    static final String JSON = """
            {"actors": {
               "A": {"name": "Alpha", "aliases": ["First"], "country": "XX", "overlaps": ["B"],
                     "galaxy": {"countries": ["Norway"], "sectors": ["energy"]}},
               "B": {"name": "Beta"},
               "C": {"name": "Gamma", "country": null, "galaxy": null}},
             "software": {"S1": {"name": "Implant", "type": "malware"}, "S2": {"name": "Scanner", "type": "tool"}},
             "techniques": {"T1001": {}, "T1002.001": {}, "T1003": {}, "T1004": {}},
             "citations": {
               "c1": {"published": "2015-03-01", "precision": "day", "latest": "2015-03-01"},
               "c2": {"published": "2018-06", "precision": "month", "latest": "2018-06-31"},
               "c3": {"published": "2020-01-01", "precision": "retrieved", "latest": null}},
             "relations": [
               ["A", "T1001", [], [["c1", "7.0"], ["c2", "12.0"]]],
               ["A", "T1002.001", ["C0001"], [["c2", "12.0"]]],
               ["A", "S1", [], [["c2", "12.0"]]],
               ["B", "T1001", [], [["c3", "9.0"]]],
               ["B", "S1", [], [["c1", "7.0"]]],
               ["B", "S2", [], [["c1", "7.0"]]],
               ["C", "T1003", [], [["c1", "18.1"]]],
               ["S1", "T1004", [], [["c2", "7.0"]]],
               ["S2", "T1001", [], [["c1", "7.0"]]]],
             "context": [["A", "country", "Japan", [["c2", "12.0"]]], ["B", "sector", "energy", [["c1", "7.0"]]]]}
            """;

    private TinyBase() {}

    static RelationBase read() throws IOException {
        try {
            return read(JSON);
        } catch (RelationFormatException e) {
            throw new AssertionError(e);
        }
    }

    static RelationBase read(String json) throws IOException, RelationFormatException {
        return RelationBase.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    static ObservedBehaviour observed(Set<String> techniques, Set<String> software) {
        return new ObservedBehaviour(techniques, software, Set.of(), Set.of(), OptionalInt.empty());
    }

    static Narrowing narrowing(Set<String> citations, Set<String> actors, String before, String release) {
        return new Narrowing(
                citations,
                actors,
                before.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(before)),
                release.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(release)));
    }
}
