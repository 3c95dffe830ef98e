package io.ashiato.readers;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import java.util.List;

/// What one artefact that is no log tells.
///
/// @param kind as the reader found it, which may be nearer than what the first bytes told: an OLE2
///     file turns out to be a mail
/// @param facts by the names that `dump --facts` prints
/// @param children what lies inside, in the order of the artefact; read as items of their own
/// @param damage what could not be read, and why
public record ArtefactReading(EvidenceKind kind, Facts facts, List<Child> children, List<Damage> damage) {
    /// Larger artefacts are not read: everything that this program looks for in a document, a mail or a
    /// program lies in memory while it is read, and several are read at once.
    public static final int MAX_BYTES = 64 << 20;

    public ArtefactReading {
        children = List.copyOf(children);
        damage = List.copyOf(damage);
    }

    /// Something that lies inside an artefact.
    ///
    /// @param name as the artefact names it, hostile, a label and never a place on a disk; unique
    ///     among its siblings
    /// @param role how it lies there
    /// @param content in memory, at most [#MAX_BYTES]
    public record Child(String name, Role role, ByteSource content) {}

    /// How a child lies in its parent.
    public enum Role {
        /// A file sent along with a mail.
        ATTACHMENT,
        /// An object or file inside a document.
        EMBEDDED,
        /// The source text of a macro.
        MACRO,
        /// A command that the artefact would run, as text.
        COMMAND,
        /// What a script or command line turns out to be when one layer is decoded.
        DECODED
    }
}
