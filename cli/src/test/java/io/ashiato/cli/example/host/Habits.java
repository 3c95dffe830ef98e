package io.ashiato.cli.example.host;

import java.util.List;

/// What is usual at any workstation: sites visited, services, programs and tasks that Windows runs.
final class Habits {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";

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

    static List<Task> tasks(Desk desk) {
        return List.of(
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
                        "\\OneDrive Standalone Update Task-" + desk.user().sid(),
                        desk.home() + "AppData\\Local\\Microsoft\\OneDrive\\OneDriveStandaloneUpdater.exe",
                        desk.home() + "AppData\\Local\\Microsoft\\OneDrive\\OneDriveStandaloneUpdater.exe"));
    }

    private Habits() {}
}
