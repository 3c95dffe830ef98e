package io.ashiato.cli.example.firstlook;

import static io.ashiato.cli.example.firstlook.Network.at;
import static io.ashiato.cli.example.firstlook.Tools.CONTROL_SERVER;
import static io.ashiato.cli.example.firstlook.Tools.IMPLANT_OUTPUT;
import static io.ashiato.cli.example.firstlook.Tools.LSA;
import static io.ashiato.cli.example.firstlook.Tools.SERVER_IMPLANT;
import static io.ashiato.cli.example.firstlook.Tools.SYSTEM32;
import static io.ashiato.cli.example.firstlook.Tools.WDIGEST;
import static io.ashiato.cli.example.firstlook.Tools.command;

import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import io.ashiato.cli.example.host.ScheduledTask;
import io.ashiato.cli.example.host.Session;
import java.time.Duration;
import java.time.Instant;
/// What the intruder does on the server, from the workstation: tasks, a service, the wallet's key file.

final class ServerBreakIn {
    private final Machine workstation;
    private final Machine server;
    private final ServerDays serverDays;

    /// Account of the server's administrator, as the intruder uses it from the workstation.
    private final Session stolen = new Session(People.TANAKA, 0x41f6c3, 0, "High");

    ServerBreakIn(Machine workstation, Machine server, ServerDays serverDays) {
        this.workstation = workstation;
        this.server = server;
        this.serverDays = serverDays;
    }

    /// The server's registry is changed by tasks that run reg.exe there and are deleted.
    void changeServerByTasks(RunningProcess explorer) {
        server.networkLogon(at("10-04 02:05:31"), at("10-04 02:12:52"), stolen, Network.WORKSTATION, 52418);
        changeServerByTask(
                at("10-04 02:05:30"),
                explorer,
                "\\Microsoft\\Windows\\Maintenance\\CoreSync",
                "add " + WDIGEST + " /v UseLogonCredential /t REG_DWORD /d 1 /f");
        changeServerByTask(
                at("10-04 02:09:44"),
                explorer,
                "\\Microsoft\\Windows\\Maintenance\\CoreSync2",
                "add " + LSA + " /v LsaCfgFlags /t REG_DWORD /d 0 /f");
    }

    private void changeServerByTask(Instant time, RunningProcess explorer, String name, String regArguments) {
        String login = " /s APP-02 /u CORP\\a.tanaka /p Invented-2019 /tn \"" + name + "\"";
        String action = "reg.exe " + regArguments;
        ScheduledTask task = new ScheduledTask(name, "CORP\\a.tanaka", "2019-10-04T23:50:00", "reg.exe", regArguments);
        RunningProcess cmd = workstation.start(time, explorer, SYSTEM32 + "cmd.exe", "cmd.exe");
        String schtasks = SYSTEM32 + "schtasks.exe";

        workstation.start(
                time.plusSeconds(2),
                cmd,
                schtasks,
                "schtasks /create" + login + " /tr \"" + action + "\" /sc once /st 23:50 /ru SYSTEM /f");
        Instant created = server.chance.within(time.plusSeconds(3));
        server.logs.write(server.security.taskCreated(created, stolen, task));
        server.logs.write(server.tasks.registered(created.plusMillis(4), name, "CORP\\a.tanaka"));

        workstation.start(time.plusSeconds(20), cmd, schtasks, "schtasks /run" + login);
        server.logs.write(server.tasks.triggeredByUser(
                server.chance.within(time.plusSeconds(21)),
                name,
                "CORP\\a.tanaka",
                server.chance.uuid().toString()));
        RunningProcess reg = server.start(
                time.plusSeconds(22),
                serverDays.scheduler(),
                SYSTEM32 + "reg.exe",
                SYSTEM32 + "reg.exe " + regArguments);
        server.runTask(time.plusSeconds(22), Duration.ofMillis(213), name, "NT AUTHORITY\\SYSTEM", "reg.exe", reg.id());

        workstation.start(time.plusSeconds(44), cmd, schtasks, "schtasks /delete" + login + " /f");
        Instant deleted = server.chance.within(time.plusSeconds(45));
        server.logs.write(server.security.taskDeleted(deleted, stolen, task));
        server.logs.write(server.tasks.deleted(deleted.plusMillis(3), name, "CORP\\a.tanaka"));
    }

