package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Events whose values are all text, as forwarded ones are, and the parts of an event that
/// [EvtxWriterTest] does not have.
class EvtxEventsTest {
    @Test
    void forwardedEventReadsLikeALocalOne() throws IOException {
        Event event = event(element(
                "Event",
                element(
                        "System",
                        element("Provider").with("Name", "P"),
                        element("EventID", text("1116")).with("Qualifiers", "16384"),
                        element("TimeCreated").with("SystemTime", "2020-12-11T12:28:01.299004599Z"),
                        element("EventRecordID", text("171")),
                        element("Correlation"),
                        element("Channel", text("Operational")),
                        element("Computer", text("host.example"))),
                element("EventData", element("Data", text("x")).with("Name", "Process Name")),
                element(
                                "RenderingInfo",
                                element("Message", text("words")),
                                element("Level", text("Warning")),
                                element("Keywords", element("Keyword", text("Audit Success"))))
                        .with("Culture", "en-US")));

        assertThat(event.time()).contains(Instant.parse("2020-12-11T12:28:01.2990045Z"));
        assertThat(event.source().recordId()).isEqualTo(OptionalLong.of(171));
        assertThat(event.source().headerId()).isEqualTo(OptionalLong.of(1));
        assertThat(event.eventId()).isEqualTo("1116");
        assertThat(event.host()).isEqualTo("host.example");
        assertThat(event.system())
                .isEqualTo(Fields.of(
                        "Provider_Name",
                        "P",
                        "EventID",
                        "1116",
                        "EventID_Qualifiers",
                        "16384",
                        "TimeCreated_SystemTime",
                        "2020-12-11T12:28:01.299004599Z",
                        "EventRecordID",
                        "171",
                        "Channel",
                        "Operational",
                        "Computer",
                        "host.example"));
        assertThat(event.data())
                .isEqualTo(Fields.of(
                        "Process Name",
                        "x",
                        "RenderingInfo_Culture",
                        "en-US",
                        "RenderingInfo_Message",
                        "words",
                        "RenderingInfo_Level",
                        "Warning",
                        "RenderingInfo_Keyword",
                        "Audit Success"));
    }

    @Test
    void systemElementWithElementsInItGivesEachFactOnce() throws IOException {
        Event event = event(element(
                "Event",
                element(
                        "System",
                        element(
                                        "Security",
                                        text("own"),
                                        element("Sid", text("S-1-5-18")).with("k", "v"),
                                        element("No"))
                                .with("UserID", "S-1-5-19"))));

        assertThat(event.system())
                .isEqualTo(
                        Fields.of("Security", "own", "Security_UserID", "S-1-5-19", "Sid", "S-1-5-18", "Sid_k", "v"));
    }

    @Test
    void otherPartsGiveTheirLeaves() throws IOException {
        Event event = event(element(
                "Event",
                element("ProcessingErrorData", element("ErrorCode", text("15005")), element("Payload")),
                element(
                        "UserData",
                        element("Rule", element("Policy", text("EXE")).with("k", "v"), text("mixed"))
                                .with("Id", "7")
                                .with("xmlns:auto", "http://example.org"))));

        assertThat(event.data())
                .isEqualTo(Fields.of(
                        "ErrorCode",
                        "15005",
                        "Payload",
                        "",
                        "Rule_Id",
                        "7",
                        "Rule",
                        "mixed",
                        "Policy",
                        "EXE",
                        "Policy_k",
                        "v"));
    }

    @Test
    void complexDataStandsUnderItsName() throws IOException {
        Event event = event(element(
                "Event",
                element(
                        "EventData",
                        element("ComplexData", text("01")).with("Name", "IdleState"),
                        element("Data"),
                        element("Binary", text("00FF")),
                        element("Data", element("Inner", text("1"))).with("Name", "Outer"))));

        assertThat(event.data())
                .isEqualTo(
                        Fields.of("IdleState", "01", "Data", "", "Binary", "00FF", "Data_Name", "Outer", "Inner", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-02T03:04:05Z, 2020-01-02T03:04:05Z",
        "yesterday, ",
        "'', ",
        "+12345-01-01T00:00:00Z, ",
        "1500-01-01T00:00:00Z, "
    })
    void textThatIsNoTimeGivesNone(String written, @Nullable Instant expected) throws IOException {
        Event event =
                event(element("Event", element("System", element("TimeCreated").with("SystemTime", written))));

        assertThat(event.time().orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "9223372036854775807, 9223372036854775807", "9223372036854775808, ", "1x, ", "-1, "})
    void recordIdIsANumberOrNothing(String written, @Nullable Long expected) throws IOException {
        Event event = event(element("Event", element("System", element("EventRecordID", text(written)))));

        assertThat(event.source().recordId())
                .isEqualTo(expected == null ? OptionalLong.empty() : OptionalLong.of(expected));
    }

    private static Event event(WrittenNode record) throws IOException {
        return Logs.events(new EvtxWriter().add(Instant.EPOCH, record).bytes()).getFirst();
    }
}
