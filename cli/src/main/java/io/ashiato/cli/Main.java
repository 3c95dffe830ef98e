package io.ashiato.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/// The program's entry.
public final class Main {
    private Main() {}

    static {
        // Libraries for documents and mails look for a logger when they are first used, and complain without one.
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
    }

    public static void main(String[] args) {
        // Plain streams: System.out would go through a second encoder and flush at every line.
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exitCode = run(args, out, err, System.getenv(), Clock.systemUTC());
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /// Runs one command line.
    ///
    /// @return the exit code, see [ExitCode]
    static int run(String[] args, PrintWriter out, PrintWriter err, Map<String, String> environment, Clock clock) {
        var terminal = Terminal.ofProcess(out, err, environment);
        var commands = new Commands(terminal, environment, clock);
        try {
            return commands.run(args);
        } catch (OutOfMemoryError | StackOverflowError e) { // not exceptions, so picocli lets them through
            return commands.exhausted(e, args);
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(
                new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), StandardCharsets.UTF_8));
    }
}
