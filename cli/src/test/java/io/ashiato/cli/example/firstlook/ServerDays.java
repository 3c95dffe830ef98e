package io.ashiato.cli.example.firstlook;

import static io.ashiato.cli.example.firstlook.Network.at;

import io.ashiato.cli.example.host.Chance;
import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import io.ashiato.cli.example.host.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What goes on at the application server day and night: the wallet application, monitoring, backup, and its
/// administrator, who comes by remote desktop from his own workstation.
final class ServerDays {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final Instant START = at("10-02 00:00:00");
    private static final Instant END = at("10-09 04:00:00");
    private static final Set<Integer> WEEKEND = Set.of(5, 6);

    private record Task(String name, String action, String commandLine) {}

    private static final List<Task> TASKS = List.of(
            new Task(
                    "\\CORP\\Rotate wallet logs",
                    "C:\\Program Files\\CorpTools\\rotatelogs.exe",
                    "\"C:\\Program Files\\CorpTools\\rotatelogs.exe\" C:\\Wallet\\logs"),
            new Task(
                    "\\Microsoft\\Windows\\Windows Defender\\Windows Defender Cache Maintenance",
                    "C:\\Program Files\\Windows Defender\\MpCmdRun.exe",
                    "\"C:\\Program Files\\Windows Defender\\MpCmdRun.exe\" -IdleTask -TaskName WdCacheMaintenance"),
            new Task(
                    "\\Microsoft\\Windows\\Server Manager\\CleanupOldPerfLogs",
                    SYSTEM32 + "taskhostw.exe",
                    "taskhostw.exe"),
            new Task(
                    "\\Microsoft\\Windows\\UpdateOrchestrator\\Schedule Scan",
                    SYSTEM32 + "usoclient.exe",
                    SYSTEM32 + "usoclient.exe StartScan"));

    private final Machine machine;
    private final Chance chance;
    private final RunningProcess services;
    private final RunningProcess scheduler;
    private long logonIds = 0x2f00a1;

    ServerDays(Machine machine) {
        this.machine = machine;
        this.chance = machine.chance;
        Instant boot = at("10-01 18:01:40");
        this.services = machine.running(boot, SYSTEM32 + "services.exe", SYSTEM32 + "services.exe", Session.SYSTEM);
        this.scheduler =
                machine.running(boot, SYSTEM32 + "svchost.exe", SYSTEM32 + "svchost.exe -k netsvcs", Session.SYSTEM);
    }

    RunningProcess services() {
        return services;
    }

    RunningProcess scheduler() {
        return scheduler;
    }

    void happen() {
        for (Instant hour = START; hour.isBefore(END); hour = hour.plus(Duration.ofHours(1))) {
            monitor(hour.plusSeconds(chance.between(30, 90)));
            if (chance.between(1, 2) == 1) {
                runTask(chance.within(hour, Duration.ofMinutes(59)));
            }
            if (chance.between(1, 3) == 1) {
                changeService(chance.within(hour, Duration.ofMinutes(50)));
            }
            startService(chance.within(hour, Duration.ofMinutes(59)));
        }
        for (int day = 2; day <= 9; day++) {
            Instant midnight = at("10-0" + day + " 00:00:00");
            restartWallet(midnight.plus(Duration.ofMinutes(20)));
            if (day < 9) {
                backUp(midnight.plus(Duration.ofHours(17)));
            }
            if (day < 9 && !WEEKEND.contains(day)) {
                administer(midnight.plusSeconds(chance.between(4 * 3600, 6 * 3600)));
            }
            for (int hour = 0; hour < 24; hour += 6) {
                Instant time = midnight.plus(Duration.ofHours(hour)).plusSeconds(chance.between(300, 900));
                if (time.isBefore(END)) {
                    machine.logs.write(machine.system.policyApplied(chance.within(time), chance.between(300, 900)));
                }
            }
        }
    }

    private void monitor(Instant time) {
        Session session = new Session(People.MONITORING_SERVICE, nextLogonId(), 0, "High");
        int port = chance.port();
        machine.networkLogon(time, time.plusSeconds(12), session, Network.MONITOR, port);
        machine.logs.write(machine.security.shareOpened(
                chance.within(time.plusSeconds(2)), session, Network.MONITOR, port, "IPC$", ""));
    }

