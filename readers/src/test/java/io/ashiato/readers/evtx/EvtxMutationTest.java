package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Damaged logs in number. [EvtxMutationRun] reads as many as one likes.
class EvtxMutationTest {
    private static final int MUTATIONS = 20_000;

    /// Which of them come out well-formed is looked at for one in so many: parsing takes longer than reading.
    private static final int CHECKED = 50;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void noMutationEscapesAndTheFastWaysReadItAsThePlainOne() throws IOException {
        EvtxMutations mutations = EvtxMutations.ofAllLogs();
        var lanes = new Lanes(); // the same for all, so that what one log left behind meets the next
        long records = 0;
        long damage = 0;
        for (long seed = 0; seed < MUTATIONS; seed++) {
            EvtxMutations.Mutation mutation = mutations.mutation(seed);
            HostileReading.Outcome outcome = HostileReading.read(mutation.log(), mutation);
            assertThat(lanes.differences(mutation.log()))
                    .as(mutation.toString())
                    .isEmpty();
            records += outcome.records();
            damage += outcome.damage();
            if (seed % CHECKED == 0) {
                HostileReading.checkForms(mutation.log(), mutation);
            }
        }

        // The mutations do what they are for: most records survive, and most logs are told to be damaged.
        assertThat(records).isGreaterThan(5 * MUTATIONS);
        assertThat(damage).isGreaterThan(MUTATIONS);
    }

    @Test
    void theSameSeedGivesTheSameLog() {
        EvtxMutations mutations = EvtxMutations.ofWrittenLogs();
        EvtxMutations again = EvtxMutations.ofWrittenLogs();
        for (long seed = 0; seed < 100; seed++) {
            EvtxMutations.Mutation mutation = mutations.mutation(seed);
            assertThat(again.mutation(seed).log()).isEqualTo(mutation.log());
            assertThat(again.mutation(seed).description()).isEqualTo(mutation.description());
        }
    }
}
