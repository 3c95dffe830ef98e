package io.ashiato.cli;

import io.ashiato.publish.render.Visible;
import picocli.CommandLine.Option;

/// How a command runs; none of it changes a result.
final class RunOptions {
    private static final int MAX_THREADS = 256;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use (default: all processors).")
    private int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but results and errors.")
    private boolean quiet;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "Language of the terminal: en or ja (default: the locale's, by LC_ALL, LC_MESSAGES, LANG).")
    private String language = "";

    @Option(names = "--debug", description = "Show where in the program an error came from.")
    @SuppressWarnings("UnusedVariable") // Commands looks for it itself, since parsing may be what fails
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    /// Ends the command where `--lang` names a language that there is none of.
    void check(Words words) {
        if (!language.isEmpty() && !language.equals("en") && !language.equals("ja")) {
            throw CommandException.wrongUse(words.notOneOf("--lang", Visible.of(language), "en, ja"));
        }
    }

    int threads(Words words) {
        if (threads < 1 || threads > MAX_THREADS) {
            throw CommandException.wrongUse(words.badThreads(threads));
        }
        return threads;
    }

    boolean quiet() {
        return quiet;
    }
}
