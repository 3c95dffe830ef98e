package io.ashiato.cli;

import io.ashiato.bytes.Digests;
import io.ashiato.cli.ProgramFiles.Program;
import io.ashiato.intel.knowledge.Citation;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.KnowledgeFormatException;
import io.ashiato.intel.knowledge.KnownSample;
import io.ashiato.intel.knowledge.Report;
import io.ashiato.model.PublishedSource;
import io.ashiato.publish.render.Visible;
import io.ashiato.samples.SampleStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Adds programs to a knowledge file, as fingerprints. No byte of a program is kept.
@CommandLine.Command(
        name = "add-samples",
        description = {
            "Add the programs below a folder to a knowledge file, as fingerprints only.",
            "--source is the key of a source or report in that file, or a text that says who calls them so."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ashiato knowledge add-samples samples/ --family Kagerou --source \"Our case 17\" -o ours.json"})
final class KnowledgeAddSamplesCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Parameters(paramLabel = "DIR", description = "Folder with programs.")
    private String folder = "";

    @Option(names = "--family", paramLabel = "NAME", required = true, description = "What the programs are called.")
    private String family = "";

    @Option(names = "--source", paramLabel = "TEXT", required = true, description = "Who calls them so.")
    private String source = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "KNOWLEDGE.json",
            required = true,
            description = "The knowledge file; what it holds already stays.")
    private String output = "";

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    KnowledgeAddSamplesCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws IOException {
        Words words = shared.words();
        options.check(words);
        needText("--family", family);
        needText("--source", source);
        needText("-o", output);
        Path target = target(words);
        KnowledgeFile before = Files.exists(target)
                ? KnowledgeOptions.read(output, KnowledgeOptions.content(output, KnowledgeFile.MAX_BYTES, words), words)
                : empty(target);
        var files = new ProgramFiles(shared);
        List<Path> below = files.below(folder);
        Path root = Path.of(folder);
        List<String> names =
                below.stream().map(file -> ProgramFiles.name(root, file)).toList();
        List<Program> programs = files.read(below, names);
        if (programs.isEmpty()) {
            throw CommandException.wrongUse(words.samples().noPrograms(EvidenceParameters.quoted(folder)));
        }
        add(before, programs, target);
        return files.gaps() ? ExitCode.DONE_WITH_GAPS : ExitCode.DONE;
    }

    private void needText(String option, String given) {
        if (given.isBlank()) {
            throw CommandException.wrongUse(shared.words().samples().needsText(option));
        }
    }

    private Path target(Words words) {
        try {
            return Path.of(output);
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.knowledge().noSuchFile(EvidenceParameters.quoted(output)));
        }
    }

    private static KnowledgeFile empty(Path target) {
        Path name = target.getFileName();
        return new KnowledgeFile(
                name == null ? "" : name.toString(),
                false,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void add(KnowledgeFile before, List<Program> programs, Path target) throws IOException {
        Optional<PublishedSource> known = known(before);
        PublishedSource cited = known.orElseGet(() -> named(before.invented()));
        var sources = new HashMap<>(before.sources());
        if (known.isEmpty()) {
            sources.put(cited.key(), Citation.dated(cited, ""));
        }
        var samples = new ArrayList<>(before.samples());
        for (Program program : programs) {
            boolean there = samples.stream()
                    .anyMatch(sample -> sample.sha256().equals(program.sha256())
                            && sample.family().equals(family));
            if (!there) {
                samples.add(sample(program, cited));
            }
        }
        write(before, sources, samples, target);
        if (!options.quiet()) {
            int added = samples.size() - before.samples().size();
            shared.terminal()
                    .err()
                    .println(shared.words().samples().samplesAdded(Visible.of(output), added, programs.size() - added));
        }
    }

    /// A source of the file that `--source` names by its key.
    private Optional<PublishedSource> known(KnowledgeFile file) {
        return Stream.concat(
                        file.sources().values().stream().map(Citation::source),
                        file.reports().stream().map(Report::source))
                .filter(each -> each.key().equals(source) || each.key().equals(key()))
                .findFirst();
    }

    /// A new source, which nobody published: its text is all that is known of it.
    private PublishedSource named(boolean invented) {
        return new PublishedSource(key(), source, source, "", Optional.empty(), invented);
    }

    private String key() {
        return "own-" + Digests.sha256(source.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    private KnownSample sample(Program program, PublishedSource cited) throws IOException {
        var bytes = new ByteArrayOutputStream();
        SampleStore.write(
                List.of(new SampleStore.Entry(
                        family, cited.title(), cited.invented(), program.sha256(), program.features())),
                bytes);
        return KnownSample.of(family, cited, program.sha256(), bytes.toByteArray());
    }

    /// Replaces the file as a whole, and only by one that can be read again.
    private void write(KnowledgeFile before, Map<String, Citation> sources, List<KnownSample> samples, Path target)
            throws IOException {
        byte[] json = new KnowledgeFile(
                        before.name(),
                        before.invented(),
                        before.note(),
                        sources,
                        before.actors(),
                        before.aliases(),
                        before.software(),
                        before.campaigns(),
                        before.uses(),
                        before.reports(),
                        samples)
                .write();
        try {
            KnowledgeFile.read(json);
        } catch (KnowledgeFormatException e) {
            throw CommandException.wrongUse(
                    shared.words().samples().featuresTooLarge(EvidenceParameters.quoted(output)));
        }
        Path absolute = target.toAbsolutePath();
        Path beside = absolute.resolveSibling("." + absolute.getFileName() + ".new");
        try {
            Files.write(beside, json);
            Files.move(beside, absolute, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
