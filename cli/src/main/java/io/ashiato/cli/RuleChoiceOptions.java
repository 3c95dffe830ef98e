package io.ashiato.cli;

import io.ashiato.model.Level;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.syntax.RuleStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/// Which of the rules are wanted.
final class RuleChoiceOptions {
    private static final String LEVELS = "informational, low, medium, high, critical";
    private static final String STATUSES =
            "stable, test, experimental, deprecated, unsupported, none; test+ for test and better";

    /// In `--status`: rules that give none.
    private static final String NO_STATUS = "none";

    @Option(
            names = {"-l", "--level"},
            paramLabel = "LEVEL",
            description = "Leave out rules below: informational (default), low, medium, high, critical.")
    private String level = Level.INFORMATIONAL.id();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "Only rules of these: stable, test, experimental, deprecated, unsupported, none;"
                    + " test+ stands for test and better. Several with commas.")
    private List<String> statuses = new ArrayList<>();

    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            description = "Only rules of this id, title, tag (attack.t1059 with its sub-techniques) or file;"
                    + " * stands for any text. id:, title:, tag: or file: before it says which. May be repeated.")
    private List<String> include = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            description = "No rules of this id, title, tag or file, as with --include. May be repeated.")
    private List<String> exclude = new ArrayList<>();

    /// @throws CommandException with exit code 2 where an option has no meaning
    RuleChoice choice(Words words) {
        Level atLeast = Level.of(level)
                .orElseThrow(() -> CommandException.wrongUse(words.notOneOf("--level", Visible.of(level), LEVELS)));
        Set<Optional<RuleStatus>> wanted = new HashSet<>();
        statuses.forEach(given -> wanted.addAll(status(given.strip(), words)));
        return new RuleChoice(
                atLeast,
                wanted,
                include.stream().map(RulePattern::of).toList(),
                exclude.stream().map(RulePattern::of).toList());
    }

    private static List<Optional<RuleStatus>> status(String given, Words words) {
        if (given.equalsIgnoreCase(NO_STATUS)) {
            return List.of(Optional.empty());
        }
        boolean andBetter = given.endsWith("+");
        RuleStatus status = RuleStatus.of(andBetter ? given.substring(0, given.length() - 1) : given)
                .orElseThrow(() -> CommandException.wrongUse(words.notOneOf("--status", Visible.of(given), STATUSES)));
        return Arrays.stream(RuleStatus.values())
                .filter(each -> andBetter ? each.compareTo(status) <= 0 : each == status)
                .map(Optional::of)
                .toList();
    }
}
