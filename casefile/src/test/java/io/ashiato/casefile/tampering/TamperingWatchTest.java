package io.ashiato.casefile.tampering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.casefile.Made;
import io.ashiato.model.Event;
import io.ashiato.model.TamperingFact;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class TamperingWatchTest {
    private static final String DEFENDER = "Microsoft-Windows-Windows Defender/Operational";
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

    static final List<Arguments.ArgumentSet> SHOWN = List.of(
            argumentSet("Security log cleared", "LOG_CLEARED Security", made("Security", "1102")),
            argumentSet("case of the channel", "LOG_CLEARED Security", made("SECURITY", "1102")),
            argumentSet(
                    "another log cleared",
                    "LOG_CLEARED Microsoft-Windows-PowerShell/Operational",
                    made("System", "104", "Channel", "Microsoft-Windows-PowerShell/Operational")),
            argumentSet("Defender off", "ANTIVIRUS_DISABLED Real-time Protection", made(DEFENDER, "5001")),
            argumentSet(
                    "exclusion added",
                    "ANTIVIRUS_WEAKENED HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Exclusions\\Paths\\C:\\x = 0x0",
                    made(
                            DEFENDER,
                            "5007",
                            "New Value",
                            "HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Exclusions\\Paths\\C:\\x = 0x0")),
            argumentSet(
                    "auditing removed",
                    "AUDIT_POLICY_CHANGED {0cce922b-69ae-11d9-bed3-505054503030}",
                    made(
                            "Security",
                            "4719",
                            "SubcategoryGuid",
                            "{0cce922b-69ae-11d9-bed3-505054503030}",
                            "AuditPolicyChanges",
                            "%%8448, %%8450")),
            argumentSet("Sysmon stopped", "SYSMON_CHANGED Stopped", made(SYSMON, "4", "State", "Stopped")));

    static final List<Arguments.ArgumentSet> NOT_SHOWN = List.of(
            argumentSet("1102 of another channel", made("Application", "1102")),
            argumentSet("Sysmon started", made(SYSMON, "4", "State", "Started")),
            argumentSet("auditing added", made("Security", "4719", "AuditPolicyChanges", "%%8449, %%8451")),
            argumentSet(
                    "protection switched on",
                    made(
                            DEFENDER,
                            "5007",
                            "New Value",
                            "HKLM\\x\\Real-Time Protection\\DisableRealtimeMonitoring = 0x0")),
            argumentSet("exclusion removed", made(DEFENDER, "5007", "Old Value", "HKLM\\x\\Exclusions\\Paths\\C:\\x")));

    @ParameterizedTest
    @FieldSource("SHOWN")
    void seesTampering(String expected, Event event) {
        assertThat(watch(event)).singleElement().satisfies(fact -> {
            assertThat(fact.kind() + " " + fact.object()).isEqualTo(expected);
            assertThat(fact.id()).isEqualTo("T-01");
            assertThat(fact.source()).isEqualTo(event.source());
        });
    }

    @ParameterizedTest
    @FieldSource("NOT_SHOWN")
    void takesNothingElseForIt(Event event) {
        assertThat(watch(event)).isEmpty();
    }

    @Test
    void namesTheAccountThatTheRecordNames() {
        Event event = made("Security", "1102", "SubjectUserName", "j.sato", "SubjectDomainName", "CORP");
        assertThat(watch(event))
                .singleElement()
                .satisfies(fact -> assertThat(fact.account()).hasValue("CORP\\j.sato"));
    }

    @Test
    void aFloodOnOneHostHidesNothingOnAnother() {
        var watch = new TamperingWatch();
        for (int i = 0; i < 1000; i++) {
            watch.observe(Made.event("2019-10-09T17:40:00Z", "A", SYSMON, "16", "Configuration", "x" + i));
        }
        watch.observe(Made.event("2019-10-09T17:41:00Z", "A", "Security", "1102"));
        watch.observe(Made.event("2019-10-09T17:42:00Z", "B", "Security", "1102"));
        assertThat(watch.finish(Set.of(), List.of()))
                .filteredOn(TamperingFact::proves)
                .extracting(TamperingFact::host)
                .containsExactly("A", "B");
        assertThat(watch.leftOut()).isEqualTo(980);
    }

    private static Event made(String channel, String id, String... data) {
        return Made.event("2019-10-09T17:40:00Z", "FIN-WS07", channel, id, data);
    }

    private static List<TamperingFact> watch(Event event) {
        var watch = new TamperingWatch();
        watch.observe(event);
        return watch.finish(Set.of(), List.of());
    }
}
