package io.ashiato.cli.example.firstlook;

import static io.ashiato.cli.example.firstlook.Network.at;
import static io.ashiato.cli.example.firstlook.Tools.CONTROL_SERVER;
import static io.ashiato.cli.example.firstlook.Tools.IMPLANT;
import static io.ashiato.cli.example.firstlook.Tools.IMPLANT_OUTPUT;
import static io.ashiato.cli.example.firstlook.Tools.INJECTOR;
import static io.ashiato.cli.example.firstlook.Tools.LOADER_SCRIPT;
import static io.ashiato.cli.example.firstlook.Tools.PASSWORD_TOOL;
import static io.ashiato.cli.example.firstlook.Tools.PROFILER;
import static io.ashiato.cli.example.firstlook.Tools.SERVER_IMPLANT;
import static io.ashiato.cli.example.firstlook.Tools.STOLEN_LOG;
import static io.ashiato.cli.example.firstlook.Tools.SYSTEM32;

import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import io.ashiato.cli.example.host.Session;
import io.ashiato.cli.example.host.Workdays;
/// The story: what the intruder does, in order. Its course is that of a published case (see the README of
/// the example); times, names, addresses, files and commands are invented.

final class Intrusion {
    private final Machine workstation;
    private final Machine server;
    private final Workdays days;
    private final ServerDays serverDays;

    Intrusion(Machine workstation, Machine server, Workdays days, ServerDays serverDays) {
        this.workstation = workstation;
        this.server = server;
        this.days = days;
        this.serverDays = serverDays;
    }

    void happen() {
        Foothold foothold = new Foothold(workstation, days);
        ServerBreakIn breakIn = new ServerBreakIn(workstation, server, serverDays);
        foothold.begin(new Entry(workstation, days).happen());
        workstation.writeFile(at("10-04 00:31:18"), days.lsass(at("10-04 00:31:18")), INJECTOR);
        RunningProcess friday = foothold.injectIntoExplorer(at("10-04 00:31:20"));
        foothold.readPasswords(friday);
        breakIn.changeServerByTasks(friday);
        RunningProcess serverImplant = breakIn.installOnServer(friday);
        RunningProcess monday = foothold.injectIntoExplorer(at("10-07 00:22:41"));
        breakIn.reachWallet(monday);
        removeTraces(monday, serverImplant);
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
        workstation.clearLog(at("10-07 06:44:22"), People.SATO, "Windows PowerShell");

        server.start(at("10-07 06:52:08"), serverImplant, SYSTEM32 + "cmd.exe", "cmd.exe /c sc delete HpSvc");
        server.start(
                at("10-07 06:52:30"),
                serverImplant,
                SYSTEM32 + "cmd.exe",
                "cmd.exe /c ping 127.0.0.1 -n 5 > nul & del /f " + SERVER_IMPLANT);
    }
}
