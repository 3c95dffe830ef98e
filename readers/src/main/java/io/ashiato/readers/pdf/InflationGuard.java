package io.ashiato.readers.pdf;

import io.ashiato.bytes.Damage;
import io.ashiato.readers.ReadingBuilder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Measures what the deflated streams of a document inflate to before PDFBox opens it, because PDFBox inflates the
/// streams that hold objects and tables whole, whatever their size.
final class InflationGuard {
    /// One stream. Streams of objects are a few MB in the largest of documents.
    private static final int MAX_STREAM = 64 << 20;

    /// All streams: more than this takes seconds just to measure.
    private static final long MAX_TOTAL = 512L << 20;

    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int DEFLATE_METHOD = 8;

    private InflationGuard() {}

    static boolean allows(byte[] pdf, ReadingBuilder reading) {
        var buffer = new byte[65_536];
        long total = 0;
        for (int at = find(pdf, 0); at >= 0; at = find(pdf, at)) {
            if (!looksDeflated(pdf, at)) {
                continue;
            }
            long size = inflatedSize(pdf, at, buffer);
            total += size;
            if (size > MAX_STREAM || total > MAX_TOTAL) {
                reading.damage(new Damage.OverLimit("inflated stream", at, size > MAX_STREAM ? MAX_STREAM : MAX_TOTAL));
                return false;
            }
        }
        return true;
    }

    /// Where the next stream's content begins, or -1.
    private static int find(byte[] pdf, int from) {
        for (int at = from; at + STREAM.length + 2 <= pdf.length; at++) {
            if (pdf[at] == 's' && Arrays.equals(pdf, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                int content = at + STREAM.length;
                content += content < pdf.length && pdf[content] == '\r' ? 1 : 0;
                content += content < pdf.length && pdf[content] == '\n' ? 1 : 0;
                return content;
            }
        }
        return -1;
    }

    /// Whether two bytes can be the head of zlib data (RFC 1950).
    private static boolean looksDeflated(byte[] pdf, int at) {
        if (at + 2 > pdf.length || (pdf[at] & 0xF) != DEFLATE_METHOD) {
            return false;
        }
        return (((pdf[at] & 0xFF) << 8) | (pdf[at + 1] & 0xFF)) % 31 == 0;
    }

    private static long inflatedSize(byte[] pdf, int at, byte[] buffer) {
        var inflater = new Inflater();
        long size = 0;
        try {
            inflater.setInput(pdf, at, pdf.length - at);
            int count;
            do {
                count = inflater.inflate(buffer);
                size += count;
            } while (count > 0 && size <= MAX_STREAM);
        } catch (DataFormatException e) {
            // PDFBox gets no further either.
        } finally {
            inflater.end();
        }
        return size;
    }
}
