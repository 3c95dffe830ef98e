package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How much chosen logs of the corpora give, exactly: a change that loses a record, or invents one,
/// shows here with the name of the log.
class PinnedCountsTest {
    @BeforeAll
    static void needsTheCorpora() {
        Corpus.needed();
    }

    @Test
    void eachLogGivesAsMuchAsIsWrittenDown() throws IOException {
        List<List<String>> pinned = Tables.rows("pinned-counts.tsv");
        var counted = new ArrayList<List<String>>();
        try (var sound = Corpus.open("evtx.zip");
                var odd = Corpus.open("evtx-odd.zip")) {
            for (List<String> row : pinned) {
                String corpus = row.get(0);
                String log = row.get(1);
                counted.add(counts(corpus, log, (corpus.equals("evtx") ? sound : odd).read(log)));
            }
        }

        assertThat(pinned).hasSizeGreaterThan(30);
        assertThat(counted).isEqualTo(pinned);
    }

    private static List<String> counts(String corpus, String log, byte[] bytes) throws IOException {
        List<EvtxChunk> chunks = Logs.chunks(bytes);
        List<RecordFlaw> flaws =
                chunks.stream().flatMap(chunk -> chunk.recordFlaws().stream()).toList();
        var structure = new ArrayList<>(EvtxFile.open(ByteSource.of(bytes)).damage());
        chunks.forEach(chunk -> structure.addAll(chunk.chunkDamage()));
        long checksums = structure.stream()
                .filter(Damage.ChecksumMismatch.class::isInstance)
                .count();
        long lost = flaws.stream().filter(RecordFlaw::lost).count();
        return List.of(
                corpus,
                log,
                number(chunks.stream()
                        .mapToLong(chunk -> chunk.records().size())
                        .sum()),
                number(lost),
                number(flaws.size() - lost),
                number(checksums),
                number(structure.size() - checksums));
    }

    private static String number(long number) {
        return Long.toString(number);
    }
}
