package io.ashiato.readers.pe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/// The import hash: programs of one source built with the same tools share it.
/// Source: Mandiant, *Tracking malware with import hashing*, 2014, in the form that pefile gave it.
final class ImportHash {
    private ImportHash() {}

    /// MD5, lower-case hex, of `library.function,...` in the order of the import table; empty without imports.
    static String of(PeImports imports) {
        if (imports.loaded().isEmpty()) {
            return "";
        }
        String list = imports.loaded().stream()
                .flatMap(library -> library.functions().stream()
                        .map(function ->
                                library.shortName() + "." + function.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(","));
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(list.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
