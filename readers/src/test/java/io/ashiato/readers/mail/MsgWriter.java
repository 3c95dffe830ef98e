package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Writes `.msg` files for tests: properties as streams in a container that POI makes.
final class MsgWriter {
    static final int MESSAGE_CLASS = 0x001A;
    static final int SUBJECT = 0x0037;
    static final int TRANSPORT_HEADERS = 0x007D;
    static final int SENDER_NAME = 0x0C1A;
    static final int SENDER_ADDRESS = 0x0C1F;
    static final int BODY = 0x1000;
    static final int HTML = 0x1013;
    static final int MESSAGE_ID = 0x1035;
    static final int ATTACHED_DATA = 0x3701;
    static final int ATTACHED_NAME = 0x3707;
    static final int ATTACHED_TYPE = 0x370E;

    private static final int ROOT_HEADER_BYTES = 32;
    private static final int EMBEDDED_HEADER_BYTES = 24;
    private static final int ATTACHMENT_HEADER_BYTES = 8;

    private final POIFSFileSystem file;
    private final DirectoryEntry folder;
    private int attachments;

    private MsgWriter(POIFSFileSystem file, DirectoryEntry folder, int headerBytes) throws IOException {
        this.file = file;
        this.folder = folder;
        document("__properties_version1.0", new byte[headerBytes]);
        text(MESSAGE_CLASS, "IPM.Note");
    }

    static MsgWriter message() throws IOException {
        var file = new POIFSFileSystem();
        var writer = new MsgWriter(file, file.getRoot(), ROOT_HEADER_BYTES);
        writer.folder.createDirectory("__nameid_version1.0");
        return writer;
    }

    private void document(String name, byte[] content) throws IOException {
        folder.createDocument(name, new ByteArrayInputStream(content));
    }

    private static String stream(int property, String type) {
        return String.format(Locale.ROOT, "__substg1.0_%04X%s", property, type);
    }

    MsgWriter text(int property, String value) throws IOException {
        document(stream(property, "001F"), value.getBytes(UTF_16LE));
        return this;
    }

    /// Text of a program that knows no Unicode.
    MsgWriter narrow(int property, String value, Charset charset) throws IOException {
        document(stream(property, "001E"), value.getBytes(charset));
        return this;
    }

    MsgWriter binary(int property, byte[] value) throws IOException {
        document(stream(property, "0102"), value);
        return this;
    }

    private DirectoryEntry attachmentFolder() throws IOException {
        String name = String.format(Locale.ROOT, "__attach_version1.0_#%08X", attachments++);
        DirectoryEntry attachment = folder.createDirectory(name);
        attachment.createDocument(
                "__properties_version1.0", new ByteArrayInputStream(new byte[ATTACHMENT_HEADER_BYTES]));
        return attachment;
    }

    MsgWriter attachment(String name, String type, byte[] content) throws IOException {
        DirectoryEntry attachment = attachmentFolder();
        put(attachment, stream(ATTACHED_NAME, "001F"), name.getBytes(UTF_16LE));
        put(attachment, stream(ATTACHED_TYPE, "001F"), type.getBytes(UTF_16LE));
        put(attachment, stream(ATTACHED_DATA, "0102"), content);
        return this;
    }

    private static void put(DirectoryEntry folder, String name, byte[] content) throws IOException {
        folder.createDocument(name, new ByteArrayInputStream(content));
    }

    /// A message attached to this one, to be filled; only the outermost is to be ended.
    MsgWriter attachedMessage() throws IOException {
        DirectoryEntry inner = attachmentFolder().createDirectory(stream(ATTACHED_DATA, "000D"));
        return new MsgWriter(file, inner, EMBEDDED_HEADER_BYTES);
    }

    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        file.writeFilesystem(bytes);
        file.close();
        return bytes.toByteArray();
    }
}
