package io.ashiato.readers.jsonlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Event;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.EvtxJson;
import io.ashiato.readers.evtx.EvtxRecord;
import io.ashiato.readers.evtx.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines of known forms, read in place, are the same records as if each had been parsed.
class LineFormsTest {
    /// A line of each shape of Windows records, and of others.
    static final List<String> LINES = List.of(
            "{\"Event\":{\"#attributes\":{\"xmlns\":\"x\"},\"System\":{\"Provider\":{\"#attributes\":{\"Name\":\"P\"}},"
                    + "\"EventID\":1,\"TimeCreated\":{\"#attributes\":{\"SystemTime\":\"2024-05-06T07:08:09.123456Z\"}},"
                    + "\"EventRecordID\":77,\"Correlation\":null,\"Channel\":\"C\",\"Computer\":\"WS-1\"},"
                    + "\"EventData\":{\"Image\":\"C:\\\\a & b.exe\",\"Data\":[\"x\",\"y\"],\"User\":\"\",\"N\":-1.5}}}",
            "{\"System\": {\"Provider\": {\"Name\": \"P\"}, \"EventID\": {\"Value\": 1}, \"TimeCreated\": {\"SystemTime\":"
                    + " 1714979289.123456}, \"Channel\": \"C\", \"Computer\": \"WS-1\"}, \"EventData\": {\"Image_1\":"
                    + " \"a\", \"User\": true}, \"Message\": \"m\"}",
            "{\"Event\":{\"System\":{\"EventID\":\"1\",\"Channel\":\"C\",\"Computer\":\"W\"},\"EventData\":{\"Data\":["
                    + "{\"@Name\":\"Image\",\"#text\":\"a\"},{\"@Name\":\"User\",\"#text\":\"\"}]}}}",
            "{\"@timestamp\":\"2024-05-06T07:08:09.123Z\",\"agent\":{\"name\":\"a\"},\"event\":{\"code\":\"1\"},\"host\":"
                    + "{\"name\":\"h\"},\"process\":{\"executable\":\"e\",\"pid\":4},\"destination\":{\"ip\":\"1.2.3.4\"},"
                    + "\"message\":\"m\",\"winlog\":{\"provider_name\":\"P\",\"event_id\":1,\"channel\":\"C\","
                    + "\"computer_name\":\"WS-1\",\"event_data\":{\"Image\":\"i\",\"User\":\"u\"}}}",
            "{\"_index\":\"i\",\"_source\":{\"@timestamp\":\"2024-05-06T07:08:09.123Z\",\"event.code\":\"1\","
                    + "\"process.executable\":\"C:\\\\a\",\"winlog.channel\":\"C\",\"host.name\":\"h\","
                    + "\"host.hostname\":\"g\",\"winlog.event_data.User\":\"\"}}",
            "{\"EventTime\":\"2024-05-06T09:08:09.123456+02:00\",\"Hostname\":\"WS-1\",\"EventType\":\"INFO\",\"EventID\":1,"
                    + "\"SourceName\":\"P\",\"RecordNumber\":77,\"Channel\":\"C\",\"Image\":\"i\",\"User\":\"\","
                    + "\"Message\":\"m\"}",
            "{\"preview\":false,\"result\":{\"_time\":\"2024-05-06T07:08:09.123+00:00\",\"source\":"
                    + "\"XmlWinEventLog:C\",\"EventCode\":\"1\",\"Provider\":\"P\",\"host\":\"W\",\"_raw\":\"r\"}}",
            "{\"@timestamp\":\"2024-05-06T07:08:09.123Z\",\"event_id\":1,\"log_name\":\"C\",\"source_name\":\"P\","
                    + "\"computer_name\":\"W\",\"message\":\"m\",\"event_data\":{\"EventType\":\"SetValue\",\"U\":null}}",
            "{\"ts\":1591367999.305988,\"uid\":\"C\",\"id.orig_h\":\"10.0.0.1\",\"id.resp_p\":53,\"query\":\"a.b\","
                    + "\"rejected\":false,\"TTLs\":[1.0,2.0]}",
            "{\"value\":[1,null,\"x\"],\"other\":{\"value\":2}}",
            "[{\"EventID\":1,\"Channel\":\"C\"}]");

