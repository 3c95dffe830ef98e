package io.ashiato.cli;

import io.ashiato.model.RuleProblem;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.PlaceholderFile;
import io.ashiato.sigma.RefusedRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.RuleSetOptions;
import io.ashiato.sigma.explain.RuleExplainer;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds rule files below the folders that the user names and compiles them.
final class RuleFolders {
    /// The largest rule of SigmaHQ has 50 kB; what is larger than this is no rule.
    private static final long MAX_BYTES = 4 << 20;

    /// Folders in folders; SigmaHQ's rules lie five deep.
    private static final int MAX_DEPTH = 64;

    private final Words words;
    private final List<RuleFile> files = new ArrayList<>();
    private final Map<String, Path> paths = new HashMap<>();
    private final List<RuleProblem> unread = new ArrayList<>();
    private RuleSetOptions options = RuleSetOptions.DEFAULT;

    RuleFolders(Words words) {
        this.words = words;
    }

    /// Adds the rules that come with the program.
    RuleFolders addDefault() {
        Path folder = Path.of(System.getProperty("ashiato.home", ".")).resolve("rules");
        if (!Files.isDirectory(folder)) {
            throw CommandException.failed(words.defaultRulesMissing(folder.toString()));
        }
        add("rules", folder);
        return this;
    }

    /// Adds what a `--rules` names: a folder or one file.
    RuleFolders add(String asGiven) {
        try {
            Path path = Path.of(asGiven);
            if (asGiven.isEmpty() || !Files.exists(path)) {
                throw CommandException.wrongUse(words.rulesMissing(EvidenceParameters.quoted(asGiven)));
            }
            if (add(asGiven, path) == 0) {
                throw CommandException.wrongUse(words.rulesEmpty(EvidenceParameters.quoted(asGiven)));
            }
            return this;
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.rulesMissing(EvidenceParameters.quoted(asGiven)));
        }
    }

    /// The files found so far.
    List<RuleFile> files() {
        return List.copyOf(files);
    }

    /// Gives placeholders the values that a file has for them.
    RuleFolders placeholders(String asGiven) {
        try {
            PlaceholderFile read = PlaceholderFile.read(new RuleFile(asGiven, OptionFile.read(asGiven, MAX_BYTES)));
            unread.addAll(read.problems());
            options = options.withPlaceholders(read.values());
            return this;
        } catch (IOException e) {
            throw CommandException.wrongUse(words.rules()
                    .placeholdersUnreadable(EvidenceParameters.quoted(asGiven), Visible.of(Reasons.of(e))));
        }
    }

    /// Explainers of the rules found so far.
    List<RuleExplainer> explainers() {
        return RuleSet.explainers(files, options);
    }

    /// The wanted rules, and those that feed wanted correlations.
    RuleSet compileOnly(Predicate<CompiledRule> wanted) {
        return RuleSet.compile(files, options, wanted);
    }

    /// Where a file lies that problems and rules name so.
    Path path(String name) {
        return paths.getOrDefault(name, Path.of(""));
    }

    Loaded compile() {
        return compile(RuleChoice.ALL);
    }

    /// @throws CommandException with exit code 2 where an inclusion fits no rule, or no rule is left
    Loaded compile(RuleChoice choice) {
        RuleSet rules = RuleSet.compile(files, options, choice);
        var problems = new ArrayList<>(unread);
        problems.addAll(rules.problems());
        var loaded = new Loaded(rules, problems);
        for (RulePattern pattern : choice.include()) {
            if (!loaded.fitsAny(pattern)) {
                throw CommandException.wrongUse(words.rules().fitsNoRule("--include", quoted(pattern)));
            }
        }
        int good = rules.loaded() + rules.leftOut().size();
        if (good > 0 && loaded.wanted(choice) == 0) {
            throw CommandException.wrongUse(words.rules().nothingLeft(good));
        }
        return loaded;
    }

    private static String quoted(RulePattern pattern) {
        return EvidenceParameters.quoted(pattern.toString());
    }

    /// Rules that run, and what keeps others from it.
    record Loaded(RuleSet rules, List<RuleProblem> problems) {
        /// One sentence for each exclusion that leaves nothing out.
        List<String> idleExclusions(RuleChoice choice, RuleWords words) {
            return choice.exclude().stream()
                    .filter(pattern -> !fitsAny(pattern))
                    .map(pattern -> words.fitsNoRule("--exclude", quoted(pattern)))
                    .toList();
        }

        private boolean fitsAny(RulePattern pattern) {
            return all().anyMatch(pattern::fits);
        }

        private long wanted(RuleChoice choice) {
            return all().filter(choice).count();
        }

        private Stream<CompiledRule> all() {
            return Stream.of(
                            rules.running(),
                            rules.leftOut(),
                            rules.refused().stream().map(RefusedRule::rule).toList())
                    .flatMap(List::stream);
        }
    }

    /// @return how many rule files there are
    private int add(String name, Path path) {
        if (Files.isRegularFile(path)) {
            return read(name, path) ? 1 : 0;
        }
        List<Path> found = ruleFiles(name, path);
        int rules = 0;
        for (Path file : found) {
            rules += read(name + "/" + path.relativize(file).toString().replace('\\', '/'), file) ? 1 : 0;
        }
        return rules;
    }

    /// What cannot be listed is a problem of its own and keeps no other rule from running.
    private List<Path> ruleFiles(String name, Path folder) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, Set.of(), MAX_DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isRuleFile(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    unread.add(new RuleProblem("E001", name + "/" + folder.relativize(file), 0, 0, Reasons.of(e)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw CommandException.wrongUse(
                    words.rulesUnreadable(EvidenceParameters.quoted(name), Visible.of(Reasons.of(e))));
        }
        found.sort(Comparator.comparing(Path::toString));
        return found;
    }

    private static boolean isRuleFile(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yml") || name.endsWith(".yaml")) && Files.isRegularFile(path);
    }

    /// @return whether there is anything in the file
    private boolean read(String name, Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                unread.add(new RuleProblem("E001", name, 0, 0, "the file is larger than 4 MiB, which no rule is"));
            } else {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                files.add(new RuleFile(name, text));
                paths.put(name, file);
                return !text.isBlank();
            }
        } catch (CharacterCodingException e) {
            unread.add(new RuleProblem("E001", name, 0, 0, "the file is not UTF-8 text"));
        } catch (IOException e) {
            unread.add(new RuleProblem("E001", name, 0, 0, "the file cannot be read: " + Reasons.of(e)));
        }
        return true;
    }
}