    /// A copy of the backdoor over the administrative share, started as a service.
    RunningProcess installOnServer(RunningProcess explorer) {
        Session logon = new Session(People.TANAKA, 0x43b911, 0, "High");
        RunningProcess cmd = workstation.start(at("10-04 03:01:52"), explorer, SYSTEM32 + "cmd.exe", "cmd.exe");
        server.networkLogon(at("10-04 03:02:08"), at("10-04 03:09:40"), logon, Network.WORKSTATION, 52733);
        server.logs.write(server.security.shareOpened(
                server.chance.within(at("10-04 03:02:09")), logon, Network.WORKSTATION, 52733, "C$", "\\??\\C:\\"));
        server.logs.write(server.security.shareFileOpened(
                server.chance.within(at("10-04 03:02:10")),
                logon,
                Network.WORKSTATION,
                52733,
                "C$",
                "\\??\\C:\\",
                "ProgramData\\hpsvc.exe",
                true));
        workstation.start(
                at("10-04 03:03:40"),
                cmd,
                SYSTEM32 + "sc.exe",
                "sc \\\\APP-02 create HpSvc binPath= " + SERVER_IMPLANT + " start= auto");
        Instant installed = server.chance.within(at("10-04 03:03:41"));
        server.logs.write(server.security.serviceInstalled(installed, logon, "HpSvc", SERVER_IMPLANT));
        server.logs.write(
                server.system.serviceInstalled(installed.plusMillis(2), People.TANAKA, "HpSvc", SERVER_IMPLANT));
        workstation.start(at("10-04 03:03:58"), cmd, SYSTEM32 + "sc.exe", "sc \\\\APP-02 start HpSvc");
        RunningProcess implant =
                server.start(at("10-04 03:03:59"), serverDays.services(), SERVER_IMPLANT, SERVER_IMPLANT);
        server.logs.write(server.system.serviceState(server.chance.within(at("10-04 03:04:00")), "HpSvc", "running"));
        command(server, at("10-04 03:11:22"), implant, "tasklist", "tasklist /svc");
        command(server, at("10-04 03:12:05"), implant, "quser", "quser");
        command(
                server,
                at("10-04 03:14:37"),
                implant,
                "netsh",
                "netsh advfirewall firewall add rule name=\"HP Svc\" dir=in action=allow protocol=TCP localport=8443");
        server.start(
                at("10-04 03:21:50"),
                implant,
                SYSTEM32 + "cmd.exe",
                "cmd.exe /c \"dir C:\\Wallet /s >> " + IMPLANT_OUTPUT + " 2>&1\"");
        return implant;
    }

    /// The account of the wallet service, which never logs on from elsewhere, reads its key file.
    void reachWallet(RunningProcess explorer) {
        Session logon = new Session(People.WALLET_SERVICE, 0x7c20d5, 0, "High");
        RunningProcess cmd = workstation.start(at("10-07 02:09:48"), explorer, SYSTEM32 + "cmd.exe", "cmd.exe");
        workstation.start(
                at("10-07 02:10:02"),
                cmd,
                SYSTEM32 + "net.exe",
                "net use \\\\APP-02\\Wallet$ /user:CORP\\svc-wallet Invented-w4llet");
        server.networkLogon(at("10-07 02:10:03"), at("10-07 02:31:10"), logon, Network.WORKSTATION, 53906);
        server.logs.write(server.security.shareOpened(
                server.chance.within(at("10-07 02:10:04")),
                logon,
                Network.WORKSTATION,
                53906,
                "Wallet$",
                "\\??\\C:\\Wallet"));
        for (String file : new String[] {"conf\\wallet.conf", "keys\\hot-wallet.dat"}) {
            server.logs.write(server.security.shareFileOpened(
                    server.chance.within(at("10-07 02:10:41")),
                    logon,
                    Network.WORKSTATION,
                    53906,
                    "Wallet$",
                    "\\??\\C:\\Wallet",
                    file,
                    false));
        }
        workstation.connect(at("10-07 02:14:20"), explorer, CONTROL_SERVER, 443);
    }
}
