package io.ashiato.casefile.tampering;

import static io.ashiato.casefile.tampering.HostLogs.HOST;
import static io.ashiato.casefile.tampering.HostLogs.MORNING;
import static io.ashiato.model.Assessment.TamperingVerdict.NONE_SEEN;
import static io.ashiato.model.Assessment.TamperingVerdict.PROVEN;
import static io.ashiato.model.Assessment.TamperingVerdict.SUSPICIOUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.casefile.Made;
import io.ashiato.casefile.findings.FindingBuilder;
import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.Assessment.TamperingVerdict;
import io.ashiato.model.Finding;
import io.ashiato.model.Level;
import io.ashiato.model.TamperingFact.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// Hosts that were tampered with beside hosts on which something alike happened for an innocent reason. None
/// may be taken for the other.
class TamperingPairsTest {
    private static final String EVENT_LOG = "Microsoft-Windows-Eventlog";
    private static final String SCM = "Service Control Manager";
    private static final String KERNEL = "Microsoft-Windows-Kernel-General";
    private static final String DEFENDER = "Microsoft-Windows-Windows Defender";
    private static final String DEFENDER_LOG = "Microsoft-Windows-Windows Defender/Operational";
    private static final String AUDITING = "Microsoft-Windows-Security-Auditing";
    private static final String SYSMON = "Microsoft-Windows-Sysmon";
    private static final String SYSMON_LOG = "Microsoft-Windows-Sysmon/Operational";
    private static final String IMPLANT = "C:\\Users\\sato\\AppData\\Roaming\\upd\\winsvc.exe";

    static final List<Arguments.ArgumentSet> TAMPERED = List.of(
            argumentSet("1 a log was cleared", PROVEN, Kind.LOG_CLEARED, cleared()),
            argumentSet("2 records are missing", SUSPICIOUS, Kind.RECORDS_MISSING, withHole()),
            argumentSet("3 time runs backwards", SUSPICIOUS, Kind.TIME_BACKWARDS, backwards()),
            argumentSet("3 the clock was set by a program", SUSPICIOUS, Kind.CLOCK_CHANGED, clockSet()),
            argumentSet("4 Defender was switched off", PROVEN, Kind.ANTIVIRUS_DISABLED, defenderOff()),
            argumentSet("4 an exclusion was added", SUSPICIOUS, Kind.ANTIVIRUS_WEAKENED, excluded()),
            argumentSet("5 the log service was stopped", SUSPICIOUS, Kind.SERVICE_STOPPED, logServiceStopped()),
            argumentSet(
                    "5 Defender's service stays stopped", SUSPICIOUS, Kind.SERVICE_STOPPED, defenderServiceStopped()),
            argumentSet("6 auditing was reduced", SUSPICIOUS, Kind.AUDIT_POLICY_CHANGED, audit("%%8448, %%8450")),
            argumentSet("7 the implant was deleted", SUSPICIOUS, Kind.FILE_DELETED, deleted(IMPLANT)),
            argumentSet(
                    "8 a command clears a log", SUSPICIOUS, Kind.HIDING_COMMAND, command("wevtutil.exe cl Security")));

    static final List<Arguments.ArgumentSet> INNOCENT = List.of(
            argumentSet("1 the log rolled over", rolledOver()),
            argumentSet("2 the log was exported through a filter", filtered()),
            argumentSet("2 the export numbers anew", renumbered()),
            argumentSet("3 the time service corrected the clock", clockCorrected()),
            argumentSet("4 an exclusion was taken back", exclusionRemoved()),
            argumentSet("5 the machine was shut down", shutDown()),
            argumentSet("5 Defender's service was updated", defenderServiceUpdated()),
            argumentSet("6 auditing was enlarged", audit("%%8449, %%8451")),
            argumentSet(
                    "7 an installer deleted its own files", deleted("C:\\Users\\sato\\AppData\\Local\\Temp\\nsx1.tmp")),
            argumentSet("8 a command backs a log up", command("wevtutil.exe epl Security D:\\backup\\cl.evtx")));

