package io.ashiato.casefile.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashiato.intake.EvidenceArguments;
import io.ashiato.model.Event;
import io.ashiato.readers.LogMapping;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logs that the user describes; see docs/mapping.md.
class MappingTest {
    private static final String MAPPING = """
            logsource: { product: acme, service: vpn }
            time: when
            host: gateway
            event-id: action
            fields:
              src_ip: client.address
              User: client.user
            """;

    private static final RuleSet RULES = RuleSet.compile(List.of(new RuleFile("vpn.yml", """
                    title: VPN
                    id: 8c2cb26a-6e5b-4a53-8f0b-0e8ae5e1d5aa
                    logsource: { product: acme, service: vpn }
                    detection:
                      selection: { User: bob, src_ip|cidr: 203.0.113.0/24 }
                      condition: selection
                    """)));

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"when":"2024-05-06T07:08:09Z","gateway":"gw","action":"in",
                "client":{"address":"203.0.113.5","user":"bob"}}""", """
                when,gateway,action,client.address,client.user
                2024-05-06 07:08:09,gw,in,203.0.113.5,"bob"
                2024-05-06 07:08:10,gw,out,203.0.113.5,"al ""x"", y"
                """})
    void rulesOfTheDescribedSourceFire(String log, @TempDir Path folder) throws IOException, MappingException {
        var matched = new ArrayList<MatchedEvent>();
        read(log, Optional.of(MappingFile.parse(MAPPING)), folder, matched);

        Event event = matched.getFirst().event();
        assertThat(matched.getFirst().rules()).hasSize(1);
        assertThat(event.channel()).isEqualTo("acme/vpn");
        assertThat(event.host()).isEqualTo("gw");
        assertThat(event.eventId()).isEqualTo("in");
        assertThat(event.time()).contains(Instant.parse("2024-05-06T07:08:09Z"));
        assertThat(matched.stream().skip(1)).allSatisfy(other -> {
            assertThat(other.rules()).isEmpty();
            assertThat(other.event().data().first("User")).contains("al \"x\", y");
        });
    }

    @Test
    void withoutADescriptionSuchFilesAreNoLogs(@TempDir Path folder) throws IOException {
        var matched = new ArrayList<MatchedEvent>();
        read("when,gateway\n2024-05-06 07:08:09,gw\n", Optional.empty(), folder, matched);

        assertThat(matched).isEmpty();
    }

    /// The description is for what no reader knows, also beside records that one knows.
    @Test
    void recordsOfAKnownShapeStayWhatTheyAre(@TempDir Path folder) throws IOException, MappingException {
        String windows = """
                {"when":"2024-05-06T07:08:09Z","System":{"EventID":1102,"Channel":"Security","Computer":"PC1"}}
                """;
        String described = """
                {"when":"2024-05-06T07:08:10Z","gateway":"gw"}
                """;
        String timeless = """
                {"gateway":"gw"}
                """;
        var matched = new ArrayList<MatchedEvent>();
        read(windows + described + timeless, Optional.of(MappingFile.parse(MAPPING)), folder, matched);

        assertThat(matched)
                .extracting(
                        match -> match.event().channel() + " " + match.event().host())
                .containsExactly("Security PC1", "acme/vpn gw", "json ");
    }

    /// Programs pack records of others into a field; what the user says of the whole goes before.
    @Test
    void aDescribedRecordIsNotOpenedForTheRecordInIt(@TempDir Path folder) throws IOException, MappingException {
        String packed = """
                {"when":"2024-05-06T07:08:09Z",\
                "message":"{\\"System\\":{\\"EventID\\":1102,\\"Channel\\":\\"Security\\"}}"}
                """;
        for (boolean isDescribed : new boolean[] {true, false}) {
            var matched = new ArrayList<MatchedEvent>();
            Optional<LogMapping> mapping = isDescribed ? Optional.of(MappingFile.parse(MAPPING)) : Optional.empty();
            read(packed, mapping, folder, matched);

            assertThat(matched)
                    .extracting(match -> match.event().channel())
                    .containsExactly(isDescribed ? "acme/vpn" : "Security");
        }
    }

    private static void read(String log, Optional<LogMapping> mapping, Path folder, List<MatchedEvent> matched)
            throws IOException {
        Path file = Files.writeString(folder.resolve("log"), log, UTF_8);
        var found = (EvidenceArguments.Found) EvidenceArguments.resolve(List.of(file.toString()));
        new EvidenceReader(RULES, 2, folder, List.of(), new ReadingHints(List.of(), mapping), Progress.SILENT)
                .readLogs(found, EventSelection.ALL, event -> () -> matched.add(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "time: t",
                "logsource: { product: acme }",
                "logsource: { product: windows, service: security }\ntime: t",
                "channel: A\ntime: t\nseparator: ab",
                "channel: A\ntime: t\nfields: [a]",
                "channel: A\ntime: t\ncolour: red",
                "{"
            })
    void aDescriptionThatCannotBeFollowedIsRefused(String yaml) {
        assertThatThrownBy(() -> MappingFile.parse(yaml)).isInstanceOf(MappingException.class);
    }
}
