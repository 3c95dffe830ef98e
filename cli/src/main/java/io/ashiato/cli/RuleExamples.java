package io.ashiato.cli;

import io.ashiato.cli.ExampleResult.Failure;
import io.ashiato.cli.ExampleResult.Kind;
import io.ashiato.model.Event;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RefusedRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleMatcher;
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

/// Runs the examples that lie beside rules: of `NAME.yml`, each line of `NAME.positive.jsonl` is an event
/// that one of the file's rules must match, and each line of `NAME.negative.jsonl` one that none of them
/// may match. Either file may be missing. See docs/rule-examples.md.
final class RuleExamples {
    private static final String POSITIVE = ".positive.jsonl";
    private static final String NEGATIVE = ".negative.jsonl";

    private final RuleFolders folders;
    private final RuleMatcher matcher;
    private final Map<String, Subject> subjects = new HashMap<>();

    /// The rules of one file.
    ///
    /// @param first of them, whose title stands for all
    /// @param unfit why one of them does not run
    private record Subject(CompiledRule first, Optional<Failure> unfit) {}

    /// @param choice which of the rules that cannot run are wanted
    RuleExamples(RuleFolders folders, RuleFolders.Loaded loaded, RuleChoice choice) {
        this.folders = folders;
        this.matcher = loaded.rules().matcher();
        loaded.rules().rules().forEach(rule -> add(new Subject(rule, Optional.empty())));
        loaded.rules().refused().stream()
                .filter(refused -> choice.test(refused.rule()))
                .forEach(refused -> add(new Subject(refused.rule(), Optional.of(failure(refused)))));
    }

    private void add(Subject subject) {
        subjects.merge(
                subject.first().file(),
                subject,
                (a, b) -> new Subject(a.first(), a.unfit().or(b::unfit)));
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
        long wanted = runs ? run(positive, file, stem(file) + POSITIVE, true, failures) : 0;
        long unwanted = runs ? run(negative, file, stem(file) + NEGATIVE, false, failures) : 0;
        return Optional.of(new ExampleResult(
                subject.first().about().title(),
                subject.first().about().author().orElse(""),
                file,
                wanted,
                unwanted,
                failures));
    }

    /// @return how many events there are
    private long run(Path examples, String file, String shown, boolean wanted, List<Failure> failures) {
        if (!Files.exists(examples)) {
            return 0;
        }
        long events = 0;
        try (BufferedReader reader = Files.newBufferedReader(examples)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    events++;
                    event(line, file, shown + ":" + number, wanted).ifPresent(failures::add);
                }
            }
        } catch (CharacterCodingException e) {
            failures.add(new Failure(shown, Kind.CANNOT_READ, "not UTF-8 text"));
        } catch (IOException e) {
            failures.add(new Failure(shown, Kind.CANNOT_READ, Visible.of(Reasons.of(e))));
        }
        return events;
    }

    private Optional<Failure> event(String line, String file, String place, boolean wanted) {
        try {
            List<Event> events = JsonEvents.read(line.getBytes(StandardCharsets.UTF_8));
            if (events.size() != 1) {
                return Optional.of(new Failure(place, Kind.NO_EVENT, "the line holds " + events.size() + " events"));
            }
            Optional<CompiledRule> match = matcher.match(events.getFirst()).stream()
                    .filter(rule -> rule.file().equals(file))
                    .findFirst();
            if (match.isPresent() == wanted) {
                return Optional.empty();
            }
            return Optional.of(new Failure(
                    place,
                    wanted ? Kind.NOT_MATCHED : Kind.MATCHED,
                    match.map(rule -> rule.about().id()).orElse("")));
        } catch (JsonEvents.MalformedException e) {
            return Optional.of(new Failure(place, Kind.NO_EVENT, e.reason()));
        }
    }
}
