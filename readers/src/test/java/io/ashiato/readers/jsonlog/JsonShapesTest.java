package io.ashiato.readers.jsonlog;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import io.ashiato.readers.LogBatch;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One start of a process as each shipper writes it.
class JsonShapesTest {
    private static final String XML =
            "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider"
                    + " Name='Microsoft-Windows-Sysmon'/><EventID>1</EventID><TimeCreated"
                    + " SystemTime='2024-05-06T07:08:09.1234567Z'/><EventRecordID>77</EventRecordID><Execution"
                    + " ProcessID='4'/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>WS-1</Computer>"
                    + "</System><EventData><Data Name='Image'>C:\\\\a &amp; b.exe</Data><Data Name='User'></Data>"
                    + "</EventData></Event>";

    static Stream<Arguments> shapes() {
        return Stream.of(
                argumentSet("evtx_dump", """
                        {"Event":{"#attributes":{"xmlns":"x"},"System":{"Provider":{"#attributes":{"Name":
                        "Microsoft-Windows-Sysmon"}},"EventID":1,"TimeCreated":{"#attributes":{"SystemTime":
                        "2024-05-06T07:08:09.123456Z"}},"EventRecordID":77,"Correlation":null,"Execution":{"#attributes":
                        {"ProcessID":4}},"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"WS-1"},
                        "EventData":{"Image":"C:\\\\a & b.exe","User":""}}}"""),
                argumentSet("Velociraptor", """
                        {"System":{"Provider":{"Name":"Microsoft-Windows-Sysmon"},"EventID":{"Value":1},"TimeCreated":
                        {"SystemTime":1714979289.123456},"EventRecordID":77,"Correlation":{},"Execution":{"ProcessID":4},
                        "Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"WS-1"},
                        "EventData":{"Image":"C:\\\\a & b.exe","User":""},"Message":"m"}"""),
                argumentSet("XML as objects", """
                        {"Event":{"System":{"Provider":{"@Name":"Microsoft-Windows-Sysmon"},"EventID":"1","TimeCreated":
                        {"@SystemTime":"2024-05-06T07:08:09.1234567Z"},"EventRecordID":"77","Execution":{"@ProcessID":"4"},
                        "Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"WS-1"},"EventData":{"Data":[
                        {"@Name":"Image","#text":"C:\\\\a & b.exe"},{"@Name":"User","#text":""}]}}}"""),
                argumentSet("Winlogbeat", """
                        {"@timestamp":"2024-05-06T07:08:09.123Z","agent":{"name":"mimikatz"},"event":{"code":"1"},
                        "message":"m","winlog":{"provider_name":"Microsoft-Windows-Sysmon","event_id":1,"record_id":77,
                        "process":{"pid":4},"channel":"Microsoft-Windows-Sysmon/Operational","computer_name":"WS-1",
                        "event_data":{"Image":"C:\\\\a & b.exe","User":""}}}"""),
                argumentSet("Elasticsearch export, flattened, fields moved", """
                        {"_index":"i","_source":{"@timestamp":"2024-05-06T07:08:09.123Z","event.code":"1",
                        "process.executable":"C:\\\\a & b.exe","winlog.provider_name":"Microsoft-Windows-Sysmon",
                        "winlog.record_id":"77","winlog.process.pid":4,"winlog.channel":
                        "Microsoft-Windows-Sysmon/Operational","winlog.computer_name":"WS-1",
                        "winlog.event_data.User":""}}"""),
                argumentSet("NXLog", """
                        {"EventTime":"2024-05-06T09:08:09.123456+02:00","Hostname":"WS-1","EventType":"INFO","EventID":1,
                        "SourceName":"Microsoft-Windows-Sysmon","RecordNumber":77,"ExecutionProcessID":4,"Channel":
                        "Microsoft-Windows-Sysmon/Operational","Image":"C:\\\\a & b.exe","User":"",
                        "EventReceivedTime":"2024-06-06 00:00:00","SourceModuleName":"in"}"""),
                argumentSet("Splunk", """
                        {"preview":false,"result":{"_time":"2024-05-06T07:08:09.123+00:00","source":
                        "XmlWinEventLog:Microsoft-Windows-Sysmon/Operational","EventCode":"1","SourceName":
                        "Microsoft-Windows-Sysmon","RecordNumber":"77","ProcessID":"4","host":"WS-1",
                        "Image":"C:\\\\a & b.exe","User":""}}"""),
                argumentSet("Splunk, raw XML", "{\"result\":{\"_raw\":\"" + XML + "\",\"host\":\"x\"}}"),
                argumentSet("a collector's message", "{\"host\":\"x\",\"message\":\"" + XML + "\"}"),
                argumentSet("old Winlogbeat", """
                        {"@timestamp":"2024-05-06T07:08:09.123Z","event_id":1,"log_name":
                        "Microsoft-Windows-Sysmon/Operational","source_name":"Microsoft-Windows-Sysmon",
                        "computer_name":"WS-1","record_number":"77","process_id":4,
                        "event_data":{"Image":"C:\\\\a & b.exe","User":""}}"""));
    }

    /// Records of clouds have their objects as text too; Windows records behind them have not.
    @ParameterizedTest
    @MethodSource("shapes")
    void isTheSameEventBehindRecordsOfAnotherShape(String record) throws IOException {
        String cloud = "{\"eventName\":\"n\",\"eventSource\":\"s\",\"awsRegion\":\"r\",\"request\":{\"a\":[1]}}";
        String line = record.replace("\n", "");

        List<Event> events = JsonLogs.events((line + "\n" + cloud + "\n" + line + "\n").getBytes(UTF_8));

        assertThat(events).hasSize(3);
        assertThat(events.get(1).data().first("request")).contains("{\"a\":[1]}");
        assertThat(events.get(2).data()).isEqualTo(events.get(0).data());
        assertThat(events.get(2).system()).isEqualTo(events.get(0).system());
    }