    /// What takes the place of a value.
    static final List<String> VALUES = List.of(
            "\"\"",
            "\"é€😀\"",
            "\"\\u00e9\\ud83d\\ude00\\ud83d\\n\\/\\b\\f\\r\\t\\\"\\\\\"",
            "\"\\uD800\"",
            "\"a\\x\"",
            "\"\\u12G4\"",
            "\"\\u12",
            "\"tab\there\u0001\"",
            "\"\u0085\"",
            "\"<Event\"",
            "\"{}\"",
            "\"{\\\"EventID\\\":4,\\\"Channel\\\":\\\"D\\\"}\"",
            "\"VERBOSE\"",
            "\"0x1f\"",
            "\"{0a-1f}\"",
            "\"" + "0123456789".repeat(3) + "\"",
            "\"" + "long ".repeat(9000) + "\"",
            "\"" + "longer\\\\".repeat(9000) + "\"",
            "null",
            "true",
            "false",
            "nul",
            "nullx",
            "0",
            "-0",
            "007",
            "-",
            "+1",
            "1.",
            ".5",
            "1.50",
            "1e5",
            "1E-5",
            "NaN",
            "-Infinity",
            "12345678901234567890123456789012345678901234567890",
            "9".repeat(1001),
            "{}",
            "[]",
            "[null]",
            "[1,\"a\",[2],{\"b\":3}]",
            "{\"x\":1,\"x\":2}",
            "\"a\",\"Image\":\"b\"",
            "\"a\",\"Image_1\":\"b\",\"Image_2\":\"\"",
            "\"a\",\"EventType\":\"INFO\"",
            "\"a\",\"EventType\":\"CreateKey\"",
            "\"a\",\"Channel\":\"\"",
            "\"a\", \"n\\u0061me\" : \"b\"",
            "\"a\",\"Records\":[{\"EventID\":9,\"Channel\":\"C\"}]",
            "'a'",
            "\"a\" /* comment */");

    /// What takes the place of a whole line.
    static final List<String> ODD_LINES = List.of(
            "\uFEFF{\"EventID\":1,\"Channel\":\"C\"}",
            "{\"EventID\":1,\"Channel\":\"C\"} ",
            "{\"EventID\":1,\"Channel\":\"C\"}{}",
            "{\"EventID\":1,\"Channel\":\"C\"}5",
            "{\"EventID\":1,\"Channel\":\"C\"},",
            "{\"EventID\":1,\"Channel\":\"C\"",
            "  {\"EventID\":1,\"Channel\":\"C\"}",
            "{\"EventID\":1,\"Channel\":\"C\",}",
            "{\"a\":".repeat(101) + "1" + "}".repeat(101),
            "{\"" + "n".repeat(2000) + "\":1}",
            "{\"eventName\":\"n\",\"eventSource\":\"s\",\"awsRegion\":\"r\",\"request\":{\"a\":[1,{\"b\":2}]}}",
            "null",
            "\"text\"",
            "[]");

