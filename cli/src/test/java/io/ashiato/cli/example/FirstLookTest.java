package io.ashiato.cli.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Event;
import io.ashiato.model.Level;
import io.ashiato.readers.evtx.EvtxChunk;
import io.ashiato.readers.evtx.EvtxEvents;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.EvtxJson;
import io.ashiato.readers.evtx.EvtxRecord;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example in `examples/first-look` is what the story says, and says what it should.
///
/// After a change of the story `./mvnw test -pl cli -am -Dtest=FirstLookTest
/// -Dsurefire.failIfNoSpecifiedTests=false -Dashiato.write-examples=true` writes the files anew.
class FirstLookTest {
    private static final Path PROJECT = project();
    private static final Path FOLDER = PROJECT.resolve("examples/first-look");
    private static final SortedMap<String, byte[]> FILES = FirstLookLogs.files();

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("(?<![0-9.])(?:" + OCTET + "\\.){3}" + OCTET + "(?![0-9.])");
    private static final Pattern PRIVATE_OR_DOCUMENTATION =
            Pattern.compile("10\\.20\\..*|127\\.0\\.0\\.1|192\\.0\\.2\\..*|198\\.51\\.100\\..*|203\\.0\\.113\\..*");

    /// Rules that must match, by folder and name in `rules`.
    private static final List<String> MATCHING_RULES = """
            command-and-control/script_host_connects_to_public_address
            command-and-control/script_host_looks_up_link_shortener
            credentials/lsass_memory_read
            credentials/wdigest_enabled_by_command
            credentials/wdigest_enabled_in_registry
            defences/credential_guard_disabled_by_command
            defences/credential_guard_disabled_in_registry
            defences/defender_disabled_in_registry
            defences/defender_protection_off
            defences/defender_setting_weakened
            defences/defender_switched_off_by_command
            defences/defender_switched_off_by_script
            defences/firewall_port_opened_by_netsh
            discovery/directory_enumerated
            discovery/discovery_command
            discovery/event_log_searched
            execution/mshta_loads_vbscript
            execution/mshta_opens_web_address
            execution/powershell_with_public_address
            execution/program_in_programdata_root
            execution/rundll32_odd_extension_in_programdata
            execution/script_block_with_public_address_url
            execution/script_host_with_server_argument
            execution/shortener_address_outside_browser
            lateral-movement/remote_task_with_credentials
            lure/word_creates_shortcut
            lure/word_starts_explorer
            persistence/lsa_loads_unknown_package
            persistence/lsa_security_packages_set
            persistence/lsa_security_packages_set_by_command
            persistence/lsass_loads_untrusted_dll
            persistence/service_installed_with_odd_path
            persistence/task_action_is_script_program
            persistence/task_created_with_odd_action
            persistence/task_created_with_reg_add_or_encoded_command
            stealth/command_deletes_program_after_waiting
            stealth/data_file_loaded_as_library
            stealth/explorer_opened_for_injection
            stealth/implant_log_file_written
            stealth/user_hive_name_imitated
            traces/event_log_cleared
            traces/event_log_cleared_by_wevtutil
            traces/event_log_exported_by_wevtutil
            traces/security_log_cleared
            """.lines().toList();

