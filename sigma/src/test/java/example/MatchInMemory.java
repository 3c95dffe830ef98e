package example;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.explain.RuleExplanation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Matches Sigma rules on events that are in memory.
public final class MatchInMemory {
    private static final String RULE = """
            title: Tool that stops the event log
            id: 6a7c2b1e-3f0d-4c57-9a58-0b8a5f1d2c34
            author: A. Author
            level: high
            logsource: {product: windows, category: process_creation}
            detection:
              selection:
                Image|endswith: '\\wevtutil.exe'
                CommandLine|contains: [' sl ', ' set-log ']
              condition: selection
            """;

    private MatchInMemory() {}

    /// What was found: one line for each event and rule that matches it.
    public static List<String> run(List<Event> events) {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("wevtutil.yml", RULE)));
        if (!rules.problems().isEmpty()) {
            throw new IllegalStateException(rules.problems().toString()); // code, file, line, column, reason
        }
        RuleMatcher matcher = rules.matcher(); // one for each thread; the rule set itself is shared
        var found = new ArrayList<String>();
        for (Event event : events) {
            for (CompiledRule rule : matcher.match(event)) {
                found.add(event.host() + ": " + rule.about().title() + ", by "
                        + rule.about().author().orElse("an unknown author"));
            }
        }
        return found;
    }

    /// A process creation as Sysmon tells it.
    public static Event processCreation(Instant time, String host, String image, String commandLine) {
        String channel = "Microsoft-Windows-Sysmon/Operational";
        return new Event(
                Optional.of(time),
                host,
                channel,
                "Microsoft-Windows-Sysmon",
                "1",
                Fields.of("Image", image, "CommandLine", commandLine),
                Fields.of("Channel", channel, "EventID", "1", "Computer", host),
                new RecordRef("memory", "", 0, OptionalLong.empty(), OptionalLong.empty()));
    }

    /// Why the rule matches an event, or does not: each part of its condition, with the values that it was
    /// given.
    public static RuleExplanation explain(Event event) {
        return RuleSet.explainers(List.of(new RuleFile("wevtutil.yml", RULE)))
                .getFirst()
                .explain(event);
    }
}
