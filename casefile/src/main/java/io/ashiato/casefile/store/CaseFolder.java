package io.ashiato.casefile.store;

import io.ashiato.bytes.Digests;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// The folder of one case while it is being made. It is filled under a temporary name beside its place and
/// moved there as a whole at the end: a case folder that exists is complete, and nothing is ever overwritten.
public final class CaseFolder implements AutoCloseable {
    private final Path target;
    private final Scratch staging;
    private final StringWriter custodyText = new StringWriter();
    private final CustodyLog custody;
    private boolean done;

    /// @param target must not exist, or be an empty folder
    /// @param date of the run, for the custody log
    /// @throws CaseExistsException if something is there already
    /// @throws IOException if nothing can be written there
    public static CaseFolder create(Path target, Instant date) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (isOccupied(absolute)) {
            throw new CaseExistsException(target);
        }
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new CaseExistsException(target);
        }
        Files.createDirectories(parent);
        if (!Files.exists(absolute)) { // a name that the file system does not take fails now, not after hours
            Files.createDirectory(absolute);
            Files.delete(absolute);
        }
        return new CaseFolder(absolute, Scratch.in(parent), date);
    }

    /// Whether something stands where a case is to be written.
    private static boolean isOccupied(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        }
        try (var entries = Files.list(path)) {
            return entries.findAny().isPresent();
        }
    }

    private CaseFolder(Path target, Scratch staging, Instant date) throws IOException {
        this.target = target;
        this.staging = staging;
        this.custody = new CustodyLog(custodyText, date);
        Files.createDirectory(scratch());
    }

    /// An existing folder for temporary files, gone when the case is done.
    public Path scratch() {
        return staging.path().resolve("scratch");
    }

    /// Where the case is while it is being made: to be left out if it lies inside the evidence.
    public Path staging() {
        return staging.path();
    }

    /// Writes one file and notes its SHA-256 in the custody log.
    ///
    /// @param name relative, with `/`
    public void write(String name, Content content) throws IOException {
        Path file = prepare(name);
        MessageDigest digest = Digests.sha256();
        try (OutputStream out = new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16),
                digest)) {
            content.writeTo(out);
        }
        noteWritten(name, HexFormat.of().formatHex(digest.digest()));
    }

    /// Notes a file in the custody log that someone else wrote at the place of [#prepare].
    public void adopt(String name) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(staging.path().resolve(name), sink);
        }
        noteWritten(name, HexFormat.of().formatHex(digest.digest()));
    }

    /// The place for a file of that name, its folder made.
    public Path prepare(String name) throws IOException {
        Path file = staging.path().resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    /// Adds a line to the custody log.
    public void note(String action, Map<String, String> facts) throws IOException {
        custody.add(action, facts);
    }

    /// Writes the custody log and puts the folder in its place.
    public void finish() throws IOException {
        Scratch.delete(scratch());
        Files.writeString(staging.path().resolve("custody.log"), custodyText.toString(), StandardCharsets.UTF_8);
        if (isOccupied(target)) {
            throw new CaseExistsException(target);
        }
        Files.deleteIfExists(target);
        Files.move(staging.path(), target, StandardCopyOption.ATOMIC_MOVE);
        staging.release();
        done = true;
    }

    /// Removes everything that was written, unless the case is done.
    @Override
    public void close() throws IOException {
        if (!done) {
            staging.close();
        }
    }

    private void noteWritten(String name, String sha256) throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("file", name);
        facts.put("sha256", sha256);
        custody.add("written", facts);
    }

    /// Writes the bytes of one file.
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
