package io.ashiato.cli;

import io.ashiato.model.RuleProblem;
import io.ashiato.publish.render.Visible;
import java.util.ArrayList;
import java.util.List;
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

    @CommandLine.Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders or files of rules.")
    private List<String> folders = new ArrayList<>();

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    LintCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        options.check(shared.words());
        var files = new RuleFolders(shared.words());
        folders.forEach(files::add);
        RuleFolders.Loaded loaded = files.compile();
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
