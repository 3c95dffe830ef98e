package io.ashiato.readers.onenote;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OneNoteReaderTest {
    private static byte[] section(byte[] file, long size) {
        ByteBuffer out = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        out.position(100);
        out.put(HexFormat.of().parseHex("e716e3bd65261145a4c48d4d0b7a9eac")).putLong(size);
        out.put(new byte[12]).put(file);
        return out.array();
    }

    @Test
    void givesEmbeddedFiles() throws IOException {
        byte[] file = "harmless".getBytes(US_ASCII);

        ArtefactReading reading = OneNoteReader.read(ByteSource.of(section(file, file.length)));

        assertThat(reading.facts().number("embedded_files")).hasValue(1);
        assertThat(reading.children().getFirst().content().first(100)).isEqualTo(file);
    }

    @Test
    void aSizeThatLiesIsDamage() throws IOException {
        for (long size : new long[] {-1, Long.MAX_VALUE, 1_000}) {
            assertThat(OneNoteReader.read(ByteSource.of(section(new byte[1], size)))
                            .damage())
                    .singleElement()
                    .isInstanceOf(Damage.Truncated.class);
        }
    }

    @Test
    void mutatedSectionsAreRead() throws IOException {
        long seed = 42;
        var random = new Random(seed);
        byte[] sound = section("harmless".getBytes(US_ASCII), 8);
        for (int round = 0; round < 5_000; round++) {
            byte[] section = sound.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                section[100 + random.nextInt(40)] = (byte) random.nextInt();
            }
            assertThat(OneNoteReader.read(ByteSource.of(section)).children())
                    .as("seed " + seed + ", round " + round)
                    .hasSizeLessThan(2);
        }
    }
}
