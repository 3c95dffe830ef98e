package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;

/// Reads the members of one archive format.
@FunctionalInterface
public interface ArchiveReader {
    /// Hands each member that is not a folder to `sink`: zip and tar sorted by name in UTF-8 byte order
    /// (members of one name in the archive's order), solid formats in the archive's order. Damage ends
    /// the archive or a part of it, never the program.
    ///
    /// @throws IOException only what `sink` throws
    void read(ByteSource archive, ArchiveLimits limits, MemberSink sink) throws IOException;

    /// Takes what an archive holds, while it is being read.
    interface MemberSink {
        /// @param member usable during this call only
        /// @throws IOException if this machine fails; ends the reading
        void member(Member member) throws IOException;

        /// Something of the archive cannot be read.
        ///
        /// @param field what was being read, in the format's own words
        /// @param offset in the archive, in bytes; -1 where no place can be named
        void damaged(String field, long offset);

        /// The whole archive needs a password.
        void encrypted();

        /// The archive needs something that this program does not have.
        void unsupported(String what);

        /// The archive lists more members than the limit; the rest is left out.
        void tooManyMembers();
    }
}
