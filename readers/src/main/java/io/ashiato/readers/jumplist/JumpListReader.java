package io.ashiato.readers.jumplist;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.util.List;

/// Reads a jump list: its entries, and the shortcuts in it as children.
public final class JumpListReader {
    private static final long OLE2 = 0xE11A_B1A1_E011_CFD0L;

    private JumpListReader() {}

    /// @return kind [EvidenceKind#JUMP_LIST]; for an OLE2 file without a list of destinations, kind
    ///     [EvidenceKind#OLE2] with no facts and no damage: then it is something else
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        if (source.size() > ArtefactReading.MAX_BYTES) {
            return new ArtefactReading(
                    EvidenceKind.JUMP_LIST,
                    Facts.NONE,
                    List.of(),
                    List.of(new Damage.OverLimit("jump list", 0, ArtefactReading.MAX_BYTES)));
        }
        byte[] bytes = source.first(ArtefactReading.MAX_BYTES);
        boolean ole2 = bytes.length >= 8 && Cursor.over(bytes, 0).i64("signature") == OLE2;
        return ole2 ? AutomaticDestinations.read(bytes) : CustomDestinations.read(bytes);
    }
}
