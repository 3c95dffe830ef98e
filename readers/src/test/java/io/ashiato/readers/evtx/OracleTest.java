package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The shared corpora against what `evtx_dump` 0.15.1 says of them: sound logs and odd ones.
class OracleTest {
    private static final int SOUND_RECORDS = 44_506;
    private static final int ODD_RECORDS = 36_107;

    /// Where we differ from the oracle on odd logs, with the reason.
    private static final String DIFFERENCES = "odd-logs-against-oracle.tsv";

    @BeforeAll
    static void needsTheCorpora() {
        Corpus.needed();
    }

    @Test
    void everyRecordOfSoundLogsReadsAsInTheOracle() throws IOException {
        var differences = new ArrayList<String>();
        int compared = 0;
        try (var logs = Corpus.open("evtx.zip");
                var oracle = Corpus.open("evtx-oracle.zip")) {
            for (ZipEntry entry : logs.logs()) {
                List<String> theirs = oracle.lines(entry.getName());
                compared += theirs.size();
                differences.addAll(differences(entry.getName(), theirs, Logs.json(logs.read(entry.getName()))));
            }
        }

        assertThat(compared).isEqualTo(SOUND_RECORDS);
        assertThat(differences).isEmpty();
    }

    /// Every record of odd logs too, in the same order, but for the differences that are listed: as many
    /// as listed and no others.
    @Test
    void recordsOfOddLogsReadAsInTheOracleButForTheListedOnes() throws IOException {
        var found = new ArrayList<Difference>();
        int compared = 0;
        try (var logs = Corpus.open("evtx-odd.zip");
                var oracle = Corpus.open("evtx-oracle.zip")) {
            for (ZipEntry entry : logs.logs()) {
                List<String> theirs = oracle.lines(entry.getName());
                compared += theirs.size();
                Difference difference = compare(entry.getName(), theirs, Logs.json(logs.read(entry.getName())));
                if (difference.otherwise() + difference.more() > 0) {
                    found.add(difference);
                }
            }
        }

        assertThat(compared).isEqualTo(ODD_RECORDS);
        assertThat(found).containsExactlyInAnyOrderElementsOf(listed());
    }

    /// How our reading of one log differs.
    ///
    /// @param otherwise records of the oracle that are not among ours, or elsewhere
    /// @param more records of ours that are not among the oracle's
    private record Difference(String log, int otherwise, int more) {}

    private static List<Difference> listed() throws IOException {
        return Tables.rows(DIFFERENCES).stream()
                .map(row -> new Difference(row.get(0), Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2))))
                .toList();
    }

    private static Difference compare(String log, List<String> theirs, List<String> ours) {
        int otherwise = 0;
        int more = 0;
        int next = 0;
        for (String line : theirs) {
            int at = indexOf(line, ours, next);
            if (at < 0) {
                otherwise++;
            } else {
                more += at - next;
                next = at + 1;
            }
        }
        return new Difference(log, otherwise, more + ours.size() - next);
    }

    /// Where a record comes from `from` on, or -1. Mostly the text is the same; else the tree decides.
    private static int indexOf(String record, List<String> records, int from) {
        int at = records.subList(from, records.size()).indexOf(record);
        if (at >= 0) {
            return from + at;
        }
        Map<String, Object> tree = Json.object(record);
        for (int i = from; i < records.size(); i++) {
            if (Json.object(records.get(i)).equals(tree)) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> differences(String name, List<String> theirs, List<String> ours) {
        var differences = new ArrayList<String>();
        if (theirs.size() != ours.size()) {
            differences.add(name + ": " + theirs.size() + " records in the oracle, " + ours.size() + " here");
        }
        for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
            boolean sameText = theirs.get(i).equals(ours.get(i)); // mostly; else the trees decide
            if (!sameText && !Json.object(theirs.get(i)).equals(Json.object(ours.get(i)))) {
                differences.add(name + ": oracle " + theirs.get(i) + ", here " + ours.get(i));
            }
        }
        return differences;
    }
}
