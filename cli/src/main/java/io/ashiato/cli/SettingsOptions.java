package io.ashiato.cli;

import io.ashiato.bytes.Digests;
import io.ashiato.casefile.SettingsUsed;
import io.ashiato.intake.EvidenceArguments;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which settings a case follows: those that are named, those that lie at the top of the evidence folder, or none.
final class SettingsOptions {
    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings of the case (default: ashiato-settings.json at the top of the evidence folder).")
    private Optional<String> named = Optional.empty();

    @Option(
            names = "--no-settings",
            description =
                    "Follow no settings, also where the evidence folder holds some: it may be the intruder's file.")
    private boolean none;

    /// @param evidence what is to be analyzed
    /// @param used how the case names the settings; empty where there are none
    record Loaded(Settings settings, EvidenceArguments.Found evidence, Optional<SettingsUsed> used) {}

    /// The settings, and the evidence that they or else the command line name.
    ///
    /// @throws CommandException with exit code 2 where they cannot be read, or what they name is not there
    Loaded load(EvidenceParameters evidence, Words words) {
        if (none && named.isPresent()) {
            throw CommandException.wrongUse(words.settingsAndNone());
        }
        Optional<Path> found = none ? Optional.empty() : Settings.beside(evidence.paths());
        Optional<Path> file = named.map(given -> path(given, words)).or(() -> found);
        if (file.isEmpty()) {
            return new Loaded(Settings.NONE, evidence.resolve(words), Optional.empty());
        }
        byte[] bytes = Settings.content(file.get(), words);
        Settings settings = Settings.of(bytes, file.get(), words);
        if (named.isEmpty()) {
            settings.refuseOutside(file.get(), words);
        }
        EvidenceArguments.Found resolved = settings.evidence().isEmpty()
                ? evidence.resolve(words)
                : EvidenceParameters.resolve(settings.evidence(), words);
        boolean among = lies(file.get(), resolved.arguments()) || lies(file.get(), given(evidence, words));
        return new Loaded(
                settings, resolved, Optional.of(new SettingsUsed(file.get().toString(), Digests.sha256(bytes), among)));
    }

    /// Settings can turn the evidence to a folder within: what the command line names is what was handed in.
    private static List<EvidenceArguments.Argument> given(EvidenceParameters evidence, Words words) {
        return evidence.resolve(words).arguments();
    }

    private static boolean lies(Path file, List<EvidenceArguments.Argument> evidence) {
        Path real = RealPaths.of(file);
        return evidence.stream().anyMatch(argument -> real.startsWith(argument.real()));
    }

    private static Path path(String given, Words words) {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.noSuchSettings(EvidenceParameters.quoted(given)));
        }
    }
}
