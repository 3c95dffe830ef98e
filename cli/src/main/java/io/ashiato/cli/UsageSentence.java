package io.ashiato.cli;

import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.syntax.Similar;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// One sentence, in the language of the terminal, for arguments that could not be understood. picocli's own are in
/// English, and tell of what is missing where a misspelt option is what is wrong.
final class UsageSentence {
    private final CommandLine.ParameterException e;
    private final UsageWords words;

    private UsageSentence(CommandLine.ParameterException e, UsageWords words) {
        this.e = e;
        this.words = words;
    }

    static String of(CommandLine.ParameterException e, UsageWords words) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return new UsageSentence(e, words).reason() + words.help(command);
    }

    private String reason() {
        CommandLine line = e.getCommandLine();
        for (String given : line.getUnmatchedArguments()) {
            if (given.startsWith("-")) {
                return words.noOption(Visible.of(given))
                        + meant(given, line.getCommandSpec().optionsMap().keySet());
            }
        }
        return switch (e) {
            case CommandLine.UnmatchedArgumentException unmatched ->
                unexpected(
                        unmatched.getUnmatched().getFirst(),
                        line.getSubcommands().keySet());
            case CommandLine.MissingParameterException missing -> missing(missing.getMissing());
            case CommandLine.OverwrittenOptionException twice -> words.givenTwice(name(twice.getOverwritten()));
            case MissingCommandException missing ->
                words.missingCommand(List.copyOf(line.getSubcommands().keySet()));
            default -> value(e.getArgSpec(), e.getValue());
        };
    }

    private String unexpected(String given, Collection<String> commands) {
        return commands.isEmpty()
                ? words.tooMany(Visible.of(given))
                : words.noCommand(Visible.of(given)) + meant(given, commands);
    }

    private String missing(List<ArgSpec> missing) {
        ArgSpec first = missing.getFirst();
        return first.isOption() && !first.required()
                ? words.missingValue(name(first), first.paramLabel())
                : words.missing(missing.stream().map(UsageSentence::label).toList());
    }

    private String value(@Nullable ArgSpec option, @Nullable String given) {
        if (option == null) {
            return Visible.of(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        if (given == null) {
            return words.missingValue(name(option), option.paramLabel());
        }
        String shown = Visible.of(given);
        Class<?> type = option.type();
        if (type == int.class) {
            return words.noNumber(name(option), shown);
        }
        return type == boolean.class ? words.takesNoValue(name(option)) : words.badValue(name(option), shown);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String label(ArgSpec argument) {
        return argument.isOption() ? name(argument) + " " + argument.paramLabel() : argument.paramLabel();
    }

    private String meant(String given, Collection<String> names) {
        boolean hasName = given.length() > 2; // any two short options are alike
        return hasName ? Similar.to(given, names).map(words::didYouMean).orElse("") : "";
    }
}
