package io.ashiato.readers.pe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.Mutations;
import io.ashiato.readers.ProgramImage;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged programs end in damage, in bounded time.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PeMutationTest {
    private static final int MUTATIONS = 2_500;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void damagedProgramsAreReadWithoutFailing(boolean wide) throws IOException {
        byte[] sound = full(wide ? PeWriter.x64() : PeWriter.x86());
        int damaged = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] bytes = Mutations.of(sound, seed);
            assertThatCode(() -> {
                        PeReader.image(ByteSource.of(bytes)).ifPresent(PeMutationTest::isSound);
                        PeReader.read(ByteSource.of(bytes));
                    })
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
            damaged += PeReader.read(ByteSource.of(bytes)).damage().isEmpty() ? 0 : 1;
        }
        assertThat(damaged).as("mutations that are told as damage").isGreaterThan(MUTATIONS / 10);
    }

    @Test
    void soundProgramHasNoDamage() throws IOException {
        assertThat(PeReader.read(ByteSource.of(full(PeWriter.x64()))).damage()).isEmpty();
        assertThat(PeReader.read(ByteSource.of(full(PeWriter.x86()))).damage()).isEmpty();
    }

    private static void isSound(ProgramImage image) {
        long previous = 0;
        for (var function : image.functions()) {
            assertThat(Long.compareUnsigned(function.address(), previous)).isPositive();
            previous = function.address();
        }
    }

    private static byte[] full(PeWriter writer) {
        return writer.code(new byte[300])
                .section(".data", "C:\\build\\x.pdb http://update.example/a".getBytes(US_ASCII))
                .imports("KERNEL32.dll", "CreateFileW", "ReadFile", "Sleep")
                .imports("WS2_32.dll", "#115", "connect")
                .exports("Start", 16)
                .exports("Stop", 64)
                .unwind(16, 60, false)
                .unwind(64, 100, false)
                .unwind(100, 120, true)
                .tlsCallback(200)
                .rich(0x105, 30_133, 12)
                .rich(0x001, 0, 5)
                .rich(0x102, 30_133, 1)
                .pdb("D:\\Work\\implant.pdb")
                .version("CompanyName", "Example", 0x412)
                .version("OriginalFilename", "viewer.exe", 0x412)
                .overlay(new byte[40])
                .write();
    }
}
