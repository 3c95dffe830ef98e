package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Chunks and records in files that are no logs, and files that hold none.
class RecordCarvingTest {
    private static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");
    private static final int RECORDS = 12;
    private static final int MIB = 1 << 20;
    private static final int MUTATIONS = 5_000;

    private static EvtxTampering log() {
        var writer = new EvtxWriter();
        for (int i = 0; i < RECORDS; i++) {
            writer.add(LoggedEvent.of("Provider", 4000 + i, "Channel")
                    .at(TIME.plusSeconds(i))
                    .with("Number", WrittenValue.u32(i))
                    .with("Text", "text " + i));
        }
        return new EvtxTampering(writer.bytes());
    }

    private static byte[] noise(int size, long seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /// At any alignment, also across the windows in which a file is read, which are of 1 MiB.
    @ParameterizedTest
    @ValueSource(ints = {0, 137, 4096, MIB - 1, MIB - 300, MIB - 512, MIB - 9_000, MIB - 65_536, MIB / 2 - 20_000})
    void aChunkIsFoundOnceWhereverItLies(int at) throws IOException {
        EvtxTampering log = log();
        byte[] file = noise(2 * MIB, 1);
        System.arraycopy(log.chunk(0), 0, file, at, EvtxFile.CHUNK_SIZE);

        List<RecoveredRecord> found = Recoveries.of(file);

        assertThat(Recoveries.places(found)).isEqualTo(Map.of(RecoveryPlace.UNLISTED_CHUNK, RECORDS));
        assertThat(Recoveries.certainties(found)).isEqualTo(Map.of(RecoveryCertainty.WHOLE, RECORDS));
        assertThat(Recoveries.json(found)).isEqualTo(Logs.json(log.bytes()));
    }

    /// Without a header, the records that hold a template tell where the chunk began.
    @ParameterizedTest
    @ValueSource(ints = {0, 137, MIB - 600, MIB - 2_000, MIB - 65_536})
    void recordsWithoutAHeaderFindTheirChunk(int at) throws IOException {
        EvtxTampering log = log();
        byte[] file = noise(2 * MIB, 2);
        byte[] chunk = log.chunk(0);
        System.arraycopy(chunk, 512, file, at + 512, chunk.length - 512);

        List<RecoveredRecord> found = Recoveries.of(file);

        assertThat(Recoveries.places(found)).isEqualTo(Map.of(RecoveryPlace.HEADERLESS_CHUNK, RECORDS));
        assertThat(Recoveries.certainties(found)).isEqualTo(Map.of(RecoveryCertainty.WHOLE, RECORDS));
        assertThat(Recoveries.json(found)).isEqualTo(Logs.json(log.bytes()));
    }

    /// The first record is gone, not the template in it: an id at a sector's distance tells.
    @Test
    void aTemplateOfALostRecordTellsWhereTheChunkBegan() throws IOException {
        EvtxTampering log = log();
        byte[] file = noise(MIB, 3);
        byte[] chunk = log.chunk(0);
        int kept = 512 + 24 + 4;
        System.arraycopy(chunk, kept, file, 5 * 512 + kept, chunk.length - kept);

        List<RecoveredRecord> found = Recoveries.of(file);

        assertThat(Recoveries.places(found)).isEqualTo(Map.of(RecoveryPlace.HEADERLESS_CHUNK, RECORDS - 1));
        assertThat(Recoveries.certainties(found)).isEqualTo(Map.of(RecoveryCertainty.WHOLE, RECORDS - 1));
    }

    @Test
    void aRecordAloneGivesItsValuesInOrder() throws IOException {
        EvtxTampering log = log();
        byte[] file = noise(MIB, 4);
        byte[] record = log.record(log.places().get(7));
        System.arraycopy(record, 0, file, 77_777, record.length);

        assertThat(Recoveries.of(file)).singleElement().satisfies(found -> {
            assertThat(found.offset()).isEqualTo(77_777);
            assertThat(found.headerId()).isEqualTo(8);
            assertThat(found.writtenTicks()).isEqualTo(WrittenValue.ticks(TIME.plusSeconds(7)));
            assertThat(found.place()).isEqualTo(RecoveryPlace.LONE_RECORD);
            assertThat(found.certainty()).isEqualTo(RecoveryCertainty.PARTIAL);
            assertThat(found.doubts()).containsExactly(RecoveryDoubt.CHUNK_UNKNOWN);
            assertThat(EvtxJson.line(found.event()))
                    .isEqualTo("{\"Event\":{\"EventData\":{\"Data\":{\"#text\":[4007,0,4,0,0,\"0x8000000000000000\","
                            + "\"2024-05-06T07:08:16.0000000Z\",8,\"\",4,8,\"\",7,\"text 7\"]}}}}");
        });
    }

    /// Pages of memory do not lie in order: what another chunk's header cuts off is found all the same.
    @Test
    void aChunkThatAnotherOneCutsGivesWhatIsLeft() throws IOException {
        EvtxTampering log = log();
        int cut = log.places().get(6) - EvtxTampering.chunkAt(0);
        byte[] file = noise(MIB, 5);
        System.arraycopy(log.chunk(0), 0, file, 4096, cut);
        System.arraycopy(log.chunk(0), 0, file, 4096 + cut, EvtxFile.CHUNK_SIZE);

        List<RecoveredRecord> found = Recoveries.of(file);

        assertThat(Recoveries.certainties(found)).isEqualTo(Map.of(RecoveryCertainty.WHOLE, 6 + RECORDS));
        assertThat(found.stream().filter(record -> record.copyOf().isPresent())).hasSize(6);
    }

    // ---- nothing to find ----

    @Test
    void randomBytesHoldNoRecord() throws IOException {
        assertThat(Recoveries.of(noise(32 * MIB, 6))).isEmpty();
    }

    /// The first signs of a record at each step, and noise behind: signs that chance could bring together.
    @Test
    void signaturesInNoiseAreNoRecords() throws IOException {
        byte[] file = noise(4 * MIB, 7);
        byte[] signature = {0x2A, 0x2A, 0, 0};
        byte[] fragment = {0x0F, 1, 1, 0, 0x0C, 1};
        for (int at = 0; at + 64 < file.length; at += 64) {
            System.arraycopy(signature, 0, file, at, signature.length);
            System.arraycopy(fragment, 0, file, at + 24, fragment.length);
        }

        assertThat(Recoveries.of(file)).isEmpty();
    }

    @Test
    void textAndPicturesHoldNoRecord() throws IOException {
        byte[] text = "**\0\0ElfChnk\0ElfFile\0 lorem ipsum <Event><System>\r\n"
                .repeat(20_000)
                .getBytes(StandardCharsets.UTF_8);
        byte[] wide = WrittenValue.utf16("** ElfChnk <EventData> 4624 ".repeat(20_000));
        var picture = noise(MIB, 8); // as in a JPEG: no FF but before 00 or a marker
        for (int i = 0; i < picture.length - 1; i++) {
            picture[i + 1] = picture[i] == -1 ? 0 : picture[i + 1];
        }

        assertThat(Recoveries.of(text)).isEmpty();
        assertThat(Recoveries.of(wide)).isEmpty();
        assertThat(Recoveries.of(picture)).isEmpty();
        assertThat(Recoveries.of(new byte[MIB])).isEmpty();
        assertThat(Recoveries.of(new byte[0])).isEmpty();
    }

    // ---- hostile input ----

    /// Small records everywhere, of which each says that its chunk begins somewhere else.
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void crowdedRecordsCostLinearTime() throws IOException {
        byte[] record = new EvtxTampering(new EvtxWriter()
                        .add(TIME, new WrittenNode.Instance(WrittenNode.element("E"), List.of(WrittenValue.u8(1))))
                        .bytes())
                .record(EvtxTampering.chunkAt(0) + 512);
        byte[] file = new byte[4 * MIB];
        for (int at = 0; at + record.length <= file.length; at += record.length) {
            System.arraycopy(record, 0, file, at, record.length);
            file[at + 34] ^= (byte) (at / record.length % 64); // the place of its template
        }
        var found = new ArrayList<RecoveredRecord>();

        RecordRecovery.of(ByteSource.of(file)).forEach(found::add);

        assertThat(found).hasSizeGreaterThan(1_000);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void mutatedLogsAndPiecesAreReadToTheEnd() throws IOException {
        long seed = 11;
        var random = new Random(seed);
        EvtxTampering log = log();
        int used = log.places().getLast() + 600;
        byte[] original = Arrays.copyOf(log.bytes(), used);
        long recovered = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] file = original.clone();
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                mutate(file, random);
            }
            int from = random.nextInt(3) == 0 ? random.nextInt(used) : 0;
            byte[] piece = Arrays.copyOfRange(file, from, used - random.nextInt(3) * random.nextInt(used - from) / 2);
            String origin = "seed " + seed + ", round " + round;
            var offsets = new ArrayList<Long>();
            RecordRecovery.of(ByteSource.of(piece)).forEach(record -> {
                assertThat(Json.object(EvtxJson.line(record.event())))
                        .as(origin)
                        .isNotEmpty();
                assertThat(EvtxXml.document(record.event())).as(origin).startsWith("<");
                offsets.add(record.offset());
            });
            assertThat(offsets).as(origin).isSorted().doesNotHaveDuplicates();
            assertThat(offsets).as(origin).filteredOn(listed(piece)::contains).isEmpty();
            recovered += offsets.size();
        }
        assertThat(recovered).isGreaterThan(MUTATIONS);
    }

    /// Where the log lists records in chunks that have their signature.
    private static List<Long> listed(byte[] file) throws IOException {
        EvtxFile log = EvtxFile.open(ByteSource.of(file));
        var listed = new ArrayList<Long>();
        int chunk = EvtxTampering.chunkAt(0);
        boolean hasSignature =
                file.length > chunk + 8 && new String(file, chunk, 8, StandardCharsets.ISO_8859_1).equals("ElfChnk\0");
        if (log.header().isPresent() && hasSignature) {
            log.read(0).records().forEach(record -> listed.add(record.offset()));
        }
        return listed;
    }

    private static void mutate(byte[] file, Random random) {
        int from = random.nextInt(4) == 0 ? 0 : EvtxFile.HEADER_SIZE;
        int at = from + random.nextInt(file.length - from - 8);
        switch (random.nextInt(5)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[at] = (byte) random.nextInt();
            case 2 -> Arrays.fill(file, at, at + 4, (byte) (random.nextBoolean() ? 0xFF : 0));
            case 3 -> Arrays.fill(file, at, Math.min(file.length, at + random.nextInt(600)), (byte) 0);
            default -> {
                int source = random.nextInt(file.length);
                int count = random.nextInt(Math.min(512, file.length - Math.max(at, source)));
                System.arraycopy(file, source, file, at, count);
            }
        }
    }
}
