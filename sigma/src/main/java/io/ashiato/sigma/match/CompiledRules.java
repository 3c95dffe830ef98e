package io.ashiato.sigma.match;

import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.rule.ValueTest;
import io.ashiato.sigma.source.EventFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// All rules, ready to run; immutable and shared by threads.
public final class CompiledRules {
    static final String EVENT_ID = "EventID";

    /// A rule before compilation.
    ///
    /// @param source a number for its log source, to tell which sources had events
    public record Input(Expression detection, List<EventFilter> filters, int source) {}

    private static final int[] NONE = {};

    /// Bytes that each of the first two evaluations may remember; the next two half of it, the next two a third, so
    /// that all of 256 threads together have some 130 MiB.
    private static final int CACHE_BUDGET = 12 << 20;

    private final AtomicInteger caches = new AtomicInteger();

    final FieldSlots slots = new FieldSlots();
    final int eventIdSlot = slots.slot(List.of(EVENT_ID));
    final Checks checks = new Checks(slots);

    /// By variant.
    final Node[] nodes;

    final int[] rules;
    final int[] sources;
    final Conditions conditions = new Conditions();

    /// By variant: where its condition begins in [#conditions].
    final int[] entries;

    private final List<EventFilter> filters;
    private final int[][] variantsOfFilter;
    private final BitSet untriggered = new BitSet();

    /// By check: the variants that it wakes.
    final int[][] wakes;

    /// By literal id: the checks that it makes true, or that have to be verified then.
    final int[][] checksOfLiteral;

    /// By check: what to verify when its literal was found; null when finding it is enough.
    final @Nullable PatternMatcher[] verifiers;

    /// By check: whether finding its literal says only that it may hold.
    final boolean[] isAskedLater;

    /// By check: whether an index finds it, or a text that it needs.
    final boolean[] isIndexed;

    /// By check: the pattern of texts that no index finds.
    final @Nullable PatternMatcher[] patterns;

    /// By slot; null where no literal is looked for.
    private final @Nullable FieldIndex[] indexes;

    /// By the checks that are alive in a plan: those have few keywords, all rules together many.
    private final Map<BitSet, KeywordIndex> keywordIndexes = new ConcurrentHashMap<>();

    private final AtomicInteger keywordIndexCount = new AtomicInteger();
    private final Map<Literal, Integer> keywords;

    private final Set<String> knownChannels = new HashSet<>();
    private final Set<String> knownEventIds = new HashSet<>();

    private CompiledRules(List<Input> inputs) {
        var filterVariants = new LinkedHashMap<EventFilter, List<Integer>>();
        var nodeList = new ArrayList<Node>();
        var ruleList = new ArrayList<Integer>();
        for (int rule = 0; rule < inputs.size(); rule++) {
            for (EventFilter filter : inputs.get(rule).filters()) {
                filterVariants.computeIfAbsent(filter, f -> new ArrayList<>()).add(nodeList.size());
                nodeList.add(checks.node(inputs.get(rule).detection(), filter));
                ruleList.add(rule);
            }
        }
        nodes = nodeList.toArray(Node[]::new);
        entries = nodeList.stream().mapToInt(conditions::add).toArray();
        rules = ruleList.stream().mapToInt(Integer::intValue).toArray();
        sources = ruleList.stream().mapToInt(r -> inputs.get(r).source()).toArray();
        filters = List.copyOf(filterVariants.keySet());
        variantsOfFilter = filterVariants.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        wakes = wakes();
        verifiers = new PatternMatcher[checks.count()];
        isAskedLater = new boolean[checks.count()];
        isIndexed = new boolean[checks.count()];
        patterns = new PatternMatcher[checks.count()];
        indexes = new FieldIndex[slots.count()];
        var literals = new Literals();
        checksOfLiteral = literals.checks;
        keywords = Map.copyOf(literals.ids.getOrDefault(EventValues.NONE, Map.of()));
        collectKnown();
    }

    public static CompiledRules compile(List<Input> inputs) {
        return new CompiledRules(inputs);
    }

