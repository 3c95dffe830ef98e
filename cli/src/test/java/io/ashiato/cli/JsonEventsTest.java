package io.ashiato.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.cli.JsonEvents.MalformedException;
import io.ashiato.model.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Events that a person keeps as JSON. That records become the events of their logs is checked with the readers.
class JsonEventsTest {
    private static final String WINDOWS = "{\"Event\":{\"System\":{\"EventID\":7,\"Channel\":\"System\"}}}";
    private static final String CLOUD =
            "{\"eventName\":\"GetUser\",\"eventSource\":\"iam.amazonaws.com\",\"awsRegion\":\"us-east-1\"}";

    static final List<Arguments.ArgumentSet> WRONG = List.of(
            argumentSet("cut off", "{", "this is no JSON in line 1, column 2"),
            argumentSet("cut off later", "\n{\n\"a\":", "this is no JSON in line 3, column 5"),
            argumentSet("something behind it", WINDOWS + " x", "this is no JSON in line 1, column "),
            argumentSet("no shape that is known", "{\"a\":1}", "no object 'System'"),
            argumentSet("a System that is none", "{\"Event\":{\"System\":7}}", "no object 'System'"),
            argumentSet("one of several", WINDOWS + "{\"a\":1}", "no object 'System'"),
            argumentSet("too deep", "{\"a\":".repeat(100_000) + "1", "this is no JSON in line 1, column "));

    private static List<Event> read(String json) {
        return JsonEvents.read(json.getBytes(UTF_8));
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void whatIsNoEventSaysWhy(String json, String reason) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        MalformedException.class, e -> assertThat(e.reason()).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "[]", "7", "null"})
    void aTextWithoutARecordHasNoEvent(String json) {
        assertThat(read(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {WINDOWS + CLOUD, WINDOWS + "\n" + CLOUD + "\n", "\uFEFF[" + WINDOWS + ",\n" + CLOUD + "]"})
    void severalStandInAListOrOneBehindTheOther(String json) {
        assertThat(read(json)).extracting(Event::channel).containsExactly("System", "aws/cloudtrail");
    }

    @Test
    void theEventIsThatOfTheRecord() {
        assertThat(read(WINDOWS))
                .singleElement()
                .satisfies(event -> assertThat(event.eventId()).isEqualTo("7"));
    }
}
