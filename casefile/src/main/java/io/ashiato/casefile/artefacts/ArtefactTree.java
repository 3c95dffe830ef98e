package io.ashiato.casefile.artefacts;

import io.ashiato.model.Artefact;
import io.ashiato.model.EvidenceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Artefacts by what lies in what.
final class ArtefactTree {
    private static final String ZONE = "Zone.Identifier";

    private final List<Artefact> artefacts;
    private final Map<String, Artefact> byId = new LinkedHashMap<>();
    private final Map<String, Artefact> byPath = new LinkedHashMap<>();
    private final Map<String, List<Artefact>> children = new LinkedHashMap<>();

    ArtefactTree(List<Artefact> artefacts) {
        this.artefacts = artefacts;
        for (Artefact artefact : artefacts) {
            byId.put(artefact.id(), artefact);
            byPath.put(artefact.path(), artefact);
            artefact.parent()
                    .ifPresent(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>())
                            .add(artefact));
        }
    }

    Optional<Artefact> artefact(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Artefact> children(Artefact artefact) {
        return children.getOrDefault(artefact.id(), List.of());
    }

    /// What the victim may have received: nothing that lies in another artefact, and no archive that was handed in
    /// as a container of evidence, which one with the mark of the web is not.
    List<Artefact> roots() {
        return artefacts.stream()
                .filter(artefact -> !isContainer(artefact) && !hasTellingParent(artefact))
                .toList();
    }

    /// The mark of the web that was saved beside an artefact, as collectors name it: `lure.docx:Zone.Identifier`,
    /// with the colon often written otherwise.
    Optional<Artefact> markOfTheWeb(Artefact artefact) {
        for (String separator : List.of(":", ".", "_", "%3A", "%3a")) {
            Artefact zone = byPath.get(artefact.path() + separator + ZONE);
            if (zone != null && zone.kind() == EvidenceKind.ZONE_IDENTIFIER) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    static boolean isArchive(EvidenceKind kind) {
        return switch (kind) {
            case ZIP, GZIP, TAR, BZIP2, XZ, SEVEN_ZIP, RAR, ZSTD -> true;
            case EVTX, EVT, REGISTRY_HIVE, PREFETCH, MFT, SHORTCUT, JUMP_LIST, PE, ELF, OLE2, OOXML, ODF -> false;
            case ONENOTE, PDF, RTF, MAIL, MSG, TNEF, MBOX, SQLITE, XML, JSON, HTML, SCRIPT -> false;
            case COMMAND_LINE, ZONE_IDENTIFIER, TEXT, EMPTY, UNKNOWN -> false;
        };
    }

    /// The last part of a path, in an archive or not.
    static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private boolean isContainer(Artefact artefact) {
        return isArchive(artefact.kind()) && markOfTheWeb(artefact).isEmpty();
    }

    private boolean hasTellingParent(Artefact artefact) {
        return artefact.parent()
                .map(byId::get)
                .filter(parent -> !isContainer(parent) || hasTellingParent(parent))
                .isPresent();
    }
}