    @ParameterizedTest
    @FieldSource("LINES")
    void oddValuesAreReadAsIfParsed(String line) throws IOException {
        for (String value : VALUES) {
            for (int place : values(line)) {
                String odd = replaced(line, place, value);
                BothWays.compare(log(line, line, odd, line, odd, odd));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ODD_LINES")
    void oddLinesAreReadAsIfParsed(String odd) throws IOException {
        for (String line : LINES) {
            BothWays.compare(log(line, line, odd, line, odd, odd, line));
        }
    }

    @Test
    void bytesThatAreNoTextAreReadAsIfParsed() throws IOException {
        for (String bytes : List.of(
                "\u0080",
                "\u00C0\u0080",
                "\u00C3",
                "\u00C3(",
                "\u00E0\u0080\u0080",
                "\u00ED\u00A0\u0080",
                "\u00F4\u0090\u0080\u0080",
                "\u00F0\u0080\u0080\u0080",
                "\u00FF",
                "\u00E2\u0082",
                "\u00C3\u00A9")) {
            for (String line : LINES.subList(0, 6)) {
                for (int place : values(line)) {
                    String odd = replaced(line, place, "\"a" + bytes + "\"");
                    BothWays.compare((line + "\n" + odd + "\n" + odd + "\n" + line).getBytes(ISO_8859_1));
                }
            }
        }
    }

    @Test
    void cutLinesAreReadAsIfParsed() throws IOException {
        for (String line : LINES) {
            for (int length = 1; length < line.length(); length++) {
                BothWays.compare(log(line, line.substring(0, length), line));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 300)
    void mutatedLinesAreReadAsIfParsed(int rounds) throws IOException {
        long seed = System.nanoTime();
        System.out.println("LineFormsTest seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            var log = new ByteArrayOutputStream();
            for (int i = 0; i < 30; i++) {
                byte[] line = LINES.get(random.nextInt(LINES.size())).getBytes(UTF_8);
                for (int edits = random.nextInt(4); edits > 0; edits--) {
                    int at = random.nextInt(line.length);
                    line[at] = random.nextBoolean() ? line[random.nextInt(line.length)] : (byte) random.nextInt(256);
                }
                log.writeBytes(line);
                log.write('\n');
            }
            BothWays.compare(log.toByteArray());
        }
    }

    @Test
    void realEventLogsAsJsonLinesAreReadAsIfParsed() throws IOException {
        long inPlace = 0;
        try (var zip = corpus("evtx.zip")) {
            for (ZipEntry entry : members(zip, ".evtx")) {
                var lines = new StringBuilder();
                for (EvtxRecord record : records(zip.getInputStream(entry).readAllBytes())) {
                    lines.append(EvtxJson.line(record.event())).append('\n');
                }
                inPlace += BothWays.compare(lines.toString().getBytes(UTF_8));
            }
        }
        assertThat(inPlace).isGreaterThan(36_000);
    }

    @Test
    void realJsonLogsAreReadAsIfParsed() throws IOException {
        int logs = 0;
        try (var zip = corpus("sigma-regression.zip")) {
            for (ZipEntry entry : members(zip, ".json")) {
                byte[] log = zip.getInputStream(entry).readAllBytes();
                var often = new ByteArrayOutputStream();
                for (int i = 0; i < 3; i++) {
                    often.writeBytes(log);
                    often.write('\n');
                }
                BothWays.compare(often.toByteArray());
                logs++;
            }
        }
        assertThat(logs).isGreaterThan(100);
    }

    private static byte[] log(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    /// Where the values of a line begin that are no objects.
    private static List<Integer> values(String line) {
        var found = new ArrayList<Integer>();
        for (int at = line.indexOf(':'); at >= 0; at = line.indexOf(':', at + 1)) {
            int value = line.charAt(at + 1) == ' ' ? at + 2 : at + 1;
            boolean isName = line.charAt(at - 1) == '"';
            if (isName && line.charAt(value) != '{' && line.charAt(value) != '[') {
                found.add(value);
            }
        }
        return found;
    }

    private static String replaced(String line, int from, String value) {
        int to = from + 1;
        if (line.charAt(from) == '"') {
            to = line.indexOf('"', to) + 1;
        } else {
            while (",}] ".indexOf(line.charAt(to)) < 0) {
                to++;
            }
        }
        return line.substring(0, from) + value + line.substring(to);
    }

    private static List<EvtxRecord> records(byte[] log) throws IOException {
        var file = EvtxFile.open(ByteSource.of(log));
        var records = new ArrayList<EvtxRecord>();
        for (int i = 0; i < file.chunkCount(); i++) {
            records.addAll(file.read(i).records());
        }
        return records;
    }

    private static List<? extends ZipEntry> members(ZipFile zip, String suffix) {
        return zip.stream().filter(e -> e.getName().endsWith(suffix)).toList();
    }

    private static ZipFile corpus(String name) throws IOException {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        return new ZipFile(Shared.folder("corpora").orElseThrow().resolve(name).toFile());
    }

    /// Objects as text are kept from the first record on that wants them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'winlog':{'event_data':{'a':{}}},'k':'v'}",
                "{'System':{'Provider':{'x':{}}},'k':'v'}",
                "{'winlog':{'event_data':[]},'k':'v'}"
            })
    void aRecordIsTheSameBeforeAndBehindOneOfACloud(String line) throws IOException {
        String cloud = "{'eventName':'n','eventSource':'s','awsRegion':'r','q':{'a':[1]}}";
        String log = String.join("\n", line, line, cloud, line, line).replace('\'', '"');

        BothWays.compare(log.getBytes(UTF_8));
        assertThat(channels(log)).satisfies(seen -> assertThat(seen.get(4)).isEqualTo(seen.get(0)));
    }

    private static List<String> channels(String log) throws IOException {
        LogFrames frames =
                JsonLog.framer(ByteSource.of(log.getBytes(UTF_8))).next().orElseThrow();
        return new JsonLogReader(Optional.empty(), false)
                .read(frames, new LogItem("log", "")).events().stream()
                        .map(Event::channel)
                        .toList();
    }

    /// Each form of such a log would keep hundreds of places of its own.
    @ParameterizedTest
    @CsvSource({"10, 2", "24000, 0"})
    void formsOfMadeUpNamesAreRememberedAsLongAsTheyAreFew(int lines, int inPlace) throws IOException {
        var log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            log.append(record(Integer.toString(i, 36) + ".a".repeat(126), ""));
        }
        String last = log.substring(log.lastIndexOf("\n", log.length() - 2) + 1);
        log.append(last).append(last);

        assertThat(BothWays.compare(log.toString().getBytes(UTF_8))).isEqualTo(inPlace);
    }

    @Test
    void linesMayPartAtEachByte() throws IOException {
        var log = new StringBuilder();
        for (int i = 1; i < 3000; i++) {
            log.append(record("a".repeat(i), "1"));
        }
        log.append(record("a", "2")).append(record("aa", "2"));

        assertThat(BothWays.compare(log.toString().getBytes(UTF_8))).isEqualTo(2);
    }

    private static String record(String name, String value) {
        return "{\"winlog\":{\"channel\":\"c\",\"event_id\":1,\"event_data\":{\"" + name + "\":\"" + value + "\"}}}\n";
    }
}
