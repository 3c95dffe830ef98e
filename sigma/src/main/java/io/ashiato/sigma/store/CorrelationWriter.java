package io.ashiato.sigma.store;

import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.rule.CorrelationLinker;
import io.ashiato.sigma.rule.InputCondition;
import io.ashiato.sigma.syntax.CorrelationCondition;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/// Writes correlations, for [CorrelationReader].
final class CorrelationWriter {
    static final int SECONDS_OF_DAY = 86_400;

    private final Output out;
    private final RuleWriter rules;

    CorrelationWriter(Output out, RuleWriter rules) {
        this.out = out;
        this.rules = rules;
    }

    void write(CorrelationLinker.Linked linked) {
        out.number(linked.correlations().size());
        linked.correlations().forEach(this::write);
        out.set(linked.feeding());
        out.set(linked.silent());
    }

    private void write(Correlation correlation) {
        rules.write(correlation.about());
        out.choice(correlation.type());
        out.number(correlation.inputs().size());
        correlation.inputs().forEach(this::write);
        out.texts(correlation.groupBy());
        write(correlation.timespan());
        write(correlation.condition());
        out.flag(correlation.overInputs().isPresent());
        correlation.overInputs().ifPresent(this::write);
        out.flag(correlation.reported());
        out.text(correlation.file());
    }

    /// The seconds of a long one do not fit a number.
    private void write(Duration timespan) {
        out.number(Math.toIntExact(timespan.toDays()));
        out.number(Math.toIntExact(timespan.toSeconds() % SECONDS_OF_DAY));
        out.number(timespan.toNanosPart());
    }

    private void write(Correlation.Input input) {
        switch (input.source()) {
            case Correlation.Source.Events events -> out.choice(Form.OfSource.EVENTS);
            case Correlation.Source.Matches matches -> {
                out.choice(Form.OfSource.MATCHES);
                out.number(matches.index());
            }
        }
        out.text(input.ruleId());
        out.number(input.aliases().size());
        new TreeMap<>(input.aliases()).forEach((alias, field) -> {
            out.text(alias);
            out.text(field);
        });
    }

    private void write(CorrelationCondition condition) {
        out.number(condition.bounds().size());
        for (CorrelationCondition.Bound bound : condition.bounds()) {
            out.choice(bound.comparison());
            out.decimal(bound.number());
        }
        out.texts(condition.fields());
        out.decimal(condition.percentile());
    }

    private void write(InputCondition condition) {
        switch (condition) {
            case InputCondition.All all -> {
                out.choice(Form.OfInputCondition.ALL);
                write(all.parts());
            }
            case InputCondition.Any any -> {
                out.choice(Form.OfInputCondition.ANY);
                write(any.parts());
            }
            case InputCondition.Not not -> {
                out.choice(Form.OfInputCondition.NOT);
                write(not.inner());
            }
            case InputCondition.AtLeast some -> {
                out.choice(Form.OfInputCondition.AT_LEAST);
                out.number(some.count());
                out.bits(some.rules());
            }
        }
    }

    private void write(List<InputCondition> parts) {
        out.number(parts.size());
        parts.forEach(this::write);
    }
}
