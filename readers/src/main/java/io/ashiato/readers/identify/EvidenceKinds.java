package io.ashiato.readers.identify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.ashiato.model.EvidenceKind;
import java.util.HexFormat;

/// Recognises kinds of evidence by content.
public final class EvidenceKinds {
    /// How much of a file's head is worth handing in: behind it nothing is looked at.
    public static final int HEAD_SIZE = 0x1_0000;

    /// Where a PDF may begin: readers take junk before it (ISO 32000-1, annex H.3, note 13).
    private static final int PDF_JUNK = 1024;

    private static final byte[] PDF = "%PDF-".getBytes(ISO_8859_1);
    private static final byte[] MZ = "MZ".getBytes(ISO_8859_1);
    private static final byte[] PE = {'P', 'E', 0, 0};
    private static final byte[] ZIP_MEMBER = {'P', 'K', 3, 4};
    private static final byte[] BZIP2 = "BZh".getBytes(ISO_8859_1);
    private static final byte[] BZIP2_BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};
    private static final int PE_POINTER_AT = 0x3C;
    private static final int DOS_HEADER = 64;
    private static final int TAR_CHECKSUM_AT = 148;
    private static final int TAR_HEADER = 512;

    /// Programs make a handful.
    private static final int MAX_CATEGORIES = 256;

    private static final byte[] LINK_CLASS = HexFormat.of().parseHex("0114020000000000c0000000000000464c000000");
    private static final byte[] CATEGORY_END = HexFormat.of().parseHex("abfbbfba");

    private EvidenceKinds() {}

    /// What a file is that begins with the first `length` bytes of `head`; a file of no bytes is
    /// [EvidenceKind#EMPTY], one that nothing fits is [EvidenceKind#UNKNOWN].
    public static EvidenceKind identify(byte[] head, int length) {
        var bytes = new Head(head, length);
        if (bytes.length() == 0) {
            return EvidenceKind.EMPTY;
        }
        for (Magic magic : Magic.ALL) {
            if (magic.matches(bytes)) {
                return magic.kind();
            }
        }
        if (bytes.has(0, ZIP_MEMBER)) {
            return ZipHead.kind(bytes);
        }
        if (isExecutable(bytes)) {
            return EvidenceKind.PE;
        }
        if (isBzip2(bytes)) {
            return EvidenceKind.BZIP2;
        }
        if (bytes.find(PDF, 0, PDF_JUNK) >= 0) {
            return EvidenceKind.PDF;
        }
        if (isOldTar(bytes)) {
            return EvidenceKind.TAR;
        }
        return isCustomDestinations(bytes) ? EvidenceKind.JUMP_LIST : TextHead.kind(bytes);
    }

    /// A jump list that a program made: version 2, few categories, then a link or the mark at the end of a
    /// category. Automatic ones are OLE2, which their reader knows by a stream inside.
    private static boolean isCustomDestinations(Head head) {
        long categories = head.u32(4);
        if (head.u32(0) != 2 || categories < 0 || categories > MAX_CATEGORIES || head.u32(8) != 0) {
            return false;
        }
        return categories == 0
                ? head.length() == 12
                : head.find(LINK_CLASS, 12, head.length()) >= 0 || head.has(20, CATEGORY_END);
    }

    /// `MZ` alone begins many a text; the header behind it must be there, and where the head reaches
    /// to its target, the pointer must be right. Old DOS programs have no such target.
    private static boolean isExecutable(Head head) {
        if (!head.has(0, MZ)) {
            return false;
        }
        if (head.length() < DOS_HEADER) {
            return head.find(new byte[] {0}, 0, head.length()) >= 0;
        }
        long pe = head.u32(PE_POINTER_AT);
        if (pe < head.length() - PE.length && head.has((int) pe, PE)) {
            return true;
        }
        int paragraphs = head.u16(8);
        return paragraphs >= 2 && paragraphs < 0x1000 && head.u16(4) > 0 && !TextHead.isText(head);
    }

    private static boolean isBzip2(Head head) {
        int level = head.u8(3);
        return head.has(0, BZIP2) && level >= '1' && level <= '9' && head.has(4, BZIP2_BLOCK);
    }

    /// A tar from before POSIX has no magic, but a checksum: the sum of the header's bytes, the
    /// checksum's own taken as blanks, in octal digits.
    private static boolean isOldTar(Head head) {
        if (head.length() < TAR_HEADER || head.u8(0) == 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < TAR_HEADER; i++) {
            sum += i >= TAR_CHECKSUM_AT && i < TAR_CHECKSUM_AT + 8 ? ' ' : head.u8(i);
        }
        int stored = 0;
        int digits = 0;
        for (int i = TAR_CHECKSUM_AT; i < TAR_CHECKSUM_AT + 8; i++) {
            int c = head.u8(i);
            if (c >= '0' && c <= '7') {
                stored = stored * 8 + c - '0';
                digits++;
            }
        }
        return digits >= 3 && stored == sum;
    }
}
