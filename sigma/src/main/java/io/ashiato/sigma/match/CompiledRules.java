package io.ashiato.sigma.match;

import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.rule.ValueTest;
import io.ashiato.sigma.source.EventFilter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// All rules, ready to run; immutable and shared by threads.
///
/// Made of [RuleTables] at each start of the program, when code is slow: plain loops, and what few logs need (indexes,
/// plans) is made when the first value asks for it.
public final class CompiledRules {
    static final String EVENT_ID = "EventID";

    /// A rule before compilation.
    ///
    /// @param source a number for its log source, to tell which sources had events
    public record Input(Expression detection, List<EventFilter> filters, int source) {}

    static final int[] NONE = {};

    private static final boolean[] ANSWERS = {true, false};

    /// Bytes that either cache of the first two evaluations may take; the next two get half of it, the next two a
    /// third,
    /// and those behind the eighth less still, so that all of 256 threads together have some 140 MiB.
    private static final int CACHE_BUDGET = 12 << 20;

    private final AtomicInteger caches = new AtomicInteger();

    private final RuleTables tables;
    final FieldSlots slots;
    final int eventIdSlot;
    final CheckTable checks;

    /// By variant.
    final int[] rules;

    final int[] sources;
    final Conditions conditions;

    /// By variant: where its condition begins in [#conditions].
    final int[] entries;

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

    /// By check: the event id that it asks for; null for checks of another kind.
    private final @Nullable String[] eventIds;

    /// Variants that ask for an event id somewhere.
    private final BitSet askingEventId = new BitSet();

    /// Whether rules ask for whole event ids only, so that those not known to them have no literal.
    private final boolean areIdsWhole;

    private final Set<String> knownChannels = new HashSet<>();
    private final Set<String> knownEventIds = new HashSet<>();

    private CompiledRules(RuleTables tables) {
        this.tables = tables;
        slots = FieldSlots.of(tables.fields());
        eventIdSlot = slots.slot(List.of(EVENT_ID));
        RuleTables.require(slots.count() == tables.fields().size());
        rules = tables.rules();
        sources = tables.sources();
        entries = tables.entries();
        conditions = Conditions.of(tables.conditions());
        for (int variant : tables.untriggered()) {
            untriggered.set(variant);
        }
        wakes = tables.wakes().lists();
        checksOfLiteral = tables.checksOfLiteral().lists();
        int count = wakes.length;
        checks = new CheckTable(count, tables.asked(), tables.askedChecks());
        verifiers = new PatternMatcher[count];
        isAskedLater = new boolean[count];
        isIndexed = new boolean[count];
        patterns = new PatternMatcher[count];
        eventIds = new String[count];
        for (int check : tables.checksOfLiteral().items()) {
            isIndexed[check] = true;
        }
        for (int check : tables.asked()) {
            prepare(check);
        }
        indexes = new FieldIndex[slots.count()];
        for (int slot = 0; slot < indexes.length; slot++) {
            if (!tables.literalsOfSlot().isEmpty(slot)) {
                indexes[slot] = new FieldIndex(
                        tables.literals(), tables.literalsOfSlot().list(slot));
            }
        }
        areIdsWhole = collectEventIds();
        for (EventFilter filter : tables.filters()) {
            knownChannels.addAll(filter.channels());
            knownChannels.addAll(filter.except());
            knownEventIds.addAll(filter.eventIds());
        }
    }

    public static CompiledRules compile(List<Input> inputs) {
        return of(tables(inputs));
    }

    /// What [#of] makes these rules of.
    public static RuleTables tables(List<Input> inputs) {
        return new RuleCompiler(inputs).tables();
    }

    /// @throws IllegalArgumentException if the tables are none that [#tables] made
    public static CompiledRules of(RuleTables tables) {
        return new CompiledRules(tables);
    }

    private void prepare(int check) {
        if (checks.get(check) instanceof Check.Value value) {
            prepare(check, value.test());
        } else if (checks.get(check) instanceof Check.AnyText text) {
            prepare(check, text.test());
        }
    }

    private void prepare(int check, ValueTest test) {
        if (test instanceof ValueTest.Text text) {
            (isIndexed[check] ? verifiers : patterns)[check] = new PatternMatcher(text.pattern());
        }
        isAskedLater[check] = test instanceof ValueTest.Matches && isIndexed[check];
    }

    /// The empty id is none: it stands for all unknown ones in plans.
    ///
    /// @return whether all that is looked for in event ids are ids
    private boolean collectEventIds() {
        boolean areAllIds = true;
        var several = new BitSet();
        for (int literal : tables.literalsOfSlot().list(eventIdSlot)) {
            String id = tables.literals().text(literal);
            boolean isId = tables.literals().anchor(literal) == Literal.Anchor.WHOLE && !id.isEmpty();
            for (int check : checksOfLiteral[literal]) {
                if (!isId || !checks.isFound(check) || eventIds[check] != null) {
                    several.set(check);
                } else {
                    eventIds[check] = id;
                }
            }
            if (isId) {
                knownEventIds.add(id);
            }
            areAllIds &= isId;
        }
        several.stream().forEach(check -> eventIds[check] = null);
        int from = 0;
        for (int variant = 0; variant < entries.length; variant++) {
            for (int at = from; at <= entries[variant]; at = conditions.after(at)) {
                if (eventIds[conditions.check(at)] != null) {
                    askingEventId.set(variant);
                }
                from = conditions.after(at);
            }
        }
        return areAllIds;
    }

