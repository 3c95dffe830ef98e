package io.ashiato.cli.example.host;

import java.util.Locale;
import java.util.Map;

/// What the version block of a program file says; Sysmon copies it into its events.
public record Program(String version, String description, String product, String company, String originalName) {
    private static final String WINDOWS_VERSION = "10.0.18362.1 (WinBuild.160101.0800)";
    private static final String WINDOWS = "Microsoft® Windows® Operating System";
    private static final String MICROSOFT = "Microsoft Corporation";

    /// A file without a version block.
    private static final Program UNKNOWN = new Program("-", "-", "-", "-", "-");

    private static final Map<String, Program> BY_FILE_NAME = Map.ofEntries(
            windows("audiodg.exe", "Windows Audio Device Graph Isolation"),
            windows("backgroundtaskhost.exe", "Background Task Host", "backgroundTaskHost.exe"),
            windows("cmd.exe", "Windows Command Processor", "Cmd.Exe"),
            windows("compattelrunner.exe", "Microsoft Compatibility Telemetry", "CompatTelRunner.exe"),
            windows("conhost.exe", "Console Window Host", "CONHOST.EXE"),
            windows("consent.exe", "Consent UI for administrative applications"),
            windows("csrss.exe", "Client Server Runtime Process", "CSRSS.Exe"),
            windows("defrag.exe", "Disk Defragmenter Module", "Defrag.EXE"),
            windows("dllhost.exe", "COM Surrogate"),
            windows("explorer.exe", "Windows Explorer", "EXPLORER.EXE"),
            windows("ipconfig.exe", "IP Configuration Utility"),
            windows("lsass.exe", "Local Security Authority Process"),
            windows("mmc.exe", "Microsoft Management Console"),
            windows("mpcmdrun.exe", "Microsoft Malware Protection Command Line Utility", "MpCmdRun.exe"),
            windows("mshta.exe", "Microsoft (R) HTML Application host", "MSHTA.EXE"),
            windows("msmpeng.exe", "Antimalware Service Executable", "MsMpEng.exe"),
            windows("mstsc.exe", "Remote Desktop Connection"),
            windows("net.exe", "Net Command"),
            windows("net1.exe", "Net Command"),
            windows("netsh.exe", "Network Command Shell"),
            windows("nltest.exe", "Microsoft® Logon Server Test Utility", "nltestrk.exe"),
            windows("notepad.exe", "Notepad", "NOTEPAD.EXE"),
            windows("ping.exe", "TCP/IP Ping Command"),
            windows("powershell.exe", "Windows PowerShell", "PowerShell.EXE"),
            windows("quser.exe", "Query User Utility"),
            windows("reg.exe", "Registry Console Tool"),
            windows("rundll32.exe", "Windows host process (Rundll32)", "RUNDLL32.EXE"),
            windows("runtimebroker.exe", "Runtime Broker", "RuntimeBroker.exe"),
            windows("sc.exe", "Service Control Manager Configuration Tool"),
            windows("schtasks.exe", "Task Scheduler Configuration Tool"),
            windows("searchfilterhost.exe", "Microsoft Windows Search Filter Host", "SearchFilterHost.exe"),
            windows("searchprotocolhost.exe", "Microsoft Windows Search Protocol Host", "SearchProtocolHost.exe"),
            windows("services.exe", "Services and Controller app"),
            windows("smartscreen.exe", "Windows Defender SmartScreen"),
            windows("smss.exe", "Windows Session Manager"),
            windows("spoolsv.exe", "Spooler SubSystem App"),
            windows("svchost.exe", "Host Process for Windows Services"),
            windows("systeminfo.exe", "Displays system information", "sysinfo.exe"),
            windows("taskhostw.exe", "Host Process for Windows Tasks"),
            windows("tasklist.exe", "Lists the current running tasks"),
            windows("userinit.exe", "Userinit Logon Application", "USERINIT.EXE"),
            windows("usoclient.exe", "UsoClient"),
            windows("wevtutil.exe", "Eventing Command Line Utility"),
            windows("whoami.exe", "whoami - displays logged on user information"),
            windows("wininit.exe", "Windows Start-Up Application", "WinInit.exe"),
            windows("winlogon.exe", "Windows Logon Application", "WINLOGON.EXE"),
            windows("wmiprvse.exe", "WMI Provider Host", "Wmiprvse.exe"),
            windows("wscript.exe", "Microsoft ® Windows Based Script Host"),
            windows("wuauclt.exe", "Windows Update"),
            windows("vbscript.dll", "Microsoft ® VBScript"),
            windows("mshtml.dll", "Microsoft (R) HTML Viewer", "MSHTML.DLL"),
            windows("amsi.dll", "Anti-Malware Scan Interface"),
            windows("wbemcomn.dll", "WMI"),
            office("winword.exe", "Microsoft Word", "WinWord.exe"),
            office("excel.exe", "Microsoft Excel", "Excel.exe"),
            office("outlook.exe", "Microsoft Outlook", "Outlook.exe"),
            Map.entry(
                    "teams.exe",
                    new Program("1.2.00.26474", "Microsoft Teams", "Microsoft Teams", MICROSOFT, "electron.exe")),
            Map.entry(
                    "onedrivestandaloneupdater.exe",
                    new Program(
                            "19.152.0801.0009",
                            "Standalone Updater",
                            "Microsoft OneDrive",
                            MICROSOFT,
                            "OneDriveStandaloneUpdater.exe")),
            Map.entry(
                    "chrome.exe",
                    new Program("77.0.3865.90", "Google Chrome", "Google Chrome", "Google LLC", "chrome.exe")),
            Map.entry(
                    "googleupdate.exe",
                    new Program("1.3.35.342", "Google Installer", "Google Update", "Google LLC", "GoogleUpdate.exe")),
            Map.entry(
                    "sysmon64.exe",
                    new Program(
                            "13.33",
                            "System activity monitor",
                            "Sysinternals Sysmon",
                            "Sysinternals - www.sysinternals.com",
                            "-")));

    public static Program of(String path) {
        String fileName = path.substring(path.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        return BY_FILE_NAME.getOrDefault(fileName, UNKNOWN);
    }

    private static Map.Entry<String, Program> windows(String fileName, String description) {
        return windows(fileName, description, fileName);
    }

    private static Map.Entry<String, Program> windows(String fileName, String description, String originalName) {
        return Map.entry(fileName, new Program(WINDOWS_VERSION, description, WINDOWS, MICROSOFT, originalName));
    }

    private static Map.Entry<String, Program> office(String fileName, String description, String originalName) {
        return Map.entry(
                fileName, new Program("16.0.11929.20300", description, "Microsoft Office", MICROSOFT, originalName));
    }
}
