package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Events read back from what `dump` prints are the events of the log.
class DumpedEventTest {
    static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(ProjectFolder.root().resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".evtx"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void areThoseOfTheLog(Path log) throws IOException {
        var events = new ArrayList<Event>();
        LogEvents.read(log, "", events::add);
        List<Event> dumped = CommandRun.of("dump", log.toString())
                .out()
                .lines()
                .map(DumpedEvent::parse)
                .toList();

        assertThat(dumped).isNotEmpty().hasSameSizeAs(events);
        assertThat(inOrder(dumped)).isEqualTo(inOrder(events));
    }

    private static List<List<Object>> inOrder(List<Event> events) {
        return events.stream()
                .sorted(Comparator.comparing(
                        event -> event.system().first("EventRecordID").orElse("")))
                .map(event -> List.<Object>of(
                        event.time(),
                        event.host(),
                        event.channel(),
                        event.provider(),
                        event.eventId(),
                        event.data(),
                        event.system()))
                .toList();
    }

    @Test
    void namesThatCameAgainLoseTheirNumberAndOthersKeepIt() {
        Event event = DumpedEvent.parse("""
                {"Event":{"System":{"EventID":1},"EventData":{"Data":["a","b"],"X":"1","X_1":"2","Y_1":"3","Z":null}}}
                """);

        assertThat(event.data())
                .isEqualTo(Fields.of("Data", "a", "Data", "b", "X", "1", "X", "2", "Y_1", "3", "Z", ""));
    }

    @Test
    void userDataAreTheLeavesOfTheElementInIt() {
        Event event = DumpedEvent.parse("""
                {"Event":{"System":{"EventID":{"#attributes":{"Qualifiers":4},"#text":104}},"UserData":{"LogFileCleared":
                {"#attributes":{"xmlns":"http://x"},"SubjectUserName":"a","Channel":"System"}}}}
                """);

        assertThat(event.eventId()).isEqualTo("104");
        assertThat(event.system().first("EventID_Qualifiers")).hasValue("4");
        assertThat(event.data()).isEqualTo(Fields.of("SubjectUserName", "a", "Channel", "System"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "{\"Event\":{}}",
                "{\"Event\":{\"System\":7}}",
                "{\"Event\":[1]}",
                "{\"a\":\"\u0000\"",
                "{\"Event\":{\"System\":{}}} x"
            })
    void whatIsNoEventSaysWhy(String json) {
        assertThatThrownBy(() -> DumpedEvent.parse(json))
                .isInstanceOfSatisfying(
                        DumpedEvent.MalformedException.class,
                        e -> assertThat(e.reason()).isNotEmpty());
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String json = "{\"Event\":{\"System\":{},\"EventData\":" + "{\"a\":".repeat(100_000) + "1";

        assertThatThrownBy(() -> DumpedEvent.parse(json)).isInstanceOf(DumpedEvent.MalformedException.class);
    }
}
