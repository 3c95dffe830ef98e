package io.ashiato.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A small text that an option names.
final class OptionFile {
    private OptionFile() {}

    /// The text of a file.
    ///
    /// @param mostBytes of the file
    /// @throws IOException with a reason for [Reasons] if it is no such file, or the machine does not give it
    static String read(String asGiven, long mostBytes) throws IOException {
        Path path = path(asGiven);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(asGiven);
        }
        if (!Files.isRegularFile(path)) {
            throw new FileSystemException(asGiven, null, "it is no file");
        }
        if (Files.size(path) > mostBytes) {
            throw new FileSystemException(asGiven, null, "it is larger than " + StageLines.size(mostBytes));
        }
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new FileSystemException(asGiven, null, "it is not UTF-8 text");
        }
    }

    private static Path path(String asGiven) throws FileSystemException {
        try {
            return Path.of(asGiven);
        } catch (InvalidPathException e) {
            throw new FileSystemException(asGiven, null, e.getReason());
        }
    }
}
