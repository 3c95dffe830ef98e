package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.slot;
import static io.ashiato.readers.evtx.WrittenNode.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

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
        assertThat(lanes.givenUp()).isLessThan(10);
        assertThat(lanes.leftByJson()).isLessThan(most);
        assertThat(lanes.leftByEvents()).isLessThan(most);
    }

    /// Every token and value type, and records that go to the limits or over them.
    @Test
    void readsCraftedLogsAsThePlainReaderDoes() throws IOException {
        var lanes = new Lanes();
        var logs = new ArrayList<byte[]>();
        WrittenLogs.all().forEach(log -> logs.add(log.bytes()));
        for (ArgumentSet attack : EvtxAttackTest.OVER_LIMIT) {
            logs.add(new EvtxWriter()
                    .add(Instant.EPOCH, WrittenNode.class.cast(Objects.requireNonNull(attack.get()[0])))
                    .bytes());
        }
        for (int i = 0; i < logs.size(); i++) {
            assertThat(lanes.differences(logs.get(i)))
                    .as("log %s", i)
                    .allMatch(difference -> difference.startsWith("slots")); // which know no limit of cost
        }
    }

    /// What no Windows writes, and what both ways have to take alike.
    static final List<ArgumentSet> ODD_TEMPLATES = List.of(
            argumentSet(
                    "elements with the names of structure", element("Event", element("#text", text("x".repeat(80))))),
            argumentSet(
                    "two of one name",
                    element("Event", element("A", slot(0, ValueReader.TEXT)), element("A", slot(1, ValueReader.TEXT)))),
            argumentSet(
                    "a Data whose name is empty, and named again",
                    element(
                            "Event",
                            element(
                                    "EventData",
                                    element("Data", slot(0, ValueReader.TEXT))
                                            .with("Name", "")
                                            .with("Name", "b")))),
            argumentSet(
                    "a value in two places",
                    element("Event", element("A", slot(0, ValueReader.TEXT), slot(0, ValueReader.TEXT)))),
            argumentSet(
                    "an unnamed Data twice",
                    element(
                            "Event",
                            element(
                                    "EventData",
                                    element("Data", slot(0, ValueReader.TEXT)),
                                    element("Data", slot(1, ValueReader.TEXT))))),
            argumentSet(
                    "two times",
                    element(
                            "Event",
                            element(
                                    "System",
                                    element("TimeCreated", slot(0, ValueReader.TEXT)),
                                    element("TimeCreated").with("SystemTime", "2026-01-01T00:00:00Z")))));

    @ParameterizedTest
    @FieldSource("ODD_TEMPLATES")
    void readsOddTemplatesAsThePlainReaderDoes(WrittenNode.Element definition) throws IOException {
        List<WrittenValue> values = List.of(WrittenValue.text("one"), WrittenValue.text("two"));
        byte[] log = new EvtxWriter()
                .add(Instant.EPOCH, new WrittenNode.Instance(definition, values))
                .add(
                        Instant.EPOCH,
                        definition.children().isEmpty()
                                ? definition
                                : element("Event", new WrittenNode.Instance(definition, values)))
                .bytes();

        assertThat(new Lanes().differences(log)).isEmpty();
    }
}
