package io.ashiato.cli;

import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.KnowledgeFormatException;
import io.ashiato.intel.knowledge.importer.KnowledgeImporter;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Makes a knowledge file of files that others publish.
@CommandLine.Command(
        name = "import",
        description = "Make a knowledge file of STIX 2.0 and 2.1 bundles (such as ATT&CK's) and MISP galaxy clusters.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato knowledge import enterprise-attack.json -o attack.json",
            "  ashiato knowledge import clusters/threat-actor.json clusters/producer.json -o galaxy.json"
        })
final class KnowledgeImportCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to take facts from.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "KNOWLEDGE.json",
            required = true,
            description = "The knowledge file to write; must not exist.")
    private String output = "";

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    KnowledgeImportCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws IOException {
        Words words = shared.words();
        options.check(words);
        Path target = target(words);
        var importer = new KnowledgeImporter();
        for (String file : files) {
            take(importer, file, words);
        }
        KnowledgeFile result = importer.result(
                String.join(
                        ", ",
                        files.stream().map(KnowledgeImportCommand::fileName).toList()),
                Map.of("en", "Imported facts of others.", "ja", "取り込んだ第三者の事実。"));
        if (result.actors().isEmpty()
                && result.software().isEmpty()
                && result.campaigns().isEmpty()
                && result.reports().isEmpty()) {
            throw CommandException.wrongUse(
                    words.knowledge().nothingToTake(EvidenceParameters.quoted(files.getFirst())));
        }
        write(target, result.write(), words);
        if (!options.quiet()) {
            tell(importer, result, words);
        }
        return ExitCode.DONE;
    }

    private Path target(Words words) {
        Optional<Path> path = Optional.empty();
        try {
            path = Optional.of(Path.of(output)).filter(file -> !output.isEmpty() && !Files.exists(file));
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.knowledge().noSuchFile(EvidenceParameters.quoted(output)));
        }
        return path.orElseThrow(
                () -> CommandException.wrongUse(words.knowledge().exists(EvidenceParameters.quoted(output))));
    }

    private static void take(KnowledgeImporter importer, String file, Words words) throws IOException {
        byte[] content = KnowledgeOptions.content(file, KnowledgeImporter.MAX_BYTES, words);
        try {
            KnowledgeImporter.Kind kind = importer.add(fileName(file), "", content);
            if (!kind.isTaken()) {
                throw CommandException.wrongUse(words.knowledge().notTaken(EvidenceParameters.quoted(file), kind));
            }
        } catch (KnowledgeFormatException e) {
            throw CommandException.wrongUse(words.cannotRead(EvidenceParameters.quoted(file), Visible.of(e.problem())));
        }
    }

    private static String fileName(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }

    private static void write(Path target, byte[] json, Words words) throws IOException {
        try {
            Files.write(target, json, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw CommandException.wrongUse(words.knowledge().exists(EvidenceParameters.quoted(target.toString())));
        }
    }

    private void tell(KnowledgeImporter importer, KnowledgeFile result, Words words) {
        shared.terminal().err().println(words.knowledge().imported(Visible.of(output), result));
        if (!importer.skipped().isEmpty()) {
            List<String> counts = importer.skipped().entrySet().stream()
                    .map(entry -> entry.getValue() + " " + Visible.of(entry.getKey()))
                    .toList();
            shared.terminal().err().println(words.knowledge().skipped(counts));
        }
    }
}
