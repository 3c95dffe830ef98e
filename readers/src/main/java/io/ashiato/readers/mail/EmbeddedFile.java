package io.ashiato.readers.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Makes a file of a message or object that lies as a folder inside a `.msg` file. Its streams are those of the
/// evidence, the container around them is new: the digest of such a file is met nowhere else.
final class EmbeddedFile {
    /// Folders in folders, and entries of one file; a message in messages nests two folders for each.
    private static final int DEPTH = 40;

    private static final int ENTRIES = 20_000;

    private static final String PROPERTIES = "__properties_version1.0";

    /// The header of the properties of a message in a message is that much shorter ([MS-OXMSG] 2.4.1).
    private static final int EMBEDDED_HEADER_BYTES = 24;

    private static final int LONGER_BY = 8;

    private int entries;

    private EmbeddedFile() {}

    static byte[] of(DirectoryNode folder, boolean message) throws IOException {
        try (var file = new POIFSFileSystem()) {
            var copy = new EmbeddedFile();
            copy.copy(folder, file.getRoot(), message, 0);
            var bytes = new ByteArrayOutputStream();
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private void copy(DirectoryEntry from, DirectoryEntry to, boolean messageRoot, int depth) throws IOException {
        if (depth > DEPTH) {
            throw new IOException("folders in folders");
        }
        for (Entry entry : from) {
            if (++entries > ENTRIES) {
                throw new IOException("entries");
            }
            switch (entry) {
                case DirectoryEntry folder -> copy(folder, to.createDirectory(folder.getName()), false, depth + 1);
                case DocumentEntry document -> {
                    byte[] content = content(document);
                    boolean properties = messageRoot && document.getName().equalsIgnoreCase(PROPERTIES);
                    to.createDocument(
                            document.getName(), new ByteArrayInputStream(properties ? widened(content) : content));
                }
                default -> {} // there are no others
            }
        }
    }

    private static byte[] content(DocumentEntry document) throws IOException {
        try (InputStream stream = new DocumentInputStream(document)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] widened(byte[] properties) {
        int header = Math.min(EMBEDDED_HEADER_BYTES, properties.length);
        byte[] wide = Arrays.copyOf(properties, properties.length + LONGER_BY);
        Arrays.fill(wide, header, header + LONGER_BY, (byte) 0);
        System.arraycopy(properties, header, wide, header + LONGER_BY, properties.length - header);
        return wide;
    }
}
