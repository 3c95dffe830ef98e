package io.ashiato.sigma.match;

import io.ashiato.model.FieldNames;
import io.ashiato.model.RecordView;
import io.ashiato.sigma.rule.Decimal;
import io.ashiato.sigma.rule.Predicate.Relation;
import io.ashiato.sigma.rule.Regex;
import io.ashiato.sigma.rule.ValueTest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Runs compiled rules over events, one after another; for one thread only.
///
/// Nothing is cleared between events: marks carry the number of the event they were made in.
public final class Evaluation {
    /// Channels and ids come from the evidence; beyond this many pairs the table is begun anew.
    private static final int MAX_REMEMBERED_PLANS = 10_000;

    /// Places for situations: the corpora have some 2,500.
    private static final int SITUATIONS = 4096;

    // How records are judged whether it is worth to look for what an earlier one gave: each that was seen before earns
    // so much, each other one costs 1, and at nothing left the next ones are not looked for.
    private static final int FIRST_CREDIT = 512;
    private static final int EARNED = 8;
    private static final int PAUSE = 4096;

    // What is remembered of regular expressions.
    private static final int[] FOUND = {1};
    private static final int[] NOT_FOUND = {};

    private final CompiledRules rules;
    private final EventValues values;
    private final Map<PlanKey, Plan> plans = new HashMap<>();
    private final Map<PlanKey, Plan> distinctPlans = new HashMap<>();
    private final BitSet seenSources = new BitSet();
    private int event;

    /// By check: the event in which it was found true, or was asked.
    private final int[] trueIn;

    private final int[] askedIn;

    /// By check: the event in which the text was found that its regular expression requires.
    private final int[] possibleIn;

    /// By variant: the event in which it was woken.
    private final int[] wokenIn;

    private final int[] woken;
    private int wokenCount;
    private Plan plan;
    private final @Nullable Situation[] situations = new Situation[SITUATIONS];
    private int timesForgotten;
    private final ValueCache cache;
    private final MatchCache matches;
    private final FoldedValue folded = new FoldedValue();
    private final Hits hits = new Hits();
    private final BitSet matched = new BitSet();
    private long regexesGivenUp;

    private record PlanKey(String channel, String eventId, boolean certain) {}

    /// What is to be done for records with the same names, channel and event id.
    private static final class Situation {
        private final FieldNames names;
        private final PlanKey key;
        private final Plan plan;

        /// The slots of [Plan#scanned] that such records may have.
        private final int[] scanned;

        /// The fields that [Plan#read] means.
        private final int[] read;

        /// All others, where there are keywords that could lie in them.
        private final int[] others;

        private int credit = FIRST_CREDIT;

        Situation(PlanKey key, Plan plan, EventValues values) {
            this.names = values.names();
            this.key = key;
            this.plan = plan;
            this.scanned = values.present(plan.scanned);
            BitSet fields = values.fieldsIn(plan.read);
            if (plan.readsAll) {
                fields.set(0, names.size());
            }
            this.read = fields.stream().toArray();
            fields.flip(0, names.size());
            this.others =
                    plan.keywords == null ? CompiledRules.NONE : fields.stream().toArray();
        }

        /// Whether enough of the last records had been seen before.
        boolean isRepetitive() {
            if (credit > 0) {
                return true;
            }
            credit = credit > -PAUSE ? credit - 1 : FIRST_CREDIT;
            return false;
        }

        void wasRepeated(boolean isKnown) {
            credit = isKnown ? Math.min(credit + EARNED, FIRST_CREDIT) : credit - 1;
        }

        boolean is(FieldNames otherNames, String channel, String eventId, boolean certain) {
            return names.equals(otherNames)
                    && key.certain == certain
                    && key.eventId.equals(eventId)
                    && key.channel.equals(channel);
        }
    }

    public Evaluation(CompiledRules rules) {
        this.rules = rules;
        this.values = new EventValues(rules.slots);
        int budget = rules.budgetOfNextCache();
        this.cache = new ValueCache(budget);
        this.matches = new MatchCache(budget);
        this.trueIn = new int[rules.checks.count()];
        this.askedIn = new int[rules.checks.count()];
        this.possibleIn = new int[rules.checks.count()];
        this.wokenIn = new int[rules.rules.length];
        this.woken = new int[rules.rules.length];
        this.plan = rules.plan("", "", false);
    }

    /// The numbers of the rules that match; valid until the next call, and not to be changed.
    public BitSet match(RecordView next) {
        if (!matched.isEmpty()) {
            matched.clear();
        }
        begin(next);
        Situation now = situation(next.channel(), next.eventId());
        plan = now.plan;
        if (plan.live.isEmpty()) {
            return matched;
        }
        if (!EventValues.isRemembered(now.names) || !now.isRepetitive()) {
            return evaluate(now);
        }
        BitSet known = matchesOfEqual(now);
        now.wasRepeated(known != null);
        if (known != null) {
            return known;
        }
        long givenUp = regexesGivenUp;
        BitSet found = evaluate(now);
        if (givenUp == regexesGivenUp) { // each record is to be counted
            matches.put(plan, now.names, found);
        }
        return found;
    }

