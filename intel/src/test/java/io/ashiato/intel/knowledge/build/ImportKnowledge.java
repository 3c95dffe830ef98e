package io.ashiato.intel.knowledge.build;

import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.KnowledgeFormatException;
import io.ashiato.intel.knowledge.importer.KnowledgeImporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Makes the resources of `io.ashiato.intel.knowledge`. Same input, same bytes.
///
/// Arguments: the folder of our research, a checkout of mitre/cti, one of MISP/misp-galaxy, and the folder
/// for the resources. `bin/import-knowledge` says which commits.
public final class ImportKnowledge {
    private static final List<String> ATTACK_TYPES =
            List.of("identity", "attack-pattern", "intrusion-set", "malware", "tool", "campaign", "relationship");
    private static final String ATTACK = "MITRE ATT&CK Enterprise v18.1";
    private static final String ATTACK_DATE = "2025-11-13";

    private static final List<String> CLUSTERS = List.of("threat-actor", "microsoft-activity-group", "producer");
    private static final String GALAXY = "MISP/misp-galaxy";
    private static final String GALAXY_DATE = "2026-08-06";

    private ImportKnowledge() {}

    public static void main(String[] args) throws IOException, KnowledgeFormatException {
        Path in = Path.of(args[0]);
        Path out = Path.of(args[3]);
        write(out.resolve("attack.json.gz"), attack(Path.of(args[1])).write());
        write(out.resolve("galaxy.json.gz"), galaxy(Path.of(args[2])).write());
        KnowledgeFile research = Research.read(
                Files.readString(in.resolve("research.jsonl")), Files.readString(in.resolve("research.md")));
        write(out.resolve("research.json.gz"), research.write());
        write(
                out.resolve("indicators.json.gz"),
                Indicators.read(Files.readString(in.resolve("published-indicators.jsonl")), research));
    }

    private static KnowledgeFile attack(Path cti) throws IOException, KnowledgeFormatException {
        var importer = new KnowledgeImporter();
        for (String type : ATTACK_TYPES) {
            try (Stream<Path> files =
                    Files.list(cti.resolve("enterprise-attack").resolve(type))) {
                for (Path file : files.sorted().toList()) {
                    importer.add(ATTACK, ATTACK_DATE, Files.readAllBytes(file));
                }
            }
        }
        return importer.result(ATTACK, Map.of("en", "Groups, software, campaigns, and who is reported to use what."));
    }

    private static KnowledgeFile galaxy(Path galaxy) throws IOException, KnowledgeFormatException {
        var importer = new KnowledgeImporter();
        for (String cluster : CLUSTERS) {
            Path file = galaxy.resolve("clusters").resolve(cluster + ".json");
            importer.add(GALAXY, GALAXY_DATE, Files.readAllBytes(file));
        }
        return importer.result(GALAXY, Map.of("en", "Groups, and which house uses which name."));
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