    private int[][] wakes() {
        var triggers = new Triggers(checks, eventIdSlot);
        int[][] wakes = new int[checks.count()][];
        Arrays.fill(wakes, NONE);
        for (int variant = 0; variant < nodes.length; variant++) {
            Optional<Set<Integer>> chosen = triggers.of(nodes[variant]);
            if (chosen.isEmpty()) {
                untriggered.set(variant);
            }
            for (int check : chosen.orElse(Set.of())) {
                wakes[check] = Arrays.copyOf(wakes[check], wakes[check].length + 1);
                wakes[check][wakes[check].length - 1] = variant;
            }
        }
        return wakes;
    }

    /// Fills the indexes; lives only while rules are compiled.
    private final class Literals {
        private final Map<Integer, Map<Literal, Integer>> ids = new HashMap<>();
        private final List<List<Integer>> checksOf = new ArrayList<>();
        private final int[][] checks;

        Literals() {
            for (int check = 0; check < CompiledRules.this.checks.count(); check++) {
                switch (CompiledRules.this.checks.get(check)) {
                    case Check.Value value -> add(check, value.slot(), value.test());
                    case Check.AnyText keyword -> add(check, EventValues.NONE, keyword.test());
                    case Check.Absent absent -> {}
                    case Check.Present present -> {}
                    case Check.Reference reference -> {}
                }
            }
            ids.forEach((slot, literals) -> {
                if (slot >= 0) {
                    indexes[slot] = new FieldIndex(literals);
                }
            });
            checks = checksOf.stream()
                    .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new);
        }

        private void add(int check, int slot, ValueTest test) {
            List<Literal> found = CompiledRules.this.checks.literals(check);
            boolean exact = !found.isEmpty() && found.get(0).exact();
            if (test instanceof ValueTest.Text text && !exact) {
                (found.isEmpty() ? patterns : verifiers)[check] = new PatternMatcher(text.pattern());
            }
            isAskedLater[check] = test instanceof ValueTest.Matches && !found.isEmpty();
            isIndexed[check] = !found.isEmpty();
            found.forEach(literal -> add(check, slot, literal));
        }

