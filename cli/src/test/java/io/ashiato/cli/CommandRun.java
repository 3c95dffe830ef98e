package io.ashiato.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
        return in(environment, new byte[0], args);
    }

    /// @param standardInput what the command may read there
    static CommandRun in(Map<String, String> environment, byte[] standardInput, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = in(environment, new Streams(new ByteArrayInputStream(standardInput), out, err), args);
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// @return the exit code
    static int in(Map<String, String> environment, Streams streams, String... args) {
        System.setProperty("ashiato.home", ProjectFolder.root().toString());
        return Main.run(args, streams, environment, CLOCK);
    }
}
