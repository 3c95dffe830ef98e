package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The shared corpora against what `evtx_dump` 0.15.1 says of them: sound logs, odd ones, and sound
/// ones that were damaged at random.
class OracleTest {
    private static final int SOUND_RECORDS = 44_506;
    private static final int ODD_RECORDS = 36_107;

    /// Records that the oracle reads otherwise, with the reason why it is not followed.
    private static final Map<String, Integer> OTHERWISE = Map.of(
            // Times that are none, an unpaired surrogate, a NUL inside a text, Data without a name
            // beside named ones, names that mean structure, values of a wrong size.
            "synthetic/all-types.evtx", 7,
            // A flipped bit in the table of sizes: the oracle goes by the type, which fits by chance.
            "damaged/application-two-chunks--flip-02.evtx", 1,
            "damaged/security-three-chunks--flip-02.evtx", 1);

    private static final int MUTATIONS = 2_000;

    @BeforeAll
    static void needsTheCorpora() {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        assertThat(Shared.folder("corpora")).as("shared corpora").isPresent();
    }

    @Test
    void everyRecordOfSoundLogsReadsAsInTheOracle() throws IOException {
        var differences = new ArrayList<String>();
        int compared = 0;
        try (var logs = corpus("evtx.zip");
                var oracle = corpus("evtx-oracle.zip")) {
            for (ZipEntry entry : members(logs)) {
                List<String> theirs = lines(oracle, entry.getName());
                compared += theirs.size();
                differences.addAll(differences(entry.getName(), theirs, Logs.json(read(logs, entry))));
            }
        }

        assertThat(compared).isEqualTo(SOUND_RECORDS);
        assertThat(differences).isEmpty();
    }

    /// Of odd logs at least what the oracle reads, in its form. More is welcome: the oracle drops cut
    /// chunks, and chunks whose name table is damaged.
    @Test
    void everyRecordThatTheOracleReadsOfOddLogsIsRead() throws IOException {
        var missing = new HashMap<String, Integer>();
        int compared = 0;
        try (var logs = corpus("evtx-odd.zip");
                var oracle = corpus("evtx-oracle.zip")) {
            for (ZipEntry entry : members(logs)) {
                List<String> theirs = lines(oracle, entry.getName());
                compared += theirs.size();
                int count = missing(theirs, Logs.json(read(logs, entry)));
                if (count > 0) {
                    missing.put(entry.getName(), count);
                }
            }
        }

        assertThat(compared).isEqualTo(ODD_RECORDS);
        assertThat(missing).isEqualTo(OTHERWISE);
    }

    /// Bytes changed, blocks moved and cut: nothing escapes, and all that comes out can be written.
    @Test
    void mutatedLogsAreRead() throws IOException {
        long seed = 42;
        var random = new Random(seed);
        long records = 0;
        try (var logs = corpus("evtx.zip")) {
            List<ZipEntry> small = members(logs).stream()
                    .filter(entry -> entry.getSize() <= EvtxFile.HEADER_SIZE + EvtxFile.CHUNK_SIZE)
                    .toList();
            for (int i = 0; i < MUTATIONS; i++) {
                ZipEntry entry = small.get(random.nextInt(small.size()));
                byte[] log = read(logs, entry);
                mutate(log, random);
                records += written(log, "seed " + seed + ", round " + i + ", " + entry.getName());
            }
        }

        assertThat(records).isGreaterThan(MUTATIONS);
    }

    private static void mutate(byte[] log, Random random) {
        int used = EvtxFile.HEADER_SIZE + 512 + random.nextInt(EvtxFile.CHUNK_SIZE - 512);
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            int at = random.nextInt(used);
            switch (random.nextInt(4)) {
                case 0 -> log[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> log[at] = (byte) random.nextInt();
                case 2 -> log[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                default -> {
                    int from = random.nextInt(used);
                    int count = random.nextInt(Math.min(64, log.length - Math.max(at, from)));
                    System.arraycopy(log, from, log, at, count);
                }
            }
        }
    }

    /// How many records came out, each in all three forms.
    private static int written(byte[] log, String origin) throws IOException {
        List<EvtxRecord> records = Logs.records(log);
        for (EvtxRecord record : records) {
            assertThat(Json.object(EvtxJson.line(record.event()))).as(origin).isNotEmpty();
            assertThat(EvtxXml.document(record.event())).as(origin).startsWith("<");
            assertThat(EvtxEvents.event(record, "a.evtx", "").system())
                    .as(origin)
                    .isNotNull();
        }
        return records.size();
    }

    /// How many of the oracle's records are not among ours, whatever the order.
    private static int missing(List<String> theirs, List<String> ours) {
        if (theirs.equals(ours)) {
            return 0;
        }
        var left = new HashMap<Map<String, Object>, Integer>();
        ours.forEach(line -> left.merge(Json.object(line), 1, Integer::sum));
        int missing = 0;
        for (String line : theirs) {
            if (left.merge(Json.object(line), -1, Integer::sum) < 0) {
                missing++;
            }
        }
        return missing;
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

    private static ZipFile corpus(String name) throws IOException {
        Path folder = Shared.folder("corpora").orElseThrow();
        return new ZipFile(folder.resolve(name).toFile());
    }

    private static List<ZipEntry> members(ZipFile zip) {
        return zip.stream()
                .filter(member -> member.getName().endsWith(".evtx"))
                .map(ZipEntry.class::cast)
                .toList();
    }

    private static List<String> lines(ZipFile oracle, String log) throws IOException {
        ZipEntry entry = Optional.ofNullable(oracle.getEntry(log + ".jsonl")).orElseThrow();
        return new String(read(oracle, entry), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
