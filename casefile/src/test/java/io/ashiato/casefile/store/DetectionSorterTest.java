package io.ashiato.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.casefile.Made;
import io.ashiato.model.Detection;
import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionSorterTest {
    @TempDir
    private Path scratch;

    /// One budget holds all, one spills some runs, one spills nearly every detection and merges in steps.
    @ParameterizedTest
    @ValueSource(longs = {1L << 30, 20_000, 600})
    void ordersAnyNumberWithinAnyBudget(long budget) throws IOException {
        long seed = new Random().nextLong();
        List<Detection> given = random(new Random(seed), 400);
        List<Detection> expected = new ArrayList<>(given);
        expected.sort(DetectionOrder.BY_TIME_AND_PLACE);

        var sorter = new DetectionSorter(scratch, "test", budget);
        for (Detection detection : given) {
            sorter.add(detection);
        }
        var sorted = new ArrayList<Detection>();
        sorter.forEach(sorted::add);

        assertThat(sorted).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void putsEventsWithoutATimeLast() throws IOException {
        RuleInfo rule = Made.rule("r", Level.LOW);
        var untimed = new Detection(rule, Made.event(Optional.empty(), "a", 0, "H", "C", "1"));
        var timed = new Detection(
                rule, Made.event(Optional.of(Instant.parse("9999-01-01T00:00:00Z")), "b", 0, "H", "C", "1"));
        var sorter = new DetectionSorter(scratch, "test");
        sorter.add(untimed);
        sorter.add(timed);
        var sorted = new ArrayList<Detection>();
        sorter.forEach(sorted::add);
        assertThat(sorted).containsExactly(timed, untimed);
    }

    private static List<Detection> random(Random random, int count) {
        var detections = new ArrayList<Detection>();
        for (int i = 0; i < count; i++) {
            Optional<Instant> time = random.nextInt(10) == 0
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochSecond(random.nextInt(50), random.nextInt(3) * 100L));
            String text = switch (random.nextInt(3)) {
                case 0 -> "plain";
                case 1 -> "足跡 \ud83d unpaired";
                default -> "";
            };
            detections.add(new Detection(
                    Made.rule("rule-" + random.nextInt(5), Level.HIGH),
                    Made.event(time, "p" + random.nextInt(3), i, "H", "C", "1", "CommandLine", text),
                    random.nextInt(3) == 0 ? Optional.of(Made.correlated(text)) : Optional.empty()));
        }
        return detections;
    }
}
