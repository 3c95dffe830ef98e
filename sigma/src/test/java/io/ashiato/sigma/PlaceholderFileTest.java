package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholderFileTest {
    private static PlaceholderFile read(String text) {
        return PlaceholderFile.read(new RuleFile("p.yml", text));
    }

    @Test
    void namesHaveValuesOrAValue() {
        PlaceholderFile file = read("Administrators: [root, 'adm_*', 7]\n# a comment\nJumpServers: jump01\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.values())
                .isEqualTo(Map.of("Administrators", List.of("root", "adm_*", "7"), "JumpServers", List.of("jump01")));
    }

    @Test
    void emptyFileHasNoValues() {
        assertThat(read("")).isEqualTo(new PlaceholderFile(Map.of(), List.of()));
    }

    @Test
    void whatCannotBeReadIsTold() {
        assertThat(read("A: [x]\nB: {c: d}\nC:\nD: []\nA: y\n").problems().stream()
                        .map(Object::toString))
                .containsExactly(
                        "p.yml:2:4: E070 placeholder 'B' has to have a value or a list of values",
                        "p.yml:3:3: E070 placeholder 'C' has to have a value or a list of values",
                        "p.yml:4:4: E070 placeholder 'D' has to have a value or a list of values",
                        "p.yml:5:1: E006 key 'A' occurs twice");
        assertThat(read("- x\n").problems().stream().map(Object::toString))
                .containsExactly("p.yml:1:1: E070 a file of placeholders has to be a map of names and values");
        assertThat(read("a: [").problems()).extracting(p -> p.code()).containsExactly("E001");
    }
}
