package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingOptionTest {
    private static final String MAPPING = """
            logsource: {product: acme, service: vpn}
            time: when
            host: gateway
            fields: {User: client.user}
            """;
    private static final String RULE = """
            title: Guest on the VPN
            id: 00000000-0000-4000-8000-000000000009
            author: Ann Other
            level: high
            logsource: {product: acme, service: vpn}
            detection: {a: {'User|expand': '%Guests%'}, condition: a}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.writeString(folder.resolve("vpn.json"), """
                {"when":"2026-01-02T03:04:05Z","gateway":"g1","client":{"user":"eve"}}
                {"when":"2026-01-02T03:04:06Z","gateway":"g1","client":{"user":"bob"}}
                """);
        Files.writeString(folder.resolve("mapping.yml"), MAPPING);
        Files.writeString(folder.resolve("rule.yml"), RULE);
        Files.writeString(folder.resolve("names.yml"), "Guests: [eve, mallory]\n");
    }

    private CommandRun hunt(String mapping, String placeholders, String... more) {
        var line = new ArrayList<>(
                List.of("hunt", path("vpn.json"), "--mapping", path(mapping), "--placeholders", path(placeholders)));
        line.addAll(List.of("--rules", path("rule.yml"), "--no-default-rules"));
        line.addAll(List.of(more));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aLogThatIsDescribedIsReadAndSeenByRulesOfItsSource() {
        CommandRun run = hunt("mapping.yml", "names.yml", "--format", "jsonl");

        assertThat(run.out().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Guest on the VPN", "eve", "Ann Other"));
        assertThat(run.err()).contains("acme/vpn 2");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aFileThatIsNoMappingIsToldInOneSentence() {
        assertThat(hunt("rule.yml", "names.yml").err())
                .isEqualTo("ashiato: '" + path("rule.yml")
                        + "' is no mapping: title: unknown key. docs/mapping.md describes the form.\n");
        CommandRun missing = hunt("none.yml", "names.yml", "--lang", "ja");
        assertThat(missing.err()).startsWith("ashiato: '" + path("none.yml") + "' は読めません(there is no ");
        assertThat(missing.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void aFileOfPlaceholdersThatIsNotThereIsToldInOneSentence() {
        CommandRun run = hunt("mapping.yml", "none.yml");

        assertThat(run.err())
                .startsWith("ashiato: '" + path("none.yml") + "' cannot be read as a file of placeholders: there is no "
                        + path("none.yml") + ". Name a YAML file");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void whyAFileCannotBeReadIsTold() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("latin.yml"), new byte[] {'a', ':', ' ', (byte) 0xE4});
        Files.writeString(folder.resolve("large.yml"), "#".repeat(1 << 20) + "\n");

        assertThat(hunt("folder", "names.yml").err()).contains("' cannot be read: it is no file. Name a mapping");
        assertThat(hunt("latin.yml", "names.yml").err()).contains("' cannot be read: it is not UTF-8 text. ");
        assertThat(hunt("large.yml", "names.yml").err()).contains("' cannot be read: it is larger than 1.0 MiB. ");
        assertThat(hunt("mapping.yml", "folder").err()).contains("of placeholders: it is no file. Name a YAML file");
    }
}
