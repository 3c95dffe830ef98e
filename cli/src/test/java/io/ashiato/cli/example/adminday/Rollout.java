package io.ashiato.cli.example.adminday;

import static io.ashiato.cli.example.adminday.Estate.at;

import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import io.ashiato.cli.example.host.ScheduledTask;
import io.ashiato.cli.example.host.Session;
import io.ashiato.cli.example.host.Workdays;
import java.time.Duration;
import java.time.Instant;

/// What comes by group policy and software deployment: a scheduled task, a backup product, its exclusion in
/// Windows Defender.
final class Rollout {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final String TASK = "\\MIDORI\\Inventory";
    private static final String INVENTORY = "C:\\Program Files\\Midori Inventory\\inventory.exe";
    private static final String BACKUP_AGENT = "C:\\Program Files\\Midori Backup\\agent.exe";
    private static final String EXCLUSION =
            "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender\\Exclusions\\Paths\\C:\\Program Files\\Midori Backup";

    private final Machine workstation;
    private final Workdays days;
    private final FileServer fileServer;
    private final Machine server;

    Rollout(Machine workstation, Workdays days, FileServer fileServer) {
        this.workstation = workstation;
        this.days = days;
        this.fileServer = fileServer;
        this.server = fileServer.machine;
    }

    void happen() {
        createTaskByPolicy();
        installBackup();
        excludeBackup();
    }

    private void createTaskByPolicy() {
        Instant time = server.chance.within(at("11-12 00:31:20"));
        ScheduledTask task = new ScheduledTask(TASK, "MIDORI\\k.hayashi", "2019-11-12T12:30:00", INVENTORY, "/daily");
        server.logs.write(server.system.policyApplied(time.minusSeconds(2), 1320));
        server.logs.write(server.security.taskCreated(time, Session.SYSTEM, task));
        server.logs.write(server.tasks.registered(time.plusMillis(3), TASK, "MIDORI\\FILE-04$"));
        for (String run : new String[] {"11-12 03:30:00", "11-13 03:30:00"}) {
            RunningProcess process =
                    server.start(at(run), fileServer.scheduler, INVENTORY, "\"" + INVENTORY + "\" /daily");
            server.runTask(at(run), Duration.ofSeconds(41), TASK, "NT AUTHORITY\\SYSTEM", INVENTORY, process.id());
        }
    }

    /// The deployment account copies the package and a management service installs it.
    private void installBackup() {
        fileServer.visit(at("11-12 06:00:12"), Estate.DEPLOYMENT, Estate.BACKUP_SERVER, "Deploy");
        RunningProcess agent = server.running(
                at("11-03 17:04:00"),
                "C:\\Program Files\\Midori Deploy\\client.exe",
                "\"C:\\Program Files\\Midori Deploy\\client.exe\"",
                Session.SYSTEM);
        server.start(
                at("11-12 06:02:40"),
                agent,
                SYSTEM32 + "msiexec.exe",
                "msiexec.exe /i \"C:\\Program Files\\Midori Deploy\\cache\\backup-agent-4.2.msi\" /qn /norestart");
        Instant installed = server.chance.within(at("11-12 06:03:15"));
        server.logs.write(server.security.serviceInstalled(installed, Session.SYSTEM, "MidoriBackup", BACKUP_AGENT));
        server.logs.write(server.system.serviceInstalled(
                installed.plusMillis(2), Session.SYSTEM.account(), "MidoriBackup", BACKUP_AGENT));
        server.start(at("11-12 06:03:17"), fileServer.services, BACKUP_AGENT, "\"" + BACKUP_AGENT + "\" --service");
        server.logs.write(
                server.system.serviceState(server.chance.within(at("11-12 06:03:18")), "Midori Backup", "running"));
    }

    private void excludeBackup() {
        RunningProcess policy = workstation.running(
                at("11-12 23:42:09"),
                SYSTEM32 + "svchost.exe",
                SYSTEM32 + "svchost.exe -k netsvcs -p -s gpsvc",
                Session.SYSTEM);
        workstation.setRegistry(at("11-13 00:12:31"), policy, EXCLUSION, "DWORD (0x00000000)");
        workstation.logs.write(workstation.defender.settingChanged(
                workstation.chance.within(at("11-13 00:12:33")), "", EXCLUSION + " = 0x0"));
        workstation.start(
                at("11-13 00:14:02"),
                days.explorer(at("11-13 00:14:02")),
                SYSTEM32 + "gpupdate.exe",
                "gpupdate /force");
    }
}
