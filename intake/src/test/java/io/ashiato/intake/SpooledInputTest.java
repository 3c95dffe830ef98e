package io.ashiato.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashiato.model.Diagnostic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpooledInputTest {
    private static final int LENGTH = 300_000; // several pieces

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(ints = {LENGTH, LENGTH - 1, 10})
    void streamsAreKeptInMemoryOrOnDisk(int memoryBytes) throws IOException {
        byte[] bytes = bytes();
        try (var input =
                SpooledInput.of(new ByteArrayInputStream(bytes), scratch, Limits.with("memoryBytes", memoryBytes))) {
            assertThat(input.source().first(LENGTH + 1)).isEqualTo(bytes);
            assertThat(input.isCut()).isFalse();
            assertThat(left()).isEqualTo(memoryBytes < LENGTH ? 1 : 0);
        }
        assertThat(left()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 16, LENGTH - 1, LENGTH})
    void streamsAreCutAtTheLimit(int limit) throws IOException {
        try (var input = SpooledInput.of(new ByteArrayInputStream(bytes()), scratch, Limits.with("fileBytes", limit))) {
            assertThat(input.source().size()).isEqualTo(limit);
            assertThat(input.isCut()).isEqualTo(limit < LENGTH);
        }
    }

    @Test
    void streamThatFailsLeavesNothingBehind() throws IOException {
        var failing = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ == LENGTH) {
                    throw new IOException("gone");
                }
                return 0;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                into[offset] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> SpooledInput.of(failing, scratch, Limits.with("memoryBytes", 10)))
                .hasMessage("gone");
        assertThat(left()).isZero();
    }

    @Test
    void archiveFromAStreamIsWalked() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a/b.txt"));
            out.write("text".getBytes(StandardCharsets.UTF_8));
        }
        var paths = new ArrayList<String>();
        try (var input = SpooledInput.of(new ByteArrayInputStream(zip.toByteArray()), scratch, IntakeLimits.DEFAULT)) {
            WalkSummary summary = new Intake(Intakes::kind, IntakeLimits.DEFAULT, scratch, List.of())
                    .walk("-", input.source(), new ItemVisitor() {
                        @Override
                        public Inside item(IntakeItem item) {
                            paths.add(item.path());
                            return Inside.NONE;
                        }

                        @Override
                        public void diagnostic(Diagnostic diagnostic) {
                            paths.add(diagnostic.code().toString());
                        }
                    });
            assertThat(summary.items()).isEqualTo(2);
        }
        assertThat(paths).containsExactly("-", "-!/a/b.txt");
    }

    private static byte[] bytes() {
        var bytes = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bytes[i] = (byte) ((i * 31) >> 3);
        }
        return bytes;
    }

    private long left() throws IOException {
        try (var files = Files.list(scratch)) {
            return files.count();
        }
    }
}
