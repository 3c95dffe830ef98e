package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intake.EvidenceArguments;
import io.ashiato.model.Level;
import io.ashiato.model.RuleProblem;
import io.ashiato.publish.language.Language;
import io.ashiato.sigma.CheckedRules;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.RuleSetOptions;
import io.ashiato.sigma.syntax.RuleStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules come out of the cache as they went in, and out of no other state of files, options and program.
class RuleCacheTest {
    private static final byte[] ENGINE = {1};

    @TempDir
    private Path disk;

    private Path folder;
    private Path rules;

    @BeforeEach
    void writeRules() throws IOException {
        folder = disk.resolve("cache/ashiato/rules");
        rules = Files.createDirectories(disk.resolve("some rules"));
        for (int i = 10; i < 10 + RuleCache.MIN_FILES; i++) {
            Files.writeString(
                    rules.resolve("r" + i + ".yml"),
                    RuleFilesOnDisk.RULE.replace("0001", "00" + i).replace("tool.exe", "tool" + i + ".exe"));
        }
        Files.writeString(rules.resolve("broken.yml"), RuleFilesOnDisk.RULE.replace("|endswith", "|endswiht"));
        Files.write(rules.resolve("latin.yml"), new byte[] {'a', (byte) 0xE4});
        Files.writeString(rules.resolve("correlation.yml"), """
                title: Often \uFFFD
                id: 00000000-0000-4000-8000-00000000aaaa
                correlation:
                  type: event_count
                  rules: [00000000-0000-4000-8000-000000000010]
                  group-by: [User]
                  timespan: 1h
                  condition: {gte: 3}
                """);
        Files.writeString(rules.resolve("filter.yml"), """
                title: Not ours
                id: 00000000-0000-4000-8000-00000000bbbb
                logsource: {product: windows, category: process_creation}
                filter: {rules: [00000000-0000-4000-8000-000000000011, nosuch], s: {User: us}, condition: not s}
                """);
    }

    private RuleFolders.Loaded load(RuleCache cache) {
        return load(cache, RuleChoice.ALL);
    }

