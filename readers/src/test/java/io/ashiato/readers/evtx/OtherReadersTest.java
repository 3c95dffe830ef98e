package io.ashiato.readers.evtx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.readers.evtx.WrittenLogs.WrittenLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What our writer writes and our reader reads, two independent readers read too and as the same: the
/// Rust `evtx_dump` 0.15.1 (named by `ASHIATO_EVTX_DUMP`) as JSON, and libevtx 20260705 (by way of the
/// Python of `ASHIATO_VALIDATOR_PYTHON`) as XML.
class OtherReadersTest {
    private static final String FAILED = "failed";

    /// Where libevtx is wrong: log, number of the record from 0, and why ours is right.
    private static final Map<String, Map<Integer, String>> LIBEVTX_FAULTS = Map.of(
            "every type",
            Map.of(
                    0, "drops the element around an optional slot without a value, though it depends on none",
                    18, "loses the value of a SizeT of 32 bits",
                    19, "loses the value of a SizeT of 64 bits"),
            "an array of every type",
            Map.of(12, "knows no array of truth values", 16, "knows no array of SIDs"),
            "every token",
            Map.of(
                    4, "fails at a character reference",
                    5, "fails at a character reference",
                    6, "drops the element around a CDATA section",
                    7, "drops the element around a CDATA section",
                    10, "fails at an entity reference in an attribute",
                    11, "fails at an entity reference in an attribute",
                    12, "fails at a character reference",
                    13, "fails at a character reference",
                    15, "fails at an attribute of text and slots"),
            "forwarded",
            Map.of(
                    0, "loses the second of two elements in one value",
                    1, "loses the second of two elements in one value",
                    2, "loses the second of two elements in one value",
                    3, "loses the second of two elements in one value"));

    /// Where `evtx_dump` is wrong: how it fails, a log, and the EventData of its second record, which is
    /// right in ours.
    static final List<ArgumentSet> EVTX_DUMP_FAULTS = List.of(
            argumentSet(
                    "loses Data without a name beside named ones",
                    log(event -> event.with("a", "1").with("", "2").with("b", "3")),
                    "{\"a\":\"1\",\"Data\":{\"#text\":\"2\"},\"b\":\"3\"}"),
            argumentSet(
                    "loses a record for a text of odd length",
                    log(event -> event.with("a", value(0x01, 'x', 0, 'y')).with("b", "3")),
                    "{\"a\":\"x\",\"b\":\"3\"}"),
            argumentSet(
                    "reads the next value for a SID of size 0",
                    log(event -> event.with("a", value(0x13)).with("b", "next")),
                    "{\"a\":\"\",\"b\":\"next\"}"),
            argumentSet(
                    "reads past the size of a value",
                    log(event -> event.with("a", value(0x08, 1, 2)).with("b", "next")),
                    "{\"a\":\"0102\",\"b\":\"next\"}"),
            argumentSet(
                    "loses a record for a value of type 0x20",
                    log(event -> event.with("a", value(0x20, 1, 2)).with("b", "next")),
                    "{\"a\":\"0102\",\"b\":\"next\"}"),
            argumentSet("drops a chunk that is cut", cut(log(event -> event.with("a", "1"))), "{\"a\":\"1\"}"),
            argumentSet(
                    "loses a chunk for its table of names",
                    namesElsewhere(log(event -> event.with("a", "1"))),
                    "{\"a\":\"1\"}"));

    private static byte[] log(UnaryOperator<LoggedEvent> data) {
        LoggedEvent event = LoggedEvent.of("Provider", 1, "Channel");
        return new EvtxWriter().add(event).add(data.apply(event)).add(event).bytes();
    }

    private static WrittenValue value(int type, int... bytes) {
        var all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return new WrittenValue.Bytes(type, all);
    }

    private static byte[] cut(byte[] log) {
        return Arrays.copyOf(log, log.length / 2);
    }

    private static byte[] namesElsewhere(byte[] log) {
        byte[] copy = log.clone();
        Arrays.fill(copy, EvtxFile.HEADER_SIZE + 128, EvtxFile.HEADER_SIZE + 384, (byte) 0xEE);
        return copy;
    }

    @TempDir
    private Path folder;

    static List<WrittenLog> logs() {
        return WrittenLogs.all();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void ourReaderFindsAllRecordsAndNoDamage(WrittenLog log) throws IOException {
        assertThat(Logs.damage(log.bytes())).isEmpty();
        assertThat(Logs.records(log.bytes())).hasSize(log.records());
    }

    @ParameterizedTest
    @MethodSource("logs")
    void evtxDumpSaysTheSame(WrittenLog log) throws IOException, InterruptedException {
        String program = program("ASHIATO_EVTX_DUMP");
        List<Map<String, Object>> theirs =
                Json.lines(output(log.bytes(), program, "--validate-checksums", "-t", "1", "-o", "jsonl"));

        assertThat(folder.resolve("errors.txt")).isEmptyFile();
        assertThat(theirs).isEqualTo(Json.lines(String.join("\n", Logs.json(log.bytes()))));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void libevtxSaysTheSame(WrittenLog log) throws IOException, InterruptedException {
        String python = program("ASHIATO_VALIDATOR_PYTHON");
        Path script = Files.write(folder.resolve("libevtx_records.py"), resource("libevtx_records.py"));
        List<String> theirs =
                output(log.bytes(), python, script.toString()).lines().toList();
        // In the order of the file: libevtx does not look for the oldest chunk.
        List<String> ours = Logs.inFileOrder(log.bytes()).stream()
                .map(record -> ComparedXml.of(EvtxXml.document(record.event())))
                .toList();

        assertThat(folder.resolve("errors.txt")).isEmptyFile();
        assertThat(theirs).hasSameSizeAs(ours);
        var different = new TreeMap<Integer, String>();
        for (int i = 0; i < ours.size(); i++) {
            String xml = theirs.get(i).substring(theirs.get(i).indexOf('\t') + 1);
            String same = xml.equals(FAILED) ? FAILED : ComparedXml.of(xml);
            if (!same.equals(ours.get(i))) {
                different.put(i, "theirs " + same + "\nours " + ours.get(i));
            }
        }
        assertThat(different.keySet())
                .as("%s", different)
                .isEqualTo(LIBEVTX_FAULTS.getOrDefault(log.name(), Map.of()).keySet());
    }

    @ParameterizedTest
    @FieldSource("EVTX_DUMP_FAULTS")
    void oursIsRightWhereEvtxDumpIsNot(byte[] log, String eventData) throws IOException, InterruptedException {
        String right = "\"EventData\":" + eventData;
        assertThat(Logs.json(log)).hasSize(3);
        assertThat(Logs.json(log).get(1)).contains(right);

        String program = program("ASHIATO_EVTX_DUMP");
        assertThat(output(log, program, "-t", "1", "-o", "jsonl")).doesNotContain(right);
    }

    /// The program that a variable of the environment names; without it the test is skipped.
    private static String program(String variable) {
        Optional<String> program = Optional.ofNullable(System.getenv(variable));
        assumeThat(program.isPresent() || "true".equals(System.getenv("CI")))
                .as(variable + " names no program")
                .isTrue();
        assertThat(program).as(variable).isPresent();
        return program.orElseThrow();
    }

    private byte[] resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    /// What a program prints about a log, which comes as the last argument.
    private String output(byte[] log, String... command) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("log.evtx"), log);
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        var all = new ArrayList<>(Stream.of(command).toList());
        all.add(file.toString());
        Process process = new ProcessBuilder(all)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        return Files.readString(output, UTF_8);
    }
}
