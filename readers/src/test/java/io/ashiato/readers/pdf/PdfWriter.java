package io.ashiato.readers.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// Writes small PDF documents object by object, with a table that fits.
public final class PdfWriter {
    private final List<byte[]> objects = new ArrayList<>();

    /// Adds an object, whose number is that of the call, from 1.
    public PdfWriter object(String text) {
        objects.add(text.getBytes(ISO_8859_1));
        return this;
    }

    /// Adds a deflated stream.
    public PdfWriter stream(String entries, byte[] content) {
        byte[] packed = deflated(content);
        var out = new ByteArrayOutputStream();
        String head = "<< " + entries + " /Filter /FlateDecode /Length " + packed.length + " >>\nstream\n";
        out.writeBytes(head.getBytes(ISO_8859_1));
        out.writeBytes(packed);
        out.writeBytes("\nendstream".getBytes(ISO_8859_1));
        objects.add(out.toByteArray());
        return this;
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8_192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    /// The document, whose catalog is object 1.
    ///
    /// @param trailer more entries, such as `/Info 2 0 R`
    public byte[] bytes(String trailer) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n".getBytes(ISO_8859_1));
        var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("0".repeat(10 - Integer.toString(out.size()).length()))
                    .append(out.size())
                    .append(" 00000 n \n");
            out.writeBytes((i + 1 + " 0 obj\n").getBytes(ISO_8859_1));
            out.writeBytes(objects.get(i));
            out.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
        }
        int start = out.size();
        table.append("trailer\n<< /Root 1 0 R /Size ")
                .append(objects.size() + 1)
                .append(' ')
                .append(trailer);
        table.append(" >>\nstartxref\n").append(start).append("\n%%EOF\n");
        out.writeBytes(table.toString().getBytes(ISO_8859_1));
        return out.toByteArray();
    }
}
