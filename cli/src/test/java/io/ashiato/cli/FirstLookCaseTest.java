package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ashiato.casefile.store.CaseFormatException;
import io.ashiato.casefile.store.CaseJson;
import io.ashiato.model.IncidentCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The example from end to end: what the README's first command makes.
class FirstLookCaseTest {
    private static final String EVIDENCE =
            ProjectFolder.root().resolve("examples/first-look").toString();

    @TempDir
    private static Path work;

    private static Path first;
    private static CommandRun run;

    @BeforeAll
    static void analyze() {
        first = work.resolve("first");
        run = CommandRun.of("analyze", EVIDENCE, "-o", first.toString(), "--threads", "1");
    }

    @Test
    void endsByNamingTheReports() {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains(first + "/report/report.en.html", first + "/report/report.ja.html");
    }

    @Test
    void givesTheSameBytesForAnyNumberOfThreads() throws IOException {
        Path second = work.resolve("second");
        CommandRun.of("analyze", EVIDENCE, "-o", second.toString(), "--threads", "3");
        assertThat(digests(second)).isEqualTo(digests(first));
    }

    @Test
    void namesNeitherTheOutputNorTheMachineInAnyFile() throws IOException {
        for (Path file : files(first)) {
            String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(text).as(file.toString()).doesNotContain(work.toString(), System.getProperty("user.home") + "/");
        }
    }

    @Test
    void fitsItsSchema() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(first.resolve("case.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(Files.readString(first.resolve("case.json")), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void isReadBackAndWrittenAgainByteForByte() throws IOException, CaseFormatException {
        Path file = first.resolve(CaseJson.FILE);
        IncidentCase incident;
        try (InputStream in = Files.newInputStream(file)) {
            incident = CaseJson.read(in);
        }
        var again = new StringWriter();
        CaseJson.write(incident, again);
        assertThat(again.toString()).isEqualTo(Files.readString(file));
    }

    @Test
    void keepsEveryEventWithItsTime() throws IOException, SQLException {
        JsonNode incident = incident();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet row = duck.createStatement()
                        .executeQuery("SELECT count(*), count(event_time), count(DISTINCT host) FROM '"
                                + first.resolve("events/events.parquet") + "'")) {
            row.next();
            assertThat(row.getLong(1))
                    .isEqualTo(incident.get("events").asLong())
                    .isGreaterThan(1000);
            assertThat(row.getLong(2)).isEqualTo(row.getLong(1));
            assertThat(row.getLong(3)).isEqualTo(incident.get("hosts").size());
        }
    }

    @Test
    void findsTheIntrusionAndWhatWasHidden() throws IOException {
        JsonNode incident = incident();
        assertThat(incident.get("findings").size()).isGreaterThan(3);
        assertThat(incident.get("tampering").findValuesAsString("kind")).contains("log_cleared", "antivirus_disabled");
        JsonNode intrusion = incident.get("assessments").get(0);
        assertThat(intrusion.get("assessment").asString()).isEqualTo("intrusion");
        assertThat(intrusion.get("likelihood").asString()).isIn("very_likely", "almost_certain");
        assertThat(Files.readAllLines(first.resolve("detections.jsonl")))
                .hasSize(incident.get("detections").asInt());
    }

    @Test
    void refusesToOverwriteTheCase() {
        CommandRun again = CommandRun.of("analyze", EVIDENCE, "-o", first.toString());
        assertThat(again.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(again.err()).contains(first + "-2");
    }

    private static JsonNode incident() throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(first.resolve("case.json")))
                .get("incident");
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        var digests = new TreeMap<String, String>();
        for (Path file : files(folder)) {
            digests.put(folder.relativize(file).toString(), io.ashiato.bytes.Digests.sha256(Files.readAllBytes(file)));
        }
        assertThat(digests).hasSizeGreaterThan(10);
        return digests;
    }

    private static java.util.List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
