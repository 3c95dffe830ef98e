package io.ashiato.cli;

import picocli.CommandLine;

/// Groups what can be done with published knowledge.
@CommandLine.Command(
        name = "knowledge",
        description = "Look up and extend published knowledge of actors, software and reports.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class KnowledgeCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /// The group with its commands.
    static CommandLine line(Commands.Shared shared) {
        return new CommandLine(new KnowledgeCommand())
                .addSubcommand(new KnowledgeShowCommand(shared))
                .addSubcommand(new KnowledgeImportCommand(shared))
                .addSubcommand(new KnowledgeAddSamplesCommand(shared));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new MissingCommandException(spec.commandLine());
        }
    }
}
