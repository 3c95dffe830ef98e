package io.ashiato.cli.example.firstlook;

import io.ashiato.cli.example.ExampleTexts;
import io.ashiato.cli.example.Programs;
import io.ashiato.cli.example.StoredZip;
import io.ashiato.cli.example.host.Chance;
import io.ashiato.cli.example.host.DefenderEvents;
import io.ashiato.cli.example.host.Digests;
import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.PowerShellEvents;
import io.ashiato.cli.example.host.SecurityEvents;
import io.ashiato.cli.example.host.SysmonEvents;
import io.ashiato.cli.example.host.SystemEvents;
import io.ashiato.cli.example.host.TaskSchedulerEvents;
import io.ashiato.cli.example.host.Workdays;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of the example.
public final class FirstLook {
    /// Decides all that chance decides; another one gives other noise around the same story.
    private static final long SEED = 20191002;

    private static final LocalDateTime COLLECTED = LocalDateTime.of(2019, 10, 9, 13, 24, 10);
    private static final String WORKSTATION_FILES = "evidence/FIN-WS07/files/";

    private FirstLook() {}

    /// All files by their paths below the example's folder.
    public static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = logs(true);
        files.put(WORKSTATION_FILES + "Downloads/" + Lure.DOCUMENT_NAME, Lure.document());
        files.put(WORKSTATION_FILES + "Downloads/" + Lure.DOCUMENT_NAME + ".Zone.Identifier", Lure.markOfTheWeb());
        files.put(WORKSTATION_FILES + "Temp/" + Lure.SHORTCUT_NAME, Lure.shortcut());
        files.put(WORKSTATION_FILES + "ProgramData/" + Tools.IMPLANT_NAME, Programs.kagerouOfTheCase());
        files.put("knowledge.json", InventedKnowledge.file());
        files.put("ashiato-settings.json", ExampleTexts.settings(true, "JP", "cryptocurrency"));
        return files;
    }

    /// The logs of the same days without the story.
    public static SortedMap<String, byte[]> logsWithoutIntrusion() {
        return logs(false);
    }

    /// The workstation's logs as they are, those of the server in a zip, as responders hand it over.
    private static SortedMap<String, byte[]> logs(boolean intrusion) {
        Machine workstation = workstation();
        Machine server = server();
        Workdays workdays = new Workdays(workstation, Network.DESK);
        ServerDays serverDays = new ServerDays(server);
        workdays.happen();
        Routine.happen(workstation, workdays);
        serverDays.happen();
        if (intrusion) {
            new Intrusion(workstation, server, workdays, serverDays).happen();
        }

        SortedMap<String, byte[]> files = new TreeMap<>();
        workstation.logs.files().forEach((name, bytes) -> files.put("evidence/FIN-WS07/" + name, bytes));
        SortedMap<String, byte[]> zipped = new TreeMap<>();
        server.logs.files().forEach((name, bytes) -> zipped.put("APP-02/" + name, bytes));
        files.put("evidence/APP-02.zip", StoredZip.of(zipped, COLLECTED));
        return files;
    }

    private static Machine workstation() {
        Digests digests = new Digests(Map.of(
                Tools.DOCUMENT,
                Lure.document(),
                Tools.DOCUMENT + ":Zone.Identifier",
                Lure.document(), // of the file, not of the stream
                Tools.SHORTCUT,
                Lure.shortcut(),
                Tools.IMPLANT,
                Programs.kagerouOfTheCase()));
        Machine machine = new Machine(Network.WORKSTATION, "6b3f0a52", new Chance(SEED), digests);
        machine.logs.open(SysmonEvents.CHANNEL, 48_210);
        machine.logs.open(SecurityEvents.CHANNEL, 211_406);
        machine.logs.open(SystemEvents.CHANNEL, 9_340);
        machine.logs.open(PowerShellEvents.CHANNEL, 1_288);
        machine.logs.open(DefenderEvents.CHANNEL, 702);
        machine.logs.open(TaskSchedulerEvents.CHANNEL, 5_017);
        return machine;
    }

    /// A server without Sysmon, as so often.
    private static Machine server() {
        Machine machine =
                new Machine(Network.APPLICATION_SERVER, "c19d7e04", new Chance(SEED + 1), new Digests(Map.of()));
        machine.logs.open(SecurityEvents.CHANNEL, 1_804_332);
        machine.logs.open(SystemEvents.CHANNEL, 22_871);
        machine.logs.open(TaskSchedulerEvents.CHANNEL, 14_560);
        return machine;
    }
}
