package io.ashiato.cli;

import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.explain.Explanation;
import io.ashiato.sigma.explain.Explanation.Outcome;
import io.ashiato.sigma.explain.Explanation.Tried;
import io.ashiato.sigma.explain.RuleExplanation;
import io.ashiato.sigma.rule.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An explanation as a tree of lines: a mark for what holds, the rule's part in words, the value of the event.
///
/// Where a part has many parts of its own, those are shown that decide it; the others are counted.
final class ExplanationTree {
    /// Parts of one part that are shown in any case; rules have lists of thousands.
    private static final int SHOWN_PARTS = 8;

    private static final String INDENT = "  ";
    private static final String HOLDS = "✓ ";
    private static final String FAILS = "✗ ";

    private final ExplainWords words;
    private final PredicateText predicates;
    private final boolean everything;
    private final List<String> lines = new ArrayList<>();

    /// @param everything whether to show every part, however many there are
    ExplanationTree(ExplainWords words, boolean everything) {
        this.words = words;
        this.predicates = new PredicateText(words);
        this.everything = everything;
    }

    /// @param kind channel and id of the event
    List<String> lines(RuleExplanation explained, String kind) {
        String source = Visible.of(explained.source());
        List<RuleExplanation.Way> taken =
                explained.ways().stream().filter(RuleExplanation.Way::taken).toList();
        List<RuleExplanation.Way> shown = taken.isEmpty() ? explained.ways().subList(0, 1) : taken;
        for (RuleExplanation.Way way : shown) {
            add(way.fromSource(), 1, way.fromSource() ? words.ofSource(source, kind) : words.notOfSource(source, kind));
            way.where().forEach(part -> part(part, 2));
            part(way.detection(), 1);
        }
        return lines;
    }

    /// Stands before what holds, or does not.
    static String mark(boolean holds) {
        return holds ? HOLDS : FAILS;
    }

    private void part(Explanation part, int depth) {
        switch (part) {
            case Explanation.Named named -> named(named, depth);
            case Explanation.All all -> group(all.holds(), words.allOf(), all.parts(), depth);
            case Explanation.Any any -> group(any.holds(), words.anyOf(), any.parts(), depth);
            case Explanation.Not not -> {
                add(not.holds(), depth, words.not());
                part(not.inner(), depth + 1);
            }
            case Explanation.Test test -> test(test, depth, true);
        }
    }

    private void named(Explanation.Named named, int depth) {
        String name = Visible.of(named.name()) + ": ";
        switch (named.inner()) {
            case Explanation.All all -> group(all.holds(), name + words.allOf(), all.parts(), depth);
            case Explanation.Any any -> group(any.holds(), name + words.anyOf(), any.parts(), depth);
            case Explanation inner -> {
                add(inner.holds(), depth, name.strip());
                part(inner, depth + 1);
            }
        }
    }

    private void group(boolean holds, String head, List<Explanation> parts, int depth) {
        add(holds, depth, head);
        Optional<Explanation.Test> common = commonField(parts);
        common.ifPresent(test -> values(test, depth + 1));
        List<Explanation> shown = everything ? parts : chosen(parts, holds);
        for (Explanation part : shown) {
            if (common.isPresent() && part instanceof Explanation.Test test) {
                test(test, depth + 1, false);
            } else {
                part(part, depth + 1);
            }
        }
        for (boolean fit : new boolean[] {true, false}) {
            long hidden = count(parts, fit) - count(shown, fit);
            if (hidden > 0) {
                lines.add(INDENT.repeat(depth + 1) + words.hidden(hidden, fit));
            }
        }
    }

    private static long count(List<Explanation> parts, boolean fit) {
        return parts.stream().filter(part -> part.holds() == fit).count();
    }

    /// Parts that come out as the whole does decide it; where there are many, they come alone.
    private static List<Explanation> chosen(List<Explanation> parts, boolean holds) {
        if (parts.size() <= SHOWN_PARTS) {
            return parts;
        }
        return parts.stream()
                .filter(part -> part.holds() == holds)
                .limit(SHOWN_PARTS)
                .toList();
    }

    /// One of the tests where all of several parts ask the same field, so that its values are shown once.
    private static Optional<Explanation.Test> commonField(List<Explanation> parts) {
        if (parts.size() < 2
                || !(parts.getFirst() instanceof Explanation.Test first)
                || !(first.predicate() instanceof Predicate.Field asked)) {
            return Optional.empty();
        }
        boolean same = parts.stream()
                .allMatch(part -> part instanceof Explanation.Test test
                        && test.predicate() instanceof Predicate.Field field
                        && field.field().equals(asked.field()));
        return same ? Optional.of(first) : Optional.empty();
    }

    private void test(Explanation.Test test, int depth, boolean withValues) {
        String stopped =
                test.tried().stream().anyMatch(tried -> tried.outcome() == Outcome.GIVEN_UP) ? words.givenUp() : "";
        add(test.holds(), depth, predicates.of(test.predicate()) + stopped);
        if (withValues) {
            values(test, depth + 1);
        }
    }

    private void values(Explanation.Test test, int depth) {
        List<Tried> tried = test.tried();
        switch (test.predicate()) {
            case Predicate.Field field when tried.isEmpty() -> value(words.absent(Visible.of(field.field())), depth);
            case Predicate.FieldReference reference
            when tried.isEmpty() -> value(words.absent(Visible.of(reference.field())), depth);
            default ->
                tried.stream()
                        .limit(everything ? Long.MAX_VALUE : SHOWN_PARTS)
                        .forEach(each -> value(
                                Visible.of(each.field()) + " = '" + Visible.head(Visible.of(each.value())) + "'",
                                depth));
        }
    }

    private void value(String text, int depth) {
        lines.add(INDENT.repeat(depth + 1) + text);
    }

    private void add(boolean holds, int depth, String text) {
        lines.add(INDENT.repeat(depth) + mark(holds) + text);
    }
}
