package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The fast ways of reading say what the plain one says, of every record.
class LaneTest {
    /// @param most records that each lane may leave to the plain reader, so that it is one
    @ParameterizedTest
    @CsvSource({"evtx.zip, 44506, 50", "evtx-odd.zip, 37669, 1700"})
    void readsTheCorpusAsThePlainReaderDoes(String corpus, long records, long most) throws IOException {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        Path folder = Shared.folder("corpora").orElseThrow();
        var lanes = new Lanes();
        var differences = new ArrayList<String>();
        try (var zip = new ZipFile(folder.resolve(corpus).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] log = zip.getInputStream(entry).readAllBytes();
                lanes.differences(log).forEach(difference -> differences.add(entry.getName() + ": " + difference));
            }
        }

        assertThat(differences).isEmpty();
        assertThat(lanes.records()).isEqualTo(records);
        assertThat(lanes.leftByJson()).isLessThan(most);
        assertThat(lanes.leftByEvents()).isLessThan(most);
    }
}