    /// Reports every literal that rules look for in a value.
    ///
    /// @param slot of the value
    void scan(int slot, FoldedValue value, Hits hits) {
        FieldIndex index = indexes[slot];
        if (index != null) {
            index.scan(value, hits);
        }
    }

    /// What each of the two caches of one more evaluation may remember, in bytes.
    int budgetOfNextCache() {
        int pair = 1 + Math.min(caches.getAndIncrement(), 1 << 12) / 2;
        return CACHE_BUDGET / (pair <= 4 ? pair : pair * pair / 4);
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
        for (int f = 0; f < tables.filters().size(); f++) {
            if (tables.filters().get(f).takes(channel, eventId)) {
                set(live, tables.variantsOfFilter(), f);
            }
        }
        var seen = new BitSet();
        for (int variant = live.nextSetBit(0); variant >= 0; variant = live.nextSetBit(variant + 1)) {
            seen.set(sources[variant]);
        }
        if (certain) {
            removeImpossible(live, eventId);
        }
        var slotsAsked = new BitSet();
        var slotsRead = new BitSet();
        var keywordsAsked = new BitSet();
        for (int variant = live.nextSetBit(0); variant >= 0; variant = live.nextSetBit(variant + 1)) {
            set(slotsAsked, tables.slotsOfVariant(), variant);
            set(slotsRead, tables.readOfVariant(), variant);
            set(keywordsAsked, tables.keywordsOfVariant(), variant);
        }
        slotsRead.or(slotsAsked);
        boolean readsAll = slotsRead.get(slots.count());
        slotsRead.clear(slots.count());
        int[] ofEventId = NONE;
        if (certain && slotsAsked.get(eventIdSlot) && (knownEventIds.contains(eventId) || areIdsWhole)) {
            ofEventId = literalsOf(eventId);
            slotsAsked.clear(eventIdSlot);
        }
        var always = (BitSet) live.clone();
        always.and(untriggered);
        KeywordIndex keywords =
                keywordsAsked.isEmpty() ? null : keywordIndexes.computeIfAbsent(keywordsAsked, this::keywordIndex);
        return new Plan(
                live,
                always.stream().toArray(),
                seen,
                slotsAsked.stream().toArray(),
                parts(slotsRead),
                readsAll,
                ofEventId,
                keywords);
    }

    /// The slots with the event id, of which plans know only whether rules ask for it, and joined ones' parts in their
    /// place.
    private int[] parts(BitSet read) {
        read.set(eventIdSlot);
        for (FieldSlots.Joined joined : slots.joined()) {
            if (read.get(joined.slot())) {
                read.clear(joined.slot());
                read.set(joined.first());
                read.set(joined.second());
            }
        }
        return read.stream().toArray();
    }

    private int[] literalsOf(String eventId) {
        var hits = new Hits();
        var value = new FoldedValue();
        value.set(eventId);
        scan(eventIdSlot, value, hits);
        return hits.distinct();
    }

    private static void set(BitSet into, IntLists lists, int list) {
        for (int i = lists.starts()[list]; i < lists.starts()[list + 1]; i++) {
            into.set(lists.items()[i]);
        }
    }

    private void removeImpossible(BitSet live, String eventId) {
        var reached = new BitSet();
        for (int variant = live.nextSetBit(0); variant >= 0; variant = live.nextSetBit(variant + 1)) {
            if (askingEventId.get(variant) && isImpossible(entries[variant], eventId, reached)) {
                live.clear(variant);
            }
        }
    }

    /// Whether no answers to its other checks make the condition hold for events of that id. Instructions lead back
    /// only, so that one walk from the first sees all that can be reached.
    ///
    /// @param reached room for marks: how far behind the entry an instruction lies
    private boolean isImpossible(int entry, String eventId, BitSet reached) {
        reached.clear();
        reached.set(0);
        for (int back = 0; back >= 0; back = reached.nextSetBit(back + 1)) {
            int at = entry - back;
            String asked = eventIds[conditions.check(at)];
            for (boolean holds : ANSWERS) {
                if (asked == null || asked.equals(eventId) == holds) {
                    int next = conditions.next(at, holds);
                    if (next == Conditions.HOLDS) {
                        return false;
                    }
                    if (next >= 0) {
                        reached.set(entry - next);
                    }
                }
            }
        }
        return true;
    }

    private KeywordIndex keywordIndex(BitSet asked) {
        int[] all = tables.literalsOfSlot().list(slots.count());
        int[] chosen = Arrays.stream(all)
                .filter(literal -> Arrays.stream(checksOfLiteral[literal]).anyMatch(asked::get))
                .toArray();
        return new KeywordIndex(tables.literals(), chosen, keywordIndexCount.getAndIncrement());
    }
}
