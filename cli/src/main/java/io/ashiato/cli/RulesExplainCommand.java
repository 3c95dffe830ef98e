package io.ashiato.cli;

import io.ashiato.model.Event;
import io.ashiato.model.EventTime;
import io.ashiato.model.RuleInfo;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.explain.RuleExplainer;
import io.ashiato.sigma.explain.RuleExplanation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Shows which part of a rule an event fits, and with which value.
@CommandLine.Command(
        name = "explain",
        description = "Show which parts of a rule's condition hold for an event, and with which value of which field.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato rules explain my-rules/one.yml event.json",
            "  ashiato rules explain 40eae6cb-f924-41c3-b30e-ad47c9a7fe2b Sysmon.evtx --record 48430",
            "  ashiato dump --records 12 Security.evtx | ashiato rules explain 'User Logoff Event' - --rules sigma/rules"
        })
final class RulesExplainCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "RULE",
            description = "A file of rules, or the id or title of a rule in --rules DIR or the default rules.")
    private String rule = "";

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "EVENT",
            description =
                    "A file with an event as ashiato dump prints it, - for standard input, or an event log (.evtx)"
                            + " with --record.")
    private String event = "";

    @Option(names = "--record", paramLabel = "N", description = "The record of a log: the record_id of a detection.")
    private @Nullable Long record;

    @Option(names = "--all", description = "Show all parts of long lists, not those alone that decide.")
    private boolean everything;

    @CommandLine.Mixin
    private RuleOptions ruleOptions = new RuleOptions();

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    RulesExplainCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws IOException {
        Words words = shared.words();
        options.check(words);
        List<RuleExplainer> explainers = explainers(words);
        var source = new ExplainedEvents(words, shared.terminal().streams().in());
        Long id = record;
        ExplainedEvents.Read read = source.read(event, id == null ? OptionalLong.empty() : OptionalLong.of(id));
        for (RuleExplainer explainer : explainers) {
            for (Event each : read.events()) {
                print(explainer.explain(each), each);
            }
        }
        if (read.cut()) {
            shared.terminal().err().println(words.explain().moreEvents(ExplainedEvents.MAX_EVENTS));
        }
        return ExitCode.DONE;
    }

    private List<RuleExplainer> explainers(Words words) {
        String shown = EvidenceParameters.quoted(rule);
        if (isPath(rule)) {
            List<RuleExplainer> inFile =
                    ruleOptions.empty(RuleCache.NONE, words).add(rule).explainers();
            if (inFile.isEmpty()) {
                throw CommandException.wrongUse(words.explain().noRuleRuns(shown));
            }
            return inFile;
        }
        RulePattern pattern = RulePattern.of(rule);
        List<RuleExplainer> named = ruleOptions.folders(RuleCache.NONE, words).explainers().stream()
                .filter(explainer -> pattern.fits(explainer.about()))
                .toList();
        if (named.isEmpty()) {
            throw CommandException.wrongUse(words.explain().noSuchRule(shown));
        }
        return named;
    }

    private static boolean isPath(String text) {
        try {
            return !text.isEmpty() && Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void print(RuleExplanation explained, Event explainedOn) {
        PrintWriter out = shared.terminal().out();
        ExplainWords words = shared.words().explain();
        RuleInfo about = explained.about();
        String author = about.author().map(name -> ", " + Visible.of(name)).orElse("");
        out.println(Visible.of(about.title()) + "  (" + Visible.of(about.id()) + ", "
                + about.level().id() + author + ")");
        String kind = Visible.of((explainedOn.channel() + " " + explainedOn.eventId()).strip());
        String shown = kind
                + explainedOn.time().map(time -> "  " + EventTime.text(time)).orElse("")
                + (explainedOn.host().isEmpty() ? "" : "  " + Visible.of(explainedOn.host()));
        out.println(explained.matches() ? words.matches(shown) : words.doesNotMatch(shown));
        new ExplanationTree(words, everything).lines(explained, kind).forEach(out::println);
        out.println();
    }
}
