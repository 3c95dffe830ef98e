package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the writer writes, our reader reads as it was meant.
class EvtxWriterTest {
    private static final Instant TIME = Instant.parse("2025-03-04T05:06:07.1234567Z");

    private static final LoggedEvent LOGON = LoggedEvent.of("Microsoft-Windows-Security-Auditing", 4624, "Security")
            .providerGuid(UUID.fromString("54849625-5478-4994-a5ba-3e3b0328c30d"))
            .kind(2, 0, 12_544, 0, 0x8020_0000_0000_0000L)
            .at(TIME)
            .on("WS01.example.org")
            .by(636, 700, "S-1-5-18")
            .with("TargetUserName", "山田")
            .with("TargetUserSid", WrittenValue.sid("S-1-5-21-1-2-4294967295-1001"))
            .with("TargetLogonId", WrittenValue.hex64(0x3e7))
            .with("LogonType", WrittenValue.u32(3))
            .with("LogonGuid", WrittenValue.guid(UUID.fromString("00010203-0405-0607-0809-0a0b0c0d0e0f")))
            .with("Elevated", WrittenValue.truth(true))
            .with("When", WrittenValue.filetime(TIME))
            .with("Blanks", "  x  ")
            .with("Empty", "")
            .with("Status", WrittenValue.i32(-2147221164))
            .with("Ratio", WrittenValue.real(0.1))
            .with("Many", WrittenValue.texts("one", "", "three"))
            .with("Bytes", WrittenValue.binary((byte) 0xCA, (byte) 0xFE))
            .with("Code", WrittenValue.hex32(0x1010))
            .with("Small", WrittenValue.u8(255))
            .with("Large", WrittenValue.u64(-1))
            .with("Ansi", WrittenValue.ansi("caf\u00e9"))
            .with("Absent", WrittenValue.none());

    private static final LoggedEvent CLASSIC = LoggedEvent.of("MSSQLSERVER", 18_456, "Application")
            .classic(49_152)
            .at(TIME)
            .on("DB01")
            .with("", "sa")
            .with("", " Reason: unknown");

    private static final LoggedEvent CLEARED = LoggedEvent.of("Microsoft-Windows-Eventlog", 1102, "Security")
            .at(TIME)
            .on("WS01")
            .userData(element(
                            "LogFileCleared",
                            element("SubjectUserName", text("admin")),
                            element("Channel", text("Security")).with("kind", "log"))
                    .with("xmlns", "http://example.org/log"));

    @Test
    void valuesOfAllKindsComeBackAsText() throws IOException {
        Event event = Logs.events(new EvtxWriter(7).add(LOGON).bytes()).getFirst();

        assertThat(event.time()).contains(TIME);
        assertThat(event.host()).isEqualTo("WS01.example.org");
        assertThat(event.channel()).isEqualTo("Security");
        assertThat(event.provider()).isEqualTo("Microsoft-Windows-Security-Auditing");
        assertThat(event.eventId()).isEqualTo("4624");
        assertThat(event.source().recordId()).isEqualTo(OptionalLong.of(7));
        assertThat(event.source().headerId()).isEqualTo(OptionalLong.of(7));
        assertThat(event.source().offset()).isEqualTo(4608);
        assertThat(event.data())
                .isEqualTo(Fields.of(
                        "TargetUserName",
                        "山田",
                        "TargetUserSid",
                        "S-1-5-21-1-2-4294967295-1001",
                        "TargetLogonId",
                        "0x3e7",
                        "LogonType",
                        "3",
                        "LogonGuid",
                        "{00010203-0405-0607-0809-0a0b0c0d0e0f}",
                        "Elevated",
                        "true",
                        "When",
                        "2025-03-04T05:06:07.1234567Z",
                        "Blanks",
                        "  x  ",
                        "Empty",
                        "",
                        "Status",
                        "-2147221164",
                        "Ratio",
                        "0.1",
                        "Many",
                        "one",
                        "Many",
                        "",
                        "Many",
                        "three",
                        "Bytes",
                        "CAFE",
                        "Code",
                        "0x1010",
                        "Small",
                        "255",
                        "Large",
                        "18446744073709551615",
                        "Ansi",
                        "café",
                        "Absent",
                        ""));
        assertThat(event.system())
                .isEqualTo(Fields.of(
                        "Provider_Name",
                        "Microsoft-Windows-Security-Auditing",
                        "Provider_Guid",
                        "{54849625-5478-4994-a5ba-3e3b0328c30d}",
                        "EventID",
                        "4624",
                        "Version",
                        "2",
                        "Level",
                        "0",
                        "Task",
                        "12544",
                        "Opcode",
                        "0",
                        "Keywords",
                        "0x8020000000000000",
                        "TimeCreated_SystemTime",
                        "2025-03-04T05:06:07.1234567Z",
                        "EventRecordID",
                        "7",
                        "Execution_ProcessID",
                        "636",
                        "Execution_ThreadID",
                        "700",
                        "Channel",
                        "Security",
                        "Computer",
                        "WS01.example.org",
                        "Security_UserID",
                        "S-1-5-18"));
    }

    @Test
    void unnamedDataAndUserDataBecomeFields() throws IOException {
        List<Event> events =
                Logs.events(new EvtxWriter().add(CLASSIC).add(CLEARED).bytes());

        assertThat(events.get(0).data()).isEqualTo(Fields.of("Data", "sa", "Data", " Reason: unknown"));
        assertThat(events.get(0).system().first("EventID_Qualifiers")).contains("49152");
        assertThat(events.get(1).data())
                .isEqualTo(Fields.of("SubjectUserName", "admin", "Channel", "Security", "Channel_kind", "log"));
    }

    @Test
    void manyRecordsFillChunksOfOneSequence() throws IOException {
        var writer = new EvtxWriter(100);
        for (int i = 0; i < 400; i++) {
            writer.add(LOGON.at(TIME.plusSeconds(i)).with("Number", WrittenValue.u32(i)));
        }
        byte[] log = writer.bytes();

        assertThat((log.length - 4096) / 65_536).isGreaterThan(2);
        assertThat(Logs.damage(log)).isEmpty();
        assertThat(Logs.events(log).stream()
                        .map(event -> event.data().first("Number").orElse("")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 400).mapToObj(Integer::toString).toList());
        assertThat(writer.bytes()).isEqualTo(log);
    }
}
