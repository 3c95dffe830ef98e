package io.ashiato.cli.example.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Working days at a workstation, with nothing wrong: switched on in the morning, off in the evening.
public final class Workdays {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final String OFFICE = "C:\\Program Files\\Microsoft Office\\root\\Office16\\";
    private static final String CHROME = "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe";

    /// One day: from the start of Windows to its end.
    private record Day(
            Instant start,
            Instant end,
            Session session,
            RunningProcess services,
            RunningProcess lsass,
            RunningProcess explorer,
            RunningProcess scheduler,
            RunningProcess broker) {}

    private final Machine machine;
    private final Desk desk;
    private final Chance chance;
    private final List<Day> days = new ArrayList<>();
    private final RunningProcess antimalware;

    public Workdays(Machine machine, Desk desk) {
        this.machine = machine;
        this.desk = desk;
        this.chance = machine.chance;
        this.antimalware = machine.running(
                desk.spans().getFirst().start().plusSeconds(13),
                "C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.1908.7-0\\MsMpEng.exe",
                "\"C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.1908.7-0\\MsMpEng.exe\"",
                Session.SYSTEM);
    }

    public void happen() {
        for (int i = 0; i < desk.spans().size(); i++) {
            Day day = begin(desk.spans().get(i), 0x3f5d1 + i * 0x2a17L);
            days.add(day);
            browse(day);
            writeDocuments(day);
            administer(day);
            runInBackground(day);
            protect(day, i);
            if (day.end().isBefore(desk.collected())) {
                shutDown(day);
            }
        }
    }

    public List<Instant> startsAfter(Instant time) {
        return days.stream().map(Day::start).filter(time::isBefore).toList();
    }

    public RunningProcess explorer(Instant time) {
        return day(time).explorer();
    }

    public RunningProcess lsass(Instant time) {
        return day(time).lsass();
    }

    /// The service through which Windows starts programs that open documents.
    public RunningProcess broker(Instant time) {
        return day(time).broker();
    }

    public RunningProcess antimalware() {
        return antimalware;
    }

    /// A browser of the user's, running since a little before.
    public RunningProcess browser(Instant time) {
        Day day = day(time);
        return machine.start(time, day.explorer(), CHROME, "\"" + CHROME + "\" ");
    }

    /// Somebody else works at the workstation by remote desktop.
    public void visit(Instant start, Duration length, Account account, Address from) {
        Session session = new Session(account, 0x2ab9c4, 2, "Medium");
        Instant time = chance.within(start);
        machine.logs.write(machine.security.loggedOnFrom(time, session, 10, from, chance.port()));
        machine.logs.write(machine.system.loggedOn(time.plusMillis(310), session));
        Day day = day(start);
        RunningProcess userinit = machine.start(
                start.plusSeconds(2), day.services(), session, SYSTEM32 + "userinit.exe", SYSTEM32 + "userinit.exe");
        RunningProcess explorer =
                machine.start(start.plusSeconds(3), userinit, "C:\\Windows\\explorer.exe", "C:\\Windows\\Explorer.EXE");
        machine.start(
                start.plusSeconds(190),
                explorer,
                SYSTEM32 + "mmc.exe",
                "\"C:\\Windows\\system32\\mmc.exe\" \"C:\\Windows\\system32\\printmanagement.msc\" ");
        machine.logs.write(machine.system.loggedOff(chance.within(start.plus(length)), session));
        machine.logs.write(machine.security.loggedOff(chance.within(start.plus(length)), session, 10));
    }