        private void add(int check, int slot, Literal literal) {
            // Where the text lies decides which index has it, not whether finding it is enough.
            Literal sought = new Literal(literal.text(), literal.anchor(), true);
            Map<Literal, Integer> known = ids.computeIfAbsent(slot, s -> new LinkedHashMap<>());
            Integer id = known.get(sought);
            if (id == null) {
                id = checksOf.size();
                known.put(sought, id);
                checksOf.add(new ArrayList<>());
            }
            checksOf.get(id).add(check);
        }
    }

    private void collectKnown() {
        for (EventFilter filter : filters) {
            knownChannels.addAll(filter.channels());
            knownChannels.addAll(filter.except());
            knownEventIds.addAll(filter.eventIds());
        }
        for (int check = 0; check < checks.count(); check++) {
            Optional<String> eventId = eventId(check);
            eventId.ifPresent(knownEventIds::add);
        }
    }

    /// The event id that a check asks for; nothing for checks of another kind, nor for the empty id, which
    /// stands for all unknown ones in plans.
    private Optional<String> eventId(int check) {
        return checks.get(check) instanceof Check.Value value && value.slot() == eventIdSlot
                ? checks.literals(check).stream()
                        .filter(l -> l.exact() && l.anchor() == Literal.Anchor.WHOLE)
                        .map(Literal::text)
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /// Reports every literal that rules look for in a value.
    ///
    /// @param slot of the value
    void scan(int slot, char[] folded, Hits hits) {
        FieldIndex index = indexes[slot];
        if (index != null) {
            index.scan(folded, hits);
        }
    }

    /// What one more evaluation may remember, in bytes.
    int budgetOfNextCache() {
        return CACHE_BUDGET / (1 + caches.getAndIncrement() / 2);
    }

    /// The channel as plans know it, so that unknown ones share a plan.
    String planChannel(String channel) {
        String folded = EventFilter.fold(channel);
        return knownChannels.contains(folded) ? folded : "";
    }

    String planEventId(String eventId) {
        return knownEventIds.contains(eventId) ? eventId : "";
    }

    /// What can match events of that channel and id.
    ///
    /// @param channel from [#planChannel]
    /// @param eventId from [#planEventId]
    /// @param certain whether the field `EventID` has just this value
    Plan plan(String channel, String eventId, boolean certain) {
        var live = new BitSet();
        for (int f = 0; f < filters.size(); f++) {
            if (filters.get(f).takes(channel, eventId)) {
                for (int variant : variantsOfFilter[f]) {
                    live.set(variant);
                }
            }
        }
        var seen = new BitSet();
        live.stream().forEach(variant -> seen.set(sources[variant]));
        if (certain) {
            live.stream().filter(v -> isImpossible(nodes[v], eventId)).forEach(live::clear);
        }
        var always = (BitSet) live.clone();
        always.and(untriggered);
        return new Plan(live, always.stream().toArray(), seen, slotsOf(live), keywordsOf(live));
    }

    private boolean isImpossible(Node node, String eventId) {
        return certainty(node, eventId) < 0;
    }

    /// 1 when the condition holds for every event of that id, -1 when for none, else 0.
    private int certainty(Node node, String eventId) {
        return switch (node) {
            case Node.Leaf leaf ->
                eventId(leaf.check())
                        .map(asked -> asked.equals(eventId) ? 1 : -1)
                        .orElse(0);
            case Node.Not not -> -certainty(not.inner(), eventId);
            case Node.All all ->
                Arrays.stream(all.parts)
                        .mapToInt(p -> certainty(p, eventId))
                        .min()
                        .orElse(1);
            case Node.Any any ->
                Arrays.stream(any.parts)
                        .mapToInt(p -> certainty(p, eventId))
                        .max()
                        .orElse(-1);
        };
    }

    /// The slots with an index that live variants ask for.
    private int[] slotsOf(BitSet live) {
        var slotsAsked = new BitSet();
        live.stream().forEach(variant -> collectSlots(nodes[variant], slotsAsked));
        return slotsAsked.stream().filter(slot -> indexes[slot] != null).toArray();
    }

    private void collectSlots(Node node, BitSet into) {
        switch (node) {
            case Node.All all -> Arrays.stream(all.parts).forEach(p -> collectSlots(p, into));
            case Node.Any any -> Arrays.stream(any.parts).forEach(p -> collectSlots(p, into));
            case Node.Not not -> collectSlots(not.inner(), into);
            case Node.Leaf leaf -> {
                if (checks.get(leaf.check()) instanceof Check.Value value) {
                    into.set(value.slot());
                }
            }
        }
    }

    /// The index of the keywords that live variants ask for; null where there are none.
    private @Nullable KeywordIndex keywordsOf(BitSet live) {
        var asked = new BitSet();
        live.stream().forEach(variant -> collectKeywords(nodes[variant], asked));
        return asked.isEmpty() ? null : keywordIndexes.computeIfAbsent(asked, this::keywordIndex);
    }

    private KeywordIndex keywordIndex(BitSet asked) {
        var chosen = new LinkedHashMap<Literal, Integer>();
        keywords.entrySet().stream()
                .filter(keyword ->
                        Arrays.stream(checksOfLiteral[keyword.getValue()]).anyMatch(asked::get))
                .sorted(Map.Entry.comparingByValue())
                .forEach(keyword -> chosen.put(keyword.getKey(), keyword.getValue()));
        return new KeywordIndex(chosen, keywordIndexCount.getAndIncrement());
    }

    private void collectKeywords(Node node, BitSet into) {
        switch (node) {
            case Node.All all -> Arrays.stream(all.parts).forEach(p -> collectKeywords(p, into));
            case Node.Any any -> Arrays.stream(any.parts).forEach(p -> collectKeywords(p, into));
            case Node.Not not -> collectKeywords(not.inner(), into);
            case Node.Leaf leaf -> {
                if (checks.get(leaf.check()) instanceof Check.AnyText && isIndexed[leaf.check()]) {
                    into.set(leaf.check());
                }
            }
        }
    }
}
