package io.ashiato.cli;

import io.ashiato.intake.EvidenceArguments;
import io.ashiato.publish.render.Visible;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The evidence that a command is given.
final class EvidenceParameters {
    @Parameters(paramLabel = "EVIDENCE", arity = "1..*", description = "Files, folders or archives.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            description = "Tried on encrypted archives; may be given several times.")
    private List<String> passwords = new ArrayList<>();

    List<String> passwords() {
        return List.copyOf(passwords);
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
