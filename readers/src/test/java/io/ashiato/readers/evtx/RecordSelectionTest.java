package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordSelectionTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void idsAreThoseOfTheHeaders() throws IOException {
        assertThat(taken(new RecordSelection(102, 103, Optional.empty(), Optional.empty())))
                .containsExactly(102L, 103L);
        assertThat(taken(RecordSelection.ALL)).containsExactly(100L, 101L, 102L, 103L, 104L);
    }

    /// The third record has no TimeCreated, and was written at second 2; the second says that it was created at 3.
    @Test
    void timeIsWhenTheEventWasCreatedAndElseWhenItWasWritten() throws IOException {
        assertThat(taken(between(START.plusSeconds(2), START.plusSeconds(3)))).containsExactly(102L);
        assertThat(taken(between(START.plusSeconds(3), START.plusSeconds(4)))).containsExactly(101L, 103L);
        assertThat(taken(new RecordSelection(0, -1, Optional.of(START.plusSeconds(4)), Optional.empty())))
                .containsExactly(104L);
        assertThat(taken(new RecordSelection(0, -1, Optional.empty(), Optional.of(START.plusSeconds(1)))))
                .containsExactly(100L);
    }

    private static RecordSelection between(Instant from, Instant to) {
        return new RecordSelection(0, RecordSelection.HIGHEST_ID, Optional.of(from), Optional.of(to));
    }

    private static List<Long> taken(RecordSelection selection) throws IOException {
        LoggedEvent event = LoggedEvent.of("Test", 1, "System");
        byte[] log = new EvtxWriter(100)
                .add(event.at(START))
                .add(START.plusSeconds(1), event.at(START.plusSeconds(3)).xml(7))
                .add(START.plusSeconds(2), element("Event"))
                .add(event.at(START.plusSeconds(3)))
                .add(event.at(START.plusSeconds(4)))
                .bytes();
        return Logs.records(log).stream()
                .filter(selection::takes)
                .map(EvtxRecord::headerId)
                .toList();
    }
}
