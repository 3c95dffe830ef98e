package io.ashiato.casefile.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.casefile.Made;
import io.ashiato.model.Correlated;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionJsonTest {
    private static final RuleInfo RULE = new RuleInfo(
            "0badd08f",
            "A \"title\"",
            Optional.empty(),
            Level.HIGH,
            Optional.of("Author"),
            List.of("T1059.001"),
            List.of("execution"),
            Optional.empty(),
            List.of());

    private static String line(Detection detection) {
        List<byte[]> pieces = new DetectionJson().of(detection.event()).line(detection);
        assertThat(text(pieces)).endsWith("\n");
        return text(pieces).stripTrailing();
    }

    private static String text(List<byte[]> pieces) {
        var whole = new ByteArrayOutputStream();
        pieces.forEach(whole::writeBytes);
        return whole.toString(UTF_8);
    }

    @Test
    void hasTheAgreedShape() {
        var event = Made.event(
                Optional.of(Instant.parse("2020-01-01T00:00:00.1234567Z")),
                "logs/a.zip!/x.evtx",
                456,
                "HOST",
                "Security",
                "4688",
                "CommandLine",
                "cmd =1+1 <b>",
                "Data",
                "one",
                "Data",
                "two",
                "Empty",
                "");
        assertThat(line(new Detection(RULE, event)))
                .isEqualTo("{\"time\":\"2020-01-01T00:00:00.1234567Z\",\"rule\":{\"id\":\"0badd08f\","
                        + "\"title\":\"A \\\"title\\\"\",\"level\":\"high\",\"author\":\"Author\"},\"host\":\"HOST\","
                        + "\"channel\":\"Security\",\"event_id\":4688,\"techniques\":[\"T1059.001\"],"
                        + "\"evidence\":{\"path\":\"logs/a.zip!/x.evtx\",\"sha256\":\"" + "ab".repeat(32)
                        + "\",\"record_id\":7,\"offset\":456,\"header_id\":8},"
                        + "\"fields\":{\"CommandLine\":\"cmd =1+1 <b>\",\"Data\":\"one\",\"Data_1\":\"two\"}}");
    }

    @Test
    void tellsWhatStandsBehindACorrelation() {
        var event = Made.event("2019-10-03T01:01:00.1234567Z", "HOST", "Security", "4625");
        String place = "\"path\":\"a.evtx\",\"sha256\":\"" + "ab".repeat(32) + "\",\"record_id\":3,\"offset\":512}";
        assertThat(line(new Detection(RULE, event, Optional.of(Made.correlated("a\"b")))))
                .contains("\"correlation\":{\"group\":{\"User\":\"a\\\"b\"},\"events\":2,"
                        + "\"first\":\"2019-10-03T01:00:00.1234567Z\",\"last\":\"2019-10-03T01:01:00.1234567Z\","
                        + "\"records\":[{\"time\":\"2019-10-03T01:00:00.1234567Z\",\"rule_id\":\"r\"," + place
                        + ",{\"time\":\"2019-10-03T01:00:00.1234567Z\",\"rule_id\":\"s\"," + place
                        + "]},\"evidence\":");
    }

    /// One writer makes all lines of a thread: what it keeps of rules and names is not mixed up.
    @Test
    void keepsNothingOfOtherDetections() {
        var first = Made.event("2020-01-01T00:00:00Z", "A", "C", "1", "Data", "a", "Data", "b", "User", "u");
        var second = Made.event("2020-01-01T00:00:01Z", "B", "C", "1", "User", "v", "Data", "c");
        var format = new DetectionJson();
        for (int i = 0; i < 2; i++) {
            for (Event event : List.of(first, second)) {
                DetectionFormat.Lines lines = format.of(event);
                for (RuleInfo rule : List.of(RULE, Made.rule("r", Level.LOW))) {
                    for (Optional<Correlated> correlated :
                            List.of(Optional.<Correlated>empty(), Optional.of(Made.correlated("x")))) {
                        var detection = new Detection(rule, event, correlated);
                        assertThat(text(lines.line(detection)).stripTrailing()).isEqualTo(line(detection));
                    }
                }
            }
        }
    }

    @Test
    void detectionsOfAnEventShareWhatIsTheSame() {
        var event = Made.event("2020-01-01T00:00:00Z", "A", "C", "1", "Data", "x".repeat(1_000));
        DetectionFormat.Lines lines = new DetectionJson().of(event);
        List<byte[]> one = lines.line(new Detection(RULE, event));
        List<byte[]> other = lines.line(new Detection(Made.rule("r", Level.LOW), event));
        assertThat(one.getLast()).hasSizeGreaterThan(1_000).isSameAs(other.getLast());
    }

    @Test
    void leavesOutWhatTheEventDoesNotSay() {
        var event = Made.event(Optional.empty(), "x", 0, "", "", "");
        assertThat(line(new Detection(Made.rule("r", Level.LOW), event)))
                .doesNotContain("\"time\"", "\"host\"", "\"channel\"", "\"event_id\"")
                .contains("\"fields\":{}");
    }

    /// A record of 64 KiB holds so many fields of one name.
    @Test
    @Timeout(10)
    void numbersManyFieldsOfOneNameInTimeInLineWithTheirCount() {
        var data = new String[120_000];
        Arrays.fill(data, "Data");
        var event = Made.event(Optional.empty(), "x", 0, "H", "C", "1", data);
        assertThat(line(new Detection(RULE, event))).endsWith("\"Data_59999\":\"Data\"}}");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0, 0", "007, '\"007\"'", "12345678901234567890, '\"12345678901234567890\"'", "x1, '\"x1\"'"})
    void writesAnEventIdAsNumberOnlyIfItIsOne(String id, String json) {
        var event = Made.event(Optional.empty(), "x", 0, "H", "C", id);
        assertThat(line(new Detection(RULE, event))).contains("\"event_id\":" + json + ",");
    }
}