    @Test
    void committedFilesAreWhatTheStoryWrites() throws IOException {
        if (Boolean.getBoolean("ashiato.write-examples")) {
            write();
        }
        assertThat(committedLogs()).containsExactlyElementsOf(FILES.keySet());
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            assertThat(Files.readAllBytes(FOLDER.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void storyToldTwiceGivesTheSameBytes() {
        SortedMap<String, byte[]> again = FirstLookLogs.files();
        assertThat(again.keySet()).isEqualTo(FILES.keySet());
        again.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(FILES.get(name)));
    }

    @Test
    void nothingInTheLogsIsDamaged() throws IOException {
        for (Map.Entry<String, byte[]> log : logs(FILES).entrySet()) {
            assertThat(EvtxFile.open(ByteSource.of(log.getValue())).damage())
                    .as(log.getKey())
                    .isEmpty();
            for (EvtxChunk chunk : chunks(log.getValue())) {
                assertThat(chunk.chunkDamage()).as(log.getKey()).isEmpty();
                assertThat(chunk.recordDamage()).as(log.getKey()).isEmpty();
            }
        }
    }

    @Test
    void clearedSecurityLogBeginsWithItsClearingAndCountsOn() throws IOException {
        Event first = events(Objects.requireNonNull(logs(FILES).get("FIN-WS07/Security.evtx")))
                .getFirst();
        assertThat(first.eventId()).isEqualTo("1102");
        assertThat(first.time())
                .hasValueSatisfying(
                        time -> assertThat(time).isBetween(Network.at("10-07 06:44:11"), Network.at("10-07 06:44:12")));
        assertThat(first.source().recordId().orElseThrow()).isGreaterThan(212_000);
    }

    @Test
    void addressesArePrivateOrForDocumentation() throws IOException {
        for (Map.Entry<String, byte[]> log : logs(FILES).entrySet()) {
            for (EvtxRecord written : records(log.getValue())) {
                String json = EvtxJson.line(written.event());
                assertThat(IPV4.matcher(json).results().map(MatchResult::group))
                        .as(log.getKey())
                        .allMatch(address ->
                                PRIVATE_OR_DOCUMENTATION.matcher(address).matches());
            }
        }
    }

    @Test
    void rulesMatchWhatTheyShould() throws IOException {
        Map<CompiledRule, List<Event>> matches = matches(logs(FILES));
        assertThat(matches.keySet().stream().map(CompiledRule::file).sorted())
                .containsExactlyElementsOf(MATCHING_RULES);

        long matched =
                matches.values().stream().flatMap(List::stream).distinct().count();
        int all = 0;
        for (byte[] log : logs(FILES).values()) {
            all += events(log).size();
        }
        assertThat(matched).isBetween(all / 100L, all * 3L / 100);
    }

    @Test
    void rulesHardlyMatchOrdinaryDays() throws IOException {
        Map<CompiledRule, List<Event>> matches = matches(logs(FirstLookLogs.filesWithoutIntrusion()));
        assertThat(matches.keySet()).allMatch(rule -> rule.about().level() == Level.LOW);
        // net.exe and quser.exe of an administrator at work, each in Sysmon's log and in Security
        assertThat(matches.values().stream().mapToInt(List::size).sum()).isEqualTo(4);
    }

    /// The Rust `evtx_dump` 0.15.1 as a second reader; `ASHIATO_EVTX_DUMP` names the program.
    @Test
    void anotherReaderReadsAsManyRecords(@TempDir Path folder) throws IOException, InterruptedException {
        Optional<String> program = Optional.ofNullable(System.getenv("ASHIATO_EVTX_DUMP"));
        assumeThat(program.isPresent() || "true".equals(System.getenv("CI")))
                .as("ASHIATO_EVTX_DUMP names no evtx_dump")
                .isTrue();
        assertThat(program).as("ASHIATO_EVTX_DUMP").isPresent();
        for (Map.Entry<String, byte[]> log : logs(FILES).entrySet()) {
            Path file = Files.write(folder.resolve("log.evtx"), log.getValue());
            Path output = folder.resolve("output.jsonl");
            Path errors = folder.resolve("errors.txt");
            Process process = new ProcessBuilder(
                            program.orElseThrow(), "--validate-checksums", "-t", "1", "-o", "jsonl", file.toString())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(log.getKey()).isZero();
            assertThat(errors).as(log.getKey()).isEmptyFile();
            List<String> ours = records(log.getValue()).stream()
                    .map(written -> EvtxJson.line(written.event()))
                    .toList();
            assertThat(Files.readAllLines(output)).as(log.getKey()).hasSameSizeAs(ours);
        }
    }

    private static void write() throws IOException {
        for (String old : committedLogs()) {
            Files.delete(FOLDER.resolve(old));
        }
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(FOLDER));
            Files.write(path, file.getValue());
        }
    }

    /// All files of the example but its texts.
    private static List<String> committedLogs() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(path -> FOLDER.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> !name.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /// The logs, those in the zip too.
    private static SortedMap<String, byte[]> logs(SortedMap<String, byte[]> files) throws IOException {
        SortedMap<String, byte[]> logs = new TreeMap<>(files);
        byte[] zipped = Objects.requireNonNull(logs.remove(FirstLookLogs.ZIP));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                logs.put(entry.getName(), zip.readAllBytes());
            }
        }
        return logs;
    }

    private static List<EvtxChunk> chunks(byte[] log) throws IOException {
        EvtxFile file = EvtxFile.open(ByteSource.of(log));
        List<EvtxChunk> chunks = new ArrayList<>();
        for (int i = 0; i < file.chunkCount(); i++) {
            chunks.add(file.read(i));
        }
        return chunks;
    }

    private static List<EvtxRecord> records(byte[] log) throws IOException {
        return chunks(log).stream().flatMap(chunk -> chunk.records().stream()).toList();
    }

    private static List<Event> events(byte[] log) throws IOException {
        return records(log).stream()
                .map(record -> EvtxEvents.event(record, "", ""))
                .toList();
    }

    private static Map<CompiledRule, List<Event>> matches(SortedMap<String, byte[]> logs) throws IOException {
        RuleMatcher matcher = ownRules().matcher();
        Map<CompiledRule, List<Event>> matches = new HashMap<>();
        for (byte[] log : logs.values()) {
            for (Event event : events(log)) {
                matcher.match(event)
                        .forEach(rule -> matches.computeIfAbsent(rule, _ -> new ArrayList<>())
                                .add(event));
            }
        }
        return matches;
    }

    private static RuleSet ownRules() throws IOException {
        Path folder = PROJECT.resolve("rules");
        List<RuleFile> rules = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yml"))
                    .sorted()
                    .toList()) {
                String name =
                        folder.relativize(file).toString().replace('\\', '/').replace(".yml", "");
                rules.add(new RuleFile(name, Files.readString(file)));
            }
        }
        return RuleSet.compile(rules);
    }

    private static Path project() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath() + " has mvnw");
    }
}
