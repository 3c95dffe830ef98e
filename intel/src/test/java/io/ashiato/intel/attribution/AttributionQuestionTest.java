package io.ashiato.intel.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionQuestionTest {
    @Test
    void readsALine() throws Exception {
        var question = AttributionQuestion.parse("""
                {"id": "q1", "observations": {"techniques": ["T1001"], "software": ["S1"],
                 "context": {"countries": ["Japan"], "sectors": ["energy"], "year": 2019}},
                 "exclude": {"citations": ["c1"], "actors": ["A"]}, "knowledge_before": "2019-03-01",
                 "knowledge_release": "12.0", "answer": {"actors": ["A"]}}
                """);

        assertThat(question.id()).isEqualTo("q1");
        assertThat(question.behaviour())
                .isEqualTo(new ObservedBehaviour(
                        Set.of("T1001"), Set.of("S1"), Set.of("Japan"), Set.of("energy"), OptionalInt.of(2019)));
        assertThat(question.narrowing().excludedCitations()).containsExactly("c1");
        assertThat(question.narrowing().excludedActors()).containsExactly("A");
        assertThat(question.narrowing().before()).contains(LocalDate.of(2019, 3, 1));
        assertThat(question.narrowing().release()).hasValue(12.0);
    }

    @Test
    void needsNothingButObservations() throws Exception {
        var question = AttributionQuestion.parse("{\"observations\": {}}");
        assertThat(question.narrowing()).isEqualTo(Narrowing.NONE);
        assertThat(question.behaviour().year()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "{}",
                "{\"observations\": []}",
                "{\"observations\": {\"techniques\": \"T1001\"}}",
                "{\"observations\": {\"techniques\": [1]}}",
                "{\"observations\": {\"context\": {\"year\": \"2019\"}}}",
                "{\"observations\": {\"context\": {\"year\": 2019.5}}}",
                "{\"observations\": {}, \"knowledge_before\": \"2019\"}",
                "{\"observations\": {}, \"knowledge_release\": 12}",
            })
    void refusesWhatIsNoQuestion(String line) {
        assertThatExceptionOfType(RelationFormatException.class).isThrownBy(() -> AttributionQuestion.parse(line));
    }

    @Test
    void refusesEndlessObservations() {
        String many = "\"T\",".repeat(5_001);
        assertThatExceptionOfType(RelationFormatException.class)
                .isThrownBy(
                        () -> AttributionQuestion.parse("{\"observations\": {\"techniques\": [" + many + "\"T\"]}}"))
                .withMessageContaining("5000");
    }
}
