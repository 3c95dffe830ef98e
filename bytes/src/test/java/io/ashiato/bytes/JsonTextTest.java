package io.ashiato.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class JsonTextTest {
    static final List<Arguments.ArgumentSet> CASES = List.of(
            argumentSet("nothing", "", "\"\""),
            argumentSet("plain", "cmd.exe", "\"cmd.exe\""),
            argumentSet("Japanese and a pair of surrogates stay", "足跡😀", "\"足跡😀\""),
            argumentSet("path and quotes", "C:\\a \"b\"", "\"C:\\\\a \\\"b\\\"\""),
            argumentSet("control characters", "a\u0000\u001b\n\u0085\u007f", "\"a\\u0000\\u001b\\n\\u0085\\u007f\""),
            argumentSet("what reverses text or hides", "evil\u202excod.exe\u200b", "\"evil\\u202excod.exe\\u200b\""),
            argumentSet("unpaired surrogates at both ends", "\udc00x\ud83d", "\"\\udc00x\\ud83d\""));

    @ParameterizedTest
    @FieldSource("CASES")
    void quotesWithoutLoss(String value, String json) {
        var out = new StringBuilder();
        JsonText.quote(out, value);
        assertThat(out).hasToString(json);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void theBufferOfBytesHoldsTheSame(String value, String json) {
        assertThat(new JsonBuffer().text(value).take()).asString(UTF_8).isEqualTo(json);
    }
}
