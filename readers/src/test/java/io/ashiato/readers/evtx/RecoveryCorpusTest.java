package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recovery from the shared corpora: counts that were looked at once, and copies of listed records,
/// which must read as the listed ones do.
class RecoveryCorpusTest {
    @BeforeAll
    static void needsTheCorpora() {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        assertThat(Shared.folder("corpora")).as("shared corpora").isPresent();
    }

    /// `evtx_dump --recover-records` finds most of these too; where the template is overwritten it
    /// prints the names of whatever lies there now, and where it finds none it gives nothing.
    @ParameterizedTest
    @CsvSource({
        "evtx-odd.zip, 3gstudent-Eventlogedit/System2.evtx, 0, 1, 0, INSIDE_RECORD=1",
        "evtx-odd.zip, 3gstudent-Eventlogedit/SetupNew.evtx, 0, 0, 0, ''", // taken out without a trace
        "evtx-odd.zip, plaso/System2.evtx, 0, 0, 1, SLACK=1", // the one that the file cuts
        "evtx-odd.zip, omerbenamram-evtx/sample-with-zero-data-size-event.evtx, 0, 32, 1, SLACK=33",
        "evtx-odd.zip, omerbenamram-evtx/sample_with_a_bad_chunk_magic.evtx, 50, 0, 83, SLACK=50 CLEARED_CHUNK=83",
        "evtx-odd.zip, omerbenamram-evtx/post-Security.evtx, 0, 1, 0, INSIDE_RECORD=1",
        "evtx-odd.zip, hayabusa-evtx/Microsoft-Windows-WorkFolders%4WHC.evtx, 2, 0, 0, CLEARED_CHUNK=2",
        "evtx-odd.zip, python-evtx/issue_39.evtx, 1, 28, 0, SLACK=29",
        "evtx-odd.zip, damaged/security-three-chunks--tamper-tail-in-slack.evtx, 23, 0, 0, SLACK=23",
        "evtx-odd.zip, damaged/security-three-chunks--tamper-swallowed-record.evtx, 21, 1, 0, SLACK=21 INSIDE_RECORD=1",
        "evtx-odd.zip, damaged/application-two-chunks--tamper-tail-in-slack.evtx, 2, 2, 0, SLACK=4",
        "evtx-odd.zip, damaged/application-two-chunks--tamper-swallowed-renumbered.evtx, 0, 3, 0, SLACK=2 INSIDE_RECORD=1",
        "evtx-odd.zip, damaged/sysmon-one-chunk--tamper-tail-in-slack.evtx, 2, 0, 54, SLACK=56",
        "evtx-odd.zip, damaged/sysmon-one-chunk--record-magic.evtx, 0, 1, 54, SLACK=54 BETWEEN_RECORDS=1",
        "evtx-odd.zip, damaged/security-three-chunks--carved-chunk-only.evtx, 104, 0, 0, UNLISTED_CHUNK=104",
        "evtx-odd.zip, damaged/security-three-chunks--carved-unaligned.evtx, 104, 0, 0, UNLISTED_CHUNK=104",
        "evtx-odd.zip, damaged/sysmon-one-chunk--carved-unaligned.evtx, 33, 0, 54, SLACK=54 UNLISTED_CHUNK=33",
        "evtx-odd.zip, damaged/security-three-chunks--chunk-magic.evtx, 106, 0, 0, HEADERLESS_CHUNK=106",
        "evtx-odd.zip, damaged/security-three-chunks--header-magic.evtx, 316, 0, 0, SLACK=21 UNLISTED_CHUNK=295",
        "evtx-odd.zip, damaged/application-two-chunks--leading-junk.evtx, 222, 2, 0, SLACK=2 UNLISTED_CHUNK=222",
        "evtx.zip, DeepBlueCLI/wmi-event-filter-persistance.evtx, 26, 38, 6, SLACK=70",
        "evtx.zip, EVTX-ATTACK-SAMPLES/Discovery/4799_remote_local_groups_enumeration.evtx, 0, 0, 246, SLACK=246",
        "evtx.zip, EVTX-ATTACK-SAMPLES/Privilege Escalation/UACME_59_Sysmon.evtx, 25, 0, 4, SLACK=29",
        "evtx.zip, EVTX-ATTACK-SAMPLES/Defense Evasion/DE_1102_security_log_cleared.evtx, 0, 0, 80, SLACK=80",
        "evtx.zip, DeepBlueCLI/password-spray.evtx, 21, 0, 0, SLACK=21",
    })
    void countsOfChosenFiles(String zip, String log, int whole, int consistent, int partial, String places)
            throws IOException {
        List<RecoveredRecord> found = Recoveries.of(read(zip, log));

        assertThat(List.of(
                        count(found, RecoveryCertainty.WHOLE),
                        count(found, RecoveryCertainty.CONSISTENT),
                        count(found, RecoveryCertainty.PARTIAL)))
                .containsExactly(whole, consistent, partial);
        assertThat(String.join(
                        " ",
                        Recoveries.places(found).entrySet().stream()
                                .map(Object::toString)
                                .toList()))
                .isEqualTo(places);
    }

