package io.ashiato.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.casefile.Made;
import io.ashiato.model.Detection;
import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

    /// Their lines come in the order of the detections themselves, and as they were, whether held or read back.
    @ParameterizedTest
    @ValueSource(longs = {1L << 30, 20_000, 600})
    void linesComeInTheOrderOfTheirDetections(long budget) throws IOException {
        long seed = new Random().nextLong();
        List<Detection> given = random(new Random(seed), 400);
        var format = new DetectionJson();
        var sorter = new LineSorter(scratch, budget);
        for (Detection detection : given) {
            sorter.add(DetectionLine.of(detection, format.of(detection.event()).line(detection)));
        }
        var sorted = new ArrayList<String>();
        sorter.forEach(pieces -> sorted.add(text(pieces)));

        given.sort(DetectionOrder.BY_TIME_AND_PLACE);
        assertThat(sorted)
                .as("seed %d", seed)
                .containsExactlyElementsOf(given.stream()
                        .map(detection ->
                                text(new DetectionJson().of(detection.event()).line(detection)))
                        .toList());
    }

    /// Longer than what is read of a temporary file at once.
    @Test
    void linesMayBeOfAnyLength() throws IOException {
        var sorter = new LineSorter(scratch, 0);
        var detection = new Detection(
                Made.rule("r", Level.LOW),
                Made.event("2020-01-01T00:00:00Z", "H", "C", "1", "Data", "x".repeat(300_000)));
        for (int i = 0; i < 3; i++) {
            sorter.add(DetectionLine.of(
                    detection, new DetectionJson().of(detection.event()).line(detection)));
        }
        var sorted = new ArrayList<String>();
        sorter.forEach(pieces -> sorted.add(text(pieces)));

        String line = text(new DetectionJson().of(detection.event()).line(detection));
        assertThat(sorted).containsExactly(line, line, line);
    }

    private static String text(List<byte[]> pieces) {
        var whole = new ByteArrayOutputStream();
        pieces.forEach(whole::writeBytes);
        return whole.toString(StandardCharsets.UTF_8);
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
                    : Optional.of(Instant.ofEpochSecond(random.nextInt(2), random.nextInt(2) * 100L));
            String text = switch (random.nextInt(3)) {
                case 0 -> "plain";
                case 1 -> "足跡 \ud83d unpaired";
                default -> "";
            };
            // Three at each place: of two rules, and two of them told apart by the group alone.
            boolean isCorrelation = i % 3 == 1 || (i % 3 == 2 && random.nextBoolean());
            detections.add(new Detection(
                    Made.rule("rule-" + Math.min(i % 3, 1) * random.nextInt(1, 3), Level.HIGH),
                    Made.event(time, "p" + random.nextInt(3), i / 3, "H", "C", "1", "CommandLine", text),
                    isCorrelation ? Optional.of(Made.correlated(text + i)) : Optional.empty()));
        }
        Collections.shuffle(detections, random);
        return detections;
    }
}
