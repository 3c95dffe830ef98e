package io.ashiato.cli;

import io.ashiato.publish.language.Language;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/// Finds the command that the arguments name, runs it, and turns whatever ends it into one sentence and an exit code.
final class Commands {
    private static final String PROGRAM = "ashiato";

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Clock clock;

    Commands(Terminal terminal, Map<String, String> environment, Clock clock) {
        this.terminal = terminal;
        this.environment = environment;
        this.clock = clock;
    }

    int run(String... args) {
        Words words = Words.in(language(args));
        int exitCode = execute(words, args);
        boolean isWritten = exitCode == ExitCode.FAILED || !terminal.out().checkError(); // or it was told already
        return isWritten ? exitCode : outputFailed(words);
    }

    private int execute(Words words, String... args) {
        if (args.length == 0) {
            Help.printStart(terminal.out());
            return ExitCode.DONE;
        }
        CommandLine line = commandLine(words, args[0]);
        line.setParameterExceptionHandler((e, arguments) -> {
            sentence(UsageSentence.of(e, words.usage()));
            return ExitCode.WRONG_USE;
        });
        line.setExecutionExceptionHandler(
                (e, commandLine, result) -> ended(e, words, List.of(args).contains("--debug")));
        return line.execute(args);
    }

    /// Reading the annotations of all commands takes longer than the work of a short one, so that a command which
    /// the first argument names is alone, and `--version` has none beside it.
    private CommandLine commandLine(Words words, String first) {
        var shared = new Shared(terminal, words, environment, clock);
        var commands = new LinkedHashMap<String, Supplier<Object>>(); // in the order of the help
        commands.put("analyze", () -> new AnalyzeCommand(shared));
        commands.put("hunt", () -> new HuntCommand(shared));
        commands.put("dump", () -> new DumpCommand(shared));
        commands.put("attribute", () -> new AttributeCommand(shared));
        commands.put("link", () -> new LinkCommand(shared));
        commands.put("compare", () -> new CompareCommand(shared));
        commands.put("rules", () -> RulesCommand.line(shared));
        commands.put("knowledge", () -> KnowledgeCommand.line(shared));
        var line = new CommandLine(new Root());
        boolean alone = commands.containsKey(first);
        commands.forEach((name, command) -> {
            if (alone ? name.equals(first) : !first.equals("--version")) {
                line.addSubcommand(name, command.get());
            }
        });
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        if (terminal.columns() > 0) {
            line.setUsageHelpWidth(Math.min(terminal.columns(), 120));
        }
        return line;
    }

    private int ended(Exception e, Words words, boolean debug) {
        if (debug) {
            e.printStackTrace(terminal.err());
        }
        return switch (e) {
            case CommandException known -> {
                sentence(known.sentence());
                yield known.exitCode();
            }
            case OutputClosedException closed -> outputFailed(words);
            case IOException io -> {
                sentence(machineFailed(io, words));
                yield ExitCode.FAILED;
            }
            default -> {
                sentence(words.bug(Visible.of(e.toString())));
                yield ExitCode.FAILED;
            }
        };
    }

    /// Standard output could not be written. The writer before it does not tell why; the stream does when it tries to
    /// write the rest once more.
    private int outputFailed(Words words) {
        try {
            new ResultStream(terminal.streams().out()).flush();
        } catch (OutputClosedException e) {
            return ExitCode.FAILED; // as with `| head`: nobody is left to be told
        } catch (IOException e) {
            sentence(machineFailed(e, words));
        }
        return ExitCode.FAILED;
    }

    /// The machine has less memory than the work needs.
    int exhausted(VirtualMachineError e, String... args) {
        sentence(Words.in(language(args)).outOfMemory(e.getClass().getSimpleName()));
        return ExitCode.FAILED;
    }

    private static String machineFailed(IOException e, Words words) {
        String reason = Reasons.of(e);
        boolean full = reason.toLowerCase(Locale.ROOT).contains("no space left");
        return full ? words.diskFull(Visible.of(reason)) : words.machineFailed(Visible.of(reason));
    }

    private void sentence(String text) {
        terminal.err().println(PROGRAM + ": " + text);
        terminal.err().flush();
    }

    /// `--lang`, else the locale of the messages.
    private Language language(String... args) {
        int option = Arrays.asList(args).indexOf("--lang");
        String asked = option >= 0 && option + 1 < args.length
                ? args[option + 1]
                : Arrays.stream(args)
                        .filter(arg -> arg.startsWith("--lang="))
                        .map(arg -> arg.substring("--lang=".length()))
                        .findFirst()
                        .orElseGet(this::locale);
        return asked.toLowerCase(Locale.ROOT).startsWith("ja") ? Language.JAPANESE : Language.ENGLISH;
    }

    /// The first of these that is not empty, as POSIX has it. Before them comes what the launcher found there:
    /// it changes LC_ALL where the user's locale knows only ASCII, since Java takes the encoding of file names
    /// from it.
    private String locale() {
        for (String name : List.of("ASHIATO_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    @CommandLine.Command(
            name = PROGRAM,
            description = "Evidence from a break-in goes in, a published intelligence report comes out.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            footer = {"", "Exit codes: 0 done; 1 done, with evidence that could not be read; 2 wrong use; 3 failed."})
    private static final class Root implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                throw new MissingCommandException(spec.commandLine());
            }
        }
    }

    /// What all commands are handed.
    record Shared(Terminal terminal, Words words, Map<String, String> environment, Clock clock) {}
}
