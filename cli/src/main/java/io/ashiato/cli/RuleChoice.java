package io.ashiato.cli;

import io.ashiato.model.Level;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.syntax.RuleStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Which rules are wanted.
///
/// @param level weaker rules are not
/// @param statuses empty for any; an empty status is that of rules which give none
/// @param include rules that one of these fits; empty for all
/// @param exclude rules that one of these fits are not wanted, whatever else is asked for
record RuleChoice(Level level, Set<Optional<RuleStatus>> statuses, List<RulePattern> include, List<RulePattern> exclude)
        implements Predicate<CompiledRule> {
    /// All rules.
    static final RuleChoice ALL = new RuleChoice(Level.INFORMATIONAL, Set.of(), List.of(), List.of());

    RuleChoice {
        statuses = Set.copyOf(statuses);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    @Override
    public boolean test(CompiledRule rule) {
        return rule.about().level().atLeast(level)
                && (statuses.isEmpty() || statuses.contains(rule.status()))
                && (include.isEmpty() || include.stream().anyMatch(pattern -> pattern.fits(rule)))
                && exclude.stream().noneMatch(pattern -> pattern.fits(rule));
    }

    /// All that the choice depends on; no two choices have the same parts.
    List<String> parts() {
        var parts = new ArrayList<String>();
        parts.add(level.name());
        parts.add(String.valueOf(statuses.size()));
        statuses.stream()
                .map(status -> status.map(RuleStatus::name).orElse(""))
                .sorted()
                .forEach(parts::add);
        parts.add(String.valueOf(include.size()));
        include.forEach(pattern -> parts.add(pattern.toString()));
        exclude.forEach(pattern -> parts.add(pattern.toString()));
        return parts;
    }
}
