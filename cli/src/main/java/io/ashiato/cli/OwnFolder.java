package io.ashiato.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A folder that nobody but this user writes to, or it is not used: whoever puts rules into it decides what is
/// detected, and a process of root may run with another user's home.
///
/// @param path need not exist
record OwnFolder(Path path) {
    /// Whether it is there and this user's alone. Never where the file system has no owners.
    boolean isTrusted() {
        try {
            var attributes = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isDirectory()
                    && attributes.owner().getName().equals(System.getProperty("user.name"))
                    && !attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                    && !attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /// Makes it where it is absent.
    ///
    /// @return whether it can be used
    boolean make() {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return isTrusted();
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private record Aged(Path file, FileTime age) {}

    /// The files with that ending, the youngest first.
    List<Path> youngestFirst(String ending) throws IOException {
        var files = new ArrayList<Aged>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, "*" + ending)) {
            for (Path file : found) {
                files.add(new Aged(file, Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(Aged::age).reversed());
        return files.stream().map(Aged::file).toList();
    }

    /// Removes the files with that ending but the youngest ones.
    void removeOldest(String ending, int kept) throws IOException {
        List<Path> files = youngestFirst(ending);
        for (Path old : files.subList(Math.min(kept, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }
}
