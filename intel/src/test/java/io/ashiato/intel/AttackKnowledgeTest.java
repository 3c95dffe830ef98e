package io.ashiato.intel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Tactic;
import io.ashiato.model.Technique;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackKnowledgeTest {
    private final AttackKnowledge attack = AttackKnowledge.builtIn();

    @ParameterizedTest
    @CsvSource({
        "T1218.005, T1218.005, Mshta",
        "t1003.001, T1003.001, LSASS Memory",
        "T1070.001, T1685.005, Clear Windows Event Logs",
        "T1574.002, T1574.001, DLL",
    })
    void givesTheCurrentTechniqueOfAnyId(String asked, String id, String name) {
        assertThat(attack.current(asked)).hasValueSatisfying(technique -> {
            assertThat(technique.id()).isEqualTo(id);
            assertThat(technique.name()).isEqualTo(name);
        });
    }

    @Test
    void knowsNothingOfIdsThatNeverWere() {
        assertThat(attack.current("T9999")).isEmpty();
        assertThat(attack.current("")).isEmpty();
    }

    @Test
    void namesOnlyTacticsOfTheVocabulary() {
        Technique mshta = attack.current("T1218.005").orElseThrow();
        assertThat(mshta.tactics())
                .isNotEmpty()
                .allMatch(name -> Tactic.of(name).isPresent());
    }
}
