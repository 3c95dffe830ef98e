package io.ashiato.cli.example.host;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.pe.PeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Hashes of the files on a host. Of a file that does not exist, and most do not, it is the hash of an invented
/// sentence, so that one path always has the same.
public final class Digests {
    private final Map<String, byte[]> contents = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /// @param files what exists and is evidence too, by path on the host
    public Digests(Map<String, byte[]> files) {
        contents.putAll(files);
    }

    /// As Sysmon writes them: `MD5=...,SHA256=...,IMPHASH=...`. What is no program has no imports.
    String ofFile(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        byte[] known = contents.get(path);
        byte[] content = known == null ? ("The invented contents of " + name).getBytes(StandardCharsets.UTF_8) : known;
        return "MD5=" + hash("MD5", content) + ",SHA256=" + hash("SHA-256", content) + ",IMPHASH="
                + (known == null ? inventedImports(name) : imports(known));
    }

    private static String inventedImports(String name) {
        boolean program = name.endsWith(".exe") || name.endsWith(".dll");
        return program
                ? hash("MD5", ("The invented imports of " + name).getBytes(StandardCharsets.UTF_8))
                : "0".repeat(32);
    }

    private static String imports(byte[] content) {
        try {
            return PeReader.read(ByteSource.of(content))
                    .facts()
                    .text("imphash")
                    .orElse("0".repeat(32))
                    .toUpperCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be read", e);
        }
    }

    private static String hash(String algorithm, byte[] content) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
