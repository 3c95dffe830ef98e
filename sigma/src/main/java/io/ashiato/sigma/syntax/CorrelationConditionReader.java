package io.ashiato.sigma.syntax;

import io.ashiato.sigma.syntax.CorrelationCondition.Bound;
import io.ashiato.sigma.syntax.CorrelationCondition.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `condition` of a correlation rule.
final class CorrelationConditionReader {
    private static final String FIELD = "field";
    private static final String PERCENTILE = "percentile";

    /// Far beyond any count or sum; keeps arithmetic short.
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Fields of a tuple.
    private static final int MAX_FIELDS = 16;

    private final CorrelationType type;
    private final int rules;
    private final Problems problems;

    /// @param type of the correlation
    /// @param rules how many it refers to
    CorrelationConditionReader(CorrelationType type, int rules, Problems problems) {
        this.type = type;
        this.rules = rules;
        this.problems = problems;
    }

    /// The condition, or nothing when the type needs none or a problem was reported.
    ///
    /// @param correlation the map that may have the condition
    Optional<CorrelationCondition> read(Keys correlation) {
        Node node = correlation.nodes().get("condition");
        if (node == null) {
            if (!type.isTemporal()) {
                correlation.missing(
                        "condition", correlation.nodes().keySet().stream().toList());
            }
            return Optional.empty();
        }
        if (!(node instanceof MappingNode map)) {
            correlation.wrongType("condition", "a map such as 'gte: 10'", node);
            return Optional.empty();
        }
        int before = problems.count();
        Keys keys = Keys.of(map, problems);
        var bounds = new ArrayList<Bound>();
        keys.nodes().forEach((key, value) -> bound(key, value).ifPresent(bounds::add));
        List<String> fields = fields(keys);
        BigDecimal percentile = percentile(keys.nodes().get(PERCENTILE));
        if (problems.count() > before) {
            return Optional.empty();
        }
        var condition = new CorrelationCondition(bounds, fields, percentile);
        tellUseless(condition, node);
        return problems.count() > before ? Optional.empty() : Optional.of(condition);
    }

    private Optional<Bound> bound(String key, Node value) {
        if (key.equals(FIELD) || key.equals(PERCENTILE)) {
            return Optional.empty();
        }
        Optional<Comparison> comparison = Comparison.of(key);
        if (comparison.isEmpty()) {
            List<String> known =
                    Arrays.stream(Comparison.values()).map(Comparison::word).toList();
            problem(value, "unknown key '" + key + "' in 'condition'" + Similar.hint(key, known));
            return Optional.empty();
        }
        return number(key, value).map(number -> new Bound(comparison.get(), number));
    }

    private Optional<BigDecimal> number(String key, Node value) {
        String text = Keys.text(value);
        if (!NUMBER.matcher(text).matches()) {
            problem(value, "'" + key + "' has to be a number");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    private List<String> fields(Keys keys) {
        Node node = keys.nodes().get(FIELD);
        if (node == null) {
            if (type.needsField()) {
                keys.missing(FIELD, List.of());
            }
            return List.of();
        }
        List<String> fields = keys.texts(FIELD);
        if (!type.needsField()) {
            problem(node, "'field' has no meaning here: this type does not look into fields");
        } else if (fields.isEmpty() || fields.stream().anyMatch(String::isEmpty)) {
            keys.wrongType(FIELD, "the name of a field or a list of them", node);
        } else if (fields.size() > 1 && type != CorrelationType.VALUE_COUNT) {
            problem(node, "only 'value_count' takes several fields");
        } else if (fields.size() > MAX_FIELDS) {
            problems.add(
                    ProblemCode.LIMIT_EXCEEDED, Place.of(node), "'field' has more than " + MAX_FIELDS + " entries");
        }
        return fields;
    }

    private BigDecimal percentile(@Nullable Node node) {
        if (node == null) {
            return CorrelationCondition.MEDIAN;
        }
        if (type != CorrelationType.VALUE_PERCENTILE) {
            problem(node, "'percentile' belongs to 'value_percentile' only");
        }
        Optional<BigDecimal> number = number(PERCENTILE, node);
        if (number.isPresent() && (number.get().signum() < 0 || number.get().compareTo(HUNDRED) > 0)) {
            problem(node, "'percentile' has to be between 0 and 100");
        }
        return number.orElse(CorrelationCondition.MEDIAN);
    }

    private void tellUseless(CorrelationCondition condition, Node node) {
        if (condition.bounds().isEmpty()) {
            problem(node, "the condition compares nothing; one of gt, gte, lt, lte, eq, neq is needed");
        } else if (condition.bounds().size() > 2) {
            problem(node, "the condition compares more than twice; two make a range");
        } else if (!condition.canHold(type.isCount())) {
            problem(node, "the condition can never hold");
        } else if (type.isTemporal() && LongStream.rangeClosed(1, rules).noneMatch(condition::holds)) {
            problem(node, "the condition can never hold: the correlation has only " + rules + " rules");
        } else if (type == CorrelationType.TEMPORAL_ORDERED && !condition.isGrowing(rules)) {
            problem(node, "how many rules match in order can only be asked for with gt or gte");
        }
    }

    private void problem(Node node, String reason) {
        problems.add(ProblemCode.CORRELATION_CONDITION, Place.of(node), reason);
    }
}
