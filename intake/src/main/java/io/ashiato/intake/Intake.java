package io.ashiato.intake;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Reads evidence in: arguments become items.
///
/// @param kinds says what an item is
/// @param scratch an existing folder for unpacked members that are too large for memory; empty again
///     when a walk ends, also by an exception
/// @param notEvidence folders that this program writes to, such as the case folder: where they lie inside
///     the evidence they are left out of it
/// @param passwords of encrypted archives, tried before those that the evidence itself names
public record Intake(
        KindRecogniser kinds, IntakeLimits limits, Path scratch, List<Path> notEvidence, List<String> passwords) {
    public Intake {
        notEvidence = List.copyOf(notEvidence);
        passwords = List.copyOf(passwords);
    }

    /// Without passwords.
    public Intake(KindRecogniser kinds, IntakeLimits limits, Path scratch, List<Path> notEvidence) {
        this(kinds, limits, scratch, notEvidence, List.of());
    }

    /// Hands every item of `arguments` to `visitor`: arguments in the order given, a folder's files sorted
    /// by path in UTF-8 byte order, each archive followed by its members in the order that
    /// [io.ashiato.intake.archive.ArchiveReader] tells, each other item by what the visitor found inside.
    /// The same evidence gives the same order on every file system.
    ///
    /// @throws IOException if the scratch folder cannot be written, or the visitor throws it; problems of
    ///     evidence are diagnostics
    public WalkSummary walk(EvidenceArguments.Found arguments, ItemVisitor visitor) throws IOException {
        return new Walk(this, visitor).run(arguments.arguments());
    }

    /// Hands one thing that is no file, such as standard input, to `visitor`, and what is in it.
    ///
    /// @param label the beginning of the paths of all its items
    /// @throws IOException as above, or if `content` cannot be read
    public WalkSummary walk(String label, ByteSource content, ItemVisitor visitor) throws IOException {
        return new Walk(this, visitor).run(label, content);
    }
}
