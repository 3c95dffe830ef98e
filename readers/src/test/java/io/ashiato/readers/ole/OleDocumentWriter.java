package io.ashiato.readers.ole;

import io.ashiato.readers.VbaProjectWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Date;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hpsf.WritingNotSupportedException;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Writes compound files with the streams that documents of Office 97 to 2003 have, by Apache POI. They hold what the
/// reader looks at, and nothing that a program could show.
public final class OleDocumentWriter {
    private final POIFSFileSystem file = new POIFSFileSystem();
    private final SummaryInformation summary = PropertySetFactory.newSummaryInformation();
    private final DocumentSummaryInformation documentSummary = PropertySetFactory.newDocumentSummaryInformation();
    private int objects;

    public OleDocumentWriter properties(String author, String lastSavedBy, String company, Instant created) {
        summary.setAuthor(author);
        summary.setLastAuthor(lastSavedBy);
        summary.setApplicationName("Microsoft Office Word");
        summary.setCreateDateTime(Date.from(created));
        documentSummary.setCompany(company);
        return this;
    }

    public OleDocumentWriter macros(VbaProjectWriter project) {
        return writing(() -> project.into(file.getRoot().createDirectory("Macros")));
    }

    /// A file put in by the packager.
    public OleDocumentWriter packaged(String label, String sourcePath, byte[] content) {
        return writing(() -> {
            DirectoryEntry pool = objects == 0
                    ? file.getRoot().createDirectory("ObjectPool")
                    : (DirectoryEntry) file.getRoot().getEntryCaseInsensitive("ObjectPool");
            DirectoryEntry object = pool.createDirectory("_" + ++objects);
            stream(object, "\u0001Ole10Native", nativeData(label, sourcePath, content));
        });
    }

    public OleDocumentWriter stream(String name, byte[] content) {
        return writing(() -> stream(file.getRoot(), name, content));
    }

    /// A header without text, of Word 97.
    public OleDocumentWriter word() {
        ByteBuffer header = ByteBuffer.allocate(1_024).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort(0, (short) 0xA5EC).putShort(2, (short) 0x00C1).putShort(6, (short) 0x0411);
        header.putShort(10, (short) 0x0200);
        return stream("WordDocument", header.array()).stream("1Table", new byte[] {0});
    }

    /// The size and name of a packaged file in front of its content.
    public static byte[] nativeData(String label, String sourcePath, byte[] content) {
        Charset ansi = Charset.forName("windows-1252");
        ByteBuffer out = ByteBuffer.allocate(4_096 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0).putShort((short) 2);
        out.put(label.getBytes(ansi))
                .put((byte) 0)
                .put(sourcePath.getBytes(ansi))
                .put((byte) 0);
        out.putShort((short) 0).putShort((short) 3);
        byte[] temporary = ("C:\\Temp\\" + label + "\0").getBytes(ansi);
        out.putInt(temporary.length).put(temporary).putInt(content.length).put(content);
        out.putInt(0, out.position() - 4);
        var bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        writing(() -> {
            summary.write(file.getRoot(), SummaryInformation.DEFAULT_STREAM_NAME);
            documentSummary.write(file.getRoot(), DocumentSummaryInformation.DEFAULT_STREAM_NAME);
            file.writeFilesystem(out);
        });
        return out.toByteArray();
    }

    private static void stream(DirectoryEntry storage, String name, byte[] content) throws IOException {
        storage.createDocument(name, new ByteArrayInputStream(content));
    }

    private interface Step {
        void run() throws IOException, WritingNotSupportedException;
    }

    private OleDocumentWriter writing(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WritingNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
