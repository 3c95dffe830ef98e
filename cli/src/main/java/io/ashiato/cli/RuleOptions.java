package io.ashiato.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Which rules run.
final class RuleOptions {
    @Option(
            names = {"-r", "--rules"},
            paramLabel = "DIR",
            description = "Sigma rules to run besides the default ones: a folder or a file; may be repeated.")
    private List<String> folders = new ArrayList<>();

    @Option(
            names = "--placeholders",
            paramLabel = "FILE",
            description =
                    "Values of the placeholders in rules (%%Administrators%% and its like): YAML, a list for each name.")
    private String placeholders = "";

    @Option(names = "--no-default-rules", description = "Run only the rules of --rules.")
    private boolean noDefault;

    /// @throws CommandException with exit code 2 where no rule is left
    RuleFolders.Loaded compile(RuleChoice choice, RuleCache cache, Words words) {
        cache.beginWithLast();
        return folders(cache, words).compile(choice);
    }

    /// No rules yet, with the values of placeholders.
    RuleFolders empty(RuleCache cache, Words words) {
        var rules = new RuleFolders(words, cache);
        return placeholders.isEmpty() ? rules : rules.placeholders(placeholders);
    }

    /// Adds the rules that the user names.
    void addNamed(RuleFolders rules) {
        folders.forEach(rules::add);
    }

    /// The rules' files, not compiled yet.
    RuleFolders folders(RuleCache cache, Words words) {
        if (noDefault && folders.isEmpty()) {
            throw CommandException.wrongUse(words.noRules());
        }
        RuleFolders rules = empty(cache, words);
        if (!noDefault) {
            rules.addDefault();
        }
        addNamed(rules);
        return rules;
    }
}
