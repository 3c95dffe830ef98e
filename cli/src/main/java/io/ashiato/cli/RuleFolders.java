package io.ashiato.cli;

import io.ashiato.model.RuleProblem;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.CheckedRules;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.PlaceholderFile;
import io.ashiato.sigma.RefusedRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.RuleSetOptions;
import io.ashiato.sigma.explain.RuleExplainer;
import java.io.IOException;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds rule files below the folders that the user names and compiles them.
final class RuleFolders {
    /// Folders in folders; SigmaHQ's rules lie five deep.
    private static final int MAX_DEPTH = 64;

    private final Words words;
    private final RuleCache cache;
    private final List<RuleSource> files = new ArrayList<>();
    private final Map<String, Path> paths = new HashMap<>();
    private final List<RuleProblem> unread = new ArrayList<>();
    private RuleSetOptions options = RuleSetOptions.DEFAULT;

    /// @param cache where rules that were checked before are looked for
    RuleFolders(Words words, RuleCache cache) {
        this.words = words;
        this.cache = cache;
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

    /// The files found so far, but those that are no text.
    List<RuleFile> files() {
        return files.stream().map(RuleSource::text).flatMap(Optional::stream).toList();
    }

    /// Gives placeholders the values that a file has for them.
    RuleFolders placeholders(String asGiven) {
        try {
            PlaceholderFile read =
                    PlaceholderFile.read(new RuleFile(asGiven, OptionFile.read(asGiven, RuleFileReader.MAX_BYTES)));
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
        return RuleSet.explainers(files(), options);
    }

    /// The wanted rules, and those that feed wanted correlations.
    RuleSet compileOnly(Predicate<CompiledRule> wanted) {
        return RuleSet.compile(files(), options, wanted);
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
        RuleCache.Entry kept = cache.entry(files, options);
        RuleSet rules = kept.chosen(choice).orElseGet(() -> chosen(choice, kept));
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

    private RuleSet chosen(RuleChoice choice, RuleCache.Entry kept) {
        RuleSet rules = kept.checked().orElseGet(() -> checked(kept)).choose(choice);
        kept.keep(choice, rules);
        return rules;
    }

    private CheckedRules checked(RuleCache.Entry kept) {
        var texts = new ArrayList<RuleFile>();
        var noText = new ArrayList<RuleProblem>();
        for (RuleSource file : files) {
            file.text()
                    .ifPresentOrElse(
                            texts::add,
                            () -> noText.add(RuleFileReader.problem(file.name(), "the file is not UTF-8 text")));
        }
        CheckedRules rules = CheckedRules.read(texts, options).withProblems(noText);
        kept.keep(rules);
        return rules;
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
            return read(List.of(new RuleFileReader.Named(name, path)));
        }
        var found = new ArrayList<RuleFileReader.Named>();
        for (Path file : ruleFiles(name, path)) {
            String below = path.relativize(file).toString().replace('\\', '/');
            found.add(new RuleFileReader.Named(name + "/" + below, file));
        }
        return read(found);
    }

    /// What cannot be listed is a problem of its own and keeps no other rule from running.
    private List<Path> ruleFiles(String name, Path folder) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, Set.of(), MAX_DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isRuleFile(file, attributes)) {
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

    private static boolean isRuleFile(Path path, BasicFileAttributes attributes) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yml") || name.endsWith(".yaml"))
                && (attributes.isRegularFile() || Files.isRegularFile(path)); // or a link to one
    }

    /// @return how many of them there is anything in
    private int read(List<RuleFileReader.Named> named) {
        int rules = 0;
        for (RuleFileReader.Outcome outcome : RuleFileReader.read(named, cache.isOn())) {
            switch (outcome) {
                case RuleFileReader.Outcome.Read read -> {
                    files.add(read.source());
                    paths.put(read.source().name(), read.source().path());
                    rules += read.source().isBlank() ? 0 : 1;
                }
                case RuleFileReader.Outcome.Unreadable unreadable -> {
                    unread.add(unreadable.problem());
                    rules++;
                }
            }
        }
        return rules;
    }
}
