package io.ashiato.readers.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.apache.pdfbox.cos.COSString;

/// Texts of a document.
final class PdfText {
    private PdfText() {}

    /// By the rules (ISO 32000-1, 7.9.2.2) a text without a mark is in the format's own encoding of Western letters.
    /// Many writers put UTF-8 there without a mark; what is sound UTF-8 beyond ASCII is hardly ever anything else.
    static String decoded(COSString text) {
        byte[] bytes = text.getBytes();
        boolean ascii = true;
        for (byte b : bytes) {
            ascii &= b >= 0;
        }
        if (ascii) {
            return text.getString();
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return text.getString();
        }
    }
}
