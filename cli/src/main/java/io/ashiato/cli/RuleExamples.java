package io.ashiato.cli;

import io.ashiato.cli.ExampleResult.Failure;
import io.ashiato.cli.ExampleResult.Kind;
import io.ashiato.model.Event;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RefusedRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs the examples that lie beside rules: of `NAME.yml`, each line of `NAME.positive.jsonl` is an event, or a list
/// of events, that one of the file's rules must match, and each line of `NAME.negative.jsonl` one that none of them
/// may match. Either file may be missing. See docs/rule-examples.md.
final class RuleExamples {
    private static final String POSITIVE = ".positive.jsonl";
    private static final String NEGATIVE = ".negative.jsonl";

    private final RuleFolders folders;
    private final RuleSet rules;
    private final Map<String, Subject> subjects = new HashMap<>();

    /// The rules of one file.
    ///
    /// @param rules at least one; the title of the first stands for all
    /// @param unfit why one of them does not run
    private record Subject(List<CompiledRule> rules, Optional<Failure> unfit) {
        CompiledRule first() {
            return rules.getFirst();
        }
    }

    /// An example.
    ///
    /// @param line its text
    /// @param place where it stands
    /// @param wanted whether it is to match
    private record Example(String line, String place, boolean wanted) {}

    /// @param choice which rules are wanted
    RuleExamples(RuleFolders folders, RuleFolders.Loaded loaded, RuleChoice choice) {
        this.folders = folders;
        this.rules = loaded.rules();
        rules.running().stream().filter(choice).forEach(rule -> add(new Subject(List.of(rule), Optional.empty())));
        rules.refused().stream()
                .filter(refused -> choice.test(refused.rule()))
                .forEach(refused -> add(new Subject(List.of(refused.rule()), Optional.of(failure(refused)))));
    }

    private void add(Subject subject) {
        subjects.merge(
                subject.first().file(),
                subject,
                (a, b) -> new Subject(
                        Stream.concat(a.rules().stream(), b.rules().stream()).toList(),
                        a.unfit().or(b::unfit)));
    }

    /// Why a rule does not run.
    static Failure failure(RefusedRule refused) {
        return refused.problems().stream()
                .findFirst()
                .map(problem -> new Failure(
                        problem.file() + ":" + problem.line(),
                        Kind.DOES_NOT_RUN,
                        problem.code() + " " + problem.reason()))
                .orElseGet(() -> new Failure(refused.rule().file(), Kind.DOES_NOT_RUN, ""));
    }

    /// One result for each file of rules that has examples, in the order of the files.
    List<ExampleResult> results() {
        var results = new ArrayList<ExampleResult>();
        for (RuleFile file : folders.files()) {
            Optional.ofNullable(subjects.get(file.name()))
                    .flatMap(subject -> result(file.name(), subject))
                    .ifPresent(results::add);
        }
        return results;
    }

    /// How many files of rules have no examples.
    long without() {
        return folders.files().stream()
                .map(RuleFile::name)
                .filter(subjects::containsKey)
                .filter(name -> !Files.exists(beside(name, POSITIVE)) && !Files.exists(beside(name, NEGATIVE)))
                .count();
    }

    private Path beside(String name, String ending) {
        Path file = folders.path(name);
        return file.resolveSibling(stem(file.getFileName().toString()) + ending);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private Optional<ExampleResult> result(String file, Subject subject) {
        Path positive = beside(file, POSITIVE);
        Path negative = beside(file, NEGATIVE);
        if (!Files.exists(positive) && !Files.exists(negative)) {
            return Optional.empty();
        }
        var failures = new ArrayList<Failure>();
        subject.unfit().ifPresent(failures::add);
        boolean runs = failures.isEmpty();
        var matcher = new ExampleMatcher(rules, subject.rules());
        long wanted = runs ? run(positive, matcher, stem(file) + POSITIVE, true, failures) : 0;
        long unwanted = runs ? run(negative, matcher, stem(file) + NEGATIVE, false, failures) : 0;
        return Optional.of(new ExampleResult(
                subject.first().about().title(),
                subject.first().about().author().orElse(""),
                file,
                wanted,
                unwanted,
                failures));
    }

    /// @return how many examples there are
    private static long run(
            Path examples, ExampleMatcher matcher, String shown, boolean wanted, List<Failure> failures) {
        if (!Files.exists(examples)) {
            return 0;
        }
        long count = 0;
        try (BufferedReader reader = Files.newBufferedReader(examples)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    count++;
                    failure(new Example(line, shown + ":" + number, wanted), matcher)
                            .ifPresent(failures::add);
                }
            }
        } catch (CharacterCodingException e) {
            failures.add(new Failure(shown, Kind.CANNOT_READ, "not UTF-8 text"));
        } catch (IOException e) {
            failures.add(new Failure(shown, Kind.CANNOT_READ, Visible.of(Reasons.of(e))));
        }
        return count;
    }

    private static Optional<Failure> failure(Example example, ExampleMatcher matcher) {
        try {
            List<Event> events = JsonEvents.read(example.line.getBytes(StandardCharsets.UTF_8));
            boolean isList = example.line.stripLeading().startsWith("[");
            if (events.isEmpty()) {
                throw new JsonEvents.MalformedException("the line holds none");
            }
            if (events.size() > 1 && !isList) {
                throw new JsonEvents.MalformedException("the line holds several that are no list: [..., ...]");
            }
            Optional<String> match = matcher.match(events, isList);
            if (match.isPresent() == example.wanted) {
                return Optional.empty();
            }
            Kind kind = example.wanted ? Kind.NOT_MATCHED : Kind.MATCHED;
            return Optional.of(new Failure(example.place, kind, match.orElse("")));
        } catch (JsonEvents.MalformedException e) {
            return Optional.of(new Failure(example.place, Kind.NO_EVENT, e.reason()));
        }
    }
}
