package io.ashiato.cli;

import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RefusedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Lists rules, and of each whether it runs.
@CommandLine.Command(
        name = "list",
        description = "List rules: level, status, title, author, log source, and whether they run or why not.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato rules list",
            "  ashiato rules list sigma/rules --level high --status stable",
            "  ashiato rules list sigma/rules --include 'attack.t1003' --format jsonl"
        })
final class RulesListCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Mixin
    private RuleSetParameters parameters = new RuleSetParameters();

    @CommandLine.Mixin
    private RuleChoiceOptions choiceOptions = new RuleChoiceOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "table (default) or jsonl.")
    private String format = "table";

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    RulesListCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    /// A rule of the list.
    ///
    /// @param refusal absent for a rule that is good
    record Row(CompiledRule rule, Optional<RefusedRule> refusal) {
        boolean runs() {
            return refusal.isEmpty();
        }
    }

    @Override
    public Integer call() {
        Words words = shared.words();
        options.check(words);
        RuleChoice choice = choiceOptions.choice(words);
        RuleListForm form = form(words);
        RuleFolders.Loaded loaded = parameters.folders(shared).compile(choice);
        List<Row> rows = rows(loaded, choice);
        for (Row row : rows) {
            shared.terminal().out().println(form.line(row));
        }
        if (!options.quiet()) {
            long refused =
                    rows.stream().filter(row -> row.refusal().isPresent()).count();
            loaded.idleExclusions(choice, words.rules())
                    .forEach(shared.terminal().err()::println);
            shared.terminal().err().println(words.rules().listed(rows.size() - refused, refused));
        }
        return ExitCode.DONE;
    }

    private RuleListForm form(Words words) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "table" -> new RuleListForm.Table(shared.terminal(), words.rules());
            case "jsonl" -> new RuleListForm.JsonLines();
            default -> throw CommandException.wrongUse(words.notOneOf("--format", Visible.of(format), "table, jsonl"));
        };
    }

    /// By file, as a person looks for rules.
    private static List<Row> rows(RuleFolders.Loaded loaded, RuleChoice choice) {
        var rows = new ArrayList<Row>();
        loaded.rules().running().stream().filter(choice).forEach(rule -> rows.add(new Row(rule, Optional.empty())));
        loaded.rules().refused().stream()
                .filter(refused -> choice.test(refused.rule()))
                .forEach(refused -> rows.add(new Row(refused.rule(), Optional.of(refused))));
        rows.sort(Comparator.comparing((Row row) -> row.rule().file())
                .thenComparing(row -> row.rule().about().id()));
        return rows;
    }
}
