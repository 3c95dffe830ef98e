package io.ashiato.cli;

import io.ashiato.casefile.store.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the launcher lets the JVM watch when it makes the AOT cache: the classes that are loaded here are in it,
/// linked, and with them how often their methods ran, so that a later start compiles the right ones at once.
/// Nothing is printed, and what is written lies in a folder for temporary files, which is removed again.
///
/// `analyze` is not among the commands: it would double the time and the size of the cache, and what it shares
/// with `hunt` (reading evidence, rules, matching) is there already.
public final class StartupTraining {
    /// A log of a megabyte this often is enough for the reader's methods to be known as frequent.
    private static final int DUMP_ROUNDS = 3;

    private StartupTraining() {}

    /// @param args a folder of evidence; where there is none, less is learned
    public static void main(String[] args) throws IOException {
        try (Scratch scratch = Scratch.inTemporaryFolder()) {
            // One cache of rules for all commands: the first hunt fills it, the second reads it.
            Map<String, String> environment =
                    Map.of("XDG_CACHE_HOME", scratch.path().toString());
            for (List<String> command : commands(Path.of(args[0]))) {
                run(command, environment); // one that fails still teaches something
            }
        }
        System.exit(ExitCode.DONE);
    }

    /// The command lines, in the order in which they are run.
    static List<List<String>> commands(Path evidence) throws IOException {
        var commands = new ArrayList<>(
                List.of(List.<String>of(), List.of("--version"), List.of("--help"), List.of("dump", "--help")));
        if (!Files.isDirectory(evidence)) {
            return commands;
        }
        List<String> logs = logs(evidence);
        for (int i = 0; i < DUMP_ROUNDS; i++) {
            for (String log : logs) {
                commands.add(List.of("dump", log));
                commands.add(List.of("dump", "--format", "xml", log));
            }
        }
        commands.add(List.of("hunt", evidence.toString()));
        // with the rules of the first, and in the form that programs read
        commands.add(List.of("hunt", evidence.toString(), "--format", "jsonl"));
        commands.add(List.of("rules", "list"));
        commands.add(List.of("rules", "test"));
        return commands;
    }

    private static List<String> logs(Path evidence) throws IOException {
        try (Stream<Path> files = Files.walk(evidence)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".evtx"))
                    .sorted()
                    .toList();
        }
    }

    /// @return the exit code of one command, whose output goes nowhere
    static int run(List<String> command, Map<String, String> environment) {
        var nowhere = new Streams(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        return Main.run(command.toArray(String[]::new), nowhere, environment, Clock.systemUTC());
    }
}
