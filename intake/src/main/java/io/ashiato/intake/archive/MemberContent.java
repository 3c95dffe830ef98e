package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.io.InputStream;

/// What stands behind a member's name.
public sealed interface MemberContent {
    /// The member lies in the archive as it is; nothing has to be unpacked.
    record Stored(ByteSource bytes) implements MemberContent {}

    /// The member has to be decoded.
    ///
    /// @param packedSize bytes of the archive that it is made from; of a solid archive, all of them
    /// @param decrypted with a password: what comes out is worth nothing unless all of it came and is as stated
    record Packed(Decoder decoder, long packedSize, boolean decrypted) implements MemberContent {
        /// Not encrypted.
        static Packed open(Decoder decoder, long packedSize) {
            return new Packed(decoder, packedSize, false);
        }
    }

    /// A password is needed.
    record Encrypted() implements MemberContent {}

    /// Packed by a method that this program does not know, or only with more memory than it may use.
    record Unsupported(String method) implements MemberContent {}

    /// A link, device or other thing without bytes of its own.
    ///
    /// @param target where a link points to; empty for the others
    record NotAFile(String type, String target) implements MemberContent {}

    /// Made from bytes of the archive that another member is made from already: how a small archive
    /// unpacks to a huge one. Honest archives have no such members.
    record Overlapping() implements MemberContent {}

    /// Starts the decoding of one member.
    @FunctionalInterface
    interface Decoder {
        /// @throws IOException if the packed bytes are damaged from the start
        InputStream open() throws IOException;
    }
}
