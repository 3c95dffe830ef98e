package io.ashiato.cli.example.adminday;

import io.ashiato.cli.example.ExampleTexts;
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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of the example.
public final class AdminDay {
    private static final long SEED = 20191112;
    private static final String USER_FILES = "evidence/OPS-WS03/files/";

    private AdminDay() {}

    /// All files by their paths below the example's folder.
    public static SortedMap<String, byte[]> files() {
        Machine workstation =
                new Machine(Estate.WORKSTATION, "2f61c8d0", new Chance(SEED), new Digests(Papers.onWorkstation()));
        workstation.logs.open(SysmonEvents.CHANNEL, 120_455);
        workstation.logs.open(SecurityEvents.CHANNEL, 388_017);
        workstation.logs.open(SystemEvents.CHANNEL, 14_902);
        workstation.logs.open(PowerShellEvents.CHANNEL, 6_331);
        workstation.logs.open(DefenderEvents.CHANNEL, 1_175);
        Machine server = new Machine(Estate.FILE_SERVER, "8ad4170b", new Chance(SEED + 1), new Digests(Map.of()));
        server.logs.open(SecurityEvents.CHANNEL, 2_066_190);
        server.logs.open(SystemEvents.CHANNEL, 51_883);
        server.logs.open(PowerShellEvents.CHANNEL, 940);
        server.logs.open(TaskSchedulerEvents.CHANNEL, 33_261);

        Workdays workdays = new Workdays(workstation, Estate.DESK);
        FileServer fileServer = new FileServer(server);
        workdays.happen();
        fileServer.happen();
        new Administration(workstation, workdays, fileServer).happen();
        new Rollout(workstation, workdays, fileServer).happen();

        SortedMap<String, byte[]> files = new TreeMap<>();
        workstation.logs.files().forEach((name, bytes) -> files.put("evidence/OPS-WS03/" + name, bytes));
        server.logs.files().forEach((name, bytes) -> files.put("evidence/FILE-04/" + name, bytes));
        Papers.files().forEach((name, bytes) -> files.put(USER_FILES + name, bytes));
        files.put("ashiato-settings.json", ExampleTexts.settings(false, "JP", "manufacturing"));
        return files;
    }
}
