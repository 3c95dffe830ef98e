package io.ashiato.cli;

/// Ends a command with one sentence for the user and an exit code.
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sentence;
    private final int exitCode;

    private CommandException(String sentence, int exitCode) {
        super(sentence);
        this.sentence = sentence;
        this.exitCode = exitCode;
    }

    static CommandException wrongUse(String sentence) {
        return new CommandException(sentence, ExitCode.WRONG_USE);
    }

    static CommandException failed(String sentence) {
        return new CommandException(sentence, ExitCode.FAILED);
    }

    String sentence() {
        return sentence;
    }

    int exitCode() {
        return exitCode;
    }
}
