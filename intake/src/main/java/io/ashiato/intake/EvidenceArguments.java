package io.ashiato.intake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was given on the command line, checked before any evidence is touched.
public sealed interface EvidenceArguments {
    /// All of it exists, and something of it is not an empty folder.
    record Found(List<Argument> arguments) implements EvidenceArguments {}

    /// One of them does not exist: probably mistyped, so nothing is read.
    record Missing(String asGiven) implements EvidenceArguments {}

    /// Only folders, and no file in any of them.
    record NoEvidence(List<String> folders) implements EvidenceArguments {}

    /// One file, folder or archive.
    ///
    /// @param asGiven the beginning of the paths of all items from it
    /// @param real without links; what two arguments are compared by
    /// @param link whether the argument itself is a symbolic link; it is followed, since it was named
    record Argument(String asGiven, Path path, Path real, boolean link) {}

    static EvidenceArguments resolve(List<String> asGiven) {
        var arguments = new ArrayList<Argument>();
        for (String text : asGiven) {
            if (text.isEmpty()) { // an unset shell variable, and for Java the current folder
                return new Missing(text);
            }
            try {
                arguments.add(argument(text));
            } catch (NoSuchFileException | InvalidPathException e) {
                return new Missing(text);
            }
        }
        for (Argument argument : arguments) {
            if (holdsFile(argument.real(), 0)) {
                return new Found(List.copyOf(arguments));
            }
        }
        return new NoEvidence(List.copyOf(asGiven));
    }

    private static Argument argument(String asGiven) throws NoSuchFileException {
        Path path = Path.of(asGiven);
        boolean link = Files.isSymbolicLink(path);
        try {
            return new Argument(asGiven, path, path.toRealPath(), link);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            // It exists, but this user may not look at it: the walk says so, as for every such item.
            return new Argument(asGiven, path, path.toAbsolutePath().normalize(), link);
        }
    }

    /// Whether there is anything but folders: it ends at the first. What cannot be listed counts, since
    /// the walk has something to report then.
    private static boolean holdsFile(Path path, int depth) {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || depth > IntakeLimits.DEFAULT.folderDepth()) {
            return true;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (holdsFile(entry, depth + 1)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            return true;
        }
    }
}