    private RuleFolders.Loaded load(RuleCache cache, RuleChoice choice) {
        cache.beginWithLast();
        return new RuleFolders(Words.in(Language.ENGLISH), cache)
                .add(rules.toString())
                .compile(choice);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /// All that commands print of rules.
    private static Map<String, Object> facts(RuleFolders.Loaded loaded) {
        RuleSet set = loaded.rules();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("rules", set.rules());
        facts.put("left out", set.leftOut());
        facts.put("refused", set.refused());
        facts.put("problems", loaded.problems());
        facts.put("correlations", set.correlations().rules());
        facts.put("silent", set.silentSources(List.of()));
        return facts;
    }

    @Test
    void rulesAreTheSameWithoutACacheWithAnEmptyOneAndWithAFullOne() throws IOException {
        RuleFolders.Loaded plain = load(RuleCache.NONE);
        RuleFolders.Loaded first = load(RuleCache.in(folder, ENGINE));
        assertThat(kept()).hasSize(2); // checked, and chosen
        RuleFolders.Loaded second = load(RuleCache.in(folder, ENGINE));

        assertThat(plain.problems()).extracting(RuleProblem::code).contains("E001", "E030", "E060");
        assertThat(plain.rules().correlations().rules()).hasSize(1);
        assertThat(facts(first)).isEqualTo(facts(plain));
        assertThat(facts(second)).isEqualTo(facts(plain));
        assertThat(kept()).hasSize(2);
    }

    @Test
    void whatWasKeptIsReadAgainAndNotTheFiles() {
        List<RuleSource> files = sources("title: A", 0);
        RuleCache cache = RuleCache.in(folder, ENGINE);
        CheckedRules kept = CheckedRules.read(List.of(), RuleSetOptions.DEFAULT)
                .withProblems(List.of(new RuleProblem("E000", "nowhere", 1, 2, "only in the cache")));

        assertThat(cache.entry(files, RuleSetOptions.DEFAULT).checked()).isEmpty();
        cache.entry(files, RuleSetOptions.DEFAULT).keep(kept);

        assertThat(cache.entry(files, RuleSetOptions.DEFAULT).checked()).contains(kept);
    }

    private static List<RuleSource> sources(String text, int digest) {
        var files = new ArrayList<RuleSource>();
        for (int i = 0; i < RuleCache.MIN_FILES; i++) {
            files.add(new RuleSource(
                    "f" + i, Path.of("f" + i), text.getBytes(StandardCharsets.UTF_8), new byte[] {(byte) (digest + i)
                    }));
        }
        return files;
    }

    @Test
    void eachThingThatRulesDependOnLeadsToOtherRules() {
        List<RuleSource> files = sources("title: A", 0);
        RuleCache cache = RuleCache.in(folder, ENGINE);
        var options = RuleSetOptions.DEFAULT.withPlaceholders(Map.of("P", List.of("a", "b"), "Q", List.of()));
        cache.entry(files, options).keep(CheckedRules.read(List.of(), options));

        var reversed = new ArrayList<>(files);
        Collections.reverse(reversed);
        var renamed = new ArrayList<>(files);
        renamed.set(
                3,
                new RuleSource(
                        "other",
                        files.get(3).path(),
                        files.get(3).bytes(),
                        files.get(3).digest()));

        assertThat(cache.entry(files, options).checked()).isPresent();
        assertThat(RuleCache.in(folder, ENGINE).entry(files, options).checked()).isPresent();
        assertThat(RuleCache.in(folder, new byte[] {2}).entry(files, options).checked())
                .isEmpty();
        assertThat(cache.entry(sources("title: A", 1), options).checked()).isEmpty();
        assertThat(cache.entry(reversed, options).checked()).isEmpty();
        assertThat(cache.entry(renamed, options).checked()).isEmpty();
        assertThat(cache.entry(files.subList(0, files.size() - 1), options).checked())
                .isEmpty();
        assertThat(cache.entry(files, options.withUnreleased(true)).checked()).isEmpty();
        for (Map<String, List<String>> other : List.<Map<String, List<String>>>of(
                Map.of(),
                Map.of("P", List.of("ab"), "Q", List.of()),
                Map.of("P", List.of("a"), "Q", List.of("b")),
                Map.of("P", List.of("b", "a"), "Q", List.of()),
                Map.of("P", List.of("a", "b", "Q")))) {
            assertThat(cache.entry(files, options.withPlaceholders(other)).checked())
                    .as("%s", other)
                    .isEmpty();
        }
    }

    @Test
    void aChangedFileIsSeen() throws IOException {
        load(RuleCache.in(folder, ENGINE));
        Files.writeString(rules.resolve("r10.yml"), RuleFilesOnDisk.RULE.replace("Tool with", "Thing with"));

        RuleFolders.Loaded loaded = load(RuleCache.in(folder, ENGINE));

        assertThat(loaded.rules().rules()).anyMatch(rule -> rule.about().title().equals("Thing with a switch"));
        assertThat(kept()).hasSize(4);
    }

    @Test
    void damagedRulesAreReadFromTheirFilesAndKeptAnew() throws IOException {
        Map<String, Object> expected = facts(load(RuleCache.in(folder, ENGINE)));
        var whole = new HashMap<Path, byte[]>();
        for (Path file : kept()) {
            whole.put(file, Files.readAllBytes(file));
        }
        for (UnaryOperator<byte[]> damage : List.<UnaryOperator<byte[]>>of(
                RuleCacheTest::withABitTurned, bytes -> new byte[0], bytes -> Arrays.copyOf(bytes, bytes.length - 1))) {
            for (Path file : whole.keySet()) {
                Files.write(file, damage.apply(whole.get(file)));
            }

            assertThat(facts(load(RuleCache.in(folder, ENGINE)))).isEqualTo(expected);
            assertThat(kept()).hasSize(2).allSatisfy(file -> assertThat(file).hasBinaryContent(whole.get(file)));
        }
    }

    private static byte[] withABitTurned(byte[] whole) {
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 4;
        return damaged;
    }

    @Test
    void eachChoiceIsKeptForItself() throws IOException {
        var choices = new ArrayList<RuleChoice>();
        for (String pattern : List.of("id:*0012", "id:*0013", "id:*001?")) {
            choices.add(new RuleChoice(Level.INFORMATIONAL, Set.of(), List.of(RulePattern.of(pattern)), List.of()));
            choices.add(new RuleChoice(Level.INFORMATIONAL, Set.of(), List.of(), List.of(RulePattern.of(pattern))));
        }
        for (int round = 0; round < 2; round++) {
            for (RuleChoice choice : choices) {
                RuleFolders.Loaded plain = load(RuleCache.NONE, choice);
                RuleFolders.Loaded kept = load(RuleCache.in(folder, ENGINE), choice);

                assertThat(plain.rules().leftOut()).isNotEmpty();
                assertThat(facts(kept)).as("%s", choice).isEqualTo(facts(plain));
            }
        }
        assertThat(kept()).hasSize(1 + RuleCache.KEPT);
    }

    @Test
    void whatWasUsedLastIsKeptLongest() throws IOException {
        RuleChoice first = excluding(0);
        load(RuleCache.in(folder, ENGINE), first);
        for (int i = 1; i <= 2 * RuleCache.KEPT; i++) {
            List<Path> before = chosen();
            for (int age = 0; age < before.size(); age++) {
                Files.setLastModifiedTime(before.get(age), FileTime.fromMillis(60_000L * (before.size() - age)));
            }
            load(RuleCache.in(folder, ENGINE), excluding(i));
            load(RuleCache.in(folder, ENGINE), first);
            load(RuleCache.in(folder, ENGINE), first); // read while its files still are
        }
        List<Path> kept = chosen();
        load(RuleCache.in(folder, ENGINE), first);

        assertThat(kept).hasSize(RuleCache.KEPT);
        assertThat(chosen()).isEqualTo(kept);
        assertThat(facts(load(RuleCache.in(folder, ENGINE), first))).isEqualTo(facts(load(RuleCache.NONE, first)));
    }

    private static RuleChoice excluding(int rule) {
        return new RuleChoice(
                Level.INFORMATIONAL, Set.of(), List.of(), List.of(RulePattern.of("id:*00" + (10 + rule))));
    }

    private List<Path> chosen() throws IOException {
        return new OwnFolder(folder).youngestFirst(".chosen");
    }

    @Test
    void noTwoChoicesHaveTheSameParts() {
        RulePattern a = RulePattern.of("a");
        var parts = new HashSet<List<String>>();
        var choices = List.of(
                RuleChoice.ALL,
                new RuleChoice(Level.HIGH, Set.of(), List.of(), List.of()),
                new RuleChoice(Level.INFORMATIONAL, Set.of(Optional.empty()), List.of(), List.of()),
                new RuleChoice(Level.INFORMATIONAL, Set.of(Optional.of(RuleStatus.TEST)), List.of(), List.of()),
                new RuleChoice(Level.INFORMATIONAL, Set.of(), List.of(a), List.of()),
                new RuleChoice(Level.INFORMATIONAL, Set.of(), List.of(), List.of(a)),
                new RuleChoice(Level.INFORMATIONAL, Set.of(), List.of(a, a), List.of()),
                new RuleChoice(Level.INFORMATIONAL, Set.of(), List.of(a), List.of(a)));
        choices.forEach(choice -> parts.add(choice.parts()));
        assertThat(parts).hasSameSizeAs(choices);
    }

    @Test
    void theOldestAreRemoved() throws IOException {
        RuleCache cache = RuleCache.in(folder, ENGINE);
        CheckedRules nothing = CheckedRules.read(List.of(), RuleSetOptions.DEFAULT);
        for (int i = 0; i < RuleCache.KEPT + 3; i++) {
            cache.entry(sources("title: A", i), RuleSetOptions.DEFAULT).keep(nothing);
            long minutes = i;
            for (Path file : kept()) {
                if (Files.getLastModifiedTime(file).toMillis() > 86_400_000) {
                    Files.setLastModifiedTime(file, FileTime.fromMillis(minutes * 60_000));
                }
            }
        }

        assertThat(kept()).hasSize(RuleCache.KEPT);
        for (int i = 0; i < RuleCache.KEPT + 3; i++) {
            assertThat(cache.entry(sources("title: A", i), RuleSetOptions.DEFAULT)
                            .checked()
                            .isPresent())
                    .as("set %d", i)
                    .isEqualTo(i >= 3);
        }
    }

    @Test
    void onlyTheUserMayRead() throws IOException {
        load(RuleCache.in(folder, ENGINE));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept().getFirst())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatOthersMayWriteToIsNotUsed() throws IOException {
        List<RuleSource> files = sources("title: A", 0);
        RuleCache cache = RuleCache.in(folder, ENGINE);
        cache.entry(files, RuleSetOptions.DEFAULT).keep(CheckedRules.read(List.of(), RuleSetOptions.DEFAULT));
        assertThat(cache.entry(files, RuleSetOptions.DEFAULT).checked()).isPresent();

        for (String permissions : List.of("rwxrwx---", "rwx----w-")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
            assertThat(cache.entry(files, RuleSetOptions.DEFAULT).checked())
                    .as(permissions)
                    .isEmpty();
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        String user = System.getProperty("user.name");
        System.setProperty("user.name", user + "-other");
        try {
            assertThat(cache.entry(files, RuleSetOptions.DEFAULT).checked()).isEmpty();
        } finally {
            System.setProperty("user.name", user);
        }
    }

    @Test
    void whereNothingCanBeWrittenRulesAreRead() throws IOException {
        Path file = Files.writeString(disk.resolve("file"), "");
        RuleCache cache = RuleCache.in(file.resolve("ashiato/rules"), ENGINE);

        assertThat(facts(load(cache))).isEqualTo(facts(load(RuleCache.NONE)));

        Path occupied = Files.createDirectories(disk.resolve("occupied"));
        Files.writeString(occupied.resolve("rules"), "a file");
        assertThat(facts(load(RuleCache.in(occupied.resolve("rules"), ENGINE)))).isEqualTo(facts(load(RuleCache.NONE)));
    }

    @Test
    void fewFilesAreNotKept() throws IOException {
        Files.createDirectories(folder);
        Path one = rules.resolve("r10.yml");

        new RuleFolders(Words.in(Language.ENGLISH), RuleCache.in(folder, ENGINE))
                .add(one.toString())
                .compile();

        assertThat(kept()).isEmpty();
    }

    @Test
    void severalAtOnceGetWholeRulesOrNone() throws Exception {
        List<RuleSource> files = sources("title: A", 0);
        CheckedRules whole = load(rules);
        Callable<Integer> work = () -> {
            int found = 0;
            for (int i = 0; i < 40; i++) {
                RuleCache cache = RuleCache.in(folder, ENGINE);
                Optional<CheckedRules> kept =
                        cache.entry(files, RuleSetOptions.DEFAULT).checked();
                if (kept.isPresent()) {
                    assertThat(kept).contains(whole);
                    found++;
                }
                cache.entry(files, RuleSetOptions.DEFAULT).keep(whole);
            }
            return found;
        };
        int found = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> each : workers.invokeAll(Collections.nCopies(4, work))) {
                found += each.get();
            }
        }

        assertThat(found).isPositive();
        assertThat(kept()).hasSize(1);
    }

