package io.ashiato.casefile.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import io.ashiato.readers.LogBatch;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogReader;
import io.ashiato.readers.auditd.AuditLog;
import io.ashiato.readers.jsonlog.JsonLog;
import io.ashiato.readers.syslog.SyslogLog;
import io.ashiato.readers.weblog.WebLog;
import io.ashiato.readers.zeek.ZeekLog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Logs that are text, damaged at random and on purpose: no reader throws, hangs or takes more than its share.
class TextLogHostileTest {
    private static final int MUTATIONS = 5_000;

    /// What such formats are made of.
    private static final String SIGNS = "{}[]\",:\\\n=' #\0-<>()";

    private static final TextLog JSON = new TextLog(JsonLog::framer, JsonLog::reader);
    private static final TextLog AUDITD = new TextLog(AuditLog::framer, AuditLog::reader);
    private static final TextLog ZEEK = new TextLog(ZeekLog::framer, ZeekLog::reader);

    private static final Map<String, TextLog> READERS = new TreeMap<>(Map.of(
            "JSON",
            JSON,
            "auditd",
            AUDITD,
            "syslog",
            new TextLog(SyslogLog::framer, SyslogLog::reader),
            "Zeek",
            ZEEK,
            "access",
            new TextLog(WebLog::accessFramer, WebLog::accessReader),
            "extended",
            new TextLog(WebLog::extendedFramer, WebLog::extendedReader)));

    static Stream<Map.Entry<String, TextLog>> readers() {
        return READERS.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void damagedLogsAreReadInTime(Map.Entry<String, TextLog> reader) {
        List<byte[]> logs = OtherLogsTest.logs()
                .map(log -> String.valueOf(log.get()[0]).getBytes(UTF_8))
                .toList();
        long seed = new Random().nextLong();
        var random = new Random(seed);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int i = 0; i < MUTATIONS; i++) {
                        byte[] log = mutated(logs.get(i % logs.size()), random);
                        assertThatCode(() -> read(reader.getValue(), log))
                                .as("seed %d, log %d: %s", seed, i, new String(log, UTF_8))
                                .doesNotThrowAnyException();
                    }
                },
                "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("jsonLogs")
    void namesWithoutASignAreReadLikeOthers(String log) throws IOException {
        String nameless = log.replaceAll("(\\{|, ?)(\"[^\"]*\": ?)", "$1\"\":[\"\"],$2");

        LogBatch read = read(JSON, nameless.getBytes(UTF_8));

        assertThat(read.damage()).isEmpty();
    }

    static Stream<String> jsonLogs() {
        return OtherLogsTest.logs().map(log -> String.valueOf(log.get()[0])).filter(log -> log.startsWith("{"));
    }

    private static byte[] mutated(byte[] log, Random random) {
        byte[] bytes = random.nextInt(8) == 0 ? Arrays.copyOf(log, random.nextInt(log.length)) : log.clone();
        for (int count = random.nextInt(8); count >= 0 && bytes.length > 0; count--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
                default -> {
                    int from = random.nextInt(bytes.length);
                    int size = random.nextInt(Math.min(64, bytes.length - Math.max(at, from)) + 1);
                    System.arraycopy(bytes.clone(), from, bytes, at, size);
                }
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aLineWithoutEndIsPassedOverInBoundedMemory(Map.Entry<String, TextLog> reader) throws IOException {
        long size = 1L << 30;

        LogBatch read = read(reader.getValue(), endless('{', size, "\n".getBytes(UTF_8)));

        assertThat(read.events()).isEmpty();
        assertThat(read.damage()).hasSize(1).first().isInstanceOf(Damage.OverLimit.class);
    }

    @Test
    void aStringWithoutEndIsPassedOverInBoundedMemory() throws IOException {
        LogBatch read = read(JSON, endless('a', 1L << 28, new byte[0], "{\n\"a\":\"".getBytes(UTF_8)));

        assertThat(read.events()).isEmpty();
        assertThat(read.damage()).hasSize(1).first().isInstanceOf(Damage.OverLimit.class);
    }

    @Test
    void nestingThatIsTooDeepCostsTheRecord() throws IOException {
        String deep = "{\"EventID\":1,\"Channel\":\"A\",\"x\":" + "[".repeat(100_000) + "\n";
        String wide = "{\"EventID\":2,\"Channel\":\"A\"" + ",\"x\":{\"y\":1}".repeat(50_000) + "}\n";

        String small = "{\"EventID\":3,\"Channel\":\"A\"}\n";
        LogBatch read = read(JSON, ByteSource.of((small + deep + wide).getBytes(UTF_8)));

        assertThat(read.events()).hasSize(2);
        assertThat(read.damage()).hasSize(1);
    }

    @Test
    void quotesInsideQuotesDoNotFillTheStack() throws IOException {
        String line = "type=USER_CMD msg=audit(1700000000.1:7): " + "msg='".repeat(800_000) + "\n";

        LogBatch read = read(AUDITD, ByteSource.of(line.getBytes(UTF_8)));

        assertThat(read.events()).hasSize(1);
    }

    @Test
    void anArgumentInManyPartsIsPutTogetherInTime() {
        var line = new StringBuilder("type=EXECVE msg=audit(1700000000.1:7): argc=1 a0[0]=\"");
        line.append("x".repeat(3 << 20)).append('"');
        for (int i = 1; i < 4_000; i++) {
            line.append(" a0[").append(i).append("]=\"y\"");
        }
        byte[] log = line.append('\n').toString().getBytes(UTF_8);

        LogBatch read =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(AUDITD, ByteSource.of(log)));

        assertThat(read.events()).hasSize(1);
        assertThat(read.events().getFirst().data().first("a0").orElseThrow()).hasSize((3 << 20) + 3_999);
    }

    @Test
    void separatorsThatAreNoneDoNotMakeAValueOfEachCharacter() throws IOException {
        String rows = "x,".repeat(1 << 19);
        String log = "#separator \n#set_separator\t\n#path\tconn\n#fields\ta\tb\n#types\tset[string]\tset[string]\n"
                + rows + "\t" + rows + "\n";

        LogBatch read = read(ZEEK, ByteSource.of(log.getBytes(UTF_8)));

        assertThat(read.events()).hasSize(1);
        assertThat(read.events().getFirst().data().size()).isLessThan(10_000);
    }

    @Test
    void placesOfGreatDepthAreNotSpeltOutForEachValue() {
        String name = '"' + "a.".repeat(500) + "a\":{";
        var record = new StringBuilder("{\"EventID\":1,\"Channel\":\"A\",").append(name.repeat(91));
        for (int i = 0; i < 60_000; i++) {
            record.append(i == 0 ? "" : ",").append("\"b").append(i).append("\":1");
        }
        byte[] log = record.append("}".repeat(92)).append('\n').toString().getBytes(UTF_8);

        LogBatch read =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(JSON, ByteSource.of(log)));

        assertThat(read.events()).hasSize(1);
        long characters = 0;
        for (int i = 0; i < read.events().getFirst().data().size(); i++) {
            characters += read.events().getFirst().data().name(i).length();
        }
        assertThat(characters).isLessThan(32 << 20);
    }