    private Day day(Instant time) {
        return days.stream()
                .filter(day -> !time.isBefore(day.start()) && time.isBefore(day.end()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the workstation is off at " + time));
    }

    private Day begin(Desk.Span span, long logonId) {
        Instant start = span.start();
        machine.logs.write(machine.system.kernelStarted(chance.within(start)));
        machine.logs.write(machine.system.eventLogStarted(chance.within(start.plusSeconds(6))));
        machine.logs.write(machine.security.windowsStarted(chance.within(start.plusSeconds(6))));
        machine.logs.write(machine.sysmon.serviceStateChanged(chance.within(start.plusSeconds(8)), "Started"));
        RunningProcess smss =
                machine.running(start, SYSTEM32 + "smss.exe", "\\SystemRoot\\System32\\smss.exe", Session.SYSTEM);
        RunningProcess wininit = machine.start(start.plusSeconds(8), smss, SYSTEM32 + "wininit.exe", "wininit.exe");
        RunningProcess services =
                machine.start(start.plusSeconds(8), wininit, SYSTEM32 + "services.exe", SYSTEM32 + "services.exe");
        RunningProcess lsass =
                machine.start(start.plusSeconds(8), wininit, SYSTEM32 + "lsass.exe", SYSTEM32 + "lsass.exe");
        for (String name : new String[] {"lsasrv.dll : Negotiate", "kerberos.dll : Kerberos", "msv1_0.dll : NTLM"}) {
            machine.logs.write(machine.security.securityPackageLoaded(
                    chance.within(start.plusSeconds(9)), "C:\\Windows\\system32\\" + name));
        }
        RunningProcess scheduler = service(start.plusSeconds(12), services, "netsvcs -p -s Schedule");
        RunningProcess broker = service(start.plusSeconds(10), services, "DcomLaunch -p");
        for (String group : new String[] {
            "RPCSS -p",
            "LocalService -p -s nsi",
            "NetworkService -p -s Dnscache",
            "netsvcs -p -s gpsvc",
            "netsvcs -p -s Winmgmt"
        }) {
            service(start.plusSeconds(chance.between(10, 20)), services, group);
        }
        machine.start(start.plusSeconds(15), services, SYSTEM32 + "spoolsv.exe", SYSTEM32 + "spoolsv.exe");
        for (String service : Habits.SERVICES.subList(0, 5)) {
            machine.logs.write(
                    machine.system.serviceState(chance.within(start, Duration.ofMinutes(4)), service, "running"));
        }
        Session session = new Session(desk.user(), logonId, 1, "Medium");
        RunningProcess explorer = logOn(start.plusSeconds(chance.between(70, 130)), smss, session);
        return new Day(start, span.end(), session, services, lsass, explorer, scheduler, broker);
    }

    private RunningProcess service(Instant time, RunningProcess services, String group) {
        return machine.start(
                time, services, SYSTEM32 + "svchost.exe", "C:\\Windows\\system32\\svchost.exe -k " + group);
    }

    private RunningProcess logOn(Instant time, RunningProcess smss, Session session) {
        RunningProcess winlogon = machine.start(time.minusSeconds(55), smss, SYSTEM32 + "winlogon.exe", "winlogon.exe");
        Instant logon = chance.within(time);
        machine.logs.write(machine.security.loggedOn(logon, session, 2, winlogon));
        machine.logs.write(machine.security.loggedOn(logon.plusNanos(900), session.elevated(), 2, winlogon));
        machine.logs.write(machine.security.privilegesAssigned(logon.plusNanos(1800), session.elevated()));
        machine.logs.write(machine.system.loggedOn(logon.plusMillis(180), session));
        RunningProcess userinit = machine.start(
                time.plusSeconds(1), winlogon, session, SYSTEM32 + "userinit.exe", SYSTEM32 + "userinit.exe");
        RunningProcess explorer = machine.start(
                time.plusSeconds(2), userinit, session, "C:\\Windows\\explorer.exe", "C:\\Windows\\Explorer.EXE");
        machine.start(
                time.plusSeconds(21),
                explorer,
                desk.home() + "AppData\\Local\\Microsoft\\Teams\\current\\Teams.exe",
                "\"" + desk.home()
                        + "AppData\\Local\\Microsoft\\Teams\\current\\Teams.exe\" --process-start-args \"--system-initiated\"");
        machine.start(time.plusSeconds(44), explorer, OFFICE + "OUTLOOK.EXE", "\"" + OFFICE + "OUTLOOK.EXE\" ");
        return explorer;
    }

    private void browse(Day day) {
        RunningProcess chrome = machine.start(
                day.start().plusSeconds(chance.between(240, 900)), day.explorer(), CHROME, "\"" + CHROME + "\" ");
        for (int i = hours(day) * 2; i > 0; i--) {
            Instant time = duringWork(day);
            RunningProcess tab = machine.start(
                    time,
                    chrome,
                    CHROME,
                    "\"" + CHROME + "\" --type=renderer --field-trial-handle=1628,"
                            + chance.between(100_000, 999_999) + " --lang=ja --enable-auto-reload --renderer-client-id="
                            + chance.between(5, 240));
            Address site = chance.of(Habits.WEB);
            machine.lookUp(time.plusSeconds(1), chrome, site);
            machine.connect(time.plusSeconds(2), chrome, site, 443);
            if (chance.between(1, 3) == 1) {
                machine.end(time.plusSeconds(chance.between(30, 1500)), tab);
            }
        }
        for (int i = hours(day); i > 0; i--) {
            Instant time = duringWork(day);
            Address site = chance.of(desk.intranet());
            machine.lookUp(time, chrome, site);
            machine.connect(time.plusSeconds(1), chrome, site, 443);
        }
    }

    private void writeDocuments(Day day) {
        for (int i = hours(day) / 2; i > 0; i--) {
            Instant time = duringWork(day);
            boolean sheet = chance.between(0, 2) > 0;
            String program = OFFICE + (sheet ? "EXCEL.EXE" : "WINWORD.EXE");
            String name = chance.of(List.of("Payments", "Approvals", "Forecast", "Minutes", "Reconciliation")) + "-"
                    + desk.month() + (sheet ? ".xlsx" : ".docx");
            RunningProcess office =
                    machine.start(time, day.explorer(), program, "\"" + program + "\" \"" + desk.share() + name + "\"");
            machine.writeFile(
                    time.plusSeconds(4),
                    office,
                    desk.home() + "AppData\\Roaming\\Microsoft\\Office\\Recent\\" + name + ".LNK");
            machine.connect(time.plusSeconds(2), office, desk.fileServer(), 445);
            machine.end(time.plusSeconds(chance.between(200, 2400)), office);
        }
    }

    private void administer(Day day) {
        for (int i = chance.between(1, 3); i > 0; i--) {
            Instant time = duringWork(day);
            RunningProcess shell =
                    machine.startPowerShell(time, day.explorer(), day.session().elevated(), "");
            for (int j = chance.between(1, 4); j > 0; j--) {
                machine.runScript(time.plusSeconds(j * 40L), shell, chance.of(desk.commands()), "", false);
            }
            machine.runScript(time.plusSeconds(5), shell, "prompt", "", false);
        }
        machine.start(
                duringWork(day),
                day.explorer(),
                SYSTEM32 + "mstsc.exe",
                "\"C:\\Windows\\system32\\mstsc.exe\" /v:" + desk.fileServer().shortName());
    }

    private void runInBackground(Day day) {
        for (int i = hours(day) * 2; i > 0; i--) {
            Habits.BackgroundProcess process = chance.of(Habits.BACKGROUND);
            RunningProcess started =
                    machine.start(anyTime(day), day.services(), process.image(), process.commandLine());
            if (chance.between(1, 2) == 1) {
                machine.end(started.started().plusSeconds(chance.between(20, 300)), started);
            }
        }
        for (int i = hours(day); i > 0; i--) {
            machine.start(
                    duringWork(day),
                    day.broker(),
                    day.session(),
                    SYSTEM32 + "RuntimeBroker.exe",
                    SYSTEM32 + "RuntimeBroker.exe -Embedding");
        }
        for (int i = hours(day); i > 0; i--) {
            Instant time = anyTime(day);
            Habits.Task task = chance.of(Habits.tasks(desk));
            RunningProcess process = machine.start(time, day.scheduler(), task.action(), task.commandLine());
            machine.runTask(
                    time,
                    Duration.ofSeconds(chance.between(1, 90)),
                    task.name(),
                    "NT AUTHORITY\\SYSTEM",
                    task.action(),
                    process.id());
            String service = chance.of(Habits.SERVICES);
            Instant change = anyTime(day);
            machine.logs.write(machine.system.serviceState(chance.within(change), service, "running"));
            machine.logs.write(machine.system.serviceState(
                    chance.within(change.plusSeconds(chance.between(60, 600))), service, "stopped"));
            logOnAsService(day, anyTime(day));
        }
        for (Instant time = day.start().plusSeconds(180); time.isBefore(day.end()); time = time.plusSeconds(5580)) {
            machine.logs.write(machine.system.policyApplied(chance.within(time), chance.between(600, 2400)));
        }
    }

    private void logOnAsService(Day day, Instant second) {
        Instant time = chance.within(second);
        machine.logs.write(machine.security.loggedOn(time, Session.SYSTEM, 5, day.services()));
        machine.logs.write(machine.security.privilegesAssigned(time.plusNanos(1200), Session.SYSTEM));
        machine.logs.write(machine.security.credentialsRead(
                chance.within(second.plusSeconds(20)),
                day.session(),
                day.explorer().id(),
                day.explorer().started()));
    }

    /// Windows Defender: definitions every day, scans as long as there are any.
    private void protect(Day day, int number) {
        Instant time = day.start().plusSeconds(chance.between(300, 420));
        machine.logs.write(machine.defender.definitionsUpdated(
                chance.within(time), "1.303." + (140 + number * 17) + ".0", "1.303." + (123 + number * 17) + ".0"));
        for (int i = 0; i < hours(day); i += 2) {
            machine.logs.write(machine.defender.healthy(
                    chance.within(time.plusSeconds(60 + i * 3600L)), "1.303." + (140 + number * 17) + ".0"));
        }
        if (number < desk.daysWithScans()) {
            Instant scan = day.start().plusSeconds(chance.between(1800, 3600));
            String id = "{" + chance.uuid().toString().toUpperCase(Locale.ROOT) + "}";
            machine.logs.write(machine.defender.scanStarted(chance.within(scan), id));
            machine.logs.write(machine.defender.scanFinished(chance.within(scan.plusSeconds(158)), id, 2, 38));
        }
    }

    private void shutDown(Day day) {
        RunningProcess startMenu = machine.start(
                day.end().minusSeconds(20),
                day.broker(),
                day.session(),
                SYSTEM32 + "RuntimeBroker.exe",
                SYSTEM32 + "RuntimeBroker.exe -Embedding");
        machine.logs.write(
                machine.system.shutDown(chance.within(day.end().minusSeconds(14)), startMenu, day.session()));
        machine.logs.write(machine.system.loggedOff(chance.within(day.end().minusSeconds(8)), day.session()));
        machine.logs.write(machine.security.loggedOff(chance.within(day.end().minusSeconds(8)), day.session(), 2));
        machine.logs.write(
                machine.system.eventLogStopped(chance.within(day.end().minusSeconds(4))));
        machine.logs.write(machine.system.kernelStopped(chance.within(day.end().minusSeconds(1))));
    }

    private Instant anyTime(Day day) {
        return chance.within(
                day.start().plusSeconds(200),
                Duration.between(day.start(), day.end()).minusSeconds(900));
    }

    private Instant duringWork(Day day) {
        return chance.within(
                day.start().plusSeconds(1000),
                Duration.between(day.start(), day.end()).minusSeconds(2800));
    }

    private static int hours(Day day) {
        return (int) Duration.between(day.start(), day.end()).toHours();
    }
}
