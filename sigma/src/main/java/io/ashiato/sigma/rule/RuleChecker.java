package io.ashiato.sigma.rule;

import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.Tactic;
import io.ashiato.sigma.syntax.Condition;
import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.FilterDocument;
import io.ashiato.sigma.syntax.Place;
import io.ashiato.sigma.syntax.Problems;
import io.ashiato.sigma.syntax.Search;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Turns documents into rules: modifiers to tests, conditions to trees over them.
public final class RuleChecker {
    private static final Pattern TECHNIQUE_TAG = Pattern.compile("attack\\.(t\\d{4}(?:\\.\\d{3})?)");
    private static final String ATTACK = "attack.";

    private final Placeholders placeholders;
    private final Budget budget = new Budget();

    /// A checker for the rules and filters of one set, which have a budget in common.
    public RuleChecker(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /// Nothing when a problem was reported, here or before.
    public Optional<Rule> check(Document document, Problems problems) {
        return detection(document.identifiers(), document.conditions(), document.place(), document.sound(), problems)
                .map(detection ->
                        new Rule(about(document.heading(), document.content()), detection, document.content()));
    }

    /// The condition that a filter adds to rules; nothing when a problem was reported, here or before.
    public Optional<Expression> check(FilterDocument document, Problems problems) {
        return detection(document.identifiers(), document.conditions(), document.place(), document.sound(), problems);
    }

    private Optional<Expression> detection(
            Map<String, Search> identifiers,
            List<Condition> conditions,
            Place place,
            boolean sound,
            Problems problems) {
        Optional<Expression> detection = new DetectionChecker(placeholders, budget, problems)
                .check(identifiers, conditions, place)
                .filter(checked -> sound);
        budget.end(detection.isPresent());
        return detection;
    }

    /// What a person is told of a rule with that heading.
    ///
    /// A rule without a level is informational: its author claimed nothing, and a guess would inflate findings.
    public static RuleInfo about(Document.Heading heading, String content) {
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
                heading.id().orElseGet(() -> idOf(content)),
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
