package io.ashiato.cli.example;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// A Windows host that writes into its logs what happens on it.
///
/// What it writes depends on which logs it keeps: a host without Sysmon tells of a process only by
/// Security 4688, and of a file written or memory read not at all.
final class Machine {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";

    final Address address;
    final EventLogs logs;
    final Chance chance;
    final SysmonEvents sysmon;
    final SecurityEvents security;
    final SystemEvents system;
    final TaskSchedulerEvents tasks;
    final DefenderEvents defender;

    private final String guidHead;
    private final int eventLogProcessId;
    private int processesSoFar;

    /// @param guidHead first 8 hexadecimal digits of Sysmon's process GUIDs on this host
    Machine(Address address, String guidHead, Chance chance) {
        this.address = address;
        this.guidHead = guidHead;
        this.chance = chance;
        this.logs = new EventLogs(address.name());
        this.eventLogProcessId = chance.processId();
        this.sysmon = new SysmonEvents(chance.processId());
        this.security = new SecurityEvents(shortName(), 684);
        this.system = new SystemEvents(shortName(), 672, eventLogProcessId);
        this.tasks = new TaskSchedulerEvents(chance.processId());
        this.defender = new DefenderEvents(chance.processId());
    }

    String shortName() {
        return address.name().substring(0, address.name().indexOf('.'));
    }

    /// A process that has run since before the logs begin, or that no log tells of.
    RunningProcess running(Instant since, String image, String commandLine, Session session) {
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
    RunningProcess start(Instant time, RunningProcess parent, String image, String commandLine) {
        return start(time, parent, parent.session(), image, commandLine);
    }

    RunningProcess start(Instant time, RunningProcess parent, Session session, String image, String commandLine) {
        return start(time, parent, session, image, commandLine, parent.currentDirectory());
    }

    RunningProcess start(
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

    void end(Instant time, RunningProcess process) {
        logs.write(sysmon.processEnded(chance.within(time), process));
    }

    /// Writes a file; Sysmon's configuration decides which of those it tells of, here only these.
    void writeFile(Instant time, RunningProcess process, String path) {
        logs.write(sysmon.fileCreated(chance.within(time), process, path));
    }

    void deleteFile(Instant time, RunningProcess process, String path, boolean executable) {
        logs.write(sysmon.fileDeleted(chance.within(time), process, path, executable));
    }

    void setRegistry(Instant time, RunningProcess process, String value, String details) {
        logs.write(sysmon.registryValueSet(chance.within(time), process, value, details));
    }

    void load(Instant time, RunningProcess process, String library, String signature) {
        logs.write(sysmon.imageLoaded(chance.within(time), process, library, signature));
    }

    void lookUp(Instant time, RunningProcess process, Address answer) {
        logs.write(sysmon.nameLookedUp(chance.within(time), process, answer));
    }

    void connect(Instant time, RunningProcess process, Address target, int port) {
        logs.write(sysmon.connected(chance.within(time), process, address, chance.port(), target, port));
    }

    /// Starts PowerShell, which tells of itself before it does anything.
    RunningProcess startPowerShell(Instant time, RunningProcess parent, Session session, String arguments) {
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

    void runScript(Instant time, RunningProcess shell, String source, String path, boolean suspicious) {
        logs.write(PowerShellEvents.scriptBlock(
                chance.within(time), shell, chance.uuid().toString(), source, path, suspicious));
    }

    /// A logon over the network, with administrator's rights, until `end`.
    void networkLogon(Instant start, Instant end, Session session, Address source, int port) {
        Instant time = chance.within(start);
        logs.write(security.privilegesAssigned(time, session));
        logs.write(security.loggedOnFrom(time.plusNanos(15_600), session, 3, source, port));
        logs.write(security.loggedOff(chance.within(end), session, 3));
    }

    /// A task runs, as the scheduler's log has it.
    ///
    /// @param action program of the task
    void runTask(Instant second, Duration length, String task, String user, String action, int processId) {
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
    void clearSecurityLog(Instant second, Session session) {
        Instant time = chance.within(second);
        logs.clear(SecurityEvents.CHANNEL, time);
        logs.write(security.logCleared(time, session, eventLogProcessId));
    }

    /// `wevtutil cl` on another log, which the System log tells of.
    void clearLog(Instant second, Account account, String channel) {
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
