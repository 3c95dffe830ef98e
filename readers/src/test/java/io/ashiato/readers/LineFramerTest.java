package io.ashiato.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineFramerTest {
    /// Some differ from a line feed in one bit, or by one.
    private static final byte[] TEXT = {'a', 'z', '\t', 0x0B, 0x08, 0x0E, 0x02, 0x1A, '*', 'J', ' ', '\r', 0x7F};

    private record Line(String text, long offset, long number) {}

    @ParameterizedTest
    @CsvSource({"1,0", "2,9", "3,40", "4,700", "5,70000"})
    void cutsAtLineFeedsWhereverTheyLie(long seed, int longest) throws IOException {
        byte[] log = randomLog(seed, longest);

        assertThat(framed(log)).as("seed %d", seed).isEqualTo(plain(log));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r\n",
                "a",
                "a\n",
                "a\r\n",
                "\na",
                "a\n\n\nb",
                "1234567\n",
                "12345678\n9",
                " \t\n x \n"
            })
    void cutsShortLogs(String log) throws IOException {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);

        assertThat(framed(bytes)).isEqualTo(plain(bytes));
    }

    private static byte[] randomLog(long seed, int longest) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var log = new ByteArrayOutputStream();
        while (log.size() < 3 * LineFramer.BLOCK) {
            for (int left = random.nextInt(longest + 1); left > 0; left--) {
                log.write(TEXT[random.nextInt(TEXT.length)]);
            }
            log.writeBytes(random.nextBoolean() ? new byte[] {'\n'} : new byte[] {'\r', '\n'});
        }
        log.write('x'); // the last line lacks its end
        return log.toByteArray();
    }

    private static List<Line> framed(byte[] log) throws IOException {
        var lines = new ArrayList<Line>();
        var framer = new LineFramer(ByteSource.of(log), LineFramer.Header.NONE);
        for (Optional<LogFrames> next = framer.next(); next.isPresent(); next = framer.next()) {
            LogFrames frames = next.get();
            for (int i = 0; i < frames.count(); i++) {
                var text = new String(
                        frames.bytes(), frames.from(i), frames.to(i) - frames.from(i), StandardCharsets.ISO_8859_1);
                lines.add(new Line(text, frames.offset(i), frames.number(i)));
            }
        }
        return lines;
    }

    /// The same byte by byte.
    private static List<Line> plain(byte[] log) {
        var lines = new ArrayList<Line>();
        int from = 0;
        for (int at = 0; at <= log.length; at++) {
            if (at == log.length || log[at] == '\n') {
                int to = at > from && log[at - 1] == '\r' ? at - 1 : at;
                var text = new String(log, from, to - from, StandardCharsets.ISO_8859_1);
                if (!text.chars().allMatch(c -> c == ' ' || c == '\t')) {
                    lines.add(new Line(text, from, lines.size() + 1L));
                }
                from = at + 1;
            }
        }
        return lines;
    }
}
