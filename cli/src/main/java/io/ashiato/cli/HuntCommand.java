package io.ashiato.cli;

import io.ashiato.casefile.Hunt;
import io.ashiato.casefile.pipeline.EventWindow;
import io.ashiato.casefile.store.DetectionFormat;
import io.ashiato.casefile.store.DetectionJson;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Detections only.
@CommandLine.Command(
        name = "hunt",
        description = "Match rules on event logs and print the detections, in order of time.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato hunt logs/ --rules sigma/rules/windows --level high",
            "  ashiato hunt collection.zip --format jsonl > detections.jsonl",
            "  ashiato hunt logs/ --from 2026-11-20 --to 2026-11-22 --status test+ --exclude 'User Logoff*'",
            "  ashiato hunt logs/ --include attack.t1003 --format timesketch > credentials.jsonl"
        })
final class HuntCommand implements Callable<Integer> {
    private static final String CSV = "csv";

    private final Commands.Shared shared;

    @CommandLine.Mixin
    private EvidenceParameters evidence = new EvidenceParameters();

    @CommandLine.Mixin
    private RuleOptions ruleOptions = new RuleOptions();

    @CommandLine.Mixin
    private RuleChoiceOptions choiceOptions = new RuleChoiceOptions();

    @CommandLine.Mixin
    private EventWindowOptions windowOptions = new EventWindowOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "table (default), jsonl, csv or timesketch (JSON lines for Timesketch's importer).")
    private String format = "table";

    @Option(
            names = {"-v", "--verbose"},
            description = "At the end, tell all channels and log sources, not the most frequent alone.")
    private boolean verbose;

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    HuntCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws IOException {
        Words words = shared.words();
        options.check(words);
        long started = System.nanoTime();
        RuleChoice choice = choiceOptions.choice(words);
        EventWindow window = windowOptions.window(words.dump());
        EvidenceArguments.Found found = evidence.resolve(words);
        RuleCache cache = RuleCache.of(shared.environment(), found.arguments());
        RuleFolders.Loaded rules = ruleOptions.compile(choice, cache, words);
        int threads = options.threads(words);
        Supplier<DetectionFormat> form = form(words);

        var out = new ResultStream(shared.terminal().streams().out());
        if (format.equalsIgnoreCase(CSV)) {
            out.write(DetectionCsv.head());
        }
        var lines = new StageLines(shared.terminal(), words, options.quiet());
        Hunt.Summary summary = new Hunt(found, rules.rules(), choice.level(), window, evidence.hints(words), threads)
                .run(lines, form, pieces -> {
                    lines.erase();
                    for (byte[] piece : pieces) {
                        out.write(piece);
                    }
                });
        lines.erase();
        out.flush();
        if (!options.quiet()) {
            rules.idleExclusions(choice, words.rules())
                    .forEach(shared.terminal().err()::println);
            new HuntReport(shared.terminal(), words, verbose).print(summary, rules, System.nanoTime() - started);
        }
        return exitCode(summary);
    }

    /// What prints detections, one for each thread.
    private Supplier<DetectionFormat> form(Words words) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "jsonl" -> DetectionJson::new;
            case CSV -> DetectionCsv::new;
            case "timesketch" -> TimesketchLines::new;
            case "table" -> () -> new DetectionTable(shared.terminal());
            default ->
                throw CommandException.wrongUse(
                        words.notOneOf("--format", Visible.of(format), "table, jsonl, csv, timesketch"));
        };
    }

    private static int exitCode(Hunt.Summary summary) {
        boolean gaps = summary.events() + summary.outside() == 0
                || Unread.items(summary.reading().diagnostics()) > 0;
        return gaps ? ExitCode.DONE_WITH_GAPS : ExitCode.DONE;
    }
}
