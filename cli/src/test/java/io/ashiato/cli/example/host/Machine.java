package io.ashiato.cli.example.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// A Windows host that writes into its logs what happens on it.
///
/// What it writes depends on which logs it keeps: a host without Sysmon tells of a process only by
/// Security 4688, and of a file written or memory read not at all.
public final class Machine {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";

    public final Address address;
    public final EventLogs logs;
    public final Chance chance;
    public final SysmonEvents sysmon;
    public final SecurityEvents security;
    public final SystemEvents system;
    public final TaskSchedulerEvents tasks;
    public final DefenderEvents defender;

    private final String guidHead;
    private final int eventLogProcessId;
    private int processesSoFar;

    /// @param guidHead first 8 hexadecimal digits of Sysmon's process GUIDs on this host
    /// @param digests of the files on it
    public Machine(Address address, String guidHead, Chance chance, Digests digests) {
        this.address = address;
        this.guidHead = guidHead;
        this.chance = chance;
        this.logs = new EventLogs(address.name());
        this.eventLogProcessId = chance.processId();
        this.sysmon = new SysmonEvents(chance.processId(), digests);
        this.security = new SecurityEvents(shortName(), domain(), 684);
        this.system = new SystemEvents(address, 672, eventLogProcessId);
        this.tasks = new TaskSchedulerEvents(chance.processId());
        this.defender = new DefenderEvents(chance.processId());
    }

    public String shortName() {
        return address.shortName();
    }

    /// NetBIOS name of its domain: the second part of its full name.
    private String domain() {
        return address.name().split("\\.", -1)[1].toUpperCase(Locale.ROOT);
    }

    /// A process that has run since before the logs begin, or that no log tells of.
    public RunningProcess running(Instant since, String image, String commandLine, Session session) {
        return new RunningProcess(
                guid(since),
                chance.processId(),
                image,
                commandLine,
                SYSTEM32,
                session,
                guid(since),
                672,
                SYSTEM32 + "services.exe",
                SYSTEM32 + "services.exe",
                Account.SYSTEM,
                since);
    }

    /// Starts a process in the session of its parent.
    public RunningProcess start(Instant time, RunningProcess parent, String image, String commandLine) {
        return start(time, parent, parent.session(), image, commandLine);
    }

    public RunningProcess start(
            Instant time, RunningProcess parent, Session session, String image, String commandLine) {
        return start(time, parent, session, image, commandLine, parent.currentDirectory());
    }

    public RunningProcess start(
            Instant second,
            RunningProcess parent,
            Session session,
            String image,
            String commandLine,
            String currentDirectory) {
        Instant time = chance.within(second);
        RunningProcess process = new RunningProcess(
                guid(time),
                chance.processId(),
                image,
                commandLine,
                currentDirectory,
                session,
                parent.guid(),
                parent.id(),
                parent.image(),
                parent.commandLine(),
                parent.session().account(),
                time);
        logs.write(security.processCreated(process));
        logs.write(sysmon.processCreated(process));
        return process;
    }

    public void end(Instant time, RunningProcess process) {
        logs.write(sysmon.processEnded(chance.within(time), process));
    }

    /// Writes a file; Sysmon's configuration decides which of those it tells of, here only these.
    public void writeFile(Instant time, RunningProcess process, String path) {
        logs.write(sysmon.fileCreated(chance.within(time), process, path));
    }

    public void deleteFile(Instant time, RunningProcess process, String path, boolean executable) {
        logs.write(sysmon.fileDeleted(chance.within(time), process, path, executable));
    }

    public void setRegistry(Instant time, RunningProcess process, String value, String details) {
        logs.write(sysmon.registryValueSet(chance.within(time), process, value, details));
    }

    public void load(Instant time, RunningProcess process, String library, String signature) {
        logs.write(sysmon.imageLoaded(chance.within(time), process, library, signature));
    }

    public void lookUp(Instant time, RunningProcess process, Address answer) {
        logs.write(sysmon.nameLookedUp(chance.within(time), process, answer));
    }

    public void connect(Instant time, RunningProcess process, Address target, int port) {
        logs.write(sysmon.connected(chance.within(time), process, address, chance.port(), target, port));
    }

    /// Starts PowerShell, which tells of itself before it does anything.
    public RunningProcess startPowerShell(Instant time, RunningProcess parent, Session session, String arguments) {
        RunningProcess shell = start(
                time,
                parent,
                session,
                SYSTEM32 + "WindowsPowerShell\\v1.0\\powershell.exe",
                ("powershell.exe " + arguments).strip());
        Instant ready = shell.started().plusMillis(412);
        logs.write(PowerShellEvents.consoleStarting(ready, shell));
        logs.write(PowerShellEvents.listening(ready.plusMillis(38), shell));
        logs.write(PowerShellEvents.consoleReady(ready.plusMillis(61), shell));
        return shell;
    }

    public void runScript(Instant time, RunningProcess shell, String source, String path, boolean suspicious) {
        logs.write(PowerShellEvents.scriptBlock(
                chance.within(time), shell, chance.uuid().toString(), source, path, suspicious));
    }

    /// A logon over the network, with administrator's rights, until `end`.
    public void networkLogon(Instant start, Instant end, Session session, Address source, int port) {
        Instant time = chance.within(start);
        logs.write(security.privilegesAssigned(time, session));
        logs.write(security.loggedOnFrom(time.plusNanos(15_600), session, 3, source, port));
        logs.write(security.loggedOff(chance.within(end), session, 3));
    }

    /// A task runs, as the scheduler's log has it.
    ///
    /// @param action program of the task
    public void runTask(Instant second, Duration length, String task, String user, String action, int processId) {
        Instant time = chance.within(second);
        String instance = chance.uuid().toString();
        logs.write(tasks.processCreated(time, task, action, processId));
        logs.write(tasks.started(time.plusMillis(2), task, user, instance));
        logs.write(tasks.actionStarted(time.plusMillis(3), task, action, instance, processId));
        Instant finish = time.plus(length);
        logs.write(tasks.actionFinished(finish, task, action, instance, processId));
        logs.write(tasks.finished(finish.plusMillis(1), task, user, instance));
    }

    /// `wevtutil cl` on the Security log.
    public void clearSecurityLog(Instant second, Session session) {
        Instant time = chance.within(second);
        logs.clear(SecurityEvents.CHANNEL, time);
        logs.write(security.logCleared(time, session, eventLogProcessId));
    }

    /// `wevtutil cl` on another log, which the System log tells of.
    public void clearLog(Instant second, Account account, String channel) {
        Instant time = chance.within(second);
        logs.clear(channel, time);
        logs.write(system.logCleared(time, account, channel));
    }

    /// Sysmon's process GUID: the host, the second of the start, a running number.
    private String guid(Instant time) {
        long second = time.getEpochSecond();
        processesSoFar++;
        return String.format(
                Locale.ROOT,
                "%s-%04x-%04x-%02x%02x-000000002a00",
                guidHead,
                second & 0xffff,
                second >> 16 & 0xffff,
                processesSoFar & 0xff,
                processesSoFar >> 8 & 0xff);
    }
}
