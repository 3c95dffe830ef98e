package io.ashiato.cli;

import io.ashiato.bytes.JsonText;
import io.ashiato.cli.ExampleResult.Failure;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Tries rules on the examples that lie beside them.
@CommandLine.Command(
        name = "test",
        description = {
            "Try rules on their examples: of NAME.yml, events in NAME.positive.jsonl must match and events in"
                    + " NAME.negative.jsonl must not. Examples of correlations are lists of events.",
            "Exit code 1: an example is not as it should be."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato rules test",
            "  ashiato rules test my-rules/ --quiet",
            "  ashiato rules test sigma/rules --regression sigma/regression_data"
        })
final class RulesTestCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Mixin
    private RuleSetParameters parameters = new RuleSetParameters();

    @Option(
            names = "--regression",
            paramLabel = "DIR",
            description = "Run the cases below a folder, too, that are kept as SigmaHQ's regression data are: an event"
                    + " log and an info.yml. May be repeated.")
    private List<String> regression = new ArrayList<>();

    @CommandLine.Mixin
    private RuleChoiceOptions choiceOptions = new RuleChoiceOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "table (default) or jsonl.")
    private String format = "table";

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    RulesTestCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws IOException {
        Words words = shared.words();
        options.check(words);
        RuleChoice choice = choiceOptions.choice(words);
        boolean asTable = asTable(words);
        List<Path> cases = regression.stream().map(name -> folder(name, words)).toList();
        RuleFolders folders = parameters.folders(shared);
        RuleFolders.Loaded loaded = folders.compile(choice);
        var examples = new RuleExamples(folders, loaded, choice);
        var results = new ArrayList<>(examples.results());
        var published = new RegressionCases(loaded.rules());
        for (Path folder : cases) {
            results.addAll(published.results(folder));
        }
        if (results.isEmpty()) {
            throw CommandException.wrongUse(words.rules().noExamples());
        }
        for (ExampleResult result : results) {
            print(result, asTable, words.rules());
        }
        long failed = results.stream().filter(result -> !result.passed()).count();
        if (!options.quiet()) {
            loaded.idleExclusions(choice, words.rules())
                    .forEach(shared.terminal().err()::println);
            shared.terminal().err().println(words.rules().tested(results.size() - failed, failed, examples.without()));
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.DONE_WITH_GAPS;
    }

    private boolean asTable(Words words) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "table" -> true;
            case "jsonl" -> false;
            default -> throw CommandException.wrongUse(words.notOneOf("--format", Visible.of(format), "table, jsonl"));
        };
    }

    private static Path folder(String name, Words words) {
        try {
            Path folder = Path.of(name);
            if (!name.isEmpty() && Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            // told like one that does not exist
        }
        throw CommandException.wrongUse(words.noSuchEvidence(EvidenceParameters.quoted(name)));
    }

    private void print(ExampleResult result, boolean asTable, RuleWords words) {
        PrintWriter out = shared.terminal().out();
        if (!asTable) {
            out.println(json(result));
            return;
        }
        if (result.passed() && options.quiet()) {
            return;
        }
        out.println((result.passed() ? words.passed() : words.failed()) + "  "
                + Visible.of(result.title() + "  " + result.file()) + "  "
                + words.examples(result.positive(), result.negative()));
        for (Failure failure : result.failures()) {
            out.println("      " + Visible.of(failure.place()) + ": "
                    + words.failure(failure.kind(), Visible.of(failure.detail())));
        }
    }

    private static String json(ExampleResult result) {
        var out = new StringBuilder("{\"title\":");
        JsonText.quote(out, result.title());
        out.append(",\"author\":");
        JsonText.quote(out, result.author());
        out.append(",\"file\":");
        JsonText.quote(out, result.file());
        out.append(",\"passed\":").append(result.passed());
        out.append(",\"positive\":").append(result.positive());
        out.append(",\"negative\":").append(result.negative());
        out.append(",\"failures\":[");
        for (int i = 0; i < result.failures().size(); i++) {
            Failure failure = result.failures().get(i);
            out.append(i > 0 ? "," : "").append("{\"place\":");
            JsonText.quote(out, failure.place());
            out.append(",\"kind\":\"")
                    .append(failure.kind().name().toLowerCase(Locale.ROOT))
                    .append("\",\"detail\":");
            JsonText.quote(out, failure.detail());
            out.append('}');
        }
        return out.append("]}").toString();
    }
}
