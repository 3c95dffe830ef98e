package io.ashiato.cli;

/// The exit codes of all commands, as `--help` and the README list them.
final class ExitCode {
    static final int DONE = 0;

    /// Done, with evidence that could not be read, or only in part. For `rules lint`: there are problems; for
    /// `rules test`: an example is not as it should be.
    static final int DONE_WITH_GAPS = 1;

    /// The command line is wrong: nothing was done.
    static final int WRONG_USE = 2;

    /// The machine failed, or this program did.
    static final int FAILED = 3;

    private ExitCode() {}
}
