package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Layouts of files and chunks that are allowed, or left behind by a machine that stopped while it wrote.
class EvtxLayoutTest {
    private static final int HEADER = EvtxFile.HEADER_SIZE;
    private static final int CHUNK = EvtxFile.CHUNK_SIZE;
    private static final int RECORD_AREA = 512;

    private static final LoggedEvent EVENT =
            LoggedEvent.of("Provider", 1, "Channel").on("HOST").with("Text", "value");

    /// The header counts chunks in 16 bits; the file is what counts.
    @Test
    void moreChunksThanTheHeaderCanCount() throws IOException {
        int chunks = 70_000;
        EvtxFile file = EvtxFile.open(new ManyChunks(chunks));

        assertThat(file.header().orElseThrow().chunkCount()).isEqualTo(chunks % 65_536);
        assertThat(file.chunkCount()).isEqualTo(chunks);
        assertThat(file.oldestChunk()).isZero();
        for (int index : new int[] {0, 65_535, 65_536, chunks - 1}) {
            EvtxChunk chunk = file.read(index);
            assertThat(chunk.chunkDamage()).isEmpty();
            assertThat(chunk.offset()).isEqualTo(HEADER + (long) CHUNK * index);
            assertThat(chunk.records()).extracting(EvtxRecord::headerId).containsExactly(index + 1L);
        }
    }

    @Test
    void chunksOutOfOrderAreAllRead() throws IOException {
        byte[] log = threeChunks();
        byte[] first = Arrays.copyOfRange(log, HEADER, HEADER + CHUNK);
        System.arraycopy(log, HEADER + CHUNK, log, HEADER, CHUNK);
        System.arraycopy(first, 0, log, HEADER + CHUNK, CHUNK);

        // From the oldest chunk to the end of the file, then from its start.
        assertThat(ids(log)).containsExactly(1L, 2L, 5L, 6L, 3L, 4L);
        assertThat(Logs.damage(log)).isEmpty();
    }

    @Test
    void chunkWrittenInPartGivesWhatWasWritten() throws IOException {
        byte[] log = threeChunks();
        int second = (int) Logs.records(log).get(3).offset();
        Arrays.fill(log, second, HEADER + 2 * CHUNK, (byte) 0);

        assertThat(ids(log)).containsExactly(1L, 2L, 3L, 5L, 6L);
        assertThat(Logs.damage(log)).extracting(Damage::field).containsExactly("records checksum", "record signature");
    }

    @Test
    void bytesBehindTheXmlOfARecordAreNoXml() throws IOException {
        byte[] behind = new byte[300];
        Arrays.fill(behind, 1, behind.length, (byte) 0x7F); // the first ends the XML
        byte[] log = new EvtxWriter()
                .add(EVENT)
                .add(EVENT.time(), EVENT.xml(2), new WrittenNode.Raw(behind))
                .add(EVENT)
                .bytes();

        assertThat(Logs.events(log))
                .extracting(event -> event.source().recordId().orElse(-1))
                .containsExactly(1L, 2L, 3L);
        assertThat(Logs.damage(log)).isEmpty();
    }

    /// A log that grows ahead of what is written: the chunks behind the last one hold nothing.
    @Test
    void chunksThatWereNeverWrittenGiveNothing() throws IOException {
        byte[] log = threeChunks();
        byte[] grown = Arrays.copyOf(log, log.length + 5 * CHUNK);

        assertThat(ids(grown)).containsExactlyElementsOf(ids(log));
        assertThat(Logs.damage(grown)).isEmpty();
    }

    private static byte[] threeChunks() {
        var writer = new EvtxWriter();
        for (int i = 0; i < 3; i++) {
            writer.add(EVENT).add(EVENT).endChunk();
        }
        return writer.bytes();
    }

    private static List<Long> ids(byte[] log) throws IOException {
        return Logs.records(log).stream().map(EvtxRecord::headerId).toList();
    }

    /// A log of gigabytes that is made while it is read: a record in each chunk, the ids counting up.
    private static final class ManyChunks implements ByteSource {
        private static final int NO_CHECKSUMS = 4;

        private final int chunks;
        private final byte[] header;
        private final byte[] chunk;

        ManyChunks(int chunks) {
            this.chunks = chunks;
            byte[] log = new EvtxWriter()
                    .header(sound -> new EvtxHeader(0, chunks - 1L, chunks + 1L, 3, 1, chunks, false, false))
                    .add(EVENT)
                    .bytes();
            this.header = Arrays.copyOf(log, HEADER);
            this.chunk = Arrays.copyOfRange(log, HEADER, HEADER + CHUNK);
        }

        @Override
        public long size() {
            return HEADER + (long) CHUNK * chunks;
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) {
            if (position < HEADER) {
                System.arraycopy(header, (int) position, into, offset, length);
                return length;
            }
            long index = (position - HEADER) / CHUNK;
            ByteBuffer bytes = ByteBuffer.wrap(chunk.clone()).order(ByteOrder.LITTLE_ENDIAN);
            IntStream.of(8, 16, 24, 32, RECORD_AREA + 8).forEach(at -> bytes.putLong(at, index + 1));
            bytes.putInt(120, NO_CHECKSUMS);
            System.arraycopy(bytes.array(), 0, into, offset, length); // whole chunks, or their start
            return length;
        }
    }
}
