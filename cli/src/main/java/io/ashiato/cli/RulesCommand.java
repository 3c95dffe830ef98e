package io.ashiato.cli;

import picocli.CommandLine;

/// Groups what can be done with rules.
@CommandLine.Command(
        name = "rules",
        description = "Work with Sigma rules.",
        synopsisSubcommandLabel = "lint",
        mixinStandardHelpOptions = true)
final class RulesCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new MissingCommandException(spec.commandLine());
        }
    }
}
