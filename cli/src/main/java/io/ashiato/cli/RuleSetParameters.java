package io.ashiato.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/// The rules that a command is given.
final class RuleSetParameters {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "Folders or files of rules; where none is named, the default rules.")
    private List<String> folders = new ArrayList<>();

    /// @throws CommandException with exit code 2 where one of them holds no rule
    RuleFolders folders(Commands.Shared shared) {
        var rules = new RuleFolders(shared.words(), RuleCache.of(shared.environment()));
        if (folders.isEmpty()) {
            rules.addDefault();
        }
        folders.forEach(rules::add);
        return rules;
    }
}
