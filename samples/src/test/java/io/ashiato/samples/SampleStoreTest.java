package io.ashiato.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashiato.samples.SampleStore.Entry;
import io.ashiato.samples.SampleStore.UnreadableStoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SampleStoreTest {
    private static final List<Entry> ENTRIES = List.of(
            new Entry("Hoshi", "an invented report, 2031", true, "ab".repeat(32), Programs.features(1, 20)),
            new Entry("星", "https://example.org/", false, "cd".repeat(32), Programs.features(2, 0)));

    @Test
    void givesBackWhatWasWritten() throws IOException {
        assertThat(read(written(ENTRIES))).isEqualTo(ENTRIES);
        assertThat(read(written(List.of()))).isEmpty();
    }

    @Test
    void hasTheSameBytesForTheSameEntries() throws IOException {
        assertThat(written(ENTRIES)).isEqualTo(written(ENTRIES));
    }

    @Test
    void keepsNoTextOfTheProgram() throws IOException {
        var plain = new ByteArrayOutputStream();
        new GZIPInputStream(new ByteArrayInputStream(written(ENTRIES))).transferTo(plain);
        byte[] data = Programs.image(1, 20).sections().get(1).bytes();
        String text = new String(data, 0, 15, StandardCharsets.US_ASCII);
        assertThat(plain.toString(StandardCharsets.ISO_8859_1))
                .contains("Hoshi")
                .doesNotContain(text);
    }

    @Test
    void refusesWhatIsNoStore() {
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(UnreadableStoreException.class);
        assertThatThrownBy(() -> read("family,sha256\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableStoreException.class);
        assertThatThrownBy(() -> read(zipped(0x12345678, 1, 0))).hasMessageContaining("no store");
        assertThatThrownBy(() -> read(zipped(0x41534853, 99, 0))).hasMessageContaining("version 99");
        assertThatThrownBy(() -> read(zipped(0x41534853, 1, Integer.MAX_VALUE))).hasMessageContaining("larger");
        assertThatThrownBy(() -> read(zipped(0x41534853, 1, -1))).hasMessageContaining("damaged");
    }

    @Test
    void refusesAStoreThatIsCutAnywhere() throws IOException {
        byte[] whole = written(ENTRIES);
        for (int length = 0; length < whole.length; length += 1 + length / 40) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(UnreadableStoreException.class);
        }
    }

    /// Either it is refused, or (where gzip does not look) it is read as it was.
    @Test
    void refusesDamage() throws IOException {
        byte[] whole = written(ENTRIES);
        long seed = 77;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(read(damaged)).as("seed %d, round %d", seed, i).isEqualTo(ENTRIES);
            } catch (UnreadableStoreException e) {
                assertThat(e).hasMessageContaining("store of samples");
            }
        }
    }

    private static byte[] zipped(int... numbers) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(new GZIPOutputStream(bytes))) {
            for (int number : numbers) {
                data.writeInt(number);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] written(List<Entry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        SampleStore.write(entries, bytes);
        return bytes.toByteArray();
    }

    private static List<Entry> read(byte[] bytes) throws IOException {
        return SampleStore.read(new ByteArrayInputStream(bytes));
    }
}
