package io.ashiato.readers.ole;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.CompoundFile;
import io.ashiato.readers.ReadingBuilder;
import io.ashiato.readers.VbaProject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads a Word, Excel or PowerPoint document of the binary formats, or whatever else is a compound file.
public final class OleReader {
    /// Only mails have it (MS-OXMSG 2.4); they are read by another reader.
    private static final String MAIL_PROPERTIES = "__properties_version1.0";

    private OleReader() {}

    /// Facts of the document; packaged files, embedded documents and the source of macros as children. A mail
    /// comes back as [EvidenceKind#MSG] without facts.
    ///
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        var reading = new ReadingBuilder();
        if (source.size() > ArtefactReading.MAX_BYTES) {
            reading.damage(new Damage.OverLimit("document", 0, ArtefactReading.MAX_BYTES));
            return reading.build(EvidenceKind.OLE2);
        }
        var opened = CompoundFile.open(source.first(ArtefactReading.MAX_BYTES), reading);
        if (opened.isEmpty()) {
            return reading.build(EvidenceKind.OLE2);
        }
        CompoundFile file = opened.get();
        if (file.stream(MAIL_PROPERTIES).isPresent()) {
            return reading.build(EvidenceKind.MSG);
        }
        file.storages().getFirst().classId().ifPresent(id -> reading.facts().text("class_id", id));
        Set<String> external = new LinkedHashSet<>();
        List<VbaProject> macros = new ArrayList<>(VbaProject.in(file, reading));
        PropertySets.tell(file, external, reading);
        WordBinary.tell(file, external, reading);
        Workbook.tell(file, external, reading);
        macros.addAll(Presentation.tell(file, external, reading));
        EncryptedPackage.tell(file, reading);
        EmbeddedObjects.tell(file, external, reading);
        VbaProject.tell(macros, reading);
        if (!external.isEmpty()) {
            reading.facts().texts("external", List.copyOf(external));
        }
        return reading.build(EvidenceKind.OLE2);
    }
}
