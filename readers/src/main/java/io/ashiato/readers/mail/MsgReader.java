package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Reads Outlook's `.msg` files ([MS-OXMSG]): a mail as an OLE2 file.
public final class MsgReader {
    /// A stream that every message has, and no document.
    private static final String PROPERTIES = "__properties_version1.0";

    private static final String NAMED_PROPERTIES = "__nameid_version1.0";

    /// A mail has one for each recipient and attachment.
    private static final int MAX_FOLDERS = 20_000;

    private MsgReader() {}

    /// Whether an OLE2 file is a mail, by the entries of its directory.
    ///
    /// @throws IOException if the machine fails to read
    public static boolean isMail(ByteSource source) throws IOException {
        byte[] bytes = source.first(ArtefactReading.MAX_BYTES);
        try (var file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return file.getRoot().hasEntryCaseInsensitive(PROPERTIES)
                    || file.getRoot().hasEntryCaseInsensitive(NAMED_PROPERTIES);
        } catch (IOException | RuntimeException e) { // the library checks less than this input needs
            return false;
        }
    }

    /// Facts of a message, with its attachments as children; an attached message is a `.msg` file again.
    ///
    /// @param source of which the first [ArtefactReading#MAX_BYTES] are read
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        byte[] bytes = source.first(ArtefactReading.MAX_BYTES);
        var damage = new ArrayList<Damage>();
        if (bytes.length < source.size()) {
            damage.add(new Damage.OverLimit("message", bytes.length, bytes.length));
        }
        MailContent content = new MailContent(new HeaderFields(List.of()), List.of());
        try (var file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (hasLyingSize(file.getRoot(), bytes.length)) {
                damage.add(new Damage.OverLimit("stream size", 0, bytes.length));
            } else {
                try (var message = new MAPIMessage(file)) {
                    content = new MsgContent(message, damage).read();
                }
            }
        } catch (IOException | RuntimeException e) { // as above
            damage.add(new Damage.Truncated("message", bytes.length, 1, 0));
        }
        var facts = Facts.builder();
        content.addTo(facts);
        return new ArtefactReading(EvidenceKind.MSG, facts.build(), content.children(), damage);
    }

    /// Whether a stream claims to be larger than the whole file: the library would set aside as much memory.
    private static boolean hasLyingSize(DirectoryEntry root, int fileSize) {
        Deque<DirectoryEntry> open = new ArrayDeque<>(List.of(root));
        for (int seen = 0; !open.isEmpty() && seen < MAX_FOLDERS; seen++) {
            for (Entry entry : open.remove()) {
                if (entry instanceof DirectoryEntry folder) {
                    open.add(folder);
                } else if (entry instanceof DocumentEntry stream && stream.getSize() > fileSize) {
                    return true;
                }
            }
        }
        return !open.isEmpty(); // more folders than a mail has
    }

    /// A field of a header that the message states as a property: as bytes, like those of a transported header.
    static HeaderFields.Field field(String name, String value) {
        return HeaderFields.Field.of(name, new String(value.getBytes(UTF_8), ISO_8859_1));
    }
}
