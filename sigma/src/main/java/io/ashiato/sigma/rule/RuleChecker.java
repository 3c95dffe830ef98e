package io.ashiato.sigma.rule;

import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.Tactic;
import io.ashiato.sigma.syntax.Condition;
import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.FilterDocument;
import io.ashiato.sigma.syntax.Place;
import io.ashiato.sigma.syntax.ProblemCode;
import io.ashiato.sigma.syntax.Problems;
import io.ashiato.sigma.syntax.Search;
import io.ashiato.sigma.syntax.Similar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final Placeholders placeholders;
    private final Problems problems;
    private final Map<String, Expression> searches = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private long nodes;

    private RuleChecker(Placeholders placeholders, Problems problems) {
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /// Nothing when a problem was reported, here or before.
    public static Optional<Rule> check(Document document, Placeholders placeholders, Problems problems) {
        var checker = new RuleChecker(placeholders, problems);
        return checker.detection(document.identifiers(), document.conditions(), document.place())
                .filter(detection -> document.sound())
                .map(detection -> new Rule(about(document), detection, document.content()));
    }

    /// The condition that a filter adds to rules; nothing when a problem was reported, here or before.
    public static Optional<Expression> check(FilterDocument document, Placeholders placeholders, Problems problems) {
        var checker = new RuleChecker(placeholders, problems);
        return checker.detection(document.identifiers(), document.conditions(), document.place())
                .filter(condition -> document.sound());
    }

    private Optional<Expression> detection(Map<String, Search> identifiers, List<Condition> conditions, Place place) {
        int before = problems.count();
        identifiers.forEach((name, search) -> {
            Expression checked = search(search);
            searches.put(name, checked);
            sizes.put(name, size(checked));
        });
        Expression detection =
                Expression.any(conditions.stream().map(this::condition).toList());
        if (nodes > MAX_NODES) {
            problems.add(
                    ProblemCode.LIMIT_EXCEEDED,
                    place,
                    "condition and searches together have more than " + MAX_NODES + " tests");
        }
        return problems.count() > before ? Optional.empty() : Optional.of(detection);
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
        return ItemChecker.check(item, placeholders, problems).orElse(Expression.any(List.of()));
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
        return counted(identifier.name(), search, 1);
    }

    private Expression quantified(Condition.Quantified quantified) {
        if (nodes > MAX_NODES) {
            return Expression.any(List.of());
        }
        List<String> names =
                searches.keySet().stream().filter(quantified::covers).toList();
        int count = quantified.count().orElse(names.size());
        if (names.isEmpty()) {
            unknown(quantified.place(), "no search identifier fits '" + quantified.pattern() + "'");
            return Expression.any(List.of());
        }
        if (count > names.size()) {
            problems.add(
                    ProblemCode.BAD_COUNT,
                    quantified.place(),
                    "'" + count + " of " + quantified.pattern() + "' can never hold; search identifiers that fit: "
                            + names.size());
            return Expression.any(List.of());
        }
        long ways = Expression.waysToChoose(count, names.size(), MAX_NODES);
        List<Expression> parts = names.stream()
                .map(name -> counted(name, searches.getOrDefault(name, Expression.any(List.of())), ways))
                .toList();
        return nodes > MAX_NODES ? Expression.any(List.of()) : Expression.atLeast(count, parts);
    }

    private void unknown(Place place, String reason) {
        problems.add(ProblemCode.UNKNOWN_IDENTIFIER, place, reason);
    }

    /// @param times how often the condition holds the search once it is written out
    private Expression counted(String name, Expression search, long times) {
        nodes += sizes.getOrDefault(name, 0L) * times;
        return search;
    }

    private static long size(Expression expression) {
        return switch (expression) {
            case Expression.All all ->
                1 + all.parts().stream().mapToLong(RuleChecker::size).sum();
            case Expression.Any any ->
                1 + any.parts().stream().mapToLong(RuleChecker::size).sum();
            case Expression.Not not -> 1 + size(not.inner());
            case Expression.Test test -> 1;
        };
    }

    /// A rule without a level is informational: its author claimed nothing, and a guess would inflate findings.
    private static RuleInfo about(Document document) {
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
