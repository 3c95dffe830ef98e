package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StartupTrainingTest {
    @BeforeAll
    static void useTheProjectsRules() {
        System.setProperty("ashiato.home", ProjectFolder.root().toString());
    }

    @Test
    void each_command_of_the_training_succeeds_on_the_example() throws IOException {
        Path evidence = ProjectFolder.root().resolve("examples/first-look/evidence");
        List<List<String>> commands = StartupTraining.commands(evidence);
        assertThat(commands)
                .anyMatch(command -> command.contains("dump"))
                .anyMatch(command -> command.contains("hunt"))
                .anyMatch(command -> command.contains("rules"));
        assertThat(commands)
                .allSatisfy(command -> assertThat(StartupTraining.run(command, Map.of()))
                        .as("%s", command)
                        .isZero());
    }

    @Test
    void without_evidence_the_command_line_itself_is_trained() throws IOException {
        assertThat(StartupTraining.commands(Path.of("nowhere")))
                .contains(List.of("--version"), List.of("--help"))
                .allSatisfy(command ->
                        assertThat(StartupTraining.run(command, Map.of())).isZero());
    }
}
