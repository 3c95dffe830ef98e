package io.ashiato.sigma.syntax;

import io.ashiato.sigma.syntax.CorrelationCondition.Bound;
import io.ashiato.sigma.syntax.CorrelationCondition.Comparison;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads the aggregation behind the `|` of an old condition:
///
/// ```
/// aggregation = ("count" | "min" | "max" | "avg" | "sum") "(" [field] ")" ["by" field {"," field}] operator number
/// operator    = "<" | "<=" | ">" | ">=" | "=" | "=="
/// ```
///
/// `near` has no such meaning and is refused.
final class AggregationParser {
    private static final String FIELD = "[^\\s()|,<>=]{1,256}";
    private static final Pattern FORM = Pattern.compile(
            "\\s*(count|min|max|avg|sum)\\s*\\(\\s*(" + FIELD + ")?\\s*\\)"
                    + "(?:\\s+by\\s+(" + FIELD + "(?:\\s*,\\s*" + FIELD + "){0,15}))?"
                    + "\\s*(<=|>=|==|<|>|=)\\s*(-?[0-9]{1,18}(?:\\.[0-9]{1,18})?)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Comparison> OPERATORS = Map.of(
            "<", Comparison.LT,
            "<=", Comparison.LTE,
            ">", Comparison.GT,
            ">=", Comparison.GTE,
            "=", Comparison.EQ,
            "==", Comparison.EQ);

    private final Problems problems;

    AggregationParser(Problems problems) {
        this.problems = problems;
    }

    /// Takes the aggregation out of a `detection`: its condition is left without. Nothing where there is none, or when
    /// a problem was reported.
    Optional<Aggregation> take(Map<String, Node> detection) {
        Node timeframe = detection.get("timeframe");
        if (detection.get("condition") instanceof ScalarNode condition
                && condition.getValue().indexOf('|') >= 0) {
            return take(detection, condition, timeframe);
        }
        if (timeframe != null) {
            problems.add(
                    ProblemCode.AGGREGATION_NOT_SUPPORTED,
                    Place.of(timeframe),
                    "'timeframe' says nothing without an aggregation; since version 2 both are a correlation rule");
        }
        return Optional.empty();
    }

    private Optional<Aggregation> take(Map<String, Node> detection, ScalarNode condition, @Nullable Node timeframe) {
        String text = condition.getValue();
        int pipe = text.indexOf('|');
        boolean quoted = condition.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                || condition.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
        detection.put(
                "condition",
                new ScalarNode(
                        condition.getTag(),
                        true,
                        text.substring(0, pipe),
                        condition.getScalarStyle(),
                        condition.getStartMark(),
                        condition.getEndMark()));
        return parse(text.substring(pipe + 1), Place.of(condition).right(pipe + (quoted ? 1 : 0)), timeframe);
    }

    /// @param text what stands behind the `|`
    /// @param place where it stands
    /// @param timeframe of the rule, where it has one
    private Optional<Aggregation> parse(String text, Place place, @Nullable Node timeframe) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            boolean near = text.strip().startsWith("near");
            problems.add(
                    ProblemCode.AGGREGATION_NOT_SUPPORTED,
                    place,
                    near
                            ? "'near' left the language with version 2; write a correlation rule of type 'temporal'"
                            : "an aggregation has the form 'count(field) by group > 5'; "
                                    + "since version 2 it is written as a correlation rule");
            return Optional.empty();
        }
        Optional<Duration> duration = timeframe(timeframe, place);
        Optional<CorrelationType> type = type(form.group(1), form.group(2), place);
        if (type.isEmpty() || duration.isEmpty()) {
            return Optional.empty();
        }
        var bound = new Bound(OPERATORS.getOrDefault(form.group(4), Comparison.EQ), new BigDecimal(form.group(5)));
        List<String> fields = form.group(2) == null ? List.of() : List.of(form.group(2));
        var condition = new CorrelationCondition(List.of(bound), fields, CorrelationCondition.MEDIAN);
        if (!condition.canHold(type.get().isCount())) {
            problems.add(ProblemCode.CORRELATION_CONDITION, place, "the condition can never hold");
            return Optional.empty();
        }
        List<String> groupBy = form.group(3) == null
                ? List.of()
                : Arrays.stream(form.group(3).split("\\s*,\\s*")).distinct().toList();
        return Optional.of(new Aggregation(type.get(), condition, groupBy, duration.get()));
    }

    private Optional<CorrelationType> type(String word, @Nullable String field, Place place) {
        CorrelationType type = switch (word.toLowerCase(Locale.ROOT)) {
            case "count" -> field == null ? CorrelationType.EVENT_COUNT : CorrelationType.VALUE_COUNT;
            case "min" -> CorrelationType.VALUE_MIN;
            case "max" -> CorrelationType.VALUE_MAX;
            case "avg" -> CorrelationType.VALUE_AVG;
            default -> CorrelationType.VALUE_SUM;
        };
        if (type.needsField() && field == null) {
            problems.add(ProblemCode.CORRELATION_CONDITION, place, "'" + word + "' needs a field in its parentheses");
            return Optional.empty();
        }
        return Optional.of(type);
    }

    private Optional<Duration> timeframe(@Nullable Node node, Place place) {
        if (node == null) {
            problems.add(ProblemCode.BAD_TIMESPAN, place, "the aggregation needs a 'timeframe' in 'detection'");
            return Optional.empty();
        }
        return Timespan.parse("timeframe", Keys.text(node), Place.of(node), problems);
    }
}
