package io.ashiato.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
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
        var streams = new Streams(
                new FileInputStream(FileDescriptor.in), buffered(FileDescriptor.out), buffered(FileDescriptor.err));
        int exitCode = run(args, streams, System.getenv(), Clock.systemUTC());
        System.exit(exitCode);
    }

    /// Runs one command line.
    ///
    /// @return the exit code, see [ExitCode]
    static int run(String[] args, Streams streams, Map<String, String> environment, Clock clock) {
        var terminal = Terminal.ofProcess(streams, environment);
        var commands = new Commands(terminal, environment, clock);
        int exitCode;
        try {
            exitCode = commands.run(args);
        } catch (OutOfMemoryError | StackOverflowError e) { // not exceptions, so picocli lets them through
            exitCode = commands.exhausted(e, args);
        }
        terminal.out().flush();
        terminal.err().flush();
        return exitCode;
    }

    private static OutputStream buffered(FileDescriptor descriptor) {
        return new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16);
    }
}
