package io.ashiato.readers.identify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.ashiato.model.EvidenceKind;
import java.util.HexFormat;
import java.util.List;

/// Bytes at a fixed place by which a format is known.
final class Magic {
    /// The first that fits decides, so longer ones stand before shorter ones.
    static final List<Magic> ALL = List.of(
            text(EvidenceKind.EVTX, "ElfFile\0"),
            hex(EvidenceKind.EVT, "300000004C664C65"), // header size 48, then `LfLe`
            text(EvidenceKind.REGISTRY_HIVE, "regf"),
            at(4, EvidenceKind.PREFETCH, "SCCA"),
            text(EvidenceKind.PREFETCH, "MAM\u0004"), // compressed since Windows 10
            text(EvidenceKind.MFT, "FILE0"), // an entry whose fix-up array begins at 0x30, as of today's NTFS
            text(EvidenceKind.MFT, "FILE*"), // ... or at 0x2A, as of Windows 2000
            hex(
                    EvidenceKind.SHORTCUT,
                    "4C0000000114020000000000C000000000000046"), // size and class id (MS-SHLLINK 2.1)
            text(EvidenceKind.ELF, "\u007FELF"),
            hex(EvidenceKind.OLE2, "D0CF11E0A1B11AE1"),
            hex(EvidenceKind.ONENOTE, "E4525C7B8CD8A74DAEB15378D02996D3"), // a section (MS-ONESTORE 2.3.1)
            hex(EvidenceKind.ONENOTE, "A12FFF43D9EF764C9EE210EA5722765F"), // a table of contents
            hex(EvidenceKind.TNEF, "789F3E22"), // MS-OXTNEF 2.1.3.1
            text(EvidenceKind.SQLITE, "SQLite format 3\0"),
            hex(EvidenceKind.SEVEN_ZIP, "377ABCAF271C"),
            text(EvidenceKind.RAR, "Rar!\u001A\u0007"),
            hex(EvidenceKind.XZ, "FD377A585A00"),
            hex(EvidenceKind.ZSTD, "28B52FFD"),
            hex(EvidenceKind.GZIP, "1F8B08"),
            at(257, EvidenceKind.TAR, "ustar"),
            text(EvidenceKind.RTF, "{\\rt"), // Word takes `{\rt` for `{\rtf1`, and attackers know
            text(EvidenceKind.ZIP, "PK\u0005\u0006"), // an archive without members
            text(EvidenceKind.ZIP, "PK\u0007\u0008PK\u0003\u0004")); // a split one, put together

    private final EvidenceKind kind;
    private final int offset;
    private final byte[] bytes;

    private Magic(EvidenceKind kind, int offset, byte[] bytes) {
        this.kind = kind;
        this.offset = offset;
        this.bytes = bytes;
    }

    private static Magic text(EvidenceKind kind, String bytes) {
        return at(0, kind, bytes);
    }

    private static Magic at(int offset, EvidenceKind kind, String bytes) {
        return new Magic(kind, offset, bytes.getBytes(ISO_8859_1));
    }

    private static Magic hex(EvidenceKind kind, String digits) {
        return new Magic(kind, 0, HexFormat.of().parseHex(digits));
    }

    EvidenceKind kind() {
        return kind;
    }

    boolean matches(Head head) {
        return head.has(offset, bytes);
    }
}
