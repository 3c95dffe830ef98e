package io.ashiato.cli;

import io.ashiato.casefile.store.CaseJson;
import io.ashiato.model.Artefact;
import io.ashiato.model.Assessment;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.RuleCoverage;
import io.ashiato.model.Tlp;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A case folder with a lure and nothing else, as short as a line.
final class CaseOnDisk {
    private static final String NAME = "Salary plan 7.lnk";

    /// What the lures of one published campaign had in common (see the built-in knowledge).
    static final Facts PUBLISHED_LURE = Facts.builder()
            .text("machine_id", "DESKTOP-MN3ID9")
            .texts("urls", List.of("http://msupdatepms.xyz:8080/edit?id=1"))
            .build();

    private CaseOnDisk() {}

    /// A case with one shortcut that was run by a mail's reader.
    static String write(Path folder, String id, Facts shortcut) throws IOException {
        var artefact = new Artefact(
                "A-001",
                "lure/" + NAME,
                id.repeat(64).substring(0, 64),
                EvidenceKind.SHORTCUT,
                Optional.empty(),
                Optional.empty(),
                shortcut);
        var step = new DeliveryChain.Step(
                DeliveryChain.Kind.SHORTCUT,
                DeliveryChain.Joint.START,
                NAME,
                Optional.of("A-001"),
                Optional.empty(),
                Optional.empty());
        write(
                folder,
                new IncidentCase(
                        "AS-" + id,
                        Instant.parse("2026-11-23T00:00:00Z"),
                        "Ashiato",
                        Tlp.AMBER,
                        "19",
                        List.of(),
                        List.of(),
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        new RuleCoverage(0, 0, List.of(), List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new ArrayList<Assessment>(),
                        List.of(),
                        Map.of(),
                        List.of(artefact),
                        List.of(new DeliveryChain("C-01", List.of(step))),
                        List.of(),
                        List.of(),
                        List.of(),
                        new KnowledgeUsed("2026-11-23", Optional.empty(), 0, List.of())));
        return folder.toString();
    }

    private static void write(Path folder, IncidentCase incident) throws IOException {
        Files.createDirectories(folder);
        try (Writer out = Files.newBufferedWriter(folder.resolve(CaseJson.FILE))) {
            CaseJson.write(incident, out);
        }
    }
}
