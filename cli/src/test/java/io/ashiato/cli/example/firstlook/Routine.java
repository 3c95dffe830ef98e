package io.ashiato.cli.example.firstlook;

import static io.ashiato.cli.example.firstlook.Network.at;

import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import io.ashiato.cli.example.host.Workdays;

/// What rules may take for more than it is: the workstation's administrator asks for accounts and sessions
/// himself, and Windows updates itself.
final class Routine {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";

    private Routine() {}

    static void happen(Machine machine, Workdays days) {
        RunningProcess explorer = days.explorer(at("10-02 05:10:14"));
        RunningProcess shell = machine.startPowerShell(
                at("10-02 05:10:14"), explorer, explorer.session().elevated(), "");
        machine.start(at("10-02 05:11:02"), shell, SYSTEM32 + "net.exe", "net group \"Finance-Approvers\" /domain");
        machine.start(
                at("10-08 02:30:41"),
                days.explorer(at("10-08 02:30:41")),
                SYSTEM32 + "quser.exe",
                "quser /server:FS-01");
        machine.logs.write(machine.system.updateInstalled(
                machine.chance.within(at("10-08 03:20:44")),
                "Security Intelligence Update for Windows Defender Antivirus - KB2267602 (Version 1.303.225.0)",
                machine.chance.uuid().toString()));
        machine.logs.write(machine.system.startTypeChanged(
                machine.chance.within(at("10-08 03:21:02")),
                "Background Intelligent Transfer Service",
                "BITS",
                "demand start",
                "auto start"));
    }
}