    private CheckedRules load(Path from) {
        return CheckedRules.read(
                new RuleFolders(Words.in(Language.ENGLISH), RuleCache.NONE)
                        .add(from.toString())
                        .files(),
                RuleSetOptions.DEFAULT);
    }

    @Test
    void theFolderIsTheUsersAndNeverInEvidence() throws IOException {
        Path home = Files.createDirectories(disk.resolve("home"));
        Path elsewhere = Files.createDirectories(disk.resolve("elsewhere"));
        Map<String, String> environment = Map.of("HOME", home.toString());

        assertThat(RuleCache.folder(environment, List.of())).contains(home.resolve(".cache/ashiato/rules"));
        assertThat(RuleCache.folder(Map.of("HOME", "x", "XDG_CACHE_HOME", "/c"), List.of()))
                .contains(Path.of("/c/ashiato/rules"));
        assertThat(RuleCache.folder(Map.of("HOME", "/h", "XDG_CACHE_HOME", "c"), List.of()))
                .isEmpty();
        assertThat(RuleCache.folder(Map.of("HOME", ""), List.of())).isEmpty();
        assertThat(RuleCache.folder(Map.of(), List.of())).isEmpty();
        assertThat(RuleCache.folder(Map.of("HOME", "/h", "ASHIATO_RULE_CACHE", "off"), List.of()))
                .isEmpty();
        assertThat(RuleCache.folder(environment, evidence(elsewhere))).isPresent();
        assertThat(RuleCache.folder(environment, evidence(home))).isEmpty();
        Path link = Files.createSymbolicLink(disk.resolve("link"), home);
        assertThat(RuleCache.folder(environment, evidence(link))).isEmpty();
    }

    private static List<EvidenceArguments.Argument> evidence(Path folder) throws IOException {
        Files.writeString(folder.resolve("a.evtx"), "");
        return EvidenceParameters.resolve(List.of(folder.toString()), Words.in(Language.ENGLISH))
                .arguments();
    }
}
