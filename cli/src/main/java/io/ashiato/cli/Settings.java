package io.ashiato.cli;

import io.ashiato.intel.JsonProblem;
import io.ashiato.intel.judgement.CaseEvidence;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the owner of a case writes down once beside the evidence, in `ashiato-settings.json`: which folder is evidence,
/// which knowledge counts, whom the intrusion hit.
///
/// @param evidence paths beside the file; empty to leave it to the command line
/// @param knowledge files beside the file
record Settings(List<String> evidence, List<String> knowledge, CaseEvidence.Victim victim) {
    /// The name under which a folder that is analyzed may hold settings at its top.
    static final String FILE = "ashiato-settings.json";

    static final Settings NONE = new Settings(List.of(), List.of(), CaseEvidence.Victim.UNKNOWN);

    private static final String FORMAT = "ashiato_settings";
    private static final int MAX_BYTES = 1 << 20;

    private static final Set<String> NAMES = Set.of(FORMAT, "note", "evidence", "knowledge", "victim");
    private static final Set<String> VICTIM_NAMES = Set.of("countries", "sectors");

    /// Values of one list.
    private static final int MAX_VALUES = 1_000;

    /// The settings that stand at the top of the only folder which is to be analyzed, if it has any.
    static Optional<Path> beside(List<String> arguments) {
        if (arguments.size() != 1) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(arguments.getFirst(), FILE);
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// The bytes of a file of settings.
    ///
    /// @throws CommandException with exit code 2 where it cannot be read or is too large
    static byte[] content(Path file, Words words) {
        String name = EvidenceParameters.quoted(file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw CommandException.wrongUse(words.badSettings(name, "larger than 1 MiB"));
            }
            return bytes;
        } catch (IOException e) {
            throw CommandException.wrongUse(words.cannotRead(name, Visible.of(Reasons.of(e))));
        }
    }

    /// Settings from a file, as [#of].
    static Settings read(Path file, Words words) {
        return of(content(file, words), file, words);
    }

    /// Settings from the bytes of their file; paths in it count from its folder.
    ///
    /// @throws CommandException with exit code 2 where it is not of that form
    static Settings of(byte[] bytes, Path file, Words words) {
        String name = EvidenceParameters.quoted(file.toString());
        try {
            JsonNode root = JsonMapper.shared().readTree(bytes);
            if (root.path(FORMAT).asInt(0) != 1) {
                throw CommandException.wrongUse(words.badSettings(name, "\"" + FORMAT + "\": 1 is missing"));
            }
            checkNames(root, NAMES, name, words);
            checkNames(root.path("victim"), VICTIM_NAMES, name, words);
            Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
            JsonNode victim = root.path("victim");
            return new Settings(
                    paths(root, "evidence", folder, name, words),
                    paths(root, "knowledge", folder, name, words),
                    new CaseEvidence.Victim(
                            upper(texts(victim, "countries", name, words)),
                            new HashSet<>(texts(victim, "sectors", name, words))));
        } catch (JacksonException e) {
            throw CommandException.wrongUse(words.badSettings(name, JsonProblem.text(e)));
        }
    }

    /// Settings that nobody named came with the evidence: they may choose among what lies beside them, and bring in
    /// nothing of this machine.
    ///
    /// @throws CommandException with exit code 2 where a path leads out of the folder of the file
    void refuseOutside(Path file, Words words) {
        Path absolute = file.toAbsolutePath();
        Path folder = RealPaths.of(Optional.ofNullable(absolute.getParent()).orElse(absolute));
        Stream.concat(evidence.stream(), knowledge.stream())
                .filter(path -> !RealPaths.of(Path.of(path)).startsWith(folder))
                .findFirst()
                .ifPresent(path -> {
                    throw CommandException.wrongUse(words.settingsLeadOut(
                            EvidenceParameters.quoted(file.toString()), EvidenceParameters.quoted(path)));
                });
    }

    /// A misspelt name must not silently lose what it holds.
    private static void checkNames(JsonNode node, Set<String> known, String file, Words words) {
        if (!node.isMissingNode() && !node.isObject()) {
            throw CommandException.wrongUse(words.badSettings(file, "\"victim\""));
        }
        for (String given : node.propertyNames()) {
            if (!known.contains(given)) {
                throw CommandException.wrongUse(words.badSettings(file, "\"" + Visible.of(Visible.head(given)) + "\""));
            }
        }
    }

    private static List<String> paths(JsonNode root, String field, Path folder, String file, Words words) {
        var paths = new ArrayList<String>();
        for (String text : texts(root, field, file, words)) {
            try {
                paths.add(folder.resolve(text).toString());
            } catch (InvalidPathException e) {
                throw CommandException.wrongUse(words.badSettings(file, field));
            }
        }
        return paths;
    }

    private static List<String> texts(JsonNode parent, String field, String file, Words words) {
        JsonNode list = parent.path(field);
        var texts = new ArrayList<String>();
        if (list.isMissingNode()) {
            return texts;
        }
        if (!list.isArray() || list.size() > MAX_VALUES) {
            throw CommandException.wrongUse(words.badSettings(file, "\"" + field + "\""));
        }
        for (JsonNode value : list) {
            if (!value.isString() || value.asString().isBlank()) {
                throw CommandException.wrongUse(words.badSettings(file, "\"" + field + "\""));
            }
            texts.add(value.asString());
        }
        return texts;
    }

    private static Set<String> upper(List<String> codes) {
        var upper = new HashSet<String>();
        codes.forEach(code -> upper.add(code.toUpperCase(Locale.ROOT)));
        return upper;
    }
}
