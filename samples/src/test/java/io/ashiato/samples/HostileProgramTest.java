package io.ashiato.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Function;
import io.ashiato.readers.ProgramImage.Import;
import io.ashiato.readers.ProgramImage.Machine;
import io.ashiato.readers.ProgramImage.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostileProgramTest {
    private static final int MUTATIONS = 5_000;

    /// Bytes flipped, sections moved, cut and made to overlap, entries and functions anywhere.
    @Test
    void survivesMutations() {
        long seed = 20_250_717;
        var random = new Random(seed);
        SampleFeatures known = Programs.features(5, 12);
        var comparison = new SampleComparison(Rarity.builtIn());
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < MUTATIONS; i++) {
                ProgramImage mutated = mutate(Programs.image(5, 12), random);
                assertThatCode(() -> {
                            SampleFeatures features = SampleFeatures.of(mutated);
                            double score = comparison
                                    .compare(comparison.prepare(features), comparison.prepare(known))
                                    .score();
                            assertThat(score).isBetween(0.0, 1.0);
                        })
                        .as("seed %d, mutation %d", seed, i)
                        .doesNotThrowAnyException();
            }
        });
    }

    private static ProgramImage mutate(ProgramImage image, Random random) {
        var sections = new ArrayList<Section>();
        for (Section section : image.sections()) {
            byte[] bytes = random.nextInt(4) == 0
                    ? Arrays.copyOf(section.bytes(), random.nextInt(section.bytes().length))
                    : section.bytes().clone();
            for (int flips = random.nextInt(20); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            long address = random.nextInt(6) == 0 ? anyAddress(random) : section.address();
            long size = random.nextInt(6) == 0 ? random.nextLong() : section.size();
            sections.add(new Section(
                    section.name(),
                    address,
                    bytes,
                    size,
                    section.executable() ^ random.nextInt(8) == 0,
                    random.nextBoolean()));
            if (random.nextInt(6) == 0) {
                sections.add(new Section("", address + random.nextInt(64), bytes, size, true, true));
            }
        }
        var functions = new ArrayList<Function>();
        for (int i = random.nextInt(4); i > 0; i--) {
            functions.add(new Function(anyAddress(random), random.nextLong(), ""));
        }
        var imports = List.of(new Import("", anyAddress(random)), new Import("a!exit", anyAddress(random)));
        Machine machine = List.of(Machine.X86, Machine.X64, Machine.OTHER).get(random.nextInt(3));
        return new ProgramImage(machine, random.nextLong(), anyAddress(random), sections, functions, imports);
    }

    private static long anyAddress(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> Long.MAX_VALUE - random.nextInt(100);
            case 2 -> Programs.DATA + random.nextInt(400);
            default -> Programs.CODE + random.nextInt(1200);
        };
    }

    /// Nothing but one-byte functions, text everywhere, pointers to every byte: the worst for each guess.
    @Test
    void isDoneInTimeWithTheWorstPrograms() {
        var code = new byte[1 << 20];
        var data = new byte[1 << 20];
        var random = new Random(3);
        byte[] choice = {
            (byte) 0xE8,
            (byte) 0xE9,
            0x0F,
            (byte) 0x84,
            (byte) 0xFF,
            0x24,
            (byte) 0x85,
            0x00,
            0x55,
            (byte) 0xC3,
            (byte) 0xEB
        };
        for (int i = 0; i < code.length; i++) {
            code[i] = choice[random.nextInt(choice.length)];
        }
        for (int i = 0; i + 4 <= data.length; i += 4) {
            int pointer = 0x401000 + random.nextInt(code.length);
            for (int b = 0; b < 4; b++) {
                data[i + b] = (byte) (pointer >> (8 * b));
            }
        }
        var image = new ProgramImage(
                Machine.X86,
                0x400000,
                0x401000,
                List.of(
                        new Section(".text", 0x401000, code, code.length, true, false),
                        new Section(".data", 0x600000, data, data.length, false, true)),
                List.of(),
                List.of());
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> {
            SampleFeatures features = SampleFeatures.of(image);
            SampleComparison.compare(features, features, Rarity.builtIn());
        });
    }
}
