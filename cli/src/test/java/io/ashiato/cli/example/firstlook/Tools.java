package io.ashiato.cli.example.firstlook;

import io.ashiato.cli.example.host.Address;
import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import java.time.Instant;

/// The intruder's files and servers, and how the backdoor runs a command.
final class Tools {
    static final String SYSTEM32 = "C:\\Windows\\System32\\";
    static final String DOCUMENT = "C:\\Users\\j.sato\\Downloads\\" + Lure.DOCUMENT_NAME;
    static final String SHORTCUT = "C:\\Users\\j.sato\\AppData\\Local\\Temp\\" + Lure.SHORTCUT_NAME;
    static final String PROFILER = "C:\\Users\\Public\\Music\\license.vbs";
    static final String LOADER_SCRIPT = "C:\\Users\\Public\\Music\\chk.ps1";
    static final String IMPLANT_NAME = "prntsvc.exe";
    static final String IMPLANT = "C:\\ProgramData\\" + IMPLANT_NAME;
    static final String IMPLANT_OUTPUT = "C:\\ProgramData\\perflog.dat";
    static final String SECURITY_PACKAGE = SYSTEM32 + "wdmsp.dll";
    static final String INJECTOR = "C:\\ProgramData\\NTUSER.cat";
    static final String PASSWORD_TOOL = "C:\\ProgramData\\nlsvc.exe";
    static final String STOLEN_LOG = "C:\\ProgramData\\s.evtx";
    static final String SERVER_IMPLANT = "C:\\ProgramData\\hpsvc.exe";

    static final Address SOCIAL_NETWORK = new Address("192.0.2.130", "www.worknet.example");
    static final Address DOWNLOAD_SITE = new Address("198.51.100.61", Lure.DOWNLOAD_HOST);
    static final Address SHORTENER = new Address("203.0.113.20", "bit.ly");
    static final Address SCRIPT_SERVER = new Address("198.51.100.44", "docs.blockshare.example");
    static final Address CONTROL_SERVER = new Address("203.0.113.77", "-");

    static final String LSA = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa";
    static final String WDIGEST = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\WDigest";

    private Tools() {}

    /// The backdoor's way to run a command: by cmd.exe, the output into a file.
    ///
    /// @return the program that cmd.exe starts
    static RunningProcess command(Machine machine, Instant time, RunningProcess implant, String program, String line) {
        RunningProcess cmd = machine.start(
                time, implant, SYSTEM32 + "cmd.exe", "cmd.exe /c \"" + line + " >> " + IMPLANT_OUTPUT + " 2>&1\"");
        return machine.start(time.plusSeconds(1), cmd, SYSTEM32 + program + ".exe", line);
    }
}
