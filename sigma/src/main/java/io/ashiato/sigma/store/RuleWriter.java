package io.ashiato.sigma.store;

import io.ashiato.model.RuleInfo;
import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.BoundFilter;
import io.ashiato.sigma.CheckedRules;
import io.ashiato.sigma.ChosenRules;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.FilteredRule;
import io.ashiato.sigma.RefusedRule;
import io.ashiato.sigma.RuleFilter;
import io.ashiato.sigma.source.EventFilter;
import io.ashiato.sigma.syntax.Attributes;
import io.ashiato.sigma.syntax.RuleStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes rules, for [RuleReader].
final class RuleWriter {
    private final Output out;
    private final ExpressionWriter expressions;
    private final Map<List<EventFilter>, Integer> sources = new HashMap<>();

    RuleWriter(Output out) {
        this.out = out;
        this.expressions = new ExpressionWriter(out);
    }

    void write(CheckedRules rules) {
        out.number(rules.rules().size());
        rules.rules().forEach(this::write);
        compiled(rules.correlations());
        new CorrelationWriter(out, this).write(rules.linked());
        out.number(rules.refused().size());
        rules.refused().forEach(this::write);
        write(rules.problems());
    }

    void write(ChosenRules rules) {
        compiled(rules.rules());
        compiled(rules.leftOut());
        out.number(rules.refused().size());
        rules.refused().forEach(this::write);
        write(rules.problems());
        out.texts(rules.sources());
        compiled(rules.correlations());
        new CorrelationWriter(out, this).write(rules.linked());
        out.number(rules.feeding().size());
        new TreeMap<>(rules.feeding()).forEach((id, filters) -> {
            out.text(id);
            events(filters);
        });
        out.set(rules.unwanted());
        out.number(rules.filtered().size());
        rules.filtered().forEach(this::write);
        new TableWriter(out, this, expressions).write(rules.tables());
    }

    private void compiled(List<CompiledRule> rules) {
        out.number(rules.size());
        rules.forEach(this::write);
    }

    private void write(FilteredRule rule) {
        write(rule.rule());
        expressions.write(rule.detection());
        out.number(rule.filters().size());
        for (BoundFilter filter : rule.filters()) {
            write(filter.about());
            expressions.write(filter.condition());
        }
        events(rule.events());
    }

    /// Most rules of a set have one of a few log sources.
    void events(List<EventFilter> events) {
        if (out.isKnown(events, sources, 1)) {
            return;
        }
        out.number(0);
        out.number(events.size());
        for (EventFilter filter : events) {
            out.set(filter.channels());
            out.set(filter.except());
            out.set(filter.eventIds());
            lists(filter.where());
            lists(filter.renames());
        }
        Output.know(events, sources);
    }

    private void lists(Map<String, List<String>> lists) {
        out.number(lists.size());
        new TreeMap<>(lists).forEach((name, texts) -> {
            out.text(name);
            out.texts(texts);
        });
    }

    private void write(CompiledRule rule) {
        write(rule.about());
        out.text(rule.source());
        out.text(rule.file());
        write(rule.status());
        out.texts(rule.tags());
        write(rule.attributes());
        out.number(rule.filters().size());
        rule.filters().forEach(this::write);
    }

    void write(RuleInfo about) {
        out.text(about.id());
        out.text(about.title());
        out.optional(about.titleJa());
        out.choice(about.level());
        out.optional(about.author());
        out.texts(about.techniques());
        out.texts(about.tactics());
        out.optional(about.description());
        out.texts(about.falsePositives());
    }

    private void write(Optional<RuleStatus> status) {
        out.flag(status.isPresent());
        status.ifPresent(out::choice);
    }

    private void write(Attributes attributes) {
        out.optional(attributes.name());
        out.number(attributes.related().size());
        for (Attributes.Related related : attributes.related()) {
            out.text(related.id());
            out.text(related.type());
        }
        out.optional(attributes.license());
        out.texts(attributes.references());
        out.optional(attributes.date());
        out.optional(attributes.modified());
        out.texts(attributes.fields());
        out.texts(attributes.scope());
        out.number(attributes.others().size());
        attributes.others().forEach((key, value) -> { // they keep the order of the file
            out.text(key);
            out.text(value);
        });
    }

    private void write(RuleFilter filter) {
        out.text(filter.id());
        out.text(filter.title());
        out.text(filter.file());
    }

    private void write(RefusedRule refused) {
        write(refused.rule());
        write(refused.problems());
    }

    private void write(List<RuleProblem> problems) {
        out.number(problems.size());
        for (RuleProblem problem : problems) {
            out.text(problem.code());
            out.text(problem.file());
            out.number(problem.line());
            out.number(problem.column());
            out.text(problem.reason());
        }
    }
}
