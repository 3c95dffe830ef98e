package io.ashiato.sigma.correlation;

import io.ashiato.model.Correlated;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.RuleSetOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Short forms for rules, events and matches.
final class Cases {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Cases() {}

    /// Rules `a` to `e`; each matches events whose field `R` has its letter. What is not released is taken.
    static RuleSet rules(String correlations) {
        var text = new StringBuilder();
        for (char letter = 'a'; letter <= 'e'; letter++) {
            text.append("title: Rule ").append(letter).append("\nname: ").append(letter);
            text.append("\nlogsource: {product: windows, service: security}\n");
            text.append("detection: {s: {R|contains: ").append(letter).append("}, condition: s}\n---\n");
        }
        return RuleSet.compile(
                List.of(new RuleFile("r.yml", text + correlations)), RuleSetOptions.DEFAULT.withUnreleased(true));
    }

    /// `SECONDS RULES NAME=VALUE ...`; `-` for no time.
    static Event event(String line, long offset) {
        String[] words = line.split(" ");
        var data = new Fields.Builder().add("R", words[1]);
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            data.add(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        Optional<Instant> time = words[0].equals("-") ? Optional.empty() : Optional.of(time(words[0]));
        return new Event(
                time,
                "HOST",
                "Security",
                "P",
                "1",
                data.build(),
                Fields.of("EventID", "1", "Computer", "HOST"),
                new RecordRef("a.evtx", "", offset, OptionalLong.empty(), OptionalLong.empty()));
    }

    static Instant time(String seconds) {
        return START.plusNanos(new BigDecimal(seconds).movePointRight(9).longValueExact());
    }

    static List<Event> events(List<String> lines) {
        var events = new ArrayList<Event>();
        for (String line : lines) {
            events.add(event(line, events.size()));
        }
        return events;
    }

    static List<Event> sorted(List<Event> events) {
        return events.stream()
                .sorted(Comparator.comparing((Event e) -> e.time().orElse(Instant.MAX))
                        .thenComparingLong(e -> e.source().offset()))
                .toList();
    }

    /// All matches of a run over events in the order given.
    static List<CorrelationMatch> run(RuleSet rules, Correlator correlator, List<Event> events) {
        RuleMatcher matcher = rules.matcher();
        var matches = new ArrayList<CorrelationMatch>();
        for (Event event : events) {
            matches.addAll(correlator.accept(event, ids(matcher.match(event))));
        }
        matches.addAll(correlator.finish());
        return matches;
    }

    static List<String> ids(List<CompiledRule> rules) {
        return rules.stream().map(rule -> rule.about().id()).toList();
    }

    /// `TITLE @SECONDS NAME=VALUE ... COUNT [SECONDS ...]`.
    static String text(CorrelationMatch match) {
        Correlated correlated = match.correlated();
        var text = new StringBuilder(match.rule().title());
        text.append(" @").append(seconds(match.event().time().orElseThrow()));
        for (Correlated.Value value : correlated.group()) {
            text.append(' ').append(value.name()).append('=').append(value.value());
        }
        text.append(' ').append(correlated.events()).append(" [");
        text.append(String.join(
                " ", correlated.records().stream().map(r -> seconds(r.time())).toList()));
        return text.append(']').toString();
    }

    private static String seconds(Instant time) {
        Duration since = Duration.between(START, time);
        return BigDecimal.valueOf(since.toNanos(), 9).stripTrailingZeros().toPlainString();
    }
}