    @ParameterizedTest
    @FieldSource("TAMPERED")
    void isSeen(TamperingVerdict expected, Kind kind, HostLogs host) {
        assertThat(host.facts()).isNotEmpty().allSatisfy(fact -> {
            assertThat(fact.kind()).isEqualTo(kind);
            assertThat(fact.host()).isEqualTo(HOST);
            assertThat(fact.time()).isPresent();
        });
        assertThat(host.verdict()).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("INNOCENT")
    void isNotTakenForTampering(HostLogs host) {
        assertThat(host.facts()).isEmpty();
        assertThat(host.verdict()).isEqualTo(NONE_SEEN);
    }

    private static HostLogs cleared() {
        var host = new HostLogs();
        host.log("Security").event(EVENT_LOG, "1102", "SubjectUserName", "sato").usual(40);
        return host;
    }

    /// A log that rolled over begins with any number, and nothing else.
    private static HostLogs rolledOver() {
        var host = new HostLogs();
        host.log("Security").skip(48_211).usual(60);
        return host;
    }

    private static HostLogs withHole() {
        var host = new HostLogs();
        host.log("Security").usual(40).skip(17).usual(40);
        return host;
    }

    private static HostLogs filtered() {
        var host = new HostLogs();
        HostLogs.Log log = host.log("Security");
        for (int i = 0; i < 12; i++) {
            log.usual(25).skip(3 + i);
        }
        return host;
    }

    private static HostLogs renumbered() {
        var host = new HostLogs();
        host.exported("Security").usual(40).skip(17).usual(40);
        return host;
    }

    private static HostLogs backwards() {
        var host = new HostLogs();
        host.log("System").usual(200);
        host.log("Security").usual(30).after(Duration.ofHours(-3)).usual(30);
        return host;
    }

    /// The jump is the same; two records say that the time service made it.
    private static HostLogs clockCorrected() {
        var host = new HostLogs();
        HostLogs.Log security = host.log("Security").usual(30);
        String before = security.now().toString();
        String after = security.now().minus(Duration.ofHours(3)).toString();
        security.event(
                        AUDITING,
                        "4616",
                        "ProcessName",
                        "C:\\Windows\\System32\\svchost.exe",
                        "PreviousTime",
                        before,
                        "NewTime",
                        after)
                .after(Duration.ofHours(-3))
                .usual(30);
        host.log("System")
                .usual(30)
                .event(KERNEL, "1", "NewTime", after, "OldTime", before, "Reason", "2")
                .after(Duration.ofHours(-3))
                .usual(30);
        return host;
    }

    /// A program that only bears the name of a system's service.
    private static HostLogs clockSet() {
        var host = new HostLogs();
        host.log("Security")
                .usual(30)
                .event(
                        AUDITING,
                        "4616",
                        "ProcessName",
                        "C:\\Users\\sato\\svchost.exe",
                        "PreviousTime",
                        MORNING.toString(),
                        "NewTime",
                        MORNING.minus(Duration.ofDays(400)).toString());
        return host;
    }

    private static HostLogs defenderOff() {
        var host = new HostLogs();
        host.log(DEFENDER_LOG).event(DEFENDER, "5001", "Product Name", "Microsoft Defender Antivirus");
        return host;
    }

    private static HostLogs excluded() {
        return exclusion(
                "Old Value",
                "",
                "New Value",
                "HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Exclusions\\Paths\\C:\\upd = 0x0");
    }

    private static HostLogs exclusionRemoved() {
        return exclusion(
                "Old Value",
                "HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Exclusions\\Paths\\C:\\upd = 0x0",
                "New Value",
                "");
    }

    private static HostLogs exclusion(String... values) {
        var host = new HostLogs();
        host.log(DEFENDER_LOG).event(DEFENDER, "5007", values);
        return host;
    }

    /// The end of the log service leaves a 6006 as a shutdown does, and a 1100, but nothing else went down.
    private static HostLogs logServiceStopped() {
        var host = new HostLogs();
        host.log("System")
                .usual(30)
                .event(SCM, "7036", "param1", "Windows Event Log", "param2", "stopped")
                .event("EventLog", "6006")
                .after(Duration.ofHours(2))
                .event("EventLog", "6005")
                .usual(30);
        host.log("Security")
                .usual(30)
                .event(EVENT_LOG, "1100")
                .after(Duration.ofHours(2))
                .usual(10);
        return host;
    }

    private static HostLogs shutDown() {
        var host = new HostLogs();
        host.log("System")
                .usual(30)
                .event("User32", "1074", "param1", "C:\\Windows\\System32\\RuntimeBroker.exe")
                .event(SCM, "7036", "param1", "Windows Event Log", "param2", "stopped")
                .event("EventLog", "6006")
                .event("Microsoft-Windows-Kernel-Power", "109")
                .event(KERNEL, "13", "StopTime", "2019-10-09T08:34:00Z")
                .after(Duration.ofHours(12))
                .usual(30);
        host.log("Security")
                .usual(31)
                .event(EVENT_LOG, "1100")
                .after(Duration.ofHours(12))
                .usual(10);
        return host;
    }

    private static HostLogs defenderServiceStopped() {
        var host = new HostLogs();
        host.log("System")
                .usual(30)
                .event(SCM, "7036", "param1", "Microsoft Defender Antivirus Service", "param2", "stopped")
                .usual(30);
        return host;
    }

    private static HostLogs defenderServiceUpdated() {
        var host = new HostLogs();
        host.log("System")
                .usual(30)
                .event(SCM, "7036", "param1", "Microsoft Defender Antivirus Service", "param2", "stopped")
                .event(SCM, "7036", "param1", "Microsoft Defender Antivirus Service", "param2", "running")
                .usual(30);
        return host;
    }

    private static HostLogs audit(String changes) {
        var host = new HostLogs();
        host.log("Security")
                .usual(30)
                .event(
                        AUDITING,
                        "4719",
                        "SubcategoryGuid",
                        "{0cce922b-69ae-11d9-bed3-505054503030}",
                        "AuditPolicyChanges",
                        changes);
        return host;
    }

    /// The finding says that the implant ran; only then its deletion means something.
    private static HostLogs deleted(String path) {
        var builder = new FindingBuilder(AttackKnowledge.builtIn());
        builder.accept(Made.detection(
                Made.rule("implant", Level.HIGH),
                "2019-10-09T08:05:00Z",
                HOST,
                "Image",
                IMPLANT,
                "User",
                "CORP\\sato"));
        List<Finding> findings = builder.finish();
        var host = new HostLogs();
        findings.forEach(host::finding);
        host.log(SYSMON_LOG).event(SYSMON, "23", "Image", "C:\\Windows\\System32\\cmd.exe", "TargetFilename", path);
        return host;
    }

    private static HostLogs command(String line) {
        var host = new HostLogs();
        host.log("Security")
                .usual(30)
                .event(AUDITING, "4688", "NewProcessName", "C:\\Windows\\System32\\wevtutil.exe", "CommandLine", line);
        return host;
    }
}
