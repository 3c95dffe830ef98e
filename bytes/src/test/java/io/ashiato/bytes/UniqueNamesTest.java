package io.ashiato.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UniqueNamesTest {
    @Test
    void numbersANameThatComesAgainAndSkipsWhatIsTaken() {
        var names = new UniqueNames();
        assertThat(Stream.of("Data", "Data_1", "Data", "Data", "Data_1").map(names::next))
                .containsExactly("Data", "Data_1", "Data_2", "Data_3", "Data_1_1");
    }

    @Test
    @Timeout(5)
    void takesTimeInLineWithTheCount() {
        var names = new UniqueNames();
        var given = new HashSet<String>();
        for (int i = 0; i < 200_000; i++) {
            given.add(names.next("Data"));
        }
        assertThat(given).hasSize(200_000).contains("Data_199999");
    }
}
