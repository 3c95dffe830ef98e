package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordIdsTest {
    @Test
    void nothingHasNoRange() {
        assertThat(ids()).isEqualTo(new RecordIds(0, 0, 0, 0, 0, 0, List.of()));
    }

    @Test
    void idsInAnyOrderHaveTheSameHoles() {
        RecordIds expected =
                new RecordIds(6, 10, 20, 1, 2, 6, List.of(new RecordIds.Range(12, 14), new RecordIds.Range(16, 18)));
        assertThat(ids(10, 11, 15, 19, 20, 15)).isEqualTo(expected);
        assertThat(ids(19, 20, 15, 15, 10, 11)).isEqualTo(expected);
    }

    @Test
    void idsAreUnsigned() {
        assertThat(ids(-1, 0))
                .isEqualTo(new RecordIds(2, 0, -1, 0, 1, Long.MAX_VALUE, List.of(new RecordIds.Range(1, -2))));
    }

    @Test
    void anyOrderGivesWhatASortedSetTells() {
        long seed = 5;
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var expected = new TreeSet<Long>();
            var counter = new RecordIds.Counter();
            long repeated = 0;
            for (int i = 0; i < 60; i++) {
                long id = 100L + random.nextInt(80);
                repeated += expected.add(id) ? 0 : 1;
                counter.add(id);
            }
            RecordIds found = counter.finish();
            var missing = new ArrayList<Long>();
            for (long id = expected.first(); id < expected.last(); id++) {
                if (!expected.contains(id)) {
                    missing.add(id);
                }
            }
            assertThat(found.firstHoles().stream().flatMap(RecordIdsTest::members))
                    .as("seed %s, round %s", seed, round)
                    .containsExactlyElementsOf(missing);
            assertThat(found.missing()).isEqualTo(missing.size());
            assertThat(found.repeated()).isEqualTo(repeated);
        }
    }

    private static Stream<Long> members(RecordIds.Range range) {
        return LongStream.rangeClosed(range.first(), range.last()).boxed();
    }

    /// Every second id is missing: what is kept stays small, and the counts stay right.
    @Test
    void holesWithoutEndAreCounted() {
        var counter = new RecordIds.Counter();
        for (long id = 0; id < 100_000; id += 2) {
            counter.add(id);
        }
        RecordIds found = counter.finish();
        assertThat(found.holes()).isEqualTo(49_999);
        assertThat(found.missing()).isEqualTo(49_999);
        assertThat(found.first()).isZero();
        assertThat(found.last()).isEqualTo(99_998);
        assertThat(found.repeated()).isZero();
        assertThat(found.firstHoles()).hasSize(RecordIds.HOLES_LISTED).startsWith(new RecordIds.Range(1, 1));
    }

    private static RecordIds ids(long... ids) {
        var counter = new RecordIds.Counter();
        for (long id : ids) {
            counter.add(id);
        }
        return counter.finish();
    }
}
