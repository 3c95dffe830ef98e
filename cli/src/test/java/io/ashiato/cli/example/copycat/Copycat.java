package io.ashiato.cli.example.copycat;

import io.ashiato.cli.example.ExampleTexts;
import io.ashiato.cli.example.host.Chance;
import io.ashiato.cli.example.host.DefenderEvents;
import io.ashiato.cli.example.host.Digests;
import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.PowerShellEvents;
import io.ashiato.cli.example.host.SecurityEvents;
import io.ashiato.cli.example.host.SysmonEvents;
import io.ashiato.cli.example.host.SystemEvents;
import io.ashiato.cli.example.host.Workdays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of the example.
public final class Copycat {
    private static final long SEED = 20200218;
    private static final String USER_FILES = "evidence/SALES-05/files/";

    private Copycat() {}

    /// All files by their paths below the example's folder.
    public static SortedMap<String, byte[]> files() {
        Digests digests =
                new Digests(Map.of(Intrusion.DOCUMENT, FalseFlags.document(), Intrusion.PROGRAM, FalseFlags.program()));
        Machine workstation = new Machine(Shop.WORKSTATION, "b70e5519", new Chance(SEED), digests);
        workstation.logs.open(SysmonEvents.CHANNEL, 77_120);
        workstation.logs.open(SecurityEvents.CHANNEL, 190_662);
        workstation.logs.open(SystemEvents.CHANNEL, 8_015);
        workstation.logs.open(PowerShellEvents.CHANNEL, 2_207);
        workstation.logs.open(DefenderEvents.CHANNEL, 410);
        Machine server = new Machine(Shop.FILE_SERVER, "41d2c6fe", new Chance(SEED + 1), new Digests(Map.of()));
        server.logs.open(SecurityEvents.CHANNEL, 990_317);
        server.logs.open(SystemEvents.CHANNEL, 27_440);

        Workdays workdays = new Workdays(workstation, Shop.DESK);
        workdays.happen();
        new Intrusion(workstation, server, workdays).happen();

        SortedMap<String, byte[]> files = new TreeMap<>();
        workstation.logs.files().forEach((name, bytes) -> files.put("evidence/SALES-05/" + name, bytes));
        server.logs.files().forEach((name, bytes) -> files.put("evidence/FILE-02/" + name, bytes));
        files.put(USER_FILES + FalseFlags.DOCUMENT_NAME, FalseFlags.document());
        files.put(USER_FILES + FalseFlags.DOCUMENT_NAME + ".Zone.Identifier", FalseFlags.markOfTheWeb());
        files.put(USER_FILES + FalseFlags.PROGRAM_NAME, FalseFlags.program());
        files.put("knowledge.json", InventedKnowledge.file());
        files.put("ashiato-settings.json", ExampleTexts.settings(true, "JP", "retail"));
        return files;
    }
}
