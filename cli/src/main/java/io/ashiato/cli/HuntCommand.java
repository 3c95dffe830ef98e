package io.ashiato.cli;

import io.ashiato.casefile.Hunt;
import io.ashiato.casefile.store.DetectionJson;
import io.ashiato.casefile.store.DetectionSorter;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.Level;
import io.ashiato.publish.language.DiagnosticText;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Detections only.
@CommandLine.Command(
        name = "hunt",
        description = "Match rules on event logs and print the detections, in order of time.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato hunt logs/ --rules sigma/rules/windows --level high",
            "  ashiato hunt collection.zip --format jsonl > detections.jsonl"
        })
final class HuntCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Mixin
    private EvidenceParameters evidence = new EvidenceParameters();

    @CommandLine.Mixin
    private RuleOptions ruleOptions = new RuleOptions();

    @Option(
            names = {"-l", "--level"},
            paramLabel = "LEVEL",
            description = "Leave out rules below: informational (default), low, medium, high, critical.")
    private String level = Level.INFORMATIONAL.id();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "table (default), jsonl or csv.")
    private String format = "table";

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
        Level atLeast = Level.of(level)
                .orElseThrow(() -> CommandException.wrongUse(
                        words.notOneOf("--level", Visible.of(level), "informational, low, medium, high, critical")));
        EvidenceArguments.Found found = evidence.resolve(words);
        RuleFolders.Loaded rules = ruleOptions.compile(words);
        int threads = options.threads(words);
        DetectionSorter.Consumer printer = printer(words); // last: it may print a head line

        var lines = new StageLines(shared.terminal(), words, options.quiet());
        Hunt.Summary summary = new Hunt(found, rules.rules(), atLeast, evidence.passwords(), threads)
                .run(lines, detection -> {
                    lines.erase();
                    printer.accept(detection);
                    if (shared.terminal().out().checkError()) {
                        throw new OutputClosedException();
                    }
                });
        lines.erase();
        shared.terminal().out().flush();
        if (!options.quiet()) {
            tell(summary, rules, System.nanoTime() - started);
        }
        return exitCode(summary);
    }

    private DetectionSorter.Consumer printer(Words words) {
        PrintWriter out = shared.terminal().out();
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "jsonl" ->
                detection -> out.append(DetectionJson.line(detection)).append('\n');
            case "csv" -> {
                var csv = new DetectionCsv(out);
                csv.begin();
                yield csv;
            }
            case "table" -> new DetectionTable(shared.terminal());
            default ->
                throw CommandException.wrongUse(words.notOneOf("--format", Visible.of(format), "table, jsonl, csv"));
        };
    }

    private void tell(Hunt.Summary summary, RuleFolders.Loaded rules, long nanos) {
        Words words = shared.words();
        PrintWriter err = shared.terminal().err();
        long bytes = summary.reading().bytes();
        err.println(words.huntSummary(
                summary.detections(),
                summary.rulesMatched(),
                StageLines.seconds(nanos),
                StageLines.size(bytes),
                StageLines.size((long) (bytes / (nanos / 1e9)))));
        err.println(words.read(summary.reading().items().size(), summary.events(), summary.hosts()));
        err.println(words.rulesLoaded(rules.rules().loaded(), rules.problems().size()));
        if (summary.events() == 0) {
            err.println(words.nothingRead(summary.reading().items().size()));
        }
        summary.reading().diagnostics().stream()
                .filter(d -> d.code() == DiagnosticCode.REGEX_GIVEN_UP || d.code() == DiagnosticCode.CORRELATIONS_CUT)
                .forEach(d -> err.println(DiagnosticText.sentence(d.code(), words.language())));
        long unread = Unread.items(summary.reading().diagnostics());
        if (unread > 0) {
            err.println(words.unreadDetails(unread));
            Unread.print(summary.reading().diagnostics(), err, words.language());
        }
    }

    private static int exitCode(Hunt.Summary summary) {
        boolean gaps = summary.events() == 0 || Unread.items(summary.reading().diagnostics()) > 0;
        return gaps ? ExitCode.DONE_WITH_GAPS : ExitCode.DONE;
    }
}
