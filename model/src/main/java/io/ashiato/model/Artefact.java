package io.ashiato.model;

import java.util.Optional;

/// An evidence item that is no log, and what it states of itself: a mail, a document, a shortcut, a program,
/// or something that lay inside one of these.
///
/// @param id such as `A-001`, numbered in the order of the evidence
/// @param path as in [EvidenceItem#path]
/// @param parent id of the artefact that it lay in; empty for what was handed in, or lay in an archive alone
/// @param role how it lay there, empty where it has no parent
public record Artefact(
        String id,
        String path,
        String sha256,
        EvidenceKind kind,
        Optional<String> parent,
        Optional<Role> role,
        Facts facts) {
    /// How an artefact lay in its parent.
    public enum Role {
        /// A file sent along with a mail.
        ATTACHMENT,
        /// An object or file inside a document or a jump list.
        EMBEDDED,
        /// A file in an archive.
        MEMBER,
        /// The source text of a macro.
        MACRO,
        /// A command that its parent would run.
        COMMAND,
        /// What a script or command line turns out to be when one layer is decoded.
        DECODED
    }
}
