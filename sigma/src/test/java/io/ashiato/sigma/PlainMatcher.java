package io.ashiato.sigma;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.sigma.rule.Decimal;
import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.rule.Placeholders;
import io.ashiato.sigma.rule.Predicate;
import io.ashiato.sigma.rule.Regex;
import io.ashiato.sigma.rule.Rule;
import io.ashiato.sigma.rule.RuleChecker;
import io.ashiato.sigma.rule.TextPattern;
import io.ashiato.sigma.rule.TextPattern.Piece;
import io.ashiato.sigma.rule.ValueTest;
import io.ashiato.sigma.source.EventFilter;
import io.ashiato.sigma.source.LogSources;
import io.ashiato.sigma.source.Resolution;
import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.DocumentReader;
import io.ashiato.sigma.syntax.Documents;
import io.ashiato.sigma.syntax.FilterDocument;
import io.ashiato.sigma.syntax.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The judge: walks the tree of every rule for every event, without an index, a plan or a memory.
final class PlainMatcher {
    private record Mapped(Rule rule, Expression detection, List<EventFilter> filters) {}

    private final List<Mapped> rules = new ArrayList<>();

    private final List<Filter> filters = new ArrayList<>();

    PlainMatcher(List<RuleFile> files) {
        this(files, RuleSetOptions.DEFAULT);
    }

    PlainMatcher(List<RuleFile> files, RuleSetOptions options) {
        LogSources sources = LogSources.builtIn();
        var checker = new RuleChecker(new Placeholders(options.placeholders()));
        var rulesFound = new ArrayList<Document>();
        for (RuleFile file : files) {
            Documents documents = DocumentReader.read(file.text(), new Problems(file.name()));
            rulesFound.addAll(documents.rules());
            for (FilterDocument filter : documents.filters()) {
                if (!filter.everyRule() || options.unreleased()) {
                    checker.check(filter, new Problems(file.name()))
                            .ifPresent(condition -> filters.add(new Filter(filter, condition)));
                }
            }
        }
        var ids = new HashSet<String>();
        for (Document document : rulesFound) {
            if (document.source().map(sources::resolve).orElse(null) instanceof Resolution.Here here) {
                checker.check(document, new Problems("")).ifPresent(rule -> {
                    if (!ids.add(rule.about().id().toLowerCase(Locale.ROOT))) {
                        return;
                    }
                    var parts = new ArrayList<Expression>();
                    parts.add(rule.detection());
                    filters.stream().filter(f -> f.applies(rule, document)).forEach(f -> parts.add(f.condition()));
                    rules.add(new Mapped(rule, new Expression.All(parts), here.filters()));
                });
            }
        }
    }

    private record Filter(FilterDocument document, Expression condition) {
        boolean applies(Rule rule, Document ruleDocument) {
            boolean named = document.rules().stream()
                    .anyMatch(r -> r.text().equalsIgnoreCase(rule.about().id())
                            || ruleDocument
                                    .attributes()
                                    .name()
                                    .filter(r.text()::equalsIgnoreCase)
                                    .isPresent());
            Document.Source own = document.source().orElseThrow();
            Document.Source its = ruleDocument.source().orElseThrow();
            return (named || document.everyRule())
                    && List.of("", its.category()).contains(own.category())
                    && List.of("", its.product()).contains(own.product())
                    && List.of("", its.service()).contains(own.service());
        }
    }

    /// Ids of the rules that match, sorted.
    List<String> match(Event event) {
        var ids = new TreeSet<String>();
        for (Mapped mapped : rules) {
            for (EventFilter filter : mapped.filters) {
                if (new OneEvent(event, filter).matches(mapped.detection)) {
                    ids.add(mapped.rule.about().id());
                }
            }
        }
        return List.copyOf(ids);
    }

    private record OneEvent(Event event, EventFilter filter) {
        boolean matches(Expression detection) {
            boolean fits = filter.takes(EventFilter.fold(event.channel()), event.eventId());
            boolean where = filter.where().entrySet().stream()
                    .allMatch(demand -> values(demand.getKey()).stream()
                            .anyMatch(v -> demand.getValue().stream().anyMatch(v::equalsIgnoreCase)));
            return fits && where && holds(detection);
        }

        private boolean holds(Expression expression) {
            return switch (expression) {
                case Expression.All all -> all.parts().stream().allMatch(this::holds);
                case Expression.Any any -> any.parts().stream().anyMatch(this::holds);
                case Expression.Not not -> !holds(not.inner());
                case Expression.Test test -> holds(test.predicate());
                case Expression.Named named -> holds(named.inner());
            };
        }

