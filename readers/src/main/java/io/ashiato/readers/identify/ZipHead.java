package io.ashiato.readers.identify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.ashiato.model.EvidenceKind;
import java.util.List;

/// What the first members of a ZIP tell about it (APPNOTE 4.3.7, local file header).
final class ZipHead {
    private static final byte[] MEMBER = {'P', 'K', 3, 4};
    private static final int HEADER_SIZE = 30;
    private static final int SIZE_FOLLOWS = 8; // flag bit 3: sizes stand behind the member

    /// More members than this are not looked at; Office writes its list of parts first.
    private static final int MEMBERS = 1_000;

    /// The list of parts of an Office document (ECMA-376 part 2, 10.1.2), and the folders of its kinds.
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final List<String> OFFICE_FOLDERS = List.of("word/", "xl/", "ppt/", "visio/");

    private static final byte[] OPEN_DOCUMENT = "application/vnd.oasis.opendocument.".getBytes(US_ASCII);

    private ZipHead() {}

    /// [EvidenceKind#OOXML], [EvidenceKind#ODF], or a plain [EvidenceKind#ZIP].
    static EvidenceKind kind(Head head) {
        if (isOpenDocument(head)) {
            return EvidenceKind.ODF;
        }
        return isOfficeDocument(head) ? EvidenceKind.OOXML : EvidenceKind.ZIP;
    }

    /// The first member is the type, stored plain (ODF 1.3 part 2, 3.3).
    private static boolean isOpenDocument(Head head) {
        return name(head, 0).equals("mimetype")
                && head.has(HEADER_SIZE + "mimetype".length() + Math.max(0, head.u16(28)), OPEN_DOCUMENT);
    }

    private static boolean isOfficeDocument(Head head) {
        boolean hasList = false;
        boolean hasFolder = false;
        int at = 0;
        for (int i = 0; i < MEMBERS && at >= 0; i++) {
            String name = name(head, at);
            hasList |= name.equals(CONTENT_TYPES) || name.equals("_rels/.rels");
            hasFolder |= OFFICE_FOLDERS.stream().anyMatch(name::startsWith);
            if (hasList && hasFolder) {
                return true;
            }
            at = next(head, at);
        }
        return false;
    }

    private static String name(Head head, int member) {
        int length = Math.min(head.u16(member + 26), head.length() - member - HEADER_SIZE);
        var name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            name.append((char) head.u8(member + HEADER_SIZE + i));
        }
        return name.toString();
    }

    /// Where the next member begins, or -1. Where the size stands behind the content, by its magic.
    private static int next(Head head, int member) {
        long data = (long) member + HEADER_SIZE + head.u16(member + 26) + head.u16(member + 28);
        boolean sizeKnown = (head.u16(member + 6) & SIZE_FOLLOWS) == 0;
        long next = sizeKnown ? data + head.u32(member + 18) : head.find(MEMBER, (int) data, head.length());
        return next > member && next < head.length() && head.has((int) next, MEMBER) ? (int) next : -1;
    }
}
