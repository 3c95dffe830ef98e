package io.ashiato.cli;

import picocli.CommandLine;

/// Groups what can be done with rules.
@CommandLine.Command(
        name = "rules",
        description = "Check, list, try and explain Sigma rules.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class RulesCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /// The group with its commands.
    static CommandLine line(Commands.Shared shared) {
        return new CommandLine(new RulesCommand())
                .addSubcommand(new LintCommand(shared))
                .addSubcommand(new RulesListCommand(shared))
                .addSubcommand(new RulesTestCommand(shared))
                .addSubcommand(new RulesExplainCommand(shared))
                .addSubcommand(new RulesCoverageCommand(shared));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new MissingCommandException(spec.commandLine());
        }
    }
}
