package io.ashiato.sigma.correlation;

import io.ashiato.model.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The slow twin of the engine: all events of a group in a list, each window cut out of it and measured from the
/// beginning. Follows docs/sigma-differences.md, "Correlations", and shares no code with the engine.
///
/// @param rules letters of rules, or titles of other correlations
/// @param comparisons such as `gte 3`
/// @param alternatives of a `temporal` over the names of its rules, else none: one of them has to be, all rules of
///     which match, and none with `!` before it
record PlainCorrelation(
        String title,
        String type,
        List<String> rules,
        List<String> groupBy,
        int seconds,
        List<String> comparisons,
        List<List<String>> alternatives) {
    /// What a correlation sees of an event: the rules or correlations by which it comes, each with what that says
    /// of fields.
    record Input(Event event, Map<String, Map<String, String>> fieldsByRule) {
        Instant time() {
            return event.time().orElseThrow();
        }
    }

    record Match(String title, Event event, List<String> group, int events, Instant first, Instant last) {
        @Override
        public String toString() {
            return title + " #" + event.source().offset() + " " + group + " " + events + " " + first + " " + last;
        }
    }

    /// @param group as this event spells it
    private record Member(Input input, List<String> group, Set<Integer> steps, String value) {
        Instant time() {
            return input.time();
        }
    }

    /// @param inputs in order
    List<Match> matches(List<Input> inputs) {
        var groups = new LinkedHashMap<List<String>, List<Member>>();
        for (Input input : inputs) {
            var perGroup = new LinkedHashMap<List<String>, Member>();
            for (int step = 0; step < rules.size(); step++) {
                Optional<Map<String, String>> given = Optional.ofNullable(input.fieldsByRule.get(rules.get(step)));
                Map<String, String> fields = given.orElse(Map.of());
                Optional<String> value = given.flatMap(this::value);
                if (value.isPresent() && fields.keySet().containsAll(groupBy)) {
                    List<String> values = groupBy.stream()
                            .map(name -> fields.getOrDefault(name, ""))
                            .toList();
                    List<String> key =
                            values.stream().map(v -> v.toLowerCase(Locale.ROOT)).toList();
                    perGroup.computeIfAbsent(key, k -> new Member(input, values, new TreeSet<>(), value.get()))
                            .steps
                            .add(step);
                }
            }
            perGroup.forEach((key, member) ->
                    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(member));
        }
        var matches = new ArrayList<Match>();
        groups.forEach((key, members) -> {
            if (waits()) {
                whole(members, matches);
            } else {
                sliding(members, matches);
            }
        });
        return matches;
    }

    private Optional<String> value(Map<String, String> fields) {
        return switch (type) {
            case "value_count" -> Optional.ofNullable(fields.get("V")).map(v -> v.toLowerCase(Locale.ROOT));
            case "value_sum", "value_avg", "value_percentile" ->
                Optional.ofNullable(fields.get("N")).filter(n -> n.matches("-?\\d+(\\.\\d+)?"));
            default -> Optional.of("");
        };
    }

    /// Whether later events can make it false; that all rules match is the most there can be.
    private boolean waits() {
        if (!alternatives.isEmpty()) {
            return alternatives.stream().flatMap(List::stream).anyMatch(rule -> rule.startsWith("!"));
        }
        boolean mean = type.equals("value_avg") || type.equals("value_percentile");
        boolean all = type.equals("temporal") && comparisons.equals(List.of("eq " + rules.size()));
        return mean || !(all || comparisons.stream().allMatch(c -> c.startsWith("gt")));
    }

    private void sliding(List<Member> members, List<Match> matches) {
        var fresh = new ArrayList<Member>();
        Instant spent = null;
        for (Member member : members) {
            if (spent != null && !member.time().isAfter(spent.plusSeconds(seconds))) {
                continue;
            }
            fresh.add(member);
            List<Member> window = fresh.stream()
                    .filter(m -> !m.time().plusSeconds(seconds).isBefore(member.time()))
                    .toList();
            List<Member> proof = type.equals("temporal_ordered") ? chain(window) : window;
            if (!proof.isEmpty() && holds(proof)) {
                matches.add(match(proof));
                spent = proof.getFirst().time();
                fresh.clear();
            }
        }
    }

    /// Every window that begins with an event and is part of no other.
    private void whole(List<Member> members, List<Match> matches) {
        int from = 0;
        int lastEnd = -1;
        while (from < members.size()) {
            Instant end = members.get(from).time().plusSeconds(seconds);
            int to = from;
            while (to < members.size() && !members.get(to).time().isAfter(end)) {
                to++;
            }
            List<Member> window = members.subList(from, to);
            if (to > lastEnd && holds(window)) {
                matches.add(match(window));
                from = to;
            } else {
                from++;
            }
            lastEnd = to;
        }
    }

    private Match match(List<Member> proof) {
        Member last = proof.getLast();
        return new Match(
                title,
                last.input.event,
                last.group,
                proof.size(),
                proof.getFirst().time(),
                last.time());
    }

    /// Events whose rules follow each other, as many as needed, the one that begins last; none where there is none.
    private List<Member> chain(List<Member> window) {
        int needed = 1;
        while (!compares(BigDecimal.valueOf(needed))) {
            needed++;
        }
        for (int start = window.size() - 1; start >= 0; start--) {
            for (int step : window.get(start).steps) {
                List<Member> found = extend(window, start, step, needed - 1);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private List<Member> extend(List<Member> window, int at, int step, int more) {
        if (more == 0) {
            return List.of(window.get(at));
        }
        for (int next = at + 1; next < window.size(); next++) {
            for (int later : window.get(next).steps) {
                List<Member> rest = later > step ? extend(window, next, later, more - 1) : List.of();
                if (!rest.isEmpty()) {
                    var chain = new ArrayList<>(List.of(window.get(at)));
                    chain.addAll(rest);
                    return chain;
                }
            }
        }
        return List.of();
    }

    private boolean holds(List<Member> window) {
        if (!alternatives.isEmpty()) {
            var matched = new HashSet<String>();
            window.forEach(m -> m.steps.forEach(step -> matched.add(rules.get(step))));
            return alternatives.stream()
                    .anyMatch(all -> all.stream()
                            .allMatch(rule -> rule.startsWith("!")
                                    ? !matched.contains(rule.substring(1))
                                    : matched.contains(rule)));
        }
        return compares(
                switch (type) {
                    case "event_count", "temporal_ordered" -> BigDecimal.valueOf(window.size());
                    case "value_count" ->
                        BigDecimal.valueOf(
                                window.stream().map(Member::value).distinct().count());
                    case "temporal" -> {
                        var steps = new HashSet<Integer>();
                        window.forEach(m -> steps.addAll(m.steps));
                        yield BigDecimal.valueOf(steps.size());
                    }
                    case "value_sum" -> sum(window);
                    case "value_avg" ->
                        sum(window).divide(BigDecimal.valueOf(window.size()), 30, RoundingMode.HALF_EVEN);
                    default -> {
                        List<BigDecimal> sorted = window.stream()
                                .map(m -> new BigDecimal(m.value))
                                .sorted()
                                .toList();
                        yield sorted.get((int) Math.max(1, Math.ceil(sorted.size() * 0.75)) - 1);
                    }
                });
    }

    private static BigDecimal sum(List<Member> window) {
        return window.stream().map(m -> new BigDecimal(m.value)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean compares(BigDecimal measure) {
        return comparisons.stream().allMatch(comparison -> {
            String[] words = comparison.split(" ");
            int order = measure.compareTo(new BigDecimal(words[1]));
            return switch (words[0]) {
                case "gt" -> order > 0;
                case "gte" -> order >= 0;
                case "lt" -> order < 0;
                case "lte" -> order <= 0;
                case "eq" -> order == 0;
                default -> order != 0;
            };
        });
    }

    String yaml() {
        String field = switch (type) {
            case "value_count" -> "field: V, ";
            case "value_sum", "value_avg" -> "field: N, ";
            case "value_percentile" -> "field: N, percentile: 75, ";
            default -> "";
        };
        String condition = String.join(
                ", ", comparisons.stream().map(c -> c.replace(" ", ": ")).toList());
        String named = alternatives.stream()
                .map(all -> "(" + String.join(" and ", all).replace("!", "not ") + ")")
                .collect(Collectors.joining(" or "));
        return "title: " + title + "\nname: " + title + "\ncorrelation: {type: " + type + ", rules: " + rules
                + ", group-by: " + groupBy + ", timespan: " + seconds + "s, generate: true, condition: "
                + (named.isEmpty() ? "{" + field + condition + "}" : named) + "}\n";
    }
}
