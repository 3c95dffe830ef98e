package io.ashiato.intake;

import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.ArtefactReading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an item lies: in a folder, or in other items.
///
/// @param parent path of the item that it lies in
/// @param parentKind what that item is
/// @param role how it lies there, where a reader found it
/// @param depth in how many items it lies
/// @param passwords that may open it, in the order in which they are tried
record Place(
        Optional<String> parent,
        EvidenceKind parentKind,
        Optional<ArtefactReading.Role> role,
        int depth,
        UnpackBudget budget,
        List<String> passwords) {
    static Place inFolder(UnpackBudget budget, List<String> passwords) {
        return new Place(Optional.empty(), EvidenceKind.UNKNOWN, Optional.empty(), 0, budget, passwords);
    }

    Place inside(String item, EvidenceKind kind) {
        return new Place(Optional.of(item), kind, Optional.empty(), depth + 1, budget, passwords);
    }

    /// With passwords that the item itself names, behind those known before.
    Place knowing(List<String> named) {
        List<String> all =
                Stream.concat(passwords.stream(), named.stream()).distinct().toList();
        return new Place(parent, parentKind, role, depth, budget, all);
    }

    /// The place of something that a reader found in the item.
    Place as(ArtefactReading.Role found) {
        return new Place(parent, parentKind, Optional.of(found), depth, budget, passwords);
    }

    /// Whether the item is all that its archive holds, packed.
    boolean isCompressedFile() {
        return parentKind == EvidenceKind.GZIP || parentKind == EvidenceKind.BZIP2 || parentKind == EvidenceKind.XZ;
    }
}