    /// The rules that matched a record that gave them the same to see.
    private @Nullable BitSet matchesOfEqual(Situation now) {
        matches.begin();
        RecordView record = values.record();
        for (int field : now.read) {
            if (record.has(field)) {
                matches.add(record, field);
            } else {
                matches.addNothing();
            }
        }
        KeywordIndex keywords = plan.keywords;
        for (int i = 0; keywords != null && i < now.others.length; i++) {
            int field = now.others[i];
            if (record.has(field) && keywords.mayLieIn(record, field)) {
                matches.add(record, field);
            } else {
                matches.addNothing();
            }
        }
        return matches.find(plan, now.names);
    }

    private BitSet evaluate(Situation now) {
        take(plan.ofEventId, values.first(rules.eventIdSlot));
        scan(now.scanned);
        for (int variant : plan.always) {
            ask(variant);
        }
        for (int i = 0; i < wokenCount; i++) {
            ask(woken[i]);
        }
        return matched;
    }

    /// The log sources, by number, of which events were seen.
    public BitSet seenSources() {
        return (BitSet) seenSources.clone();
    }

    /// How often a regular expression was stopped; its rule then did not match.
    public long regexesGivenUp() {
        return regexesGivenUp;
    }

    private void begin(RecordView next) {
        if (++event == Integer.MAX_VALUE) {
            event = 1;
            Arrays.fill(trueIn, 0);
            Arrays.fill(askedIn, 0);
            Arrays.fill(possibleIn, 0);
            Arrays.fill(wokenIn, 0);
        }
        wokenCount = 0;
        values.load(next);
    }

    private Situation situation(String channel, String eventId) {
        if (timesForgotten != values.timesForgotten()) {
            timesForgotten = values.timesForgotten();
            Arrays.fill(situations, null);
            matches.clear();
        }
        FieldNames names = values.names();
        boolean certain = isEventIdCertain(eventId) && isFolded(eventId);
        int hash = (31 * names.hashCode() + channel.hashCode()) * 31 + eventId.hashCode();
        int place = (hash ^ hash >>> 12) & SITUATIONS - 1;
        Situation known = situations[place];
        if (known == null || !known.is(names, channel, eventId, certain)) {
            var key = new PlanKey(channel, eventId, certain);
            Plan made = planOf(key);
            seenSources.or(made.sources);
            known = new Situation(key, made, values);
            if (EventValues.isRemembered(names)) {
                situations[place] = known;
            }
        }
        return known;
    }

