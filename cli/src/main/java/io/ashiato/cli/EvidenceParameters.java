package io.ashiato.cli;

import io.ashiato.casefile.pipeline.MappingException;
import io.ashiato.casefile.pipeline.MappingFile;
import io.ashiato.casefile.pipeline.ReadingHints;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.publish.render.Visible;
import io.ashiato.readers.LogMapping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The evidence that a command is given.
final class EvidenceParameters {
    /// A mapping is a page of text.
    private static final long MOST_MAPPING_BYTES = 1 << 20;

    @Parameters(paramLabel = "EVIDENCE", arity = "1..*", description = "Files, folders or archives.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            description = "Tried on encrypted archives; may be given several times.")
    private List<String> passwords = new ArrayList<>();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How to read JSON or CSV of a program that is not known here: docs/mapping.md.")
    private String mapping = "";

    /// What the user knows of the evidence.
    ///
    /// @throws CommandException with exit code 2 where the mapping is none
    ReadingHints hints(Words words) {
        return new ReadingHints(passwords, mapping.isEmpty() ? Optional.empty() : Optional.of(mapping(words)));
    }

    private LogMapping mapping(Words words) {
        try {
            return MappingFile.parse(OptionFile.read(mapping, MOST_MAPPING_BYTES));
        } catch (MappingException e) {
            throw CommandException.wrongUse(words.rules().mappingWrong(quoted(mapping), Visible.of(e.reason())));
        } catch (IOException e) {
            throw CommandException.wrongUse(
                    words.rules().mappingUnreadable(quoted(mapping), Visible.of(Reasons.of(e))));
        }
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    EvidenceArguments.Found resolve(Words words) {
        return resolve(paths, words);
    }

    static EvidenceArguments.Found resolve(List<String> paths, Words words) {
        return switch (EvidenceArguments.resolve(paths)) {
            case EvidenceArguments.Found found -> found;
            case EvidenceArguments.Missing missing ->
                throw CommandException.wrongUse(words.noSuchEvidence(quoted(missing.asGiven())));
            case EvidenceArguments.NoEvidence none ->
                throw CommandException.wrongUse(words.noEvidence(
                        none.folders().stream().map(EvidenceParameters::quoted).toList()));
        };
    }

    static String quoted(String path) {
        return "'" + Visible.of(path) + "'";
    }
}
