package io.ashiato.readers;

import io.ashiato.bytes.Damage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hpsf.ClassID;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// A compound file (MS-CFB, "OLE2") as a list of streams, read by Apache POI within limits. POI's exceptions end
/// here and become damage.
public final class CompoundFile {
    /// More streams and storages than this are not listed; documents have some dozens.
    public static final int MAX_ENTRIES = 10_000;

    /// Storages deeper than this are not entered; Office nests four.
    public static final int MAX_DEPTH = 24;

    /// Every compound file begins so (MS-CFB 2.2).
    private static final byte[] MAGIC = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private final List<Stream> streams = new ArrayList<>();
    private final List<Storage> storages = new ArrayList<>();
    private final ReadingBuilder reading;
    private final DirectoryNode root;

    /// @param path names from the root, joined by `/`
    /// @param name the last of them
    /// @param size in bytes, as the directory says
    public record Stream(String path, String name, long size, DocumentEntry entry) {
        /// Path of the storage it lies in; empty for the root.
        public String parent() {
            return path.equals(name) ? "" : path.substring(0, path.length() - name.length() - 1);
        }
    }

    /// @param path names from the root, joined by `/`; empty for the root
    /// @param classId of the program it belongs to, lower case; empty where it is null
    public record Storage(String path, Optional<String> classId) {}

    private CompoundFile(DirectoryNode root, ReadingBuilder reading) {
        this.root = root;
        this.reading = reading;
    }

    public static boolean hasMagic(byte[] bytes) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (bytes.length <= i || bytes[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /// Opens a file that lies in memory.
    ///
    /// @param reading gets the damage of this file, now and when streams are read
    /// @return empty, with damage, where not even the directory can be read
    public static Optional<CompoundFile> open(byte[] bytes, ReadingBuilder reading) {
        try {
            // Never closed: it holds nothing but memory, and its streams are read later.
            var poi = new POIFSFileSystem(new ByteArrayInputStream(bytes));
            var file = new CompoundFile(poi.getRoot(), reading);
            file.list(poi.getRoot(), "", 0);
            return Optional.of(file);
        } catch (IOException | RuntimeException e) { // POI throws what comes on a damaged file
            reading.unreadable("compound file");
            return Optional.empty();
        }
    }

    private void list(DirectoryEntry directory, String path, int depth) {
        storages.add(new Storage(path, classId(directory.getStorageClsid())));
        for (Entry entry : directory) {
            if (streams.size() + storages.size() >= MAX_ENTRIES) {
                reading.damage(new Damage.OverLimit("directory entries", 0, MAX_ENTRIES));
                return;
            }
            String below = path.isEmpty() ? entry.getName() : path + "/" + entry.getName();
            if (entry instanceof DirectoryEntry storage) {
                if (depth < MAX_DEPTH) {
                    list(storage, below, depth + 1);
                } else {
                    reading.damage(new Damage.OverLimit("storage depth", 0, MAX_DEPTH));
                }
            } else if (entry instanceof DocumentEntry document) {
                streams.add(new Stream(below, entry.getName(), document.getSize(), document));
            }
        }
    }

    private static Optional<String> classId(ClassID id) {
        String text = id.toUUIDString().toLowerCase(Locale.ROOT);
        return text.startsWith("00000000-0000-0000-0000") ? Optional.empty() : Optional.of(text);
    }

    /// POI's own view, for what POI does better; its exceptions are the caller's.
    public DirectoryNode root() {
        return root;
    }

    /// All streams, in the order of the directory.
    public List<Stream> streams() {
        return List.copyOf(streams);
    }

    /// All storages, the root first.
    public List<Storage> storages() {
        return List.copyOf(storages);
    }

    /// Whether the root or a storage holds a stream of this path; case does not count, as on Windows.
    public Optional<Stream> stream(String path) {
        return streams.stream().filter(s -> s.path().equalsIgnoreCase(path)).findFirst();
    }

    /// What a stream holds, empty where there is none or it cannot be read.
    public Optional<byte[]> bytes(String path) {
        return stream(path).flatMap(this::bytes);
    }

    /// What a stream holds; a broken chain of blocks is damage, and what comes before the break is lost with it.
    public Optional<byte[]> bytes(Stream stream) {
        if (stream.size() > ArtefactReading.MAX_BYTES) {
            reading.damage(new Damage.OverLimit(stream.path(), 0, ArtefactReading.MAX_BYTES));
            return Optional.empty();
        }
        try (var in = new DocumentInputStream(stream.entry())) {
            return Optional.of(in.readAllBytes());
        } catch (IOException | RuntimeException e) { // POI throws what comes on a damaged file
            reading.unreadable(stream.path());
            return Optional.empty();
        }
    }
}