    private void startService(Instant second) {
        Instant time = chance.within(second);
        machine.logs.write(machine.security.loggedOn(time, Session.SYSTEM, 5, services));
        machine.logs.write(machine.security.privilegesAssigned(time.plusNanos(1100), Session.SYSTEM));
        machine.start(
                second.plusSeconds(1),
                services,
                SYSTEM32 + "svchost.exe",
                SYSTEM32 + "svchost.exe -k "
                        + chance.of(List.of("wsappx", "netsvcs", "LocalServiceNetworkRestricted", "smphost")));
    }

    private void runTask(Instant second) {
        Task task = chance.of(TASKS);
        RunningProcess process = machine.start(second, scheduler, task.action(), task.commandLine());
        machine.runTask(
                second,
                Duration.ofSeconds(chance.between(1, 20)),
                task.name(),
                "NT AUTHORITY\\SYSTEM",
                task.action(),
                process.id());
    }

    private void changeService(Instant second) {
        String service = chance.of(
                List.of("Windows Update", "Windows Modules Installer", "Software Protection", "Remote Registry"));
        machine.logs.write(machine.system.serviceState(chance.within(second), service, "running"));
        machine.logs.write(machine.system.serviceState(
                chance.within(second.plusSeconds(chance.between(60, 500))), service, "stopped"));
    }

    /// Each morning before business.
    private void restartWallet(Instant time) {
        Session session = new Session(People.WALLET_SERVICE, nextLogonId(), 0, "High");
        machine.logs.write(machine.system.serviceState(chance.within(time), "Corp Wallet Service", "stopped"));
        machine.logs.write(machine.security.loggedOn(chance.within(time.plusSeconds(8)), session, 5, services));
        machine.start(
                time.plusSeconds(9),
                services,
                session,
                "C:\\Wallet\\jre\\bin\\java.exe",
                "\"C:\\Wallet\\jre\\bin\\java.exe\" -Xmx4g -jar C:\\Wallet\\app\\wallet.jar --conf C:\\Wallet\\conf\\wallet.conf");
        machine.logs.write(
                machine.system.serviceState(chance.within(time.plusSeconds(10)), "Corp Wallet Service", "running"));
    }

    private void backUp(Instant time) {
        Session session = new Session(People.BACKUP_SERVICE, nextLogonId(), 0, "High");
        int port = chance.port();
        machine.networkLogon(time, time.plusSeconds(1260), session, Network.BACKUP_SERVER, port);
        for (String part : new String[] {"app", "conf", "logs", "data"}) {
            Instant second = chance.within(time.plusSeconds(5), Duration.ofMinutes(18));
            machine.logs.write(machine.security.shareOpened(
                    second, session, Network.BACKUP_SERVER, port, "Backup$", "\\??\\C:\\Wallet"));
            machine.logs.write(machine.security.shareFileOpened(
                    second.plusMillis(3),
                    session,
                    Network.BACKUP_SERVER,
                    port,
                    "Backup$",
                    "\\??\\C:\\Wallet",
                    part,
                    false));
        }
    }

    private void administer(Instant time) {
        Session session = new Session(People.TANAKA, nextLogonId(), 2, "Medium");
        machine.logs.write(machine.security.loggedOnFrom(
                chance.within(time), session, 10, Network.TANAKAS_WORKSTATION, chance.port()));
        machine.logs.write(machine.system.loggedOn(chance.within(time.plusSeconds(1)), session));
        RunningProcess userinit = machine.start(
                time.plusSeconds(3), services, session, SYSTEM32 + "userinit.exe", SYSTEM32 + "userinit.exe");
        RunningProcess explorer =
                machine.start(time.plusSeconds(4), userinit, "C:\\Windows\\explorer.exe", "C:\\Windows\\Explorer.EXE");
        machine.start(
                time.plusSeconds(60),
                explorer,
                SYSTEM32 + "notepad.exe",
                "\"C:\\Windows\\system32\\notepad.exe\" C:\\Wallet\\logs\\wallet.log");
        machine.start(
                time.plusSeconds(300),
                explorer,
                SYSTEM32 + "mmc.exe",
                "\"C:\\Windows\\system32\\mmc.exe\" \"C:\\Windows\\system32\\services.msc\" ");
        Instant end = time.plusSeconds(chance.between(900, 2400));
        machine.logs.write(machine.security.loggedOff(chance.within(end), session, 10));
        machine.logs.write(machine.system.loggedOff(chance.within(end), session));
    }

    private long nextLogonId() {
        logonIds += 0x100L + chance.between(1, 0x4000);
        return logonIds;
    }
}
