package io.ashiato.sigma.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.EventView;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RecordView;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCacheTest {
    private static final int BUDGET = 1 << 20;
    private static final Plan PLAN = plan();

    private static Plan plan() {
        return new Plan(new BitSet(), new int[0], new BitSet(), new int[0], new int[0], false, new int[0], null);
    }

    private static RecordView record(String... fields) {
        return new EventView(new Event(
                Optional.empty(),
                "",
                "",
                "",
                "",
                Fields.NONE,
                Fields.of(fields),
                new RecordRef("", "", 0, OptionalLong.empty(), OptionalLong.empty())));
    }

    private static BitSet rules(int... numbers) {
        var rules = new BitSet();
        for (int number : numbers) {
            rules.set(number);
        }
        return rules;
    }

    private static void key(MatchCache cache, RecordView record) {
        cache.begin();
        for (int field = 0; field < record.names().size(); field++) {
            cache.add(record, field);
        }
    }

    private static Optional<BitSet> find(MatchCache cache, Plan plan, RecordView record) {
        key(cache, record);
        return Optional.ofNullable(cache.find(plan, record.names()));
    }

    @ParameterizedTest
    @CsvSource({
        "A, ab, B, c, A, ab, B, c, true",
        "A, ab, B, c, A, ab, B, d, false",
        "A, ab, B, c, A, AB, B, c, false",
        "A, ab, B, c, A, a, B, bc, false",
        "A, ab, B, '', A, '', B, ab, false",
        "A, ab, B, c, A, ab, C, c, false",
        "A, ä, B, c, A, a, B, c, false",
    })
    void recordIsFoundByItsNamesAndValues(
            String a,
            String x,
            String b,
            String y,
            String otherA,
            String otherX,
            String otherB,
            String otherY,
            boolean is) {
        var cache = new MatchCache(BUDGET);
        RecordView first = record(a, x, b, y);
        assertThat(find(cache, PLAN, first)).isEmpty();
        cache.put(PLAN, first.names(), rules(3, 70));

        assertThat(find(cache, PLAN, record(otherA, otherX, otherB, otherY)).isPresent())
                .isEqualTo(is);
        assertThat(find(cache, PLAN, first)).contains(rules(3, 70));
    }

    @Test
    void otherPlansHaveOtherAnswers() {
        var cache = new MatchCache(BUDGET);
        RecordView record = record("A", "x");
        assertThat(find(cache, PLAN, record)).isEmpty();
        cache.put(PLAN, record.names(), rules(1));

        assertThat(find(cache, plan(), record)).isEmpty();
    }

    @Test
    void nothingIsFoundOfWhatWasForgotten() {
        var cache = new MatchCache(BUDGET);
        RecordView record = record("A", "x");
        assertThat(find(cache, PLAN, record)).isEmpty();
        cache.put(PLAN, record.names(), rules(1));
        cache.clear();

        assertThat(find(cache, PLAN, record)).isEmpty();
    }

    @Test
    void valueThatIsNotThereIsNotAnEmptyOne() {
        var cache = new MatchCache(BUDGET);
        RecordView empty = record("A", "");
        assertThat(find(cache, PLAN, empty)).isEmpty();
        cache.put(PLAN, empty.names(), rules(1));

        cache.begin();
        cache.addNothing();

        assertThat(cache.find(PLAN, empty.names())).isNull();
    }

    @Test
    void answersAreNotThoseOfALaterRecord() {
        var cache = new MatchCache(BUDGET);
        RecordView record = record("A", "x");
        BitSet rules = rules(1);
        assertThat(find(cache, PLAN, record)).isEmpty();
        cache.put(PLAN, record.names(), rules);
        rules.set(2);

        assertThat(find(cache, PLAN, record)).contains(rules(1));
    }

    @ParameterizedTest
    @CsvSource({"2041, true", "2043, true", "2044, false", "3000, false", "100000, false"})
    void recordWithMuchInItIsNotRemembered(int units, boolean isRemembered) {
        var cache = new MatchCache(BUDGET);
        RecordView record = record("A", "x".repeat(units), "B", "");
        assertThat(find(cache, PLAN, record)).isEmpty();
        cache.put(PLAN, record.names(), rules(1));

        assertThat(find(cache, PLAN, record).isPresent()).isEqualTo(isRemembered);
    }

    /// Each of these takes more than 1,000 bytes.
    @Test
    void noMoreIsRememberedThanTheBudgetAllows() {
        var cache = new MatchCache(BUDGET);
        for (int i = 0; i < 5_000; i++) {
            RecordView record = record("A", i + "x".repeat(500));
            if (find(cache, PLAN, record).isEmpty()) {
                cache.put(PLAN, record.names(), rules(i));
            }
        }
        int remembered = 0;
        for (int i = 0; i < 5_000; i++) {
            Optional<BitSet> found = find(cache, PLAN, record("A", i + "x".repeat(500)));
            if (found.isPresent()) {
                assertThat(found).contains(rules(i));
                remembered++;
            }
        }
        assertThat(remembered).isBetween(BUDGET / 5_000, BUDGET / 1_000);
    }
}
