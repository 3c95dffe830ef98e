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

/// Which published knowledge a command may use: the built-in one, files of the user, and what of it was known when.
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
    private String before = "";

    /// The knowledge, and how a case names it.
    ///
    /// @param ready to be asked
    record Loaded(Knowledge ready, KnowledgeUsed used) {}

    /// The files that the command line names.
    List<String> files() {
        return List.copyOf(files);
    }

    /// The knowledge that the command line names.
    ///
    /// @throws CommandException with exit code 2 where a file or the date cannot be read
    Loaded load(Words words) {
        return load(List.of(), words);
    }

    /// The same, with more files before those of the command line, as settings name them.
    Loaded load(List<String> more, Words words) {
        Optional<LocalDate> day = day(words);
        var all = new ArrayList<String>(more);
        all.addAll(files);
        Knowledge knowledge = Knowledge.builtIn();
        var used = new ArrayList<KnowledgeUsed.KnowledgeFile>();
        for (String file : all) {
            byte[] bytes = content(file, KnowledgeFile.MAX_BYTES, words);
            KnowledgeFile read = read(file, bytes, words);
            knowledge = joined(knowledge, file, read, words);
            used.add(new KnowledgeUsed.KnowledgeFile(read.name(), Digests.sha256(bytes), read.invented()));
        }
        String version = knowledge.version();
        if (day.isPresent()) {
            knowledge = knowledge.before(day.get());
        }
        return new Loaded(
                knowledge,
                new KnowledgeUsed(
                        version,
                        day.map(LocalDate::toString),
                        knowledge.samples().size(),
                        used));
    }

    private static Knowledge joined(Knowledge knowledge, String file, KnowledgeFile read, Words words) {
        try {
            return knowledge.plus(read);
        } catch (KnowledgeFormatException e) {
            throw notKnowledge(file, e, words);
        }
    }

    /// The day of `--knowledge-before`.
    ///
    /// @throws CommandException with exit code 2 where it is no day
    Optional<LocalDate> day(Words words) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(before));
        } catch (DateTimeException e) {
            throw CommandException.wrongUse(words.knowledge().badDay(Visible.of(before)));
        }
    }

    /// The bytes of a file that the user names.
    ///
    /// @throws CommandException with exit code 2 where there is none, or more than `most`
    static byte[] content(String file, int most, Words words) {
        String name = EvidenceParameters.quoted(file);
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw CommandException.wrongUse(words.knowledge().noSuchFile(name));
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] content = in.readNBytes(most + 1);
                if (content.length > most) {
                    throw CommandException.wrongUse(words.knowledge().tooLarge(name, StageLines.size(most)));
                }
                return content;
            }
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.knowledge().noSuchFile(name));
        } catch (IOException e) {
            throw CommandException.wrongUse(words.cannotRead(name, Visible.of(Reasons.of(e))));
        }
    }

    /// A knowledge file of ours.
    ///
    /// @throws CommandException with exit code 2 where it is none
    static KnowledgeFile read(String file, byte[] bytes, Words words) {
        try {
            return KnowledgeFile.read(bytes);
        } catch (KnowledgeFormatException e) {
            throw notKnowledge(file, e, words);
        }
    }

    private static CommandException notKnowledge(String file, KnowledgeFormatException e, Words words) {
        return CommandException.wrongUse(words.knowledge()
                .notAKnowledgeFile(EvidenceParameters.quoted(file), Visible.of(String.valueOf(e.getMessage()))));
    }
}
