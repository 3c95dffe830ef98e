package io.ashiato.cli;

import io.ashiato.bytes.Digests;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.KnowledgeFormatException;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which published knowledge a command may use.
final class KnowledgeOptions {
    @Option(
            names = "--knowledge",
            paramLabel = "FILE",
            description = "Knowledge beside the built-in one (see docs/knowledge-file.md); may be given several times.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--knowledge-before",
            paramLabel = "DATE",
            description = "Use only what was published before this day, as 2020-06-30.")
    private Optional<String> before = Optional.empty();

    /// The knowledge, and how a case names it.
    record Chosen(Knowledge knowledge, KnowledgeUsed used) {}

    /// @param more files that settings name
    /// @throws CommandException with exit code 2 where a file or the date cannot be read
    Chosen choose(List<String> more, Words words) {
        var all = new ArrayList<String>(more);
        all.addAll(files);
        Knowledge knowledge = Knowledge.builtIn();
        var used = new ArrayList<KnowledgeUsed.KnowledgeFile>();
        for (String file : all) {
            byte[] bytes = bytes(file, words);
            KnowledgeFile read = read(file, bytes, words);
            knowledge = knowledge.plus(read);
            used.add(new KnowledgeUsed.KnowledgeFile(read.name(), Digests.sha256(bytes), read.invented()));
        }
        Optional<LocalDate> day = before.map(text -> day(text, words));
        String version = knowledge.version();
        if (day.isPresent()) {
            knowledge = knowledge.before(day.get());
        }
        return new Chosen(knowledge, new KnowledgeUsed(version, day.map(LocalDate::toString), used));
    }

    private static byte[] bytes(String file, Words words) {
        String name = EvidenceParameters.quoted(file);
        try {
            Path path = Path.of(file);
            if (Files.size(path) > KnowledgeFile.MAX_BYTES) {
                throw CommandException.wrongUse(words.badKnowledge(name, "larger than 32 MiB"));
            }
            return Files.readAllBytes(path);
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.badKnowledge(name, "no path"));
        } catch (IOException e) {
            throw CommandException.wrongUse(words.cannotRead(name, Visible.of(Reasons.of(e))));
        }
    }

    private static KnowledgeFile read(String file, byte[] bytes, Words words) {
        try {
            return KnowledgeFile.read(bytes);
        } catch (KnowledgeFormatException e) {
            throw CommandException.wrongUse(
                    words.badKnowledge(EvidenceParameters.quoted(file), Visible.of(String.valueOf(e.getMessage()))));
        }
    }

    private static LocalDate day(String text, Words words) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw CommandException.wrongUse(words.notOneOf("--knowledge-before", Visible.of(text), "YYYY-MM-DD"));
        }
    }
}