    /// Plans compare ids as they stand, literals without case: they agree where there is none.
    private static boolean isFolded(String eventId) {
        for (int i = 0; i < eventId.length(); i++) {
            char unit = eventId.charAt(i);
            if (unit >= 0x80 || (unit >= 'A' && unit <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /// An event may carry a field `EventID` of its own, which then is what rules compare.
    private boolean isEventIdCertain(String eventId) {
        int entry = values.first(rules.eventIdSlot);
        return entry >= 0 && values.next(entry) < 0 && values.text(entry).equals(eventId);
    }

    private Plan planOf(PlanKey key) {
        Plan known = plans.get(key);
        if (known != null) {
            return known;
        }
        var distinct = new PlanKey(rules.planChannel(key.channel), rules.planEventId(key.eventId), key.certain);
        Plan made = distinctPlans.computeIfAbsent(distinct, k -> rules.plan(k.channel, k.eventId, k.certain));
        if (plans.size() >= MAX_REMEMBERED_PLANS) {
            plans.clear();
        }
        plans.put(key, made);
        return made;
    }

    private void scan(int[] scanned) {
        for (int slot : scanned) {
            for (int entry = values.first(slot); entry >= 0; entry = values.next(entry)) {
                scan(slot, entry);
            }
        }
        KeywordIndex keywords = plan.keywords;
        for (int entry = 0; keywords != null && entry < values.ownCount(); entry++) {
            if (values.record().has(entry) && keywords.mayLieIn(values.record(), entry)) {
                scan(keywords, entry);
            }
        }
    }

    private void scan(int slot, int entry) {
        int[] found = cache.find(slot, values, entry);
        if (found == null) {
            hits.clear();
            values.fold(entry, folded);
            rules.scan(slot, folded, hits);
            found = hits.distinct();
            cache.put(slot, values, entry, found);
        }
        take(found, entry);
    }

    private void scan(KeywordIndex keywords, int entry) {
        int asked = rules.slots.count() + keywords.number();
        int[] found = cache.find(asked, values, entry);
        if (found == null) {
            hits.clear();
            values.fold(entry, folded);
            keywords.scan(folded, hits);
            found = hits.distinct();
            cache.put(asked, values, entry, found);
        }
        take(found, entry);
    }

    private void take(int[] found, int entry) {
        for (int literal : found) {
            literalFound(literal, entry);
        }
    }

    private void literalFound(int literal, int entry) {
        for (int check : rules.checksOfLiteral[literal]) {
            if (rules.isAskedLater[check]) {
                possibleIn[check] = event; // a search is dear, and most variants fail for another reason
                wake(check);
            } else if (trueIn[check] != event && isVerified(check, entry)) {
                trueIn[check] = event;
                wake(check);
            }
        }
    }

    private boolean isVerified(int check, int entry) {
        PatternMatcher verifier = rules.verifiers[check];
        return verifier == null || verifier.matches(unitsFor(check, entry));
    }

    private char[] unitsFor(int check, int entry) {
        boolean cased = switch (rules.checks.get(check)) {
            case Check.Found found -> false;
            case Check.Value value -> isCased(value.test());
            case Check.AnyText anyText -> isCased(anyText.test());
            case Check.Absent absent -> false;
            case Check.Present present -> false;
            case Check.Reference reference -> reference.cased();
        };
        return cased ? values.text(entry).toCharArray() : values.folded(entry);
    }

    private static boolean isCased(ValueTest test) {
        return test instanceof ValueTest.Text text && text.cased();
    }

    private void wake(int check) {
        for (int variant : rules.wakes[check]) {
            if (wokenIn[variant] != event && plan.live.get(variant)) {
                wokenIn[variant] = event;
                woken[wokenCount++] = variant;
            }
        }
    }

    private void ask(int variant) {
        int rule = rules.rules[variant];
        if (!matched.get(rule) && holds(variant)) {
            matched.set(rule);
        }
    }

    private boolean holds(int variant) {
        int at = rules.entries[variant];
        while (at >= 0) {
            at = rules.conditions.next(at, isTrue(rules.conditions.check(at)));
        }
        return at == Conditions.HOLDS;
    }

    private boolean isTrue(int check) {
        if (trueIn[check] == event) {
            return true;
        }
        boolean isAnswered = rules.isAskedLater[check] ? possibleIn[check] != event : rules.isIndexed[check];
        if (askedIn[check] == event || isAnswered) {
            return false;
        }
        askedIn[check] = event;
        if (asked(check)) {
            trueIn[check] = event;
        }
        return trueIn[check] == event;
    }

    /// Checks that no index answers.
    private boolean asked(int check) {
        return switch (rules.checks.get(check)) {
            case Check.Found found -> false;
            case Check.Value value -> anyPasses(value.slot(), check, value.test());
            case Check.AnyText anyText -> anyTextPasses(check, anyText.test());
            case Check.Present present -> values.first(present.slot()) >= 0;
            case Check.Absent absent -> values.first(absent.slot()) < 0;
            case Check.Reference reference -> refers(reference);
        };
    }

    private boolean anyPasses(int slot, int check, ValueTest test) {
        for (int entry = values.first(slot); entry >= 0; entry = values.next(entry)) {
            if (passes(check, test, entry)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyTextPasses(int check, ValueTest test) {
        for (int entry = 0; entry < values.ownCount(); entry++) {
            if (values.record().has(entry) && passes(check, test, entry)) {
                return true;
            }
        }
        return false;
    }

    private boolean passes(int check, ValueTest test, int entry) {
        return switch (test) {
            case ValueTest.Text text -> {
                PatternMatcher pattern = rules.patterns[check];
                yield pattern != null && pattern.matches(unitsFor(check, entry));
            }
            case ValueTest.Matches matches -> finds(check, matches.regex(), entry);
            case ValueTest.Inside inside -> inside.network().contains(values.text(entry));
            case ValueTest.Compares compares ->
                Decimal.parse(values.text(entry))
                        .filter(number -> compares.order().holds(number.compareTo(compares.number())))
                        .isPresent();
            case ValueTest.Dated dated -> {
                OptionalInt part = dated.part().of(values.text(entry));
                yield part.isPresent()
                        && dated.order()
                                .holds(BigDecimal.valueOf(part.getAsInt()).compareTo(dated.number()));
            }
        };
    }

    private boolean finds(int check, Regex regex, int entry) {
        int[] known = cache.find(~check, values, entry);
        if (known != null) {
            return known.length > 0;
        }
        return switch (regex.find(values.text(entry))) {
            case FOUND -> {
                cache.put(~check, values, entry, FOUND);
                yield true;
            }
            case NOT_FOUND -> {
                cache.put(~check, values, entry, NOT_FOUND);
                yield false;
            }
            case GIVEN_UP -> {
                regexesGivenUp++;
                yield false;
            }
        };
    }

    private boolean refers(Check.Reference reference) {
        for (int a = values.first(reference.slot()); a >= 0; a = values.next(a)) {
            for (int b = values.first(reference.other()); b >= 0; b = values.next(b)) {
                String left = reference.cased() ? values.text(a) : new String(values.folded(a));
                String right = reference.cased() ? values.text(b) : new String(values.folded(b));
                if (lies(left, right, reference.relation())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean lies(String left, String right, Relation relation) {
        return switch (relation) {
            case EQUALS -> left.equals(right);
            case STARTS_WITH -> left.startsWith(right);
            case ENDS_WITH -> left.endsWith(right);
            case CONTAINS -> left.contains(right);
        };
    }
}
