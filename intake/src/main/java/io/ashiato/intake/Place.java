package io.ashiato.intake;

import io.ashiato.model.EvidenceKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an item lies: in a folder, or in other items.
///
/// @param parent path of the item that it lies in
/// @param parentKind what that item is
/// @param depth in how many items it lies
/// @param passwords that may open it, in the order in which they are tried
record Place(Optional<String> parent, EvidenceKind parentKind, int depth, UnpackBudget budget, List<String> passwords) {
    static Place inFolder(UnpackBudget budget, List<String> passwords) {
        return new Place(Optional.empty(), EvidenceKind.UNKNOWN, 0, budget, passwords);
    }

    Place inside(String item, EvidenceKind kind) {
        return new Place(Optional.of(item), kind, depth + 1, budget, passwords);
    }

    /// With passwords that the item itself names, behind those known before.
    Place knowing(List<String> named) {
        List<String> all =
                Stream.concat(passwords.stream(), named.stream()).distinct().toList();
        return new Place(parent, parentKind, depth, budget, all);
    }

    /// Whether the item is all that its archive holds, packed.
    boolean isCompressedFile() {
        return parentKind == EvidenceKind.GZIP || parentKind == EvidenceKind.BZIP2 || parentKind == EvidenceKind.XZ;
    }
}
