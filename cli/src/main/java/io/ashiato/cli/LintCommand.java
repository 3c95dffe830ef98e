package io.ashiato.cli;

import io.ashiato.model.RuleProblem;
import io.ashiato.publish.render.Visible;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/// Lists what keeps rules from running, a line each: file, line, column, code, reason.
@CommandLine.Command(
        name = "lint",
        description = "List the rules that cannot run, with the place and the reason.",
        footerHeading = "%nExamples:%n",
        footer = {"  ashiato rules lint sigma/rules/windows", "  ashiato rules lint my-rules/one.yml"})
final class LintCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Mixin
    private RuleSetParameters parameters = new RuleSetParameters();

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    LintCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        options.check(shared.words());
        RuleFolders.Loaded loaded = parameters.folders(shared).compile();
        for (RuleProblem problem : loaded.problems()) {
            shared.terminal().out().println(Visible.of(problem.toString()));
        }
        if (!options.quiet()) {
            shared.terminal()
                    .err()
                    .println(shared.words()
                            .lintSummary(
                                    loaded.rules().loaded(), loaded.problems().size()));
        }
        return loaded.problems().isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_GAPS;
    }
}
