package io.ashiato.cli;

import picocli.CommandLine;

/// A command was named that only groups others, and none of those.
final class MissingCommandException extends CommandLine.ParameterException {
    private static final long serialVersionUID = 1;

    /// @param group the command that was named, or the program itself
    MissingCommandException(CommandLine group) {
        super(group, "a command is missing");
    }
}