        private boolean holds(Predicate predicate) {
            return switch (predicate) {
                case Predicate.Field field -> values(field.field()).stream().anyMatch(v -> passes(field.test(), v));
                case Predicate.Keyword keyword ->
                    Stream.concat(all(event.data()).stream(), all(event.system()).stream())
                            .anyMatch(v -> passes(keyword.test(), v));
                case Predicate.Absent absent -> values(absent.field()).isEmpty();
                case Predicate.Present present -> !values(present.field()).isEmpty();
                case Predicate.FieldReference reference ->
                    values(reference.field()).stream()
                            .anyMatch(left ->
                                    values(reference.other()).stream().anyMatch(right -> lies(left, right, reference)));
            };
        }

        private static boolean lies(String left, String right, Predicate.FieldReference reference) {
            boolean ignoreCase = !reference.cased();
            int length = right.length();
            return switch (reference.relation()) {
                case EQUALS -> left.length() == length && left.regionMatches(ignoreCase, 0, right, 0, length);
                case STARTS_WITH -> left.regionMatches(ignoreCase, 0, right, 0, length);
                case ENDS_WITH -> left.regionMatches(ignoreCase, left.length() - length, right, 0, length);
                case CONTAINS -> {
                    boolean found = false;
                    for (int at = 0; at + length <= left.length(); at++) {
                        found |= left.regionMatches(ignoreCase, at, right, 0, length);
                    }
                    yield found;
                }
            };
        }

        private List<String> values(String field) {
            List<String> names = filter.fields(field.replace(" ", ""));
            if (names.size() == 1) {
                return values(event, names.get(0));
            }
            List<String> first = values(event, names.get(0));
            List<String> second = values(event, names.get(1));
            return first.isEmpty() || second.isEmpty() ? List.of() : List.of(first.get(0) + "\\" + second.get(0));
        }

        private static List<String> values(Event event, String name) {
            List<String> data = named(event.data(), name);
            return data.isEmpty() ? named(event.system(), name) : data;
        }

        private static List<String> named(Fields fields, String name) {
            var values = new ArrayList<String>();
            for (int i = 0; i < fields.size(); i++) {
                if (fields.name(i).replace(" ", "").equals(name)) {
                    values.add(fields.value(i));
                }
            }
            return values;
        }

        private static List<String> all(Fields fields) {
            var values = new ArrayList<String>();
            for (int i = 0; i < fields.size(); i++) {
                values.add(fields.value(i));
            }
            return values;
        }

        private static boolean passes(ValueTest test, String value) {
            return switch (test) {
                case ValueTest.Text text -> fits(text.pattern(), !text.cased(), value);
                case ValueTest.Matches matches -> matches.regex().find(value) == Regex.Outcome.FOUND;
                case ValueTest.Inside inside -> inside.network().contains(value);
                case ValueTest.Compares compares ->
                    Decimal.parse(value).isPresent()
                            && compares.order().holds(new BigDecimal(value).compareTo(compares.number()));
                case ValueTest.Dated dated ->
                    dated.part().of(value).isPresent()
                            && dated.order()
                                    .holds(BigDecimal.valueOf(
                                                    dated.part().of(value).getAsInt())
                                            .compareTo(dated.number()));
            };
        }

        /// Keeps the set of all positions that the pieces so far may end at.
        private static boolean fits(TextPattern pattern, boolean ignoreCase, String value) {
            var positions = new BitSet();
            positions.set(0);
            for (Piece piece : pattern.pieces()) {
                var next = new BitSet();
                positions.stream().forEach(at -> {
                    switch (piece) {
                        case Piece.Literal literal -> {
                            if (value.regionMatches(
                                    ignoreCase,
                                    at,
                                    literal.text(),
                                    0,
                                    literal.text().length())) {
                                next.set(at + literal.text().length());
                            }
                        }
                        case Piece.AnyRun run -> next.set(at, value.length() + 1);
                        case Piece.AnyOne one -> {
                            if (at < value.length()) {
                                next.set(at + Character.charCount(value.codePointAt(at)));
                            }
                        }
                        case Piece.Dash dash -> {
                            if (at < value.length() && TextPattern.DASHES.indexOf(value.charAt(at)) >= 0) {
                                next.set(at + 1);
                            }
                        }
                    }
                });
                positions = next;
            }
            return positions.get(value.length());
        }
    }

    /// What the other matcher says, in the same form.
    static List<String> ids(List<CompiledRule> rules) {
        return rules.stream()
                .map(rule -> rule.about().id())
                .sorted((a, b) -> a.toLowerCase(Locale.ROOT).compareTo(b.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
