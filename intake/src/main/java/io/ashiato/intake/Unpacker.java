package io.ashiato.intake;

import io.ashiato.bytes.ByteSource;
import io.ashiato.intake.archive.DecoderFailure;
import io.ashiato.intake.archive.MemberContent;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Decodes one member, until it ends, breaks, or grows beyond what is reasonable.
final class Unpacker {
    private static final int PIECE_BYTES = 1 << 16;

    private final IntakeLimits limits;
    private final Path scratch;

    Unpacker(IntakeLimits limits, Path scratch) {
        this.limits = limits;
        this.scratch = scratch;
    }

    /// Why the decoding ended.
    enum End {
        COMPLETE,
        /// The packed bytes are damaged; what came before the damage is there.
        DAMAGED,
        /// A limit was met; what came before is there.
        TOO_LARGE,
        ENCRYPTED,
        /// The decoder would need more memory than it may use.
        MEMORY
    }

    /// A decoded member; closing it removes it from the scratch folder.
    record Unpacked(Spool spool, ByteSource content, Fingerprint fingerprint, End end) implements Closeable {
        @Override
        public void close() throws IOException {
            spool.close();
        }
    }

    /// @throws IOException if the scratch folder cannot be written
    Unpacked unpack(MemberContent.Packed packed, UnpackBudget budget) throws IOException {
        var spool = new Spool(scratch, limits.memoryBytes());
        try {
            var fingerprint = new Fingerprint();
            End end = decode(packed, budget, spool, fingerprint);
            return new Unpacked(spool, spool.source(), fingerprint, end);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private End decode(MemberContent.Packed packed, UnpackBudget budget, Spool spool, Fingerprint fingerprint)
            throws IOException {
        try (var decoder = new GuardedDecoder(packed.decoder())) {
            var piece = new byte[PIECE_BYTES];
            while (true) {
                int count = decoder.read(piece);
                if (count < 0) {
                    return decoder.end();
                }
                if (!isReasonable(fingerprint.size() + count, packed.packedSize()) || !budget.spend(count)) {
                    return End.TOO_LARGE;
                }
                fingerprint.add(piece, count);
                spool.write(piece, count);
            }
        }
    }

    private boolean isReasonable(long unpacked, long packed) {
        boolean ratio = unpacked <= limits.ratioFreeBytes() || unpacked / limits.ratio() <= packed;
        return ratio && unpacked <= limits.memberBytes();
    }

    /// A decoder whose every failure is damage of the evidence, told apart from failures of this machine
    /// to write what it decodes.
    private static final class GuardedDecoder implements Closeable {
        private InputStream stream = InputStream.nullInputStream();
        private End end = End.COMPLETE;

        GuardedDecoder(MemberContent.Decoder decoder) {
            try {
                stream = decoder.open();
            } catch (IOException | RuntimeException e) { // decoders check less than this input needs
                end = endBy(e);
            }
        }

        int read(byte[] into) {
            try {
                return end == End.COMPLETE ? stream.read(into, 0, into.length) : -1;
            } catch (IOException | RuntimeException e) { // as above
                end = endBy(e);
                return -1;
            }
        }

        /// Why there is no more.
        End end() {
            return end;
        }

        private static End endBy(Exception failure) {
            return switch (DecoderFailure.of(failure)) {
                case DAMAGED -> End.DAMAGED;
                case ENCRYPTED -> End.ENCRYPTED;
                case MEMORY -> End.MEMORY;
            };
        }

        @Override
        public void close() {
            try {
                stream.close();
            } catch (IOException | RuntimeException e) {
                end = End.DAMAGED; // nothing more is read from it
            }
        }
    }
}
