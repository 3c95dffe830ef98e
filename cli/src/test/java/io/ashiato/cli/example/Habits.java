package io.ashiato.cli.example;

import java.util.List;

/// What is usual at the workstation: sites visited, services, programs and tasks that Windows runs, commands
/// that its administrator types.
final class Habits {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final String HOME = "C:\\Users\\j.sato\\";

    static final List<Address> WEB = List.of(
            new Address("192.0.2.11", "www.news.example"),
            new Address("192.0.2.12", "search.example"),
            new Address("192.0.2.15", "cdn.news.example"),
            new Address("192.0.2.23", "mail.example"),
            new Address("192.0.2.40", "market-data.example"),
            new Address("192.0.2.41", "charts.market-data.example"),
            new Address("192.0.2.58", "weather.example"),
            new Address("192.0.2.77", "docs.vendor.example"),
            new Address("192.0.2.90", "update.vendor.example"));

    static final List<Address> INTRANET = List.of(
            Network.FILE_SERVER,
            Network.DOMAIN_CONTROLLER,
            new Address("10.20.0.51", "intranet.corp.example"),
            new Address("10.20.0.52", "tickets.corp.example"),
            new Address("10.20.0.53", "erp.corp.example"));

    static final List<String> SERVICES = List.of(
            "Windows Update",
            "Background Intelligent Transfer Service",
            "Windows Modules Installer",
            "Software Protection",
            "Windows Search",
            "Portable Device Enumerator Service",
            "Microsoft Account Sign-in Assistant",
            "Device Setup Manager");

    record BackgroundProcess(String image, String commandLine) {}

    static final List<BackgroundProcess> BACKGROUND = List.of(
            new BackgroundProcess(SYSTEM32 + "svchost.exe", SYSTEM32 + "svchost.exe -k netsvcs -p -s wlidsvc"),
            new BackgroundProcess(SYSTEM32 + "svchost.exe", SYSTEM32 + "svchost.exe -k netsvcs -p -s BITS"),
            new BackgroundProcess(SYSTEM32 + "svchost.exe", SYSTEM32 + "svchost.exe -k wsappx -p -s ClipSVC"),
            new BackgroundProcess(SYSTEM32 + "svchost.exe", SYSTEM32 + "svchost.exe -k netsvcs -p -s wuauserv"),
            new BackgroundProcess(
                    SYSTEM32 + "SearchProtocolHost.exe",
                    "\"C:\\Windows\\system32\\SearchProtocolHost.exe\" Global\\UsGthrFltPipeMssGthrPipe4_ 1 -2147483646"),
            new BackgroundProcess(
                    SYSTEM32 + "SearchFilterHost.exe", "\"C:\\Windows\\system32\\SearchFilterHost.exe\" 0 696"),
            new BackgroundProcess(SYSTEM32 + "wbem\\WmiPrvSE.exe", SYSTEM32 + "wbem\\wmiprvse.exe -Embedding"),
            new BackgroundProcess(SYSTEM32 + "audiodg.exe", SYSTEM32 + "AUDIODG.EXE 0x41c"),
            new BackgroundProcess(
                    SYSTEM32 + "dllhost.exe",
                    SYSTEM32 + "DllHost.exe /Processid:{AB8902B4-09CA-4BB6-B78D-A8F59079A8D5}"));

    record Task(String name, String action, String commandLine) {}

    static final List<Task> TASKS = List.of(
            new Task(
                    "\\GoogleUpdateTaskMachineUA",
                    "C:\\Program Files (x86)\\Google\\Update\\GoogleUpdate.exe",
                    "\"C:\\Program Files (x86)\\Google\\Update\\GoogleUpdate.exe\" /ua /installsource scheduler"),
            new Task(
                    "\\Microsoft\\Windows\\Windows Defender\\Windows Defender Scheduled Scan",
                    "C:\\Program Files\\Windows Defender\\MpCmdRun.exe",
                    "\"C:\\Program Files\\Windows Defender\\MpCmdRun.exe\" Scan -ScheduleJob -ScanTrigger 55 -IdleScheduledJob"),
            new Task(
                    "\\Microsoft\\Windows\\UpdateOrchestrator\\Schedule Scan",
                    SYSTEM32 + "usoclient.exe",
                    SYSTEM32 + "usoclient.exe StartScan"),
            new Task(
                    "\\Microsoft\\Windows\\Application Experience\\Microsoft Compatibility Appraiser",
                    SYSTEM32 + "CompatTelRunner.exe",
                    SYSTEM32 + "compattelrunner.exe"),
            new Task(
                    "\\Microsoft\\Windows\\Defrag\\ScheduledDefrag",
                    SYSTEM32 + "defrag.exe",
                    SYSTEM32 + "defrag.exe -c -h -k -g -$"),
            new Task(
                    "\\Microsoft\\Windows\\Customer Experience Improvement Program\\Consolidator",
                    SYSTEM32 + "wsqmcons.exe",
                    SYSTEM32 + "wsqmcons.exe"),
            new Task(
                    "\\OneDrive Standalone Update Task-S-1-5-21-1004336348-1177238915-682003330-1107",
                    HOME + "AppData\\Local\\Microsoft\\OneDrive\\OneDriveStandaloneUpdater.exe",
                    HOME + "AppData\\Local\\Microsoft\\OneDrive\\OneDriveStandaloneUpdater.exe"));

    /// What the administrator does in PowerShell, typed.
    static final List<String> ADMIN_COMMANDS = List.of(
            "Get-ADUser -Identity k.mori -Properties LockedOut, LastLogonDate",
            "Unlock-ADAccount -Identity k.mori",
            "Get-Service -ComputerName FS-01 | Where-Object Status -ne Running",
            "Test-NetConnection FS-01 -Port 445",
            "Get-ChildItem \\\\FS-01\\Finance\\2019-10 | Sort-Object LastWriteTime | Select-Object -Last 20",
            "Get-ADGroupMember 'Finance-Approvers' | Select-Object Name",
            "Get-HotFix | Sort-Object InstalledOn | Select-Object -Last 5",
            "Get-MpComputerStatus | Select-Object AntivirusSignatureLastUpdated");

    private Habits() {}
}
