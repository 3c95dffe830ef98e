package io.ashiato.cli;

import io.ashiato.model.Event;
import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.correlation.CorrelationMatch;
import io.ashiato.sigma.correlation.Correlator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the rules of one file say of an example: rules on single events of an event, correlations of a list of them.
final class ExampleMatcher {
    private final RuleSet rules;
    private final RuleMatcher matcher;
    private final Set<String> onEvents;
    private final Set<String> correlations;

    /// @param rules all that run, since correlations of one file wait for rules of others
    /// @param asked those of the file
    ExampleMatcher(RuleSet rules, List<CompiledRule> asked) {
        this.rules = rules;
        this.matcher = rules.matcher();
        Set<String> correlating = ids(rules.correlations().rules());
        this.correlations = new HashSet<>(ids(asked));
        this.correlations.retainAll(correlating);
        this.onEvents = new HashSet<>(ids(asked));
        this.onEvents.removeAll(correlating);
    }

    private static Set<String> ids(List<CompiledRule> rules) {
        return rules.stream().map(rule -> rule.about().id()).collect(Collectors.toSet());
    }

    /// A rule that matches.
    ///
    /// @param isList whether the example is a list, even if of one event: then correlations are asked where the
    ///     file has any. A file that has nothing else is asked for them in any case.
    /// @throws JsonEvents.MalformedException if a correlation is asked about an event without a time
    Optional<String> match(List<Event> events, boolean isList) {
        boolean asksCorrelations = !correlations.isEmpty() && (isList || onEvents.isEmpty());
        return (asksCorrelations ? correlated(events) : single(events)).findFirst();
    }

    private Stream<String> single(List<Event> events) {
        return events.stream().flatMap(event -> matched(event).stream()).filter(onEvents::contains);
    }

    private List<String> matched(Event event) {
        return matcher.match(event).stream().map(rule -> rule.about().id()).toList();
    }

    /// The events are sorted as those of a log are; whatever their order, they are the same example.
    private Stream<String> correlated(List<Event> events) {
        if (events.stream().anyMatch(event -> event.time().isEmpty())) {
            throw new JsonEvents.MalformedException("an event has no time, and correlations ask for it");
        }
        Correlator correlator = rules.correlations().correlatorOfAll();
        var matches = new ArrayList<CorrelationMatch>();
        events.stream()
                .sorted(Comparator.comparing((Event event) -> event.time().orElse(Instant.EPOCH)))
                .forEach(event -> matches.addAll(correlator.accept(event, matched(event))));
        matches.addAll(correlator.finish());
        return matches.stream().map(CorrelationMatch::rule).map(RuleInfo::id).filter(correlations::contains);
    }
}
