package io.ashiato.intake;

import io.ashiato.bytes.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// A stream read to its end and kept, so that it can be read at any place: in memory while it is small, else in the
/// scratch folder, which closing this leaves empty again.
public final class SpooledInput implements Closeable {
    private static final int PIECE_BYTES = 1 << 16;

    private final Spool spool;
    private final ByteSource source;
    private final boolean cut;

    private SpooledInput(Spool spool, boolean cut) {
        this.spool = spool;
        this.source = spool.source();
        this.cut = cut;
    }

    /// @param in read to its end or to [IntakeLimits#fileBytes], and left open
    /// @param scratch an existing folder
    /// @throws IOException if the stream cannot be read or the folder not be written
    public static SpooledInput of(InputStream in, Path scratch, IntakeLimits limits) throws IOException {
        var spool = new Spool(scratch, limits.memoryBytes());
        try {
            var piece = new byte[PIECE_BYTES];
            long left = limits.fileBytes();
            int count;
            while ((count = in.read(piece, 0, (int) Math.min(piece.length, left + 1))) > 0) {
                spool.write(piece, (int) Math.min(count, left));
                if (count > left) {
                    return new SpooledInput(spool, true);
                }
                left -= count;
            }
            return new SpooledInput(spool, false);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    public ByteSource source() {
        return source;
    }

    /// Whether the stream went on behind the limit.
    public boolean isCut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
