package io.ashiato.readers.pdf;

import io.ashiato.bytes.Damage;
import io.ashiato.readers.ReadingBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/// Decodes streams within a limit, which PDFBox's own decoding does not have. Only the filters that scripts and
/// files are written with; pictures are not decoded (ISO 32000-1, 7.4).
final class PdfStreams {
    /// More filters on one stream than any writer uses.
    private static final int MAX_FILTERS = 4;

    private PdfStreams() {}

    /// @param limit in bytes, after each filter; what is longer is cut there
    static Optional<byte[]> decoded(COSStream stream, int limit, ReadingBuilder reading) {
        byte[] bytes;
        try (var in = stream.createRawInputStream()) {
            bytes = in.readNBytes(limit);
        } catch (IOException e) {
            reading.unreadable("stream");
            return Optional.empty();
        }
        List<String> filters = filters(stream);
        if (filters.size() > MAX_FILTERS) {
            reading.damage(new Damage.OverLimit("filters", 0, MAX_FILTERS));
            return Optional.empty();
        }
        for (String filter : filters) {
            switch (filter) {
                case "FlateDecode", "Fl" -> bytes = inflated(bytes, limit, reading);
                case "ASCIIHexDecode", "AHx" -> bytes = hex(bytes);
                case "ASCII85Decode", "A85" -> bytes = base85(bytes);
                default -> {
                    reading.unreadable("stream with filter " + filter);
                    return Optional.empty();
                }
            }
        }
        return Optional.of(bytes);
    }

    private static List<String> filters(COSStream stream) {
        var names = new ArrayList<String>();
        switch (stream.getFilters()) {
            case COSName name -> names.add(name.getName());
            case COSArray array -> {
                for (int i = 0; i < array.size() && i <= MAX_FILTERS; i++) {
                    names.add(array.getObject(i) instanceof COSName name ? name.getName() : "");
                }
            }
            case null, default -> {} // none
        }
        return names;
    }

    private static byte[] inflated(byte[] packed, int limit, ReadingBuilder reading) {
        var inflater = new Inflater();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[16_384];
        try {
            inflater.setInput(packed);
            for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
                out.write(buffer, 0, count);
                if (out.size() > limit) {
                    reading.damage(new Damage.OverLimit("inflated stream", 0, limit));
                    break;
                }
            }
        } catch (DataFormatException e) {
            reading.unreadable("deflated stream");
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] hex(byte[] text) {
        var out = new ByteArrayOutputStream(text.length / 2 + 1);
        int high = -1;
        for (byte c : text) {
            if (c == '>') {
                break;
            }
            int digit = Character.digit(c, 16);
            if (digit >= 0 && high < 0) {
                high = digit;
            } else if (digit >= 0) {
                out.write(high << 4 | digit);
                high = -1;
            }
        }
        if (high >= 0) {
            out.write(high << 4); // a missing last digit is 0 (7.4.2)
        }
        return out.toByteArray();
    }

    /// Five characters hold four bytes; `z` is four zeros, `~` ends (7.4.3).
    private static byte[] base85(byte[] text) {
        var out = new ByteArrayOutputStream(text.length);
        long group = 0;
        int count = 0;
        for (byte c : text) {
            if (c == '~') {
                break;
            } else if (c == 'z' && count == 0) {
                out.writeBytes(new byte[4]);
            } else if (c >= '!' && c <= 'u') {
                group = group * 85 + c - '!';
                count++;
                if (count == 5) {
                    write(out, group, 4);
                    group = 0;
                    count = 0;
                }
            }
        }
        for (int i = count; i > 0 && i < 5; i++) {
            group = group * 85 + 84;
        }
        write(out, group, Math.max(count - 1, 0));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, long group, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (group >> (24 - 8 * i)));
        }
    }
}
