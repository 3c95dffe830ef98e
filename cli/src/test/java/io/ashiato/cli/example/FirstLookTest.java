package io.ashiato.cli.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ashiato.bytes.Digests;
import io.ashiato.cli.example.firstlook.FirstLook;
import io.ashiato.model.Event;
import io.ashiato.model.Level;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The logs of `examples/first-look` show what the story tells.
class FirstLookTest {
    private static final SortedMap<String, byte[]> FILES = FirstLook.files();
    private static final SortedMap<String, byte[]> LOGS = ExampleLogs.of(FILES);

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
            execution/encoded_powershell_command
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
    void clearedSecurityLogBeginsWithItsClearingAndCountsOn() throws IOException {
        Event first = ExampleLogs.events(Objects.requireNonNull(LOGS.get("evidence/FIN-WS07/Security.evtx")))
                .getFirst();
        assertThat(first.eventId()).isEqualTo("1102");
        assertThat(first.time())
                .hasValueSatisfying(time -> assertThat(time)
                        .isBetween(Instant.parse("2019-10-07T06:44:11Z"), Instant.parse("2019-10-07T06:44:12Z")));
        assertThat(first.source().recordId().orElseThrow()).isGreaterThan(211_800);
    }

    @Test
    void filesInEvidenceAreThoseInTheLogs() throws IOException {
        String sysmon = String.join(
                "\n",
                ExampleLogs.lines(Objects.requireNonNull(
                        LOGS.get("evidence/FIN-WS07/Microsoft-Windows-Sysmon%4Operational.evtx"))));
        for (String file :
                List.of("Downloads/Senior Administrator - Job Description.docm", "ProgramData/prntsvc.exe")) {
            byte[] content = Objects.requireNonNull(FILES.get("evidence/FIN-WS07/files/" + file));
            assertThat(sysmon)
                    .as(file)
                    .contains("SHA256=" + Digests.sha256(content).toUpperCase(Locale.ROOT));
        }
        assertThat(sysmon).contains("\\\\Temp\\\\Job Description.lnk");
    }

    @Test
    void rulesMatchWhatTheyShould() throws IOException {
        Map<CompiledRule, List<Event>> matches = matches(LOGS);
        assertThat(matches.keySet().stream().map(CompiledRule::file).sorted())
                .containsExactlyElementsOf(MATCHING_RULES);

        long matched =
                matches.values().stream().flatMap(List::stream).distinct().count();
        int all = 0;
        for (byte[] log : LOGS.values()) {
            all += ExampleLogs.events(log).size();
        }
        assertThat(matched).isBetween(all / 100L, all * 3L / 100);
    }

    @Test
    void rulesHardlyMatchOrdinaryDays() throws IOException {
        Map<CompiledRule, List<Event>> matches = matches(ExampleLogs.of(FirstLook.logsWithoutIntrusion()));
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
        for (Map.Entry<String, byte[]> log : LOGS.entrySet()) {
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
            List<String> ours = ExampleLogs.lines(log.getValue());
            assertThat(Files.readAllLines(output)).as(log.getKey()).hasSameSizeAs(ours);
        }
    }

    private static Map<CompiledRule, List<Event>> matches(SortedMap<String, byte[]> logs) throws IOException {
        RuleMatcher matcher = ownRules().matcher();
        Map<CompiledRule, List<Event>> matches = new HashMap<>();
        for (byte[] log : logs.values()) {
            for (Event event : ExampleLogs.events(log)) {
                matcher.match(event)
                        .forEach(rule -> matches.computeIfAbsent(rule, _ -> new ArrayList<>())
                                .add(event));
            }
        }
        return matches;
    }

    private static RuleSet ownRules() throws IOException {
        Path folder = ExampleFolders.PROJECT.resolve("rules");
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
}
