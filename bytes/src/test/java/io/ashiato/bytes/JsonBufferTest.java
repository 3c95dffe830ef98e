package io.ashiato.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonBufferTest {
    @Test
    void putsCommasBetweenMembers() {
        var out = new JsonBuffer();
        out.json("{").member("a", "x").member("n", -7).name("o").json("{").member("b", "{");
        out.json("}").name("list").texts(List.of("1", "\"")).json("}");
        assertThat(out.take()).asString(UTF_8).isEqualTo("""
                {"a":"x","n":-7,"o":{"b":"{"},"list":["1","\\""]}""");
    }

    @Test
    void anEmptyBufferContinuesAnObject() {
        var out = new JsonBuffer();
        out.json("{").take();
        assertThat(out.name("\"a\":".getBytes(UTF_8)).json("1").take())
                .asString(UTF_8)
                .isEqualTo(",\"a\":1");
    }

    @Test
    void whatIsCutIsForgotten() {
        var out = new JsonBuffer();
        out.json("{").member("a", "x");
        out.cut(1);
        assertThat(out.length()).isEqualTo(1);
        assertThat(out.member("b", 1).take()).asString(UTF_8).isEqualTo("{\"b\":1");
    }

    /// Every UTF-16 unit, in texts up to such as make the buffer grow.
    @Test
    void escapesAsJsonText() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var out = new JsonBuffer();
        for (int i = 0; i < 2_000; i++) {
            int size = random.nextInt(i % 100 == 0 ? 50_000 : 50);
            int[] bounds = {0x80, 0x100, 0x3000, 0x10000};
            var text = new StringBuilder();
            for (int c = 0; c < size; c++) {
                text.append((char) random.nextInt(bounds[random.nextInt(bounds.length)]));
                if (random.nextInt(4) == 0) {
                    text.appendCodePoint(0x1F600 + random.nextInt(16));
                }
            }
            var expected = new StringBuilder();
            JsonText.quote(expected, text.toString());
            assertThat(out.text(text.toString()).take())
                    .as("seed %d", seed)
                    .isEqualTo(expected.toString().getBytes(UTF_8));
        }
    }
}
