package io.ashiato.sigma.rule;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.syntax.Aggregation;
import io.ashiato.sigma.syntax.CorrelationDocument;
import io.ashiato.sigma.syntax.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Splits a rule with an aggregation, as written before version 2, into a rule on single events and a correlation.
/// The correlation keeps the rule's id and is what makes detections; the rule on events gets an id of its own.
public final class OldAggregation {
    private static final String EVENTS = "#events";

    private OldAggregation() {}

    /// The rule on single events.
    public static Rule events(Rule rule) {
        RuleInfo about = rule.about();
        var onEvents = new RuleInfo(
                about.id() + EVENTS,
                about.title(),
                about.titleJa(),
                about.level(),
                about.author(),
                about.techniques(),
                about.tactics(),
                about.description(),
                about.falsePositives());
        return new Rule(onEvents, rule.detection(), rule.content());
    }

    /// Whether that is the id of a rule from [#events].
    public static boolean isForEvents(String id) {
        return id.endsWith(EVENTS);
    }

    /// The correlation.
    ///
    /// @param document with an aggregation
    /// @param rule made of it
    public static CorrelationDocument correlation(Document document, Rule rule) {
        Aggregation aggregation = document.aggregation().orElseThrow();
        return new CorrelationDocument(
                document.heading(),
                document.attributes(),
                aggregation.type(),
                List.of(new CorrelationDocument.Reference(rule.about().id() + EVENTS, document.place())),
                aggregation.groupBy(),
                Map.of(),
                aggregation.timeframe(),
                Optional.of(aggregation.condition()),
                Optional.empty(),
                false,
                document.place(),
                document.content());
    }
}
