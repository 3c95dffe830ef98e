package io.ashiato.cli;

import io.ashiato.bytes.Digests;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.KnowledgeFormatException;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which published knowledge a command works with: the built-in one, files of the user, and what of it was
/// known when.
final class KnowledgeOptions {
    @Option(
            names = "--knowledge",
            paramLabel = "FILE",
            description = "Knowledge to use besides the built-in one; may be given several times.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--knowledge-before",
            paramLabel = "DATE",
            description = "Use only what had been published before that day.")
    private String before = "";

    /// The knowledge, and what of it was used.
    ///
    /// @param ready to be asked
    record Loaded(Knowledge ready, KnowledgeUsed used) {}

    /// Reads everything; ends the command where a file cannot be read.
    Loaded load(Words words) throws IOException {
        return load(List.of(), words);
    }

    /// @param more files that settings name, read before those of the command line
    Loaded load(List<String> more, Words words) throws IOException {
        Knowledge knowledge = Knowledge.builtIn();
        var used = new ArrayList<KnowledgeUsed.KnowledgeFile>();
        var all = new ArrayList<String>(more);
        all.addAll(files);
        for (String file : all) {
            byte[] content = content(file, KnowledgeFile.MAX_BYTES, words);
            try {
                KnowledgeFile read = KnowledgeFile.read(content);
                knowledge = knowledge.plus(read);
                used.add(new KnowledgeUsed.KnowledgeFile(read.name(), Digests.sha256(content), read.invented()));
            } catch (KnowledgeFormatException e) {
                throw CommandException.wrongUse(words.knowledge()
                        .notAKnowledgeFile(EvidenceParameters.quoted(file), Visible.of(e.getMessage())));
            }
        }
        Optional<LocalDate> day = day(words);
        Knowledge ready = day.isPresent() ? knowledge.before(day.orElseThrow()) : knowledge;
        return new Loaded(ready, new KnowledgeUsed(ready.version(), day.map(LocalDate::toString), used));
    }

    /// The bytes of a file that the user names.
    static byte[] content(String file, int most, Words words) throws IOException {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw CommandException.wrongUse(words.knowledge().noSuchFile(EvidenceParameters.quoted(file)));
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] content = in.readNBytes(most + 1);
                if (content.length > most) {
                    throw CommandException.wrongUse(
                            words.knowledge().tooLarge(EvidenceParameters.quoted(file), StageLines.size(most)));
                }
                return content;
            }
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.knowledge().noSuchFile(EvidenceParameters.quoted(file)));
        }
    }

    private Optional<LocalDate> day(Words words) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(before));
        } catch (DateTimeException e) {
            throw CommandException.wrongUse(words.knowledge().badDay(Visible.of(before)));
        }
    }
}
