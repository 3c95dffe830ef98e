package io.ashiato.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.Level;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RuleInfo;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Events that Timesketch would refuse, or misread, if they were written as they are.
class TimesketchLinesTest {
    private static final RuleInfo RULE = new RuleInfo(
            "id",
            "Title",
            Optional.empty(),
            Level.HIGH,
            Optional.empty(),
            List.of("T1003.001"),
            List.of("credential-access"),
            Optional.empty(),
            List.of());

    private static JsonNode line(Optional<Instant> time, Fields data) {
        var out = new ByteArrayOutputStream();
        var source = new RecordRef("a.evtx", "", 0, OptionalLong.empty(), OptionalLong.empty());
        var event = new Event(time, "", "Security", "", "1", data, Fields.NONE, source);
        new TimesketchLines().of(event).line(new Detection(RULE, event)).forEach(out::writeBytes);
        assertThat(out.toString(UTF_8).lines()).hasSize(1);
        return new JsonMapper().readTree(out.toString(UTF_8));
    }

    @Test
    void anEventWithoutATimeIsThereAndSaysSo() {
        JsonNode line = line(Optional.empty(), Fields.NONE);

        assertThat(line.get("datetime").asString()).isEqualTo("1970-01-01T00:00:00.000000+00:00");
        assertThat(line.get("timestamp").asLong()).isZero();
        assertThat(line.get("timestamp_desc").asString()).isEqualTo("Not a time");
        assertThat(line.get("message").asString()).isEqualTo("Title");
        assertThat(line.get("tag").values())
                .extracting(JsonNode::asString)
                .containsExactly("sigma", "high", "attack.credential-access", "attack.t1003.001");
    }

    @Test
    void timesBefore1970CountBackwards() {
        JsonNode line = line(Optional.of(Instant.parse("1969-12-31T23:59:59.9999990Z")), Fields.NONE);

        assertThat(line.get("datetime").asString()).isEqualTo("1969-12-31T23:59:59.999999+00:00");
        assertThat(line.get("timestamp").asLong()).isEqualTo(-1);
    }

    @Test
    void fieldsOfTheEventTakeNoPlaceThatTimesketchKnows() {
        JsonNode line = line(
                Optional.of(Instant.EPOCH),
                Fields.of("datetime", "x", "_id", "y", "tag", "z\n\u202e", "tag", "again", "Empty", ""));

        assertThat(line.get("datetime").asString()).startsWith("1970-");
        assertThat(line.get("data_datetime").asString()).isEqualTo("x");
        assertThat(line.get("data__id").asString()).isEqualTo("y");
        assertThat(line.get("data_tag").asString()).isEqualTo("z\n\u202e");
        assertThat(line.get("data_tag_1").asString()).isEqualTo("again");
        assertThat(line.has("data_Empty")).isFalse();
        assertThat(line.get("tag").isArray()).isTrue();
    }
}
