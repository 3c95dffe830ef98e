package io.ashiato.cli;

import io.ashiato.model.Event;
import io.ashiato.model.EventTime;
import io.ashiato.model.RuleInfo;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.correlation.CorrelationExplanation;
import io.ashiato.sigma.explain.RuleExplainer;
import io.ashiato.sigma.explain.RuleExplanation;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Shows which part of a rule an event fits, and with which value; of correlations, how far events come.
@CommandLine.Command(
        name = "explain",
        description = "Show which parts of a rule's condition hold for an event, and with which value of which field;"
                + " or how far events come in a correlation.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato rules explain my-rules/one.yml event.json",
            "  ashiato rules explain my-rules/correlation.yml events.jsonl --rules my-rules",
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
                    "A file with events as ashiato dump prints them, - for standard input, or an event log (.evtx)"
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
        ExplainedRules rules = ExplainedRules.of(rule, ruleOptions, words);
        var source = new ExplainedEvents(
                words,
                shared.terminal().streams().in(),
                rules.correlations().isEmpty() ? ExplainedEvents.MAX_EVENTS : ExplainedEvents.MAX_CORRELATED);
        Long id = record;
        ExplainedEvents.Read read = source.read(event, id == null ? OptionalLong.empty() : OptionalLong.of(id));
        for (RuleExplainer explainer : rules.onEvents()) {
            read.events().stream()
                    .limit(ExplainedEvents.MAX_EVENTS)
                    .forEach(each -> print(explainer.explain(each), each));
        }
        for (CompiledRule correlation : rules.correlations()) {
            print(rules.explain(correlation, read.events()), read.events().size(), rules.titles());
        }
        int most = rules.onEvents().isEmpty() ? source.most() : ExplainedEvents.MAX_EVENTS;
        if (read.cut() || read.events().size() > most) {
            shared.terminal().err().println(words.explain().moreEvents(most));
        }
        return ExitCode.DONE;
    }

    private void print(RuleExplanation explained, Event explainedOn) {
        PrintWriter out = shared.terminal().out();
        ExplainWords words = shared.words().explain();
        out.println(head(explained.about()));
        String kind = Visible.of((explainedOn.channel() + " " + explainedOn.eventId()).strip());
        String shown = kind
                + explainedOn.time().map(time -> "  " + EventTime.text(time)).orElse("")
                + (explainedOn.host().isEmpty() ? "" : "  " + Visible.of(explainedOn.host()));
        out.println(explained.matches() ? words.matches(shown) : words.doesNotMatch(shown));
        new ExplanationTree(words, everything).lines(explained, kind).forEach(out::println);
        out.println();
    }

    private void print(CorrelationExplanation explained, long events, Map<String, String> titles) {
        PrintWriter out = shared.terminal().out();
        ExplainWords words = shared.words().explain();
        out.println(head(explained.correlation().about()));
        String shown = words.events(events);
        out.println(explained.holds() ? words.matches(shown) : words.doesNotMatch(shown));
        new CorrelationLines(words, titles, everything).of(explained).forEach(out::println);
        out.println();
    }

    private static String head(RuleInfo about) {
        String author = about.author().map(name -> ", " + Visible.of(name)).orElse("");
        return Visible.of(about.title()) + "  (" + Visible.of(about.id()) + ", "
                + about.level().id() + author + ")";
    }
}
