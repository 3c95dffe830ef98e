package io.ashiato.sigma.store;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.rule.CorrelationLinker;
import io.ashiato.sigma.rule.InputCondition;
import io.ashiato.sigma.syntax.CorrelationCondition;
import io.ashiato.sigma.syntax.CorrelationCondition.Bound;
import io.ashiato.sigma.syntax.CorrelationCondition.Comparison;
import io.ashiato.sigma.syntax.CorrelationType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what [CorrelationWriter] wrote.
final class CorrelationReader {
    /// More than any timespan has; sums with a time stay far from the ends of the calendar.
    private static final int MAX_DAYS = 1_000_000;

    /// Of a condition over inputs: the language allows less.
    private static final int MAX_DEPTH = 200;

    private static final int MAX_NANO = 999_999_999;
    private static final CorrelationType[] TYPES = CorrelationType.values();
    private static final Comparison[] COMPARISONS = Comparison.values();

    private final Input in;
    private final RuleReader rules;

    CorrelationReader(Input in, RuleReader rules) {
        this.in = in;
        this.rules = rules;
    }

    CorrelationLinker.Linked linked() {
        var correlations = new ArrayList<Correlation>();
        for (int i = in.count("linked correlations"); i > 0; i--) {
            correlations.add(correlation(correlations.size()));
        }
        return new CorrelationLinker.Linked(correlations, in.set("feeding"), in.set("silent"));
    }

    /// @param before how many there are that it may refer to
    private Correlation correlation(int before) {
        RuleInfo about = rules.about();
        CorrelationType type = in.choice("type", TYPES);
        int count = in.count("inputs");
        var inputs = new ArrayList<Correlation.Input>(count);
        for (int i = 0; i < count; i++) {
            inputs.add(input(before));
        }
        return new Correlation(
                about,
                type,
                inputs,
                in.texts("group-by"),
                timespan(),
                condition(),
                in.flag("condition over inputs") ? Optional.of(overInputs(0)) : Optional.empty(),
                in.flag("reported"),
                in.text("file"));
    }

    private Duration timespan() {
        return Duration.ofDays(in.number("days", MAX_DAYS))
                .plusSeconds(in.number("seconds", CorrelationWriter.SECONDS_OF_DAY))
                .plusNanos(in.number("nanoseconds", MAX_NANO));
    }

    private Correlation.Input input(int before) {
        Correlation.Source source = switch (in.choice("kind of input", Form.OfSource.CASES)) {
            case EVENTS -> new Correlation.Source.Events();
            case MATCHES -> new Correlation.Source.Matches(in.number("index", before - 1));
        };
        return new Correlation.Input(source, in.text("rule"), aliases());
    }

    private Map<String, String> aliases() {
        var aliases = new HashMap<String, String>();
        for (int i = in.count("aliases"); i > 0; i--) {
            aliases.put(in.text("alias"), in.text("field"));
        }
        return aliases;
    }

    private CorrelationCondition condition() {
        List<Bound> bounds = new ArrayList<>();
        for (int i = in.count("bounds"); i > 0; i--) {
            bounds.add(new Bound(in.choice("comparison", COMPARISONS), in.decimal("bound")));
        }
        return new CorrelationCondition(bounds, in.texts("fields"), in.decimal("percentile"));
    }

    private InputCondition overInputs(int depth) {
        if (depth > MAX_DEPTH) {
            throw Input.malformed("depth", depth, MAX_DEPTH);
        }
        return switch (in.choice("kind of condition", Form.OfInputCondition.CASES)) {
            case ALL -> new InputCondition.All(parts(depth));
            case ANY -> new InputCondition.Any(parts(depth));
            case NOT -> new InputCondition.Not(overInputs(depth + 1));
            case AT_LEAST -> new InputCondition.AtLeast(in.number("count", Long.SIZE), in.bits("rules"));
        };
    }

    private List<InputCondition> parts(int depth) {
        var parts = new ArrayList<InputCondition>();
        for (int i = in.count("parts"); i > 0; i--) {
            parts.add(overInputs(depth + 1));
        }
        return parts;
    }
}
