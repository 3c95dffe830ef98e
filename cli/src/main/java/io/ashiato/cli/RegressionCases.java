package io.ashiato.cli;

import io.ashiato.cli.ExampleResult.Failure;
import io.ashiato.cli.ExampleResult.Kind;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RefusedRule;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Runs test cases as the repository SigmaHQ/sigma keeps them below `regression_data`: a folder with an
/// event log and an `info.yml`, which names the rule (`rule_metadata`, `id`) and for each test
/// (`regression_tests_info`) the log (`path`, whose last part lies beside it) and how many of its events
/// match at least (`match_count`, else one).
final class RegressionCases {
    private static final String INFO = "info.yml";

    /// Folders in folders; SigmaHQ's cases lie six deep.
    private static final int MAX_DEPTH = 64;

    /// Cases have less than a kilobyte.
    private static final int MAX_BYTES = 1 << 20;

    private final RuleMatcher matcher;
    private final Map<String, CompiledRule> running = new HashMap<>();
    private final Map<String, RefusedRule> refused = new HashMap<>();
    private final Map<String, CompiledRule> leftOut = new HashMap<>();

    RegressionCases(RuleSet rules) {
        this.matcher = rules.matcher();
        rules.rules().forEach(rule -> running.put(key(rule), rule));
        rules.refused().forEach(rule -> refused.put(key(rule.rule()), rule));
        rules.leftOut().forEach(rule -> leftOut.put(key(rule), rule));
    }

    private static String key(CompiledRule rule) {
        return rule.about().id().toLowerCase(Locale.ROOT);
    }

    /// One result for each case below the folder, by path; none for rules that options leave out.
    ///
    /// @throws IOException if the folder cannot be walked
    List<ExampleResult> results(Path folder) throws IOException {
        List<Path> infos;
        try (Stream<Path> files = Files.walk(folder, MAX_DEPTH)) {
            infos = files.filter(file -> file.getFileName() != null
                            && file.getFileName().toString().equals(INFO))
                    .sorted()
                    .toList();
        }
        var results = new ArrayList<ExampleResult>();
        for (Path info : infos) {
            result(info).ifPresent(results::add);
        }
        return results;
    }

    /// What an `info.yml` says.
    private record Case(String ruleId, String title, List<Log> logs) {}

    private record Log(String file, long atLeast) {}

    private Optional<ExampleResult> result(Path info) {
        Optional<Case> read = read(info);
        if (read.isEmpty()) {
            var failure = new Failure(info.toString(), Kind.CANNOT_READ, "no case of SigmaHQ's form");
            return Optional.of(new ExampleResult("", "", info.toString(), 0, 0, List.of(failure)));
        }
        Case given = read.get();
        String id = given.ruleId().toLowerCase(Locale.ROOT);
        if (leftOut.containsKey(id)) {
            return Optional.empty();
        }
        var failures = new ArrayList<Failure>();
        Optional<CompiledRule> rule = Optional.ofNullable(running.get(id));
        if (rule.isEmpty()) {
            failures.add(notRunning(id, info));
        }
        long wanted = 0;
        for (Log log : given.logs()) {
            wanted += log.atLeast();
            if (rule.isPresent()) {
                run(log, info, rule.get()).ifPresent(failures::add);
            }
        }
        return Optional.of(new ExampleResult(
                rule.map(r -> r.about().title()).orElse(given.title()),
                rule.flatMap(r -> r.about().author()).orElse(""),
                info.toString(),
                wanted,
                0,
                failures));
    }

    private Failure notRunning(String id, Path info) {
        RefusedRule unfit = refused.get(id);
        if (unfit != null) {
            return RuleExamples.failure(unfit);
        }
        return new Failure(info.toString(), Kind.NO_SUCH_RULE, id);
    }

    private Optional<Failure> run(Log log, Path info, CompiledRule rule) {
        Path file = info.resolveSibling(log.file());
        long[] found = new long[1];
        try {
            boolean isLog = LogEvents.read(file, file.toString(), event -> {
                if (matcher.match(event).contains(rule)) {
                    found[0]++;
                }
            });
            if (!isLog) {
                return Optional.of(new Failure(file.toString(), Kind.CANNOT_READ, "no Windows event log (.evtx)"));
            }
        } catch (IOException e) {
            return Optional.of(new Failure(file.toString(), Kind.CANNOT_READ, Visible.of(Reasons.of(e))));
        }
        return found[0] >= log.atLeast()
                ? Optional.empty()
                : Optional.of(new Failure(file.toString(), Kind.TOO_FEW, found[0] + " < " + log.atLeast()));
    }

    private static Optional<Case> read(Path info) {
        try {
            if (Files.size(info) > MAX_BYTES) {
                return Optional.empty();
            }
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(info));
            Map<?, ?> rule = first(yaml, "rule_metadata");
            var logs = new ArrayList<Log>();
            for (Map<?, ?> test : maps(yaml, "regression_tests_info")) {
                String path = text(test, "path");
                long atLeast = test.get("match_count") instanceof Number count ? count.longValue() : 1;
                logs.add(new Log(path.substring(path.lastIndexOf('/') + 1), atLeast));
            }
            String id = text(rule, "id");
            return id.isEmpty() || logs.isEmpty() || logs.stream().anyMatch(log -> !isName(log.file()))
                    ? Optional.empty()
                    : Optional.of(new Case(id, text(rule, "title"), logs));
        } catch (YamlEngineException | IOException e) {
            return Optional.empty();
        }
    }

    /// A name of a file and no way out of the folder.
    private static boolean isName(String name) {
        return !name.isEmpty() && !name.equals("..") && name.indexOf('\\') < 0 && name.indexOf('\0') < 0;
    }

    private static Map<?, ?> first(Object yaml, String key) {
        return maps(yaml, key).stream().findFirst().orElse(Map.of());
    }

    private static List<Map<?, ?>> maps(Object yaml, String key) {
        var maps = new ArrayList<Map<?, ?>>();
        if (yaml instanceof Map<?, ?> map && map.get(key) instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> found) {
                    maps.add(found);
                }
            }
        }
        return maps;
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text.strip() : "";
    }
}
