package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.Event;
import io.ashiato.model.Tactic;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules that come with the program: each matches its positive events and none of its negative ones.
class OwnRulesTest {
    static List<Path> rules() throws IOException {
        try (Stream<Path> files = Files.walk(ProjectFolder.root().resolve("rules"))) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void areAtLeastThirty() throws IOException {
        assertThat(rules()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void matchTheirPositiveEventsOnly(Path file) throws IOException {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile(file.toString(), Files.readString(file))));
        assertThat(rules.problems()).isEmpty();
        CompiledRule rule = rules.rules().getFirst();
        var matcher = rules.matcher();
        List<String> positive = events(file, "positive");
        List<String> negative = events(file, "negative");
        assertThat(positive).isNotEmpty();
        assertThat(negative).isNotEmpty();
        assertThat(positive)
                .allSatisfy(line -> assertThat(matcher.match(event(line))).containsExactly(rule));
        assertThat(negative)
                .allSatisfy(line -> assertThat(matcher.match(event(line))).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void sayWhatAnAnalystNeeds(Path file) throws IOException {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile(file.toString(), Files.readString(file))));
        var about = rules.rules().getFirst().about();
        var attack = AttackKnowledge.builtIn();
        assertThat(about.titleJa()).isPresent();
        assertThat(about.author()).hasValue("Ashiato");
        assertThat(about.description()).isPresent();
        assertThat(about.falsePositives()).isNotEmpty();
        assertThat(about.techniques())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(attack.current(id))
                        .hasValueSatisfying(t -> assertThat(t.id()).isEqualTo(id)));
        assertThat(about.tactics())
                .isNotEmpty()
                .allMatch(name -> Tactic.of(name).isPresent());
    }

    private static Event event(String line) {
        List<Event> events = JsonEvents.read(line.getBytes(StandardCharsets.UTF_8));
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static List<String> events(Path rule, String kind) throws IOException {
        String name = rule.getFileName().toString().replace(".yml", "." + kind + ".jsonl");
        return Files.readAllLines(rule.resolveSibling(name)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
