package io.ashiato.sigma.syntax;

import io.ashiato.sigma.syntax.CorrelationDocument.OverRules;
import io.ashiato.sigma.syntax.CorrelationDocument.Reference;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads a condition over the rules of a temporal correlation, `rule_a and not rule_b`: what version 2.2 of the
/// specification, which is not released, brings with its proposal 198.
final class RuleConditionReader {
    /// Names and patterns in one condition, which is asked again with each event. People name a rule once or twice.
    private static final int MAX_NAMES = 256;

    private final List<String> rules;
    private final Problems problems;
    private int names;

    RuleConditionReader(List<Reference> rules, Problems problems) {
        this.rules = rules.stream().map(Reference::text).toList();
        this.problems = problems;
    }

    /// Whether the `condition` of a correlation is a text, as only such conditions are.
    static boolean isAskedFor(Keys correlation) {
        return text(correlation).isPresent();
    }

    private static Optional<ScalarNode> text(Keys correlation) {
        return correlation.nodes().get("condition") instanceof ScalarNode scalar
                        && scalar.getTag().equals(Tag.STR)
                        && !Keys.isEmpty(scalar)
                ? Optional.of(scalar)
                : Optional.empty();
    }

    /// The condition, or nothing when there is none or a problem was reported.
    Optional<OverRules> read(CorrelationType type, Keys correlation) {
        return text(correlation).flatMap(node -> read(type, node));
    }

    private Optional<OverRules> read(CorrelationType type, ScalarNode node) {
        int before = problems.count();
        if (type != CorrelationType.TEMPORAL) {
            problem(node, "a condition over the names of rules belongs to 'temporal' only; here it is a map");
            return Optional.empty();
        }
        boolean quoted = node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                || node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
        Optional<Condition> condition =
                ConditionParser.parse(node.getValue(), Place.of(node).right(quoted ? 1 : 0), problems);
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        check(condition.get());
        if (names > MAX_NAMES) {
            problems.add(
                    ProblemCode.LIMIT_EXCEEDED, Place.of(node), "the condition has more than " + MAX_NAMES + " names");
        } else if (holdsOfNothing(condition.get())) {
            problem(node, "the condition holds where no rule matches, which no event tells");
        }
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new OverRules(condition.get(), Place.of(node)));
    }

    private void check(Condition condition) {
        switch (condition) {
            case Condition.And and -> and.parts().forEach(this::check);
            case Condition.Or or -> or.parts().forEach(this::check);
            case Condition.Not not -> check(not.inner());
            case Condition.Identifier identifier -> check(identifier);
            case Condition.Quantified quantified -> check(quantified);
        }
    }

    private void check(Condition.Identifier identifier) {
        names++;
        if (!rules.contains(identifier.name())) {
            problems.add(
                    ProblemCode.UNKNOWN_RULE,
                    identifier.place(),
                    "the condition names '" + identifier.name() + "', which 'rules' does not have"
                            + Similar.hint(identifier.name(), rules));
        }
    }

    private void check(Condition.Quantified quantified) {
        names++;
        long covered = rules.stream().filter(quantified::covers).count();
        if (covered < quantified.count().orElse(1)) {
            problems.add(
                    ProblemCode.CORRELATION_CONDITION,
                    quantified.place(),
                    "the condition can never hold: '" + quantified.pattern() + "' covers " + covered + " of the rules");
        }
    }

    private static boolean holdsOfNothing(Condition condition) {
        return switch (condition) {
            case Condition.And and -> and.parts().stream().allMatch(RuleConditionReader::holdsOfNothing);
            case Condition.Or or -> or.parts().stream().anyMatch(RuleConditionReader::holdsOfNothing);
            case Condition.Not not -> !holdsOfNothing(not.inner());
            case Condition.Identifier identifier -> false;
            case Condition.Quantified quantified -> false;
        };
    }

    private void problem(Node node, String reason) {
        problems.add(ProblemCode.CORRELATION_CONDITION, Place.of(node), reason);
    }
}
