package io.ashiato.cli;

import io.ashiato.publish.render.Visible;
import java.util.Locale;
import picocli.CommandLine.Option;

/// For people or for programs.
final class OutputForm {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text (default) or json.")
    private String format = "text";

    /// @throws CommandException with exit code 2 where it is neither
    boolean json(Words words) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "text" -> false;
            case "json" -> true;
            default -> throw CommandException.wrongUse(words.notOneOf("--format", Visible.of(format), "text, json"));
        };
    }
}
