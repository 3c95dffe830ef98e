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

    /// What Windows writes into UserData, and what it does not, as fragments that are no template instances.
    static final List<ArgumentSet> FRAGMENTS = List.of(
            argumentSet("a text", element("Part", text("alone"))),
            argumentSet("nothing", element("Part")),
            argumentSet(
                    "attributes of an empty part",
                    element("Part").with("a", "1").with("b", "2")),
            argumentSet(
                    "a text and attributes",
                    element("Part", text("value")).with("a", "1").with("b", "2")),
            argumentSet(
                    "an attribute without text",
                    element("Part", text("value")).with("a", "").with("b", "2")),
            argumentSet(
                    "an attribute twice",
                    element("Part", text("value")).with("a", "1").with("a", "2")),
            argumentSet("a name space", element("Part", element("A", text("1"))).with("xmlns", "http://a/b")),
            argumentSet("leaves", element("Part", element("A", text("1")), element("B"), element("A", text("3")))),
            argumentSet(
                    "leaves with attributes",
                    element(
                                    "Part",
                                    element("A", text("1")).with("x", "y").with("xmlns:q", "u"),
                                    element("B").with("x", "y"))
                            .with("z", "w")),
            argumentSet("leaves of leaves", element("Part", element("A", element("B", element("C", text("deep")))))),
            argumentSet("an empty text", element("Part", element("A", text("")), text(""))),
            argumentSet("a text that ends with NULs", element("Part", element("A", text("a\0b\0\0")))),
            argumentSet("texts beside elements", element("Part", text("a"), element("B", text("b")), text("c"))),
            argumentSet("two texts", element("Part", element("A", text("a"), text("b")))),
            argumentSet(
                    "the names of other parts",
                    element("EventData", element("Data", text("1")).with("Name", "n"))),
            argumentSet("a system", element("System", element("EventID", text("7")))),
            argumentSet("a rendering", element("RenderingInfo", element("Level", text("Error")))),
            argumentSet("other parts inside", element("Part", element("EventData", element("Data", text("1"))))),
            argumentSet(
                    "names that are not ASCII",
                    element("Part", element("名前", text("値")).with("属性", "一"))),
            argumentSet("the names of structure", element("#text", element("@a", text("1")))),
            argumentSet("a long text", element("Part", element("A", text("x".repeat(9000))))));

    @ParameterizedTest
    @FieldSource("FRAGMENTS")
    void readsFragmentsAsThePlainReaderDoes(WrittenNode.Element fragment) throws IOException {
        WrittenNode.Element other = element("Other", element("A", text("other")));
        var log = new EvtxWriter();
        for (WrittenValue value : List.of(WrittenValue.xml(fragment), WrittenValue.xml(fragment, other, fragment))) {
            for (WrittenNode.Element definition : List.of(
                    element("Event", element("System", element("EventID", text("1"))), slot(0, 0x21)),
                    element("Event", element("UserData", slot(0, 0x21))),
                    element("Event", element("EventData", slot(0, 0x21))),
                    element(
                            "Event",
                            element("UserData", element("Inner", slot(0, 0x21)).with("k", "v"))))) {
                var instance = new WrittenNode.Instance(definition, List.of(value));
                log.add(Instant.EPOCH, instance).add(Instant.EPOCH, instance);
            }
        }

        assertThat(new Lanes().differences(log.bytes())).isEmpty();
    }
}
