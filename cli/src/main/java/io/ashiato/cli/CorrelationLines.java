package io.ashiato.cli;

import io.ashiato.model.EventTime;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.correlation.CorrelationExplanation;
import io.ashiato.sigma.correlation.CorrelationExplanation.Reached;
import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.rule.InputCondition;
import io.ashiato.sigma.syntax.CorrelationCondition.Bound;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The explanation of a correlation as lines: what it asks, what its rules gave, how far each group came.
///
/// @param titles of rules, by id
/// @param everything whether to show every group, however many there are
record CorrelationLines(ExplainWords words, Map<String, String> titles, boolean everything) {
    /// Groups that are shown in any case; a value may be different in each event.
    private static final int SHOWN_GROUPS = 20;

    List<String> of(CorrelationExplanation explained) {
        var lines = new ArrayList<String>();
        Correlation correlation = explained.correlation();
        lines.add("  "
                + words.correlationAsks(
                        condition(correlation),
                        span(correlation.timespan()),
                        correlation.groupBy().stream().map(Visible::of).toList()));
        explained
                .inputs()
                .forEach(input ->
                        lines.add("    " + words.cameIn(title(input.ruleId()), input.events(), input.lacking())));
        if (explained.untimed() > 0) {
            lines.add("    " + words.withoutTime(explained.untimed()));
        }
        List<Reached> shown = everything
                ? explained.groups()
                : explained.groups().stream().limit(SHOWN_GROUPS).toList();
        shown.forEach(group -> lines.add("  " + ExplanationTree.mark(group.holds()) + group(group)));
        int hidden = explained.groups().size() - shown.size();
        if (hidden > 0) {
            lines.add("  " + words.moreGroups(hidden));
        }
        return lines;
    }

    private String title(String ruleId) {
        return Visible.of(titles.getOrDefault(ruleId, ruleId));
    }

    private String condition(Correlation correlation) {
        if (correlation.overInputs().isPresent()) {
            return correlation.type().id() + " " + text(correlation.overInputs().get(), correlation);
        }
        List<String> fields = correlation.condition().fields();
        String measure = correlation.type().id() + (fields.isEmpty() ? "" : "(" + String.join(", ", fields) + ")");
        return correlation.condition().bounds().stream()
                .map(bound -> Visible.of(measure) + " " + sign(bound) + " " + plain(bound.number()))
                .collect(Collectors.joining(", "));
    }

    private String text(InputCondition condition, Correlation correlation) {
        return switch (condition) {
            case InputCondition.All all -> joined(all.parts(), " and ", correlation);
            case InputCondition.Any any -> joined(any.parts(), " or ", correlation);
            case InputCondition.Not not -> "not " + text(not.inner(), correlation);
            case InputCondition.AtLeast some -> {
                List<String> rules = IntStream.range(0, correlation.inputs().size())
                        .filter(i -> (some.rules() >> i & 1) != 0)
                        .mapToObj(i -> "'" + title(correlation.inputs().get(i).ruleId()) + "'")
                        .toList();
                yield rules.size() == 1 ? rules.getFirst() : some.count() + " of (" + String.join(", ", rules) + ")";
            }
        };
    }

    private String joined(List<InputCondition> parts, String word, Correlation correlation) {
        return parts.stream().map(part -> text(part, correlation)).collect(Collectors.joining(word, "(", ")"));
    }

    private static String sign(Bound bound) {
        return switch (bound.comparison()) {
            case GT -> ">";
            case GTE -> ">=";
            case LT -> "<";
            case LTE -> "<=";
            case EQ -> "=";
            case NEQ -> "!=";
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// As rules write it: `90s`, `15m`.
    private static String span(Duration span) {
        return span.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    private String group(Reached group) {
        String values = group.group().stream()
                .map(value -> Visible.of(value.name()) + " = '" + Visible.head(Visible.of(value.value())) + "'")
                .collect(Collectors.joining(", "));
        return words.reached(
                values,
                plain(group.measure()),
                group.events(),
                EventTime.text(group.first()) + " - " + EventTime.text(group.last()),
                group.rules().stream().map(this::title).toList());
    }
}
