package io.ashiato.sigma.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.sigma.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What correlations do with more than they can hold, and with input that means harm.
@Timeout(300)
class CorrelatorLimitsTest {
    private static final int MILLION = 1_000_000;

    private static RuleSet pairs(String timespan) {
        return Cases.rules("title: T\ncorrelation: {type: event_count, rules: [a], group-by: [User], timespan: "
                + timespan + ", condition: {gte: 2}}\n");
    }

    private static List<String> a(RuleSet rules) {
        return Cases.ids(rules.rules().stream()
                .filter(rule -> rule.about().title().equals("Rule a"))
                .toList());
    }

    /// What is gone by time needs no limit.
    @Test
    void manyGroupsOneAfterTheOtherLoseNothing() {
        RuleSet rules = pairs("10s");
        Correlator correlator = rules.correlations().correlator();
        List<String> a = a(rules);
        long found = 0;
        for (int i = 0; i < MILLION / 4; i++) {
            found += correlator
                    .accept(Cases.event(i + " a User=u" + i, 2L * i), a)
                    .size();
            if (i % 1000 == 0) {
                found += correlator
                        .accept(Cases.event(i + " a User=u" + i, 2L * i + 1), a)
                        .size();
            }
        }

        assertThat(found + correlator.finish().size()).isEqualTo(250);
        assertThat(correlator.forgotten()).isZero();
    }

    /// Within one window the groups that were quiet longest go, and that is counted.
    @Test
    void aMillionGroupsAtOnceAreBoundedAndTheLossIsTold() {
        RuleSet rules = pairs("1d");
        Correlator correlator = rules.correlations().correlator();
        List<String> a = a(rules);
        for (int i = 0; i < MILLION; i++) {
            assertThat(correlator.accept(Cases.event("0 a User=u" + i, i), a)).isEmpty();
        }

        assertThat(correlator.forgotten()).isBetween(MILLION / 2L, MILLION - 1L);
        assertThat(correlator.accept(Cases.event("1 a User=u" + (MILLION - 1), MILLION), a))
                .hasSize(1);
        assertThat(correlator.accept(Cases.event("1 a User=u0", MILLION + 1L), a))
                .isEmpty();
    }

    @Test
    void oneGroupOfAMillionEventsIsBounded() {
        RuleSet rules = Cases.rules("title: T\ncorrelation: {type: value_count, rules: [a], group-by: [], timespan: 1d,"
                + " condition: {field: User, gte: 2}}\n");
        Correlator correlator = rules.correlations().correlator();
        List<String> a = a(rules);
        for (int i = 0; i < MILLION; i++) {
            assertThat(correlator.accept(Cases.event("0 a User=same", i), a)).isEmpty();
        }

        assertThat(correlator.accept(Cases.event("0 a User=other", MILLION), a)).hasSize(1);
        assertThat(correlator.forgotten()).isPositive();
    }

    /// Events that wait for an inner correlation are held whole.
    @Test
    void waitingEventsAreBounded() {
        RuleSet rules = Cases.rules("""
                title: inner
                name: few
                correlation: {type: event_count, rules: [b], group-by: [User], timespan: 30d, condition: {lt: 3}}
                ---
                title: outer
                correlation: {type: temporal, rules: [few, a], group-by: [User], timespan: 1d}
                """);
        Correlator correlator = rules.correlations().correlator();
        List<String> a = a(rules);
        String filler = "x".repeat(1000);
        for (int i = 0; i < 100_000; i++) {
            assertThat(correlator.accept(Cases.event("0 a User=u" + i + " F=" + filler, i), a))
                    .isEmpty();
        }

        assertThat(correlator.finish()).isEmpty();
    }

    @Test
    void percentilesOfADenseWindowTakeTimeInLineWithTheEvents() {
        RuleSet rules = Cases.rules("title: T\ncorrelation: {type: value_percentile, rules: [a], group-by: [],"
                + " timespan: 1h, condition: {field: N, percentile: 95, lt: 0}}\n");
        Correlator correlator = rules.correlations().correlator();
        List<String> a = a(rules);
        for (int i = 0; i < 100_000; i++) {
            int scattered = (int) (i * 2_654_435_761L % 1_000_003);
            assertThat(correlator.accept(Cases.event(i / 10 + " a N=" + scattered, i), a))
                    .isEmpty();
        }

        assertThat(correlator.finish()).isEmpty();
    }

    /// `a~` and `b_` have the same hash, so all values made of them have, folded or not.
    @Test
    void valuesThatCollideAreNoSlower() {
        RuleSet rules = pairs("1d");
        Correlator correlator = rules.correlations().correlator();
        List<String> a = a(rules);
        var values = new ArrayList<>(List.of(""));
        while (values.size() < 32_768) {
            var longer = new ArrayList<String>();
            values.forEach(value -> {
                longer.add(value + "a~");
                longer.add(value + "b_");
            });
            values.clear();
            values.addAll(longer);
        }
        assertThat(values.stream().map(String::hashCode).distinct()).hasSize(1);
        for (int i = 0; i < values.size(); i++) {
            correlator.accept(Cases.event("0 a User=" + values.get(i), i), a);
        }

        assertThat(correlator.finish()).isEmpty();
    }

    @Test
    void timesAtTheEndsOfTheCalendarDoNoHarm() {
        RuleSet rules = Cases.rules("title: T\ncorrelation: {type: event_count, rules: [a], group-by: [],"
                + " timespan: 36500d, condition: {lte: 1}}\n");
        Correlator correlator = rules.correlations().correlator();
        List<String> a = a(rules);
        var first = Cases.event("0 a User=x", 0);
        var matches = new ArrayList<CorrelationMatch>();
        matches.addAll(correlator.accept(at(first, Instant.MIN), a));
        matches.addAll(correlator.accept(first, a));
        matches.addAll(correlator.accept(at(first, Instant.MAX), a));
        matches.addAll(correlator.finish());

        assertThat(matches).hasSize(3);
    }

    private static Event at(Event event, Instant time) {
        return new Event(
                Optional.of(time),
                event.host(),
                event.channel(),
                event.provider(),
                event.eventId(),
                event.data(),
                event.system(),
                event.source());
    }

    @Test
    void lateEventsAreCountedAndLeftOut() {
        RuleSet rules = pairs("10s");
        Correlator correlator = rules.correlations().correlator(Duration.ofSeconds(3));
        List<String> a = a(rules);
        correlator.accept(Cases.event("10 a User=x", 0), a);
        correlator.accept(Cases.event("7 a User=x", 1), a);
        correlator.accept(Cases.event("6.9 a User=x", 2), a);
        correlator.accept(Cases.event("- a User=x", 3), a);

        assertThat(correlator.finish())
                .singleElement()
                .satisfies(match -> assertThat(Cases.text(match)).isEqualTo("T @10 User=x 2 [7 10]"));
        assertThat(Map.of("late", correlator.late(), "untimed", correlator.untimed()))
                .isEqualTo(Map.of("late", 1L, "untimed", 1L));
    }
}