    private static int count(List<RecoveredRecord> found, RecoveryCertainty certainty) {
        return Recoveries.certainties(found).getOrDefault(certainty, 0);
    }

    /// In slack lie older copies of records that are listed as well. What is called whole or consistent
    /// must read the same as the listed one does, which has its template for sure. Where it does not, the
    /// listed one was changed: its text, or the numbers of the records.
    @Test
    void copiesOfListedRecordsReadTheSame() throws IOException {
        var different = new ArrayList<String>();
        int compared = 0;
        for (String zip : List.of("evtx.zip", "evtx-odd.zip")) {
            try (var logs = corpus(zip)) {
                for (ZipEntry entry :
                        logs.stream().filter(e -> e.getName().endsWith(".evtx")).toList()) {
                    byte[] log = read(logs, entry);
                    Map<Long, String> listed = new HashMap<>();
                    Logs.records(log).forEach(record -> listed.put(record.offset(), EvtxJson.line(record.event())));
                    for (RecoveredRecord record : Recoveries.of(log)) {
                        long of = record.copyOf().orElse(-1);
                        if (record.certainty() != RecoveryCertainty.PARTIAL && listed.containsKey(of)) {
                            compared++;
                            if (!EvtxJson.line(record.event()).equals(listed.get(of))) {
                                different.add(entry.getName() + " " + record + ": " + EvtxJson.line(record.event())
                                        + ", listed " + listed.get(of));
                            }
                        }
                    }
                }
            }
        }

        assertThat(compared).isGreaterThan(500);
        assertThat(different).hasSize(2);
        assertThat(different.get(0)).startsWith("damaged/application-two-chunks--tamper-swallowed-renumbered.evtx");
        assertThat(different.get(1)).startsWith("damaged/application-two-chunks--tamper-text-no-crc.evtx");
    }

    /// Each record of the sound logs, looked at as if it had to be recovered: the same event, no doubts.
    /// So what real logs hold is no reason for doubt.
    @Test
    void listedRecordsAreWholeBeyondDoubt() throws IOException {
        var doubtful = new ArrayList<String>();
        int records = 0;
        try (var logs = corpus("evtx.zip")) {
            for (ZipEntry entry :
                    logs.stream().filter(e -> e.getName().endsWith(".evtx")).toList()) {
                byte[] log = read(logs, entry);
                byte[] unlisted = log.clone();
                unlisted[0] = 0; // without its header, the file lists nothing
                Map<Long, RecoveredRecord> recovered = new HashMap<>();
                Recoveries.of(unlisted).forEach(record -> recovered.put(record.offset(), record));
                for (EvtxRecord record : Logs.records(log)) {
                    records++;
                    RecoveredRecord found = recovered.get(record.offset());
                    boolean isSame = found != null
                            && found.certainty() == RecoveryCertainty.WHOLE
                            && EvtxJson.line(found.event()).equals(EvtxJson.line(record.event()));
                    if (!isSame) {
                        doubtful.add(entry.getName() + " " + record.offset() + " " + found);
                    }
                }
            }
        }

        assertThat(records).isEqualTo(44_506);
        assertThat(doubtful).isEmpty();
    }

    private static ZipFile corpus(String name) throws IOException {
        Path folder = Shared.folder("corpora").orElseThrow();
        return new ZipFile(folder.resolve(name).toFile());
    }

    private static byte[] read(String zip, String log) throws IOException {
        try (var logs = corpus(zip)) {
            return read(logs, Optional.ofNullable(logs.getEntry(log)).orElseThrow());
        }
    }

    private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
