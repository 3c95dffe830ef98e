package io.ashiato.cli;

import io.ashiato.casefile.store.CaseFormatException;
import io.ashiato.casefile.store.CaseJson;
import io.ashiato.model.IncidentCase;
import io.ashiato.publish.render.Visible;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Cases that `analyze` wrote, read back.
final class CaseInput {
    private CaseInput() {}

    /// Whether the path names a case: a folder, or its `case.json`.
    static boolean names(String given) {
        try {
            Path path = Path.of(given);
            return Files.isDirectory(path) || path.endsWith(CaseJson.FILE);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// Reads a case.
    ///
    /// @throws CommandException with exit code 2 where there is none, or none that can be read
    static IncidentCase read(String given, Words words) {
        String name = EvidenceParameters.quoted(given);
        try {
            Path path = Path.of(given);
            Path file = Files.isDirectory(path) ? path.resolve(CaseJson.FILE) : path;
            if (!Files.isRegularFile(file)) {
                throw CommandException.wrongUse(words.judgement().noCase(name));
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return CaseJson.read(in);
            }
        } catch (CaseFormatException e) {
            throw CommandException.wrongUse(
                    words.judgement().badCase(name, Visible.of(String.valueOf(e.getMessage()))));
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.judgement().noCase(name));
        } catch (IOException e) {
            throw CommandException.wrongUse(words.cannotRead(name, Visible.of(Reasons.of(e))));
        }
    }
}
