package io.ashiato.sigma.store;

import io.ashiato.model.Level;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what [RuleWriter] wrote.
final class RuleReader {
    private static final Level[] LEVELS = Level.values();
    private static final RuleStatus[] STATUSES = RuleStatus.values();

    private final Input in;
    private final ExpressionReader expressions;
    private final List<List<EventFilter>> sources = new ArrayList<>();

    RuleReader(Input in) {
        this.in = in;
        this.expressions = new ExpressionReader(in);
    }

    CheckedRules rules() {
        var rules = new ArrayList<FilteredRule>();
        for (int i = in.count("rules"); i > 0; i--) {
            rules.add(filtered());
        }
        List<CompiledRule> correlations = compiled("correlations");
        var linked = new CorrelationReader(in, this).linked();
        return new CheckedRules(rules, correlations, linked, refused(), problems());
    }

    ChosenRules chosen() {
        List<CompiledRule> rules = compiled("rules");
        List<CompiledRule> leftOut = compiled("rules left out");
        List<RefusedRule> refused = refused();
        List<RuleProblem> problems = problems();
        List<String> sourceNames = in.texts("sources");
        List<CompiledRule> correlations = compiled("correlations");
        var linked = new CorrelationReader(in, this).linked();
        var feeding = new HashMap<String, List<EventFilter>>();
        for (int i = in.count("feeding rules"); i > 0; i--) {
            feeding.put(in.text("id"), events());
        }
        Set<String> unwanted = in.set("unwanted");
        var filtered = new ArrayList<FilteredRule>();
        for (int i = in.count("filtered rules"); i > 0; i--) {
            filtered.add(filtered());
        }
        return new ChosenRules(
                rules,
                leftOut,
                refused,
                problems,
                sourceNames,
                linked,
                correlations,
                feeding,
                unwanted,
                filtered,
                new TableReader(in, this, expressions).tables());
    }

    private List<CompiledRule> compiled(String field) {
        var rules = new ArrayList<CompiledRule>();
        for (int i = in.count(field); i > 0; i--) {
            rules.add(compiled());
        }
        return rules;
    }

    private List<RefusedRule> refused() {
        var refused = new ArrayList<RefusedRule>();
        for (int i = in.count("refused rules"); i > 0; i--) {
            refused.add(new RefusedRule(compiled(), problems()));
        }
        return refused;
    }

    private FilteredRule filtered() {
        CompiledRule rule = compiled();
        var detection = expressions.expression();
        int count = in.count("filters");
        var filters = new ArrayList<BoundFilter>(count);
        for (int i = 0; i < count; i++) {
            filters.add(new BoundFilter(filter(), expressions.expression()));
        }
        return new FilteredRule(rule, detection, filters, events());
    }

    List<EventFilter> events() {
        int known = in.number("events", sources.size());
        if (known > 0) {
            return sources.get(known - 1);
        }
        var events = new ArrayList<EventFilter>();
        for (int i = in.count("event filters"); i > 0; i--) {
            events.add(new EventFilter(in.set("channels"), in.set("except"), in.set("event ids"), lists(), lists()));
        }
        List<EventFilter> kept = List.copyOf(events);
        sources.add(kept);
        return kept;
    }

    private Map<String, List<String>> lists() {
        var lists = new HashMap<String, List<String>>();
        for (int i = in.count("fields"); i > 0; i--) {
            lists.put(in.text("field"), List.copyOf(in.texts("values")));
        }
        return lists;
    }

    private CompiledRule compiled() {
        return new CompiledRule(
                about(), in.text("source"), in.text("file"), status(), in.texts("tags"), attributes(), filters());
    }

    RuleInfo about() {
        return new RuleInfo(
                in.text("id"),
                in.text("title"),
                in.optional("title_ja"),
                in.choice("level", LEVELS),
                in.optional("author"),
                in.texts("techniques"),
                in.texts("tactics"),
                in.optional("description"),
                in.texts("falsepositives"));
    }

    private Optional<RuleStatus> status() {
        return in.flag("status") ? Optional.of(in.choice("status", STATUSES)) : Optional.empty();
    }

    private Attributes attributes() {
        return new Attributes(
                in.optional("name"),
                related(),
                in.optional("license"),
                in.texts("references"),
                in.optional("date"),
                in.optional("modified"),
                in.texts("fields"),
                in.texts("scope"),
                others());
    }

    private List<Attributes.Related> related() {
        int count = in.count("related");
        if (count == 0) {
            return List.of();
        }
        var related = new ArrayList<Attributes.Related>(count);
        for (int i = 0; i < count; i++) {
            related.add(new Attributes.Related(in.text("related id"), in.text("related type")));
        }
        return related;
    }

    private Map<String, String> others() {
        int count = in.count("other keys");
        if (count == 0) {
            return Map.of();
        }
        var others = new LinkedHashMap<String, String>();
        for (int i = 0; i < count; i++) {
            others.put(in.text("key"), in.text("value"));
        }
        return others;
    }

    private List<RuleFilter> filters() {
        int count = in.count("filters");
        if (count == 0) {
            return List.of();
        }
        var filters = new ArrayList<RuleFilter>(count);
        for (int i = 0; i < count; i++) {
            filters.add(filter());
        }
        return filters;
    }

    private RuleFilter filter() {
        return new RuleFilter(in.text("filter's id"), in.text("filter's title"), in.text("filter's file"));
    }

    private List<RuleProblem> problems() {
        int count = in.count("problems");
        var problems = new ArrayList<RuleProblem>(count);
        for (int i = 0; i < count; i++) {
            problems.add(new RuleProblem(
                    in.text("code"),
                    in.text("file"),
                    in.number("line", Integer.MAX_VALUE),
                    in.number("column", Integer.MAX_VALUE),
                    in.text("reason")));
        }
        return problems;
    }
}
