package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashiato.model.Assessment.Refusal;
import io.ashiato.model.CaseRule;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {
    static String text(Publication publication) {
        return new String(bytes(publication), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Publication publication) {
        try (var out = new ByteArrayOutputStream()) {
            publication.content().writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<Publication> all(IncidentCase incident) {
        var all = new ArrayList<>(Publication.reports(incident));
        all.addAll(Publication.exports(incident));
        return all;
    }

    static String report(IncidentCase incident, String name) {
        return Publication.reports(incident).stream()
                .filter(it -> it.fileName().equals(name))
                .map(PublicationTest::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesTheFilesOfTheCaseFolder() {
        assertThat(all(SampleCases.empty()).stream().map(Publication::fileName))
                .containsExactly(
                        "report.en.html",
                        "report.en.md",
                        "report.ja.html",
                        "report.ja.md",
                        "stix-bundle.json",
                        "misp-event.json",
                        "attack-layer.json",
                        "indicators.csv");
    }

    @Test
    void writesEachRuleOfTheCaseWhole() {
        Publication rule = Publication.exports(SampleCases.intrusion()).stream()
                .filter(it -> it.fileName().equals("rules/as-0f3c9a12de-program-path.yml"))
                .findFirst()
                .orElseThrow();
        assertThat(text(rule))
                .isEqualTo(SampleCases.intrusion().advice().getLast().yaml());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x.yml", "a/b.yml", "x.exe", "A.yml", ".yml", "x.yml\n"})
    void refusesARuleWhoseFileCouldLieElsewhere(String file) {
        CaseRule rule = new CaseRule(file, "t", Level.LOW, "title: t\n", 1, List.of());
        IncidentCase incident =
                new CaseParts(SampleCases.empty()).advice(List.of(rule)).build();
        assertThatThrownBy(() -> Publication.exports(incident)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sameCaseGivesSameBytes() {
        List<Publication> first = all(SampleCases.intrusion());
        List<Publication> second = all(SampleCases.intrusion());
        for (int i = 0; i < first.size(); i++) {
            assertThat(bytes(first.get(i))).as(first.get(i).fileName()).isEqualTo(bytes(second.get(i)));
            assertThat(bytes(first.get(i))).as("written twice").isEqualTo(bytes(first.get(i)));
        }
    }

    /// For looking at: `-Dashiato.look=FOLDER` writes the samples there.
    @Test
    @EnabledIfSystemProperty(named = "ashiato.look", matches = ".+")
    void writesTheSamples() throws IOException {
        Path folder = Path.of(System.getProperty("ashiato.look"));
        write(folder.resolve("intrusion"), SampleCases.intrusion());
        write(folder.resolve("logs"), SampleCases.logs());
        for (Refusal refusal : Refusal.values()) {
            write(folder.resolve("refused-" + refusal.name().toLowerCase(Locale.ROOT)), ModelCase.refused(refusal));
        }
        write(folder.resolve("empty"), SampleCases.empty());
        write(folder.resolve("big"), SampleCases.big());
        for (int i = 0; i < HostileText.ALL.size(); i++) {
            write(folder.resolve("hostile-" + i), SampleCases.hostile(HostileText.ALL.get(i)));
        }
    }

    private static void write(Path folder, IncidentCase incident) throws IOException {
        for (Publication publication : all(incident)) {
            Path file = folder.resolve(publication.fileName());
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(publication));
        }
    }
}
