package io.ashiato.sigma.rule;

import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.Tactic;
import io.ashiato.sigma.syntax.Condition;
import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.Place;
import io.ashiato.sigma.syntax.ProblemCode;
import io.ashiato.sigma.syntax.Problems;
import io.ashiato.sigma.syntax.Search;
import io.ashiato.sigma.syntax.Similar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Turns a document into a rule: modifiers to tests, the condition to a tree over them.
public final class RuleChecker {
    private static final Pattern TECHNIQUE_TAG = Pattern.compile("attack\\.(t\\d{4}(?:\\.\\d{3})?)");
    private static final String ATTACK = "attack.";

    /// A condition may name a search again and again; SigmaHQ's largest tree has 3 thousand nodes.
    private static final int MAX_NODES = 200_000;

    private final Problems problems;
    private final Map<String, Expression> searches = new LinkedHashMap<>();
    private long nodes;

    private RuleChecker(Problems problems) {
        this.problems = problems;
    }

    /// Nothing when a problem was reported, here or before.
    public static Optional<Rule> check(Document document, Problems problems) {
        return new RuleChecker(problems).rule(document);
    }

    private Optional<Rule> rule(Document document) {
        int before = problems.count();
        document.identifiers().forEach((name, search) -> searches.put(name, search(search)));
        Expression detection = Expression.any(
                document.conditions().stream().map(this::condition).toList());
        if (nodes > MAX_NODES) {
            problems.add(
                    ProblemCode.LIMIT_EXCEEDED,
                    document.place(),
                    "condition and searches together have more than " + MAX_NODES + " tests");
        }
        return problems.count() > before || !document.sound()
                ? Optional.empty()
                : Optional.of(new Rule(about(document), detection, document.content()));
    }

    private Expression search(Search search) {
        return switch (search) {
            case Search.Map map ->
                Expression.all(map.items().stream().map(this::item).toList());
            case Search.Choice choice ->
                Expression.any(choice.parts().stream().map(this::search).toList());
            case Search.Keyword keyword ->
                item(new Search.Item(
                        "",
                        List.of(),
                        List.of(keyword.value()),
                        false,
                        keyword.value().place()));
        };
    }

    private Expression item(Search.Item item) {
        return ItemChecker.check(item, problems).orElse(Expression.any(List.of()));
    }

    private Expression condition(Condition condition) {
        return switch (condition) {
            case Condition.And and ->
                Expression.all(and.parts().stream().map(this::condition).toList());
            case Condition.Or or ->
                Expression.any(or.parts().stream().map(this::condition).toList());
            case Condition.Not not -> new Expression.Not(condition(not.inner()));
            case Condition.Identifier identifier -> identifier(identifier);
            case Condition.Quantified quantified -> quantified(quantified);
        };
    }

    private Expression identifier(Condition.Identifier identifier) {
        Expression search = searches.get(identifier.name());
        if (search == null) {
            unknown(
                    identifier.place(),
                    "the condition names '" + identifier.name() + "', which 'detection' does not have"
                            + Similar.hint(identifier.name(), searches.keySet()));
            return Expression.any(List.of());
        }
        return named(identifier.name(), search);
    }

    private Expression quantified(Condition.Quantified quantified) {
        var parts = new ArrayList<Expression>();
        searches.forEach((name, search) -> {
            if (quantified.covers(name)) {
                parts.add(named(name, search));
            }
        });
        if (parts.isEmpty()) {
            unknown(quantified.place(), "no search identifier fits '" + quantified.pattern() + "'");
        }
        return quantified.all() ? Expression.all(parts) : Expression.any(parts);
    }

    private void unknown(Place place, String reason) {
        problems.add(ProblemCode.UNKNOWN_IDENTIFIER, place, reason);
    }

    private Expression named(String name, Expression search) {
        nodes += size(search);
        return new Expression.Named(name, search);
    }

    private static long size(Expression expression) {
        return switch (expression) {
            case Expression.All all ->
                1 + all.parts().stream().mapToLong(RuleChecker::size).sum();
            case Expression.Any any ->
                1 + any.parts().stream().mapToLong(RuleChecker::size).sum();
            case Expression.Not not -> 1 + size(not.inner());
            case Expression.Test test -> 1;
            case Expression.Named named -> size(named.inner());
        };
    }

    /// What a person is told of the rule. One without a level is informational: its author claimed nothing,
    /// and a guess would inflate findings.
    public static RuleInfo about(Document document) {
        Document.Heading heading = document.heading();
        var techniques = new ArrayList<String>();
        var tactics = new ArrayList<String>();
        for (String tag : heading.tags()) {
            String folded = tag.toLowerCase(Locale.ROOT);
            var technique = TECHNIQUE_TAG.matcher(folded);
            if (technique.matches()) {
                techniques.add(technique.group(1).toUpperCase(Locale.ROOT));
            } else if (folded.startsWith(ATTACK)) {
                Tactic.of(folded.substring(ATTACK.length()).replace('_', '-'))
                        .ifPresent(tactic -> tactics.add(tactic.shortName()));
            }
        }
        return new RuleInfo(
                heading.id().orElseGet(() -> idOf(document.content())),
                heading.title(),
                heading.titleJa(),
                heading.level().orElse(Level.INFORMATIONAL),
                heading.author(),
                techniques.stream().distinct().toList(),
                tactics.stream().distinct().toList(),
                heading.description(),
                heading.falsePositives());
    }

    /// The same content gives the same id, wherever the file lies.
    private static String idOf(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
