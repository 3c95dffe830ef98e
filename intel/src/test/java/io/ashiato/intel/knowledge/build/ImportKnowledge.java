package io.ashiato.intel.knowledge.build;

import io.ashiato.intel.knowledge.KnowledgeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Makes the resources of `io.ashiato.intel.knowledge`. Same input, same bytes.
///
/// Arguments: the folder with the input (`bin/import-knowledge` says what must lie in it), the folder for the resources.
public final class ImportKnowledge {
    private ImportKnowledge() {}

    public static void main(String[] args) throws IOException {
        Path in = Path.of(args[0]);
        Path out = Path.of(args[1]);
        KnowledgeFile research =
                Research.read(Files.readString(in.resolve("research.jsonl")), Files.readString(in.resolve("research.md")));
        write(out.resolve("research.json.gz"), research.write());
        write(
                out.resolve("indicators.json.gz"),
                Indicators.read(Files.readString(in.resolve("published-indicators.jsonl")), research));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new BestGzip(packed)) {
            gzip.write(bytes);
        }
        Files.write(file, packed.toByteArray());
        System.out.printf("%s: %d bytes, %d packed%n", file.getFileName(), bytes.length, packed.size());
    }

    /// Gzip without a time stamp, as small as it gets.
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
