package io.ashiato.samples;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.elf.ElfReader;
import io.ashiato.readers.pe.PeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the resource of [CommonCode] from a folder of programs; see `samples/common-code/README.md`.
final class LearnCommonCode {
    private LearnCommonCode() {}

    /// @param arguments folder of programs, file to write
    public static void main(String... arguments) throws IOException {
        var programs = new ArrayList<SampleFeatures>();
        try (var paths = Files.list(Path.of(arguments[0]))) {
            for (Path path : paths.sorted().toList()) {
                image(Files.readAllBytes(path)).map(SampleFeatures::of).ifPresent(programs::add);
            }
        }
        CommonCode common = CommonCode.of(List.copyOf(programs));
        try (var out = Files.newOutputStream(Path.of(arguments[1]))) {
            common.write(out);
        }
        System.out.println(common.size() + " hashes of " + programs.size() + " programs");
    }

    static Optional<ProgramImage> image(byte[] bytes) throws IOException {
        Optional<ProgramImage> pe = PeReader.image(ByteSource.of(bytes));
        return pe.isPresent() ? pe : ElfReader.image(ByteSource.of(bytes));
    }
}
