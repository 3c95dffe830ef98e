package io.ashiato.intake;

import io.ashiato.model.EvidenceKind;

/// Says by its first bytes what an evidence item is.
@FunctionalInterface
public interface KindRecogniser {
    /// How many bytes of an item are offered: a tar header lies within 512, and an Office document
    /// shows what it is by the names of its first parts.
    int HEAD_BYTES = 1 << 16;

    /// @param head at most [#HEAD_BYTES] long, of which the first `length` are the item's first bytes
    EvidenceKind recognise(byte[] head, int length);
}
