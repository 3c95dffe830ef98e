package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.readers.evtx.EvtxTampering;
import io.ashiato.readers.evtx.EvtxWriter;
import io.ashiato.readers.evtx.LoggedEvent;
import io.ashiato.readers.evtx.WrittenValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `dump --recover` and `--carve`: recovered records come behind the listed ones, marked and counted.
class RecoveredDumpTest {
    private static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");

    @TempDir
    private Path folder;

    private static EvtxTampering log() {
        var writer = new EvtxWriter(41);
        for (int i = 0; i < 10; i++) {
            writer.add(
                    LoggedEvent.of("P", 1000 + i, "C").at(TIME.plusSeconds(i)).with("N", WrittenValue.u32(i)));
        }
        return new EvtxTampering(writer.bytes());
    }

    private String file(byte[] content) throws IOException {
        return Files.write(folder.resolve("x.bin"), content).toString();
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    @Test
    void recoveredRecordsAreMarkedAndCounted() throws IOException {
        EvtxTampering log = log();
        List<Integer> places = log.places();
        log.cutTail(0, places.get(8), places.get(7)).swallow(0, places.get(2), places.get(3));
        String file = file(log.bytes());

        CommandRun run = CommandRun.of("dump", "--recover", file);

        List<String> lines = run.out().lines().toList();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(lines).hasSize(10);
        assertThat(lines.subList(0, 7))
                .isEqualTo(CommandRun.of("dump", file).out().lines().toList());
        assertThat(lines.subList(7, 10)).allSatisfy(line -> assertThat(line).contains("\"Recovered\""));
        JsonNode swallowed = json(lines.get(7));
        assertThat(swallowed.at("/Event/System/EventID").asInt()).isEqualTo(1003);
        assertThat(swallowed.at("/Recovered").toString())
                .isEqualTo("{\"offset\":" + places.get(3)
                        + ",\"place\":\"inside-record\",\"certainty\":\"consistent\",\"reasons\":[\"size-differs\"],"
                        + "\"record_id\":44,\"written\":\"2024-05-06T07:08:12.0000000Z\"}");
        assertThat(json(lines.get(9)).at("/Recovered/certainty").asString()).isEqualTo("whole");
        assertThat(run.err()).isEqualTo("ashiato: 3 records recovered: 2 whole, 1 consistent, 0 partial.\n");
    }

    @Test
    void inXmlTheyStandInAnElementOfTheirOwn() throws IOException {
        EvtxTampering log = log();
        List<Integer> places = log.places();
        log.cutTail(0, places.get(9), places.get(8));

        CommandRun run = CommandRun.of("dump", "--recover", "--format", "xml", file(log.bytes()));

        assertThat(run.out())
                .contains("<Recovered offset=\"" + places.get(9) + "\" place=\"slack\" certainty=\"whole\" reasons=\"\""
                        + " record_id=\"50\" written=\"2024-05-06T07:08:18.0000000Z\"><Event ")
                .endsWith("</Event></Recovered>\n</Events>\n");
    }

    @Test
    void aChunkWithoutSignatureGivesItsRecordsOnceAndMarked() throws IOException {
        EvtxTampering log = log();
        log.fill(EvtxTampering.chunkAt(0), 8, 0x20);

        CommandRun run = CommandRun.of("dump", "--recover", file(log.bytes()));

        assertThat(run.out().lines())
                .hasSize(10)
                .allSatisfy(
                        line -> assertThat(line).contains("\"place\":\"headerless-chunk\",\"certainty\":\"whole\""));
    }

    @Test
    void otherFilesAreCarvedOnDemand() throws IOException {
        byte[] image = Arrays.copyOf("an image of a disk".getBytes(StandardCharsets.UTF_8), 300_000);
        byte[] chunk = log().chunk(0);
        System.arraycopy(chunk, 0, image, 200_001, chunk.length);
        String file = file(image);

        assertThat(CommandRun.of("dump", "--recover", file).exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        CommandRun carved = CommandRun.in(Map.of("LANG", "ja_JP.UTF-8"), "dump", "--carve", file);
        assertThat(carved.exitCode()).as(carved.err()).isZero();
        assertThat(carved.out().lines())
                .hasSize(10)
                .allSatisfy(line -> assertThat(line).contains("\"place\":\"unlisted-chunk\""));
        assertThat(carved.err()).isEqualTo("ashiato: 復元したレコードは10件です（完全 10件、整合 0件、部分的 0件）。\n");
    }

    /// What begins with a chunk is what is left of a log: `--recover` takes it without more.
    @Test
    void aLogWithoutItsHeaderIsRecovered() throws IOException {
        CommandRun run = CommandRun.of("dump", "--recover", file(log().chunk(0)));

        assertThat(run.out().lines()).hasSize(10);
        assertThat(run.err()).isEqualTo("ashiato: 10 records recovered: 10 whole, 0 consistent, 0 partial.\n");
    }

    @Test
    void factsTakeNoRecovery() {
        CommandRun run = CommandRun.of("dump", "--facts", "--recover", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).contains("--facts goes without");
    }
}