    @Test
    void valuesBeyondTheLimitAreTold() throws IOException {
        String wide = "{\"EventID\":2,\"Channel\":\"A\"" + ",\"x\":1".repeat(70_000) + "}\n";

        LogBatch read = read(JSON, ByteSource.of(wide.getBytes(UTF_8)));

        assertThat(read.events()).hasSize(1);
        assertThat(read.damage()).singleElement().isInstanceOf(Damage.OverLimit.class);
    }

    @Test
    void valuesBeyondTheLimitAreToldOfEachRecordOfAList() throws IOException {
        String wide = "{\"Records\":[{\"EventID\":2,\"Channel\":\"A\"" + ",\"x\":1".repeat(70_000)
                + "},{\"EventID\":3,\"Channel\":\"A\"}]}\n";

        LogBatch read = read(JSON, ByteSource.of(wide.getBytes(UTF_8)));

        assertThat(read.events()).hasSize(2);
        assertThat(read.damage()).singleElement().isInstanceOf(Damage.OverLimit.class);
    }

    @Test
    void aLineOfAsManyFieldsAsAreKeptIsWhole() throws IOException {
        String line = "type=CWD msg=audit(1700000000.1:7):" + " a=1".repeat(4_096);

        assertThat(read(AUDITD, (line + "\n").getBytes(UTF_8)).damage()).isEmpty();
        assertThat(read(AUDITD, (line + " b=1\n").getBytes(UTF_8)).damage()).hasSize(1);
    }

    @Test
    void namesThatAreAllDifferentDoNotFillTheMemory() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            LogReader reader = JSON.reader().get();
            for (int block = 0; block < 200; block++) {
                var log = new StringBuilder("{\"EventID\":1,\"Channel\":\"A\"");
                for (int i = 0; i < 1_000; i++) {
                    log.append(",\"")
                            .append("n".repeat(900))
                            .append(block * 1_000 + i)
                            .append("\":1");
                }
                byte[] bytes = log.append("}\n").toString().getBytes(UTF_8);
                LogFrames frames =
                        JSON.framer().open(ByteSource.of(bytes)).next().orElseThrow();
                reader.read(frames, new LogItem("log", ""));
            }
        });
    }

    private static LogBatch read(TextLog log, byte[] bytes) throws IOException {
        return read(log, ByteSource.of(bytes));
    }

    private static LogBatch read(TextLog log, ByteSource source) throws IOException {
        LogFramer framer = log.framer().open(source);
        LogReader reader = log.reader().get();
        var events = new ArrayList<Event>();
        var damage = new ArrayList<Damage>();
        for (Optional<LogFrames> frames = framer.next(); frames.isPresent(); frames = framer.next()) {
            LogBatch batch = reader.read(frames.get(), new LogItem("log", ""));
            events.addAll(batch.events());
            damage.addAll(batch.damage());
        }
        return new LogBatch(events, damage);
    }

    /// A source of one byte over and over, which takes no memory.
    private static ByteSource endless(char filler, long size, byte[] end, byte... start) {
        return new ByteSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public int read(long position, byte[] into, int offset, int length) {
                int count = (int) Math.max(0, Math.min(length, size - position));
                Arrays.fill(into, offset, offset + count, (byte) filler);
                for (int i = 0; i < count; i++) {
                    long at = position + i;
                    if (at < start.length) {
                        into[offset + i] = start[(int) at];
                    } else if (at >= size - end.length) {
                        into[offset + i] = end[(int) (at - (size - end.length))];
                    }
                }
                return count;
            }
        };
    }
}
