package io.ashiato.readers.ooxml;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.Digests;
import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.CompoundFile;
import io.ashiato.readers.FieldInstructions;
import io.ashiato.readers.PackageParts;
import io.ashiato.readers.ReadingBuilder;
import io.ashiato.readers.VbaProject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads a Word, Excel, PowerPoint or Visio document that is a package of XML parts.
public final class OoxmlReader {
    /// Folders in which Office keeps what was put into a document.
    private static final Set<String> EMBEDDING_FOLDERS = Set.of("embeddings", "activex");

    private OoxmlReader() {}

    /// Facts of the document; embedded objects and the source of macros as children.
    ///
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        var reading = new ReadingBuilder();
        if (source.size() > ArtefactReading.MAX_BYTES) {
            reading.damage(new Damage.OverLimit("document", 0, ArtefactReading.MAX_BYTES));
            return reading.build(EvidenceKind.OOXML);
        }
        var parts = PackageParts.in(source.first(ArtefactReading.MAX_BYTES), reading);
        List<Relationship> relationships = Relationship.all(parts, reading);
        application(parts).ifPresent(name -> reading.facts().text("document_type", name));
        DocumentProperties.tell(parts, relationships, reading);
        Relationship.tell(relationships, reading);
        var fields = new FieldInstructions();
        for (String part : parts.names()) {
            content(part.toLowerCase(Locale.ROOT), part, parts, fields, reading);
        }
        fields.tell(reading);
        WorkbookParts.macroSheets(parts.names(), reading);
        macros(parts, reading);
        embedded(parts, relationships, reading);
        if (parts.hasEncrypted()) {
            reading.facts().flag("encrypted", true);
        }
        return reading.build(EvidenceKind.OOXML);
    }

    private static Optional<String> application(PackageParts parts) {
        for (String name : parts.names()) {
            switch (name.toLowerCase(Locale.ROOT).split("/", 2)[0]) {
                case "word" -> {
                    return Optional.of("word");
                }
                case "xl" -> {
                    return Optional.of("excel");
                }
                case "ppt" -> {
                    return Optional.of("powerpoint");
                }
                case "visio" -> {
                    return Optional.of("visio");
                }
                default -> {} // properties and lists of parts lie in front
            }
        }
        return Optional.empty();
    }

    private static void content(
            String lower, String name, PackageParts parts, FieldInstructions fields, ReadingBuilder reading) {
        if (lower.equals("word/settings.xml")) {
            parts.bytes(name).ifPresent(xml -> WordParts.settings(xml, name, reading));
        } else if (lower.equals("word/styles.xml")) {
            parts.bytes(name).ifPresent(xml -> WordParts.styles(xml, name, reading));
        } else if (WordParts.hasFields(lower)) {
            parts.bytes(name).ifPresent(xml -> WordParts.fields(xml, name, fields, reading));
        } else if (lower.equals("xl/workbook.xml")) {
            parts.bytes(name).ifPresent(xml -> WorkbookParts.workbook(xml, name, reading));
        } else if (lower.equals("xl/workbook.bin")) {
            parts.bytes(name).ifPresent(records -> WorkbookParts.binaryWorkbook(records, reading));
        } else if (lower.startsWith("xl/externallinks/") && lower.endsWith(".xml")) {
            parts.bytes(name).ifPresent(xml -> WorkbookParts.externalLink(xml, name, fields, reading));
        }
    }

    private static void macros(PackageParts parts, ReadingBuilder reading) {
        var projects = new ArrayList<VbaProject>();
        var digests = new ArrayList<String>();
        for (String name : parts.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            // Word goes by the relationship and not by the name; whatever is a compound file may be it.
            if (!lower.endsWith(".bin") || isEmbedding(lower)) {
                continue;
            }
            Optional<byte[]> bytes = parts.bytes(name).filter(CompoundFile::hasMagic);
            if (bytes.isPresent()) {
                List<VbaProject> found = CompoundFile.open(bytes.get(), reading)
                        .map(file -> VbaProject.in(file, reading))
                        .orElse(List.of());
                projects.addAll(found);
                if (!found.isEmpty()) {
                    digests.add(Digests.sha256(bytes.get()));
                }
            }
        }
        VbaProject.tell(projects, reading);
        if (!digests.isEmpty()) {
            reading.facts().texts("vba_project_sha256", digests);
        }
    }

    private static void embedded(PackageParts parts, List<Relationship> relationships, ReadingBuilder reading) {
        var chunks = Relationship.insideTargets(relationships, "aFChunk");
        for (String name : parts.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if ((isEmbedding(lower) && !lower.endsWith(".xml") && !lower.endsWith(".rels")) || chunks.contains(lower)) {
                parts.bytes(name).ifPresent(bytes -> reading.embedded(name, Optional.empty(), bytes));
            }
        }
    }

    private static boolean isEmbedding(String lower) {
        String[] folders = lower.split("/");
        return folders.length > 2 && EMBEDDING_FOLDERS.contains(folders[folders.length - 2]);
    }
}