    @Test
    void whatHasTheNameOfAnObjectMayBeAText() throws IOException {
        String record = "{\"winlog\":\"x\",\"winlog.channel\":\"A\",\"winlog.event_id\":1}";

        List<Event> events = JsonLogs.events((record + "\n").getBytes(UTF_8));

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().data().first("winlog")).contains("x");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void becomesTheEventOfTheRecord(String record) throws IOException {
        assertThat(JsonLog.isLog(record.getBytes(UTF_8))).isTrue();
        List<Event> events = JsonLogs.events(record.getBytes(UTF_8));

        assertThat(events).hasSize(1);
        Event event = events.getFirst();
        assertThat(event.channel()).isEqualTo("Microsoft-Windows-Sysmon/Operational");
        assertThat(event.provider()).isEqualTo("Microsoft-Windows-Sysmon");
        assertThat(event.eventId()).isEqualTo("1");
        assertThat(event.host()).isEqualTo("WS-1");
        assertThat(event.time().orElseThrow())
                .isBetween(Instant.parse("2024-05-06T07:08:09.123Z"), Instant.parse("2024-05-06T07:08:09.124Z"));
        assertThat(event.source().recordId()).isEqualTo(OptionalLong.of(77));
        assertThat(event.data().first("Image")).contains("C:\\a & b.exe");
        assertThat(event.data().first("User")).contains("");
        assertThat(event.data().toString()).doesNotContain("mimikatz");
        assertThat(event.data().first("EventType")).isEmpty();
        assertThat(event.system().first("EventID")).contains("1");
    }

    static Stream<Arguments> layouts() {
        String one = "{\"EventID\":1,\"Channel\":\"A\",\"N\":1}";
        String two = "{\"EventID\":2,\"Channel\":\"A\",\"N\":\"}\\\"{\"}";
        String pretty = "{\n  \"EventID\": 1,\n  \"Channel\": \"A\",\n  \"N\": {\n    \"x\": [1, 2]\n  }\n}\n";
        return Stream.of(
                argumentSet("lines", one + "\n" + two + "\n"),
                argumentSet("lines of Windows, blank ones among them", one + "\r\n\r\n" + two),
                argumentSet("an array", "[" + one + "," + two + "]"),
                argumentSet("an array over lines", "[\n" + one + ",\n" + two + "\n]\n"),
                argumentSet("over many lines", pretty + pretty.replace("1,", "2,")),
                argumentSet("one behind the other", one + two),
                argumentSet("an array over many lines", "[" + pretty + " , " + pretty.replace("1,", "2,") + "]"),
                argumentSet("a list in an object", "{\"count\":2,\"Records\":[" + one + "," + two + "],\"x\":{}}"),
                argumentSet("lists in lines", "{\"records\":[" + one + "]}\n{\"records\":[" + two + "]}\n"));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void recordsAreFoundHoweverTheyAreLaidOut(String log) throws IOException {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            for (String mark : charset.equals(UTF_8) ? List.of("", "\uFEFF") : List.of("\uFEFF")) {
                byte[] bytes = (mark + log).getBytes(charset);
                LogBatch read = JsonLogs.read(bytes);

                assertThat(read.damage()).isEmpty();
                assertThat(read.events()).extracting(Event::eventId).containsExactly("1", "2");
                for (Event event : read.events()) {
                    int at = (int) event.source().offset();
                    String rest = new String(bytes, at, bytes.length - at, charset);
                    assertThat(rest).startsWith("{");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"EventID\":3,\"Channel\":",
                "{\"EventID\":3,\"Channel\":\"A\"}}}",
                "{\"EventID\":3 \"Channel\":\"A\"}",
                "\u0000\u0000{\u0000",
                "not JSON at all",
                "{\"EventID\":3,\"Channel\":\"A\", 'x': 1}"
            })
    void aBrokenLineCostsThatLine(String broken) throws IOException {
        String log = "{\"EventID\":1,\"Channel\":\"A\"}\n" + broken + "\n{\"EventID\":2,\"Channel\":\"A\"}\n";

        LogBatch read = JsonLogs.read(log.getBytes(UTF_8));

        assertThat(read.events()).extracting(Event::eventId).contains("1", "2");
        assertThat(read.damage()).hasSize(1);
        assertThat(read.damage().getFirst().offset()).isBetween(28L, 28L + broken.length() + 1);
    }

    @Test
    void aRecordThatIsNotClosedEndsWhereTheNextBegins() throws IOException {
        String log = """
                {
                 "EventID": 1,
                 "Channel": "A"
                }
                {
                 "EventID": 3,
                 "Channel": "A
                {
                 "EventID": 2,
                 "Channel": "A"
                }
                """;

        LogBatch read = JsonLogs.read(log.getBytes(UTF_8));

        assertThat(read.events()).extracting(Event::eventId).containsExactly("1", "2");
        assertThat(read.damage()).hasSize(1).first().isInstanceOf(Damage.Truncated.class);
    }

    @Test
    void keysThatComeTwiceAreBothKept() throws IOException {
        List<Event> events =
                JsonLogs.events("{\"EventID\":1,\"Channel\":\"A\",\"x\":\"a\",\"x\":\"b\"}".getBytes(UTF_8));

        assertThat(events.getFirst().data().toString()).contains("x=a", "x=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"name\":\"left-pad\",\"version\":\"1.0\"}", "[1,2,3]", "{}", "[[{\"EventID\":1}]]", "{\""})
    void otherJsonIsNoLog(String json) {
        assertThat(JsonLog.isLog(json.getBytes(UTF_8))).isFalse();
    }
}
