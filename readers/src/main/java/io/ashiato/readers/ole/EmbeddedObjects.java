package io.ashiato.readers.ole;

import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.CodePages;
import io.ashiato.readers.CompoundFile;
import io.ashiato.readers.OlePackage;
import io.ashiato.readers.ReadingBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Objects inside a compound file: files put in by the packager, documents of other programs, links to objects.
final class EmbeddedObjects {
    private static final String PACKAGER = "\u0001ole10native";

    /// What a storage holds that is a document of its own.
    private static final Set<String> DOCUMENTS =
            Set.of("worddocument", "workbook", "book", "powerpoint document", "visiodocument", "encryptedpackage");

    /// Streams that hold a whole file of another format.
    private static final Set<String> WHOLE_FILES = Set.of("package", "contents");

    /// Streams in which links are kept (MS-OLEDS 2.3.3), also those that update when the document opens.
    private static final Set<String> LINKS = Set.of("\u0001ole", "\u0003linkinfo");

    private EmbeddedObjects() {}

    static void tell(CompoundFile file, Set<String> external, ReadingBuilder reading) {
        List<String> documents = new ArrayList<>();
        for (CompoundFile.Stream stream : file.streams()) {
            String name = stream.name().toLowerCase(Locale.ROOT);
            if (isInside(stream.path(), documents)) {
                continue; // told when that document is read
            }
            if (name.equals(PACKAGER)) {
                file.bytes(stream).ifPresent(bytes -> packaged(bytes, stream, reading));
            } else if (LINKS.contains(name)) {
                file.bytes(stream).ifPresent(bytes -> external.addAll(Monikers.in(bytes)));
            } else if (WHOLE_FILES.contains(name) && !stream.parent().isEmpty()) {
                file.bytes(stream).ifPresent(bytes -> reading.embedded(stream.path(), Optional.empty(), bytes));
            } else if (DOCUMENTS.contains(name) && !stream.parent().isEmpty()) {
                documents.add(stream.parent() + "/");
                document(file, stream.parent(), reading);
            }
        }
    }

    private static boolean isInside(String path, List<String> documents) {
        return documents.stream().anyMatch(path::startsWith);
    }

    private static void packaged(byte[] bytes, CompoundFile.Stream stream, ReadingBuilder reading) {
        // The paths are in the code page of the author's Windows, which is said nowhere near them.
        Optional<OlePackage> found = OlePackage.read(bytes, CodePages.charset(CodePages.WINDOWS_1252));
        if (found.isPresent()) {
            OlePackage file = found.get();
            reading.embedded(file.label(), Optional.of(file.sourcePath()), file.content());
        } else if (bytes.length > 4) {
            reading.embedded(stream.path(), Optional.empty(), bytes);
        }
    }

    /// Copies a storage into a compound file of its own, as it was before it was put in.
    private static void document(CompoundFile file, String path, ReadingBuilder reading) {
        try (var copy = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            DirectoryNode from = file.root();
            for (String step : path.split("/")) {
                from = (DirectoryNode) from.getEntryCaseInsensitive(step);
            }
            copy.getRoot().setStorageClsid(from.getStorageClsid());
            long size = file.streams().stream()
                    .filter(s -> s.path().startsWith(path + "/"))
                    .mapToLong(CompoundFile.Stream::size)
                    .sum();
            if (size > ArtefactReading.MAX_BYTES) {
                reading.unreadable(path); // more than the file itself can hold
                return;
            }
            EntryUtils.copyNodes(from, copy.getRoot());
            copy.writeFilesystem(out);
            reading.embedded(path, Optional.empty(), out.toByteArray());
        } catch (IOException | RuntimeException e) { // POI throws what comes on a damaged file
            reading.unreadable(path);
        }
    }
}
