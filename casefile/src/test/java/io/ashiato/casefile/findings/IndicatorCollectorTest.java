package io.ashiato.casefile.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.casefile.Made;
import io.ashiato.model.Indicator;
import io.ashiato.model.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class IndicatorCollectorTest {
    private static final String MD5 = "MD5=2dd755be5842e71b304d2fbff93eb2a3";

    /// Each case: fields of an event that a rule of level high matched, and the indicators as `kind value role`.
    static final List<Arguments.ArgumentSet> CASES = List.of(
            argumentSet(
                    "a destination",
                    List.of("DestinationIp", "203.0.113.5", "Image", "C:\\Windows\\System32\\mshta.exe"),
                    List.of("ipv4 203.0.113.5 CONTACTED true")),
            argumentSet(
                    "the far end of a connection that the host opened",
                    List.of("Initiated", "true", "SourceIp", "198.51.100.7", "DestinationIp", "203.0.113.5"),
                    List.of("ipv4 203.0.113.5 CONTACTED true")),
            argumentSet(
                    "the far end of a connection that came in",
                    List.of("Initiated", "false", "SourceIp", "198.51.100.7", "DestinationIp", "203.0.113.5"),
                    List.of("ipv4 198.51.100.7 SOURCE false")),
            argumentSet("a private destination", List.of("DestinationIp", "10.0.0.5"), List.of()),
            argumentSet(
                    "an address in a command line",
                    List.of("CommandLine", "mshta https://c2.example.com:8080/edit?id=1"),
                    List.of(
                            "domain c2.example.com CONTACTED true",
                            "url https://c2.example.com:8080/edit?id=1 CONTACTED true")),
            argumentSet(
                    "a service that many use",
                    List.of("QueryName", "Bit.ly"),
                    List.of("domain bit.ly CONTACTED false")),
            argumentSet(
                    "a program of the intruder's",
                    List.of("Image", "C:\\ProgramData\\x.exe", "Hashes", MD5),
                    List.of(
                            "md5 2dd755be5842e71b304d2fbff93eb2a3 EXECUTED true",
                            "file-path C:\\ProgramData\\x.exe EXECUTED false")),
            argumentSet(
                    "a program of Windows",
                    List.of("Image", "C:\\Windows\\System32\\cmd.exe", "Hashes", MD5),
                    List.of()),
            argumentSet(
                    "hashes of a deleted file are not the program's",
                    List.of(
                            "Image",
                            "C:\\ProgramData\\x.exe",
                            "TargetFilename",
                            "C:\\Windows\\System32\\good.dll",
                            "Hashes",
                            MD5),
                    List.of("file-path C:\\ProgramData\\x.exe EXECUTED false")));

    @ParameterizedTest
    @FieldSource("CASES")
    void takesOnlyWhatPointsToTheIntruder(List<String> fields, List<String> expected) {
        assertThat(collect(Level.HIGH, fields.toArray(String[]::new)))
                .extracting(i -> i.kind().id() + " " + i.value() + " " + i.role() + " " + i.blockable())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void takesNothingFromWeakRules() {
        assertThat(collect(Level.LOW, "DestinationIp", "203.0.113.5")).isEmpty();
    }

    @Test
    void countsWhatItLeavesOut() {
        var collector = new IndicatorCollector();
        for (int i = 0; i < IndicatorCollector.MAX_INDICATORS; i++) {
            observe(collector, "203.0.113." + i % 250, "https://h" + i + ".example.com/");
        }
        assertThat(collector.leftOut()).isGreaterThan(0);
        int kept = collector.finish(List.of()).size();
        assertThat(kept).isEqualTo(IndicatorCollector.MAX_INDICATORS);
        assertThat(collector.leftOut() + kept).isEqualTo(2L * IndicatorCollector.MAX_INDICATORS + 250);
    }

    @Test
    void leavesNothingOutOfAFew() {
        var collector = new IndicatorCollector();
        observe(collector, "203.0.113.1", "https://h.example.com/");
        assertThat(collector.leftOut()).isZero();
    }

    private static void observe(IndicatorCollector collector, String address, String url) {
        collector.observe(Made.detection(
                Made.rule("r", Level.HIGH),
                "2020-01-01T10:00:00Z",
                "A",
                "DestinationIp",
                address,
                "CommandLine",
                "mshta " + url));
    }

    private static List<Indicator> collect(Level level, String... fields) {
        var collector = new IndicatorCollector();
        collector.observe(Made.detection(Made.rule("r", level), "2020-01-01T10:00:00Z", "A", fields));
        return collector.finish(List.of());
    }
}
