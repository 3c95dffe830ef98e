package io.ashiato.cli.example;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// Hashes of files that do not exist: the hash of an invented sentence, so that one path always has the same.
final class Digests {
    private Digests() {}

    /// As Sysmon writes them: `MD5=...,SHA256=...,IMPHASH=...`. What is no program has no imports.
    static String ofFile(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        String contents = "The invented contents of " + name;
        boolean program = name.endsWith(".exe") || name.endsWith(".dll");
        String imports = program ? hash("MD5", "The invented imports of " + name) : "0".repeat(32);
        return "MD5=" + hash("MD5", contents) + ",SHA256=" + hash("SHA-256", contents) + ",IMPHASH=" + imports;
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
