package io.ashiato.cli;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Digests;
import io.ashiato.casefile.artefacts.ProgramComparer;
import io.ashiato.model.EvidenceKind;
import io.ashiato.publish.render.Visible;
import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.identify.EvidenceKinds;
import io.ashiato.samples.SampleFeatures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs as files, reduced to what they are compared by. What is none costs one sentence on standard error.
final class ProgramFiles {
    /// Larger ones are installers nearly always, and take minutes.
    private static final int MAX_SIZE = 64 << 20;

    /// Files of one folder: four millions of pairs are more than anybody looks at.
    private static final int MAX_FILES = 3_000;

    /// Bytes that tell what a file is.
    private static final int HEAD = 1 << 16;

    private final Commands.Shared shared;
    private boolean gaps;

    ProgramFiles(Commands.Shared shared) {
        this.shared = shared;
    }

    /// A program.
    ///
    /// @param name as the user gave it, or its path below the folder that the user gave, with `/`
    record Program(String name, String sha256, SampleFeatures features) {}

    /// Whether something could not be taken.
    boolean gaps() {
        return gaps;
    }

    /// A file that the user names.
    ///
    /// @throws CommandException with exit code 2 where there is none
    Path file(String given) {
        return existing(given).filter(Files::isRegularFile).orElseThrow(() -> noSuch(given));
    }

    /// The files below a folder, in the order of their paths; links are not followed.
    ///
    /// @throws CommandException with exit code 2 where there is no such folder, or more in it than is compared
    List<Path> below(String given) throws IOException {
        Path folder = existing(given).filter(Files::isDirectory).orElseThrow(() -> noSuch(given));
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(MAX_FILES + 1L)
                    .sorted(Comparator.comparing(file -> name(folder, file)))
                    .toList();
            if (files.size() > MAX_FILES) {
                throw CommandException.wrongUse(
                        shared.words().samples().tooManyFiles(EvidenceParameters.quoted(given), MAX_FILES));
            }
            return files;
        } catch (java.io.UncheckedIOException e) {
            throw new IOException(e.getMessage(), e.getCause());
        }
    }

    /// A file's path below a folder, the same on every system.
    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private Optional<Path> existing(String given) {
        try {
            return Optional.of(Path.of(given)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private CommandException noSuch(String given) {
        return CommandException.wrongUse(shared.words().noSuchEvidence(EvidenceParameters.quoted(given)));
    }

    /// The programs among the files.
    List<Program> read(List<Path> files, List<String> names) {
        var programs = new ArrayList<Program>();
        for (int i = 0; i < files.size(); i++) {
            read(files.get(i), names.get(i)).ifPresent(programs::add);
        }
        return programs;
    }

    private Optional<Program> read(Path file, String name) {
        SampleWords words = shared.words().samples();
        String quoted = EvidenceParameters.quoted(name);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            if (content.length > MAX_SIZE) {
                return none(words.programTooLarge(quoted, StageLines.size(MAX_SIZE)));
            }
            byte[] head = Arrays.copyOf(content, HEAD);
            EvidenceKind kind = EvidenceKinds.identify(head, Math.min(HEAD, content.length));
            if (kind != EvidenceKind.PE && kind != EvidenceKind.ELF) {
                return none(words.noProgram(quoted, kind.id()));
            }
            Optional<ProgramImage> image = ProgramComparer.image(kind, ByteSource.of(content));
            return image.isEmpty()
                    ? none(words.noCode(quoted))
                    : Optional.of(new Program(name, Digests.sha256(content), SampleFeatures.of(image.get())));
        } catch (IOException e) { // of this file; the others are read all the same
            return none(shared.words().cannotRead(quoted, Visible.of(Reasons.of(e))));
        }
    }

    private Optional<Program> none(String sentence) {
        gap(sentence);
        return Optional.empty();
    }

    /// Says on standard error what could not be done; the command then ends with the exit code for gaps.
    void gap(String sentence) {
        gaps = true;
        shared.terminal().out().flush();
        shared.terminal().err().println("ashiato: " + sentence);
        shared.terminal().err().flush();
    }
}
