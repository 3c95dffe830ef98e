package io.ashiato.sigma;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.correlation.CorrelationTracer;
import io.ashiato.sigma.correlation.Correlator;
import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.rule.CorrelationLinker;
import io.ashiato.sigma.rule.OldAggregation;
import io.ashiato.sigma.rule.Rule;
import io.ashiato.sigma.source.EventFilter;
import io.ashiato.sigma.syntax.CorrelationDocument;
import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.Documents;
import io.ashiato.sigma.syntax.Problems;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The correlations of a rule set and the rules that they wait for. Immutable; threads share it.
public final class Correlations {
    /// Stands where rules have their log source.
    static final String SOURCE = "correlation";

    private final CorrelationLinker.Linked linked;
    private final List<CompiledRule> rules;
    private final Map<String, List<EventFilter>> filters;
    private final Set<String> unwanted;

    /// @param rules the linked correlations, in their order
    /// @param filters the events of each rule that feeds them, by rule id
    /// @param unwanted what runs only to feed others, by id
    Correlations(
            CorrelationLinker.Linked linked,
            List<CompiledRule> rules,
            Map<String, List<EventFilter>> filters,
            Set<String> unwanted) {
        this.linked = linked;
        this.rules = rules;
        this.filters = Map.copyOf(filters);
        this.unwanted = Set.copyOf(unwanted);
    }

    /// Those that run, each behind those that feed it.
    public List<CompiledRule> rules() {
        return rules;
    }

    /// Whether one of them waits for matches of that rule: then [#correlator] has to see them.
    public boolean waitFor(String ruleId) {
        return linked.feeding().contains(ruleId);
    }

    /// Whether matches of that rule only feed correlations and are no detections of their own.
    public boolean silence(String ruleId) {
        return linked.silent().contains(ruleId) || unwanted.contains(ruleId);
    }

    /// Runs them over matches in order of time; see [Correlator].
    public Correlator correlator() {
        return correlator(Duration.ZERO);
    }

    /// As [#correlator()], but also tells the matches of those that only feed others: for examples of each.
    public Correlator correlatorOfAll() {
        List<Correlation> telling =
                linked.correlations().stream().map(Correlation::asReported).toList();
        return new Correlator(telling, filters, Duration.ZERO, Correlator.MEMORY);
    }

    /// Explains one of [#rules].
    ///
    /// @throws IllegalArgumentException if none has that id
    public CorrelationTracer tracer(String id) {
        for (int i = 0; i < linked.correlations().size(); i++) {
            if (linked.correlations().get(i).about().id().equals(id)) {
                return new CorrelationTracer(linked.correlations(), i, filters);
            }
        }
        throw new IllegalArgumentException("no correlation has the id " + id);
    }

    /// Runs them over matches that may come out of order.
    ///
    /// @param lateness how far an event may lie behind the latest one; matches come that much later
    public Correlator correlator(Duration lateness) {
        return new Correlator(linked.correlations(), filters, lateness, Correlator.MEMORY);
    }

    /// Collects them, and whatever they may refer to, from many files.
    static final class Collector {
        private final CorrelationLinker linker = new CorrelationLinker();
        private final Map<String, CompiledRule> byId = new HashMap<>();

        /// Takes a rule that runs. One with an old aggregation becomes two: a rule on events, and a correlation that
        /// keeps its id and name.
        ///
        /// @return the rule on events
        Rule rule(Document document, Rule rule, String file, Problems problems) {
            if (document.aggregation().isEmpty()) {
                linker.rule(rule.about().id(), document.name(), file);
                return rule;
            }
            Rule onEvents = OldAggregation.events(rule);
            correlation(OldAggregation.correlation(document, rule), rule.about(), file, problems);
            linker.rule(onEvents.about().id(), Optional.empty(), file);
            return onEvents;
        }

        /// Takes a rule that cannot run.
        void faulty(Document document, String file) {
            linker.faulty(document.heading().id(), document.name(), file);
        }

        /// Takes a correlation that cannot run.
        void faulty(Documents.Faulty document, String file) {
            linker.faulty(document.heading().id(), document.attributes().name(), file);
        }

        /// Takes a sound correlation that cannot run all the same.
        void faulty(CorrelationDocument document, String file) {
            linker.faulty(document.heading().id(), document.name(), file);
        }

        /// Takes a correlation.
        ///
        /// @param problems of its file; may get more until [#link] returns
        void correlation(CorrelationDocument document, RuleInfo about, String file, Problems problems) {
            byId.put(
                    about.id(),
                    new CompiledRule(
                            about,
                            SOURCE,
                            file,
                            document.heading().status(),
                            document.heading().tags(),
                            document.attributes(),
                            List.of()));
            linker.correlation(document, about, file, problems);
        }

        /// Finds out what refers to what.
        CorrelationLinker.Linked link() {
            return linker.link();
        }

        /// What is told of linked correlations, in their order.
        List<CompiledRule> rules(CorrelationLinker.Linked linked) {
            return linked.correlations().stream()
                    .map(correlation -> byId.get(correlation.about().id()))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
