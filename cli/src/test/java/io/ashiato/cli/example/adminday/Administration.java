package io.ashiato.cli.example.adminday;

import static io.ashiato.cli.example.adminday.Estate.at;

import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import io.ashiato.cli.example.host.Session;
import io.ashiato.cli.example.host.Workdays;
import java.time.Duration;
import java.time.Instant;

/// What the administrator does by hand, from the workstation: PowerShell remoting, PsExec, remote desktop, a
/// tidying script, a copy of a log before maintenance.
final class Administration {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final String PSEXEC = "C:\\Tools\\Sysinternals\\PsExec64.exe";

    private final Machine workstation;
    private final Workdays days;
    private final FileServer fileServer;
    private final Machine server;

    Administration(Machine workstation, Workdays days, FileServer fileServer) {
        this.workstation = workstation;
        this.days = days;
        this.fileServer = fileServer;
        this.server = fileServer.machine;
    }

    void happen() {
        workRemotely();
        runByService();
        workAtTheServersDesktop();
        keepLog();
        tidy();
    }

    /// `Invoke-Command`: the server runs the script in wsmprovhost.exe.
    private void workRemotely() {
        Session elevated = days.explorer(at("11-12 01:20:05")).session().elevated();
        RunningProcess shell =
                workstation.startPowerShell(at("11-12 01:20:05"), days.explorer(at("11-12 01:20:05")), elevated, "");
        String script =
                "Get-Service | Where-Object Status -eq Stopped; Get-Volume | Select-Object DriveLetter, SizeRemaining";
        workstation.runScript(
                at("11-12 01:21:10"),
                shell,
                "Invoke-Command -ComputerName FILE-04 -ScriptBlock { " + script + " }",
                "",
                false);
        workstation.connect(at("11-12 01:21:10"), shell, Estate.FILE_SERVER, 5985);
        Session session = fileServer.logon(Estate.HAYASHI);
        server.networkLogon(at("11-12 01:21:11"), at("11-12 01:24:30"), session, Estate.WORKSTATION, 51877);
        RunningProcess host = server.start(
                at("11-12 01:21:12"),
                fileServer.broker,
                session,
                SYSTEM32 + "wsmprovhost.exe",
                SYSTEM32 + "wsmprovhost.exe -Embedding");
        server.runScript(at("11-12 01:21:14"), host, script, "", false);
    }

    /// PsExec: a service on the server that runs one command and is gone.
    private void runByService() {
        Session elevated = days.explorer(at("11-12 01:45:00")).session().elevated();
        RunningProcess cmd = workstation.start(
                at("11-12 01:45:00"), days.explorer(at("11-12 01:45:00")), elevated, SYSTEM32 + "cmd.exe", "cmd.exe");
        workstation.start(at("11-12 01:45:31"), cmd, PSEXEC, PSEXEC + " \\\\FILE-04 -s ipconfig /registerdns");
        Session session = fileServer.logon(Estate.HAYASHI);
        server.networkLogon(at("11-12 01:45:32"), at("11-12 01:45:58"), session, Estate.WORKSTATION, 51902);
        server.logs.write(server.security.shareOpened(
                server.chance.within(at("11-12 01:45:33")),
                session,
                Estate.WORKSTATION,
                51902,
                "ADMIN$",
                "\\??\\C:\\Windows"));
        server.logs.write(server.security.shareFileOpened(
                server.chance.within(at("11-12 01:45:33")),
                session,
                Estate.WORKSTATION,
                51902,
                "ADMIN$",
                "\\??\\C:\\Windows",
                "PSEXESVC.exe",
                true));
        Instant installed = server.chance.within(at("11-12 01:45:34"));
        String path = "%SystemRoot%\\PSEXESVC.exe";
        server.logs.write(server.security.serviceInstalled(installed, session, "PSEXESVC", path));
        server.logs.write(server.system.serviceInstalled(installed.plusMillis(2), Estate.HAYASHI, "PSEXESVC", path));
        RunningProcess service = server.start(
                at("11-12 01:45:35"), fileServer.services, "C:\\Windows\\PSEXESVC.exe", "C:\\Windows\\PSEXESVC.exe");
        server.start(at("11-12 01:45:36"), service, SYSTEM32 + "ipconfig.exe", "\"ipconfig\" /registerdns");
        server.logs.write(
                server.system.serviceState(server.chance.within(at("11-12 01:45:35")), "PSEXESVC", "running"));
        server.logs.write(
                server.system.serviceState(server.chance.within(at("11-12 01:45:57")), "PSEXESVC", "stopped"));
    }

    private void workAtTheServersDesktop() {
        workstation.start(
                at("11-12 04:02:10"),
                days.explorer(at("11-12 04:02:10")),
                SYSTEM32 + "mstsc.exe",
                "\"C:\\Windows\\system32\\mstsc.exe\" /v:FILE-04");
        Session session = new Session(Estate.HAYASHI, 0x6230f1, 2, "Medium");
        Instant time = server.chance.within(at("11-12 04:02:31"));
        server.logs.write(server.security.loggedOnFrom(time, session, 10, Estate.WORKSTATION, server.chance.port()));
        server.logs.write(server.system.loggedOn(time.plusMillis(280), session));
        RunningProcess userinit = server.start(
                at("11-12 04:02:33"),
                fileServer.services,
                session,
                SYSTEM32 + "userinit.exe",
                SYSTEM32 + "userinit.exe");
        RunningProcess explorer =
                server.start(at("11-12 04:02:34"), userinit, "C:\\Windows\\explorer.exe", "C:\\Windows\\Explorer.EXE");
        server.start(
                at("11-12 04:03:20"),
                explorer,
                SYSTEM32 + "mmc.exe",
                "\"C:\\Windows\\system32\\mmc.exe\" \"C:\\Windows\\system32\\compmgmt.msc\" /s");
        Instant end = server.chance.within(at("11-12 04:41:03"));
        server.logs.write(server.security.loggedOff(end, session, 10));
        server.logs.write(server.system.loggedOff(end, session));
    }

    /// The System log is copied to a file before the server is patched; nothing is cleared.
    private void keepLog() {
        Session session = fileServer.logon(Estate.HAYASHI);
        server.networkLogon(at("11-12 05:30:04"), at("11-12 05:31:40"), session, Estate.WORKSTATION, 52210);
        RunningProcess host = server.start(
                at("11-12 05:30:06"),
                fileServer.broker,
                session,
                SYSTEM32 + "wsmprovhost.exe",
                SYSTEM32 + "wsmprovhost.exe -Embedding");
        String line = "wevtutil epl System D:\\LogBackup\\FILE-04-System-20191112.evtx";
        server.runScript(at("11-12 05:30:08"), host, line, "", false);
        server.start(
                at("11-12 05:30:09"),
                host,
                SYSTEM32 + "wevtutil.exe",
                "\"" + SYSTEM32 + "wevtutil.exe\"" + line.substring(8));
    }

    /// A script of the administrator's own, with its notice in Base64.
    private void tidy() {
        RunningProcess shell = workstation.startPowerShell(
                at("11-13 02:10:40"),
                days.explorer(at("11-13 02:10:40")),
                days.explorer(at("11-13 02:10:40")).session(),
                "-NoProfile -File " + Papers.SCRIPT_PATH);
        workstation.runScript(at("11-13 02:10:42"), shell, Papers.SCRIPT, Papers.SCRIPT_PATH, false);
        workstation.end(at("11-13 02:10:42").plus(Duration.ofSeconds(9)), shell);
    }
}
