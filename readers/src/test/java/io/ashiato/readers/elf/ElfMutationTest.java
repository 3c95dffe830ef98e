package io.ashiato.readers.elf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.Mutations;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged programs end in damage, in bounded time.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ElfMutationTest {
    private static final int MUTATIONS = 2_500;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void damagedProgramsAreReadWithoutFailing(boolean wide) throws IOException {
        byte[] sound = full(wide ? ElfWriter.x64() : ElfWriter.x86()).write();
        byte[] bare =
                full(wide ? ElfWriter.x64() : ElfWriter.x86()).withoutSections().write();
        int damaged = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] bytes = Mutations.of(seed % 2 == 0 ? sound : bare, seed);
            assertThatCode(() -> {
                        ElfReader.image(ByteSource.of(bytes));
                        ElfReader.read(ByteSource.of(bytes));
                    })
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
            damaged += ElfReader.read(ByteSource.of(bytes)).damage().isEmpty() ? 0 : 1;
        }
        assertThat(damaged).as("mutations that are told as damage").isGreaterThan(MUTATIONS / 10);
    }

    @Test
    void soundProgramHasNoDamage() throws IOException {
        assertThat(ElfReader.read(ByteSource.of(full(ElfWriter.x64()).write())).damage())
                .isEmpty();
        assertThat(ElfReader.read(ByteSource.of(full(ElfWriter.x86()).write())).damage())
                .isEmpty();
    }

    private static ElfWriter full(ElfWriter writer) {
        return writer.function("main", 0, 40)
                .function("decode", 48, 80)
                .needed("libc.so.6")
                .needed("libm.so.6")
                .imports("printf")
                .imports("sqrt")
                .comment("GCC: (Example) 12.2.0")
                .data("/etc/example.conf %s".getBytes(US_ASCII));
    }
}
