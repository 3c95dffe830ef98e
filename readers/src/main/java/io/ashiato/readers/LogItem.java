package io.ashiato.readers;

import io.ashiato.model.RecordRef;
import java.util.OptionalLong;

/// The evidence item that a log is.
///
/// @param path as in [io.ashiato.model.EvidenceItem#path]
/// @param sha256 of the item
public record LogItem(String path, String sha256) {
    /// Where a record of it lies.
    ///
    /// @param id the number that the record itself carries, or its place in the log
    public RecordRef at(long offset, long id) {
        return new RecordRef(path, sha256, offset, OptionalLong.of(id), OptionalLong.empty());
    }
}
