package io.ashiato.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// One command line run in this JVM, with what it printed.
record CommandRun(int exitCode, String out, String err) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);

    static CommandRun of(String... args) {
        return in(Map.of("LANG", "C"), args);
    }

    static CommandRun in(Map<String, String> environment, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        System.setProperty("ashiato.home", ProjectFolder.root().toString());
        int exitCode = Main.run(args, new PrintWriter(out), new PrintWriter(err), environment, CLOCK);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
