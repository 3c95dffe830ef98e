package io.ashiato.intake;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.ItemOutcome;
import io.ashiato.readers.ArtefactReading;
import java.util.Optional;

/// One evidence item, open for reading while its visitor is called.
///
/// @param path as in [EvidenceItem#path]; unique in one walk
/// @param size in bytes; -1 where there is no content
/// @param sha256 as in [EvidenceItem#sha256]
/// @param content readable from any thread; empty where there is none
/// @param parent path of the archive or other item that the item lies in
/// @param role how it lies in its parent, where a reader found it there
/// @param password that opened it, for an archive that has encrypted members
public record IntakeItem(
        String path,
        long size,
        String sha256,
        EvidenceKind kind,
        Handling handling,
        ByteSource content,
        Optional<String> parent,
        Optional<ArtefactReading.Role> role,
        Optional<String> password) {
    /// What is to be done with an item.
    public enum Handling {
        /// A reader may read it.
        CONTENT,
        /// An archive: its members are the items that follow.
        ARCHIVE,
        /// Nothing can be read of it; a diagnostic of its path says why. Size and digest are there where
        /// the bytes as such were readable.
        NOT_READ
    }

    static IntakeItem withoutContent(String path, Optional<String> parent) {
        var nothing = ByteSource.of(new byte[0]);
        return new IntakeItem(
                path,
                -1,
                "",
                EvidenceKind.UNKNOWN,
                Handling.NOT_READ,
                nothing,
                parent,
                Optional.empty(),
                Optional.empty());
    }

    /// The item's line in the manifest, as what a reader found it to be.
    public EvidenceItem manifestEntry(EvidenceKind found, Optional<String> host, ItemOutcome outcome) {
        return new EvidenceItem(path, size, sha256, found, host, outcome);
    }

    /// The item's line in the manifest.
    public EvidenceItem manifestEntry(Optional<String> host, ItemOutcome outcome) {
        return new EvidenceItem(path, size, sha256, kind, host, outcome);
    }
}
