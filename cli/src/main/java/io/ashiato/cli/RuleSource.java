package io.ashiato.cli;

import io.ashiato.sigma.RuleFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// A file of rules as it lies on the disk.
///
/// @param name as problems shall name it
/// @param bytes handed on, not copied: nobody writes to them
/// @param digest their SHA-256; empty where nobody asked for it
@SuppressWarnings("ArrayRecordComponent") // never compared
record RuleSource(String name, Path path, byte[] bytes, byte[] digest) {
    /// The file as text; absent where it is not UTF-8.
    Optional<RuleFile> text() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // The fast way puts this sign for what it does not understand, but the file may also hold it.
        return text.indexOf('\uFFFD') < 0 || isUtf8() ? Optional.of(new RuleFile(name, text)) : Optional.empty();
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Whether there is nothing in it but white space.
    boolean isBlank() {
        for (byte each : bytes) {
            if (each < 0 || each > ' ') {
                return false;
            }
        }
        return true;
    }
}
