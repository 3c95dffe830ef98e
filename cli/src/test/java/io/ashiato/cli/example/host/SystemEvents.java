package io.ashiato.cli.example.host;

import static io.ashiato.cli.example.host.Field.guid;
import static io.ashiato.cli.example.host.Field.sid;
import static io.ashiato.cli.example.host.Field.text;
import static io.ashiato.cli.example.host.Field.uint32;
import static io.ashiato.readers.evtx.WrittenNode.element;

import io.ashiato.readers.evtx.WrittenNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Events of the System log.
public final class SystemEvents {
    public static final String CHANNEL = "System";

    private static final EventProvider SERVICES =
            EventProvider.bridged("Service Control Manager", "555908d1-a6d7-4695-8e1e-26931d2012f4", 16384);
    private static final EventProvider USER32 =
            EventProvider.bridged("User32", "b0aa8734-56f7-41cc-b2f4-de228e98b946", 32768);
    private static final EventProvider EVENT_LOG_SERVICE = EventProvider.classic("EventLog", 32768);
    private static final EventProvider EVENT_LOG =
            EventProvider.manifest("Microsoft-Windows-Eventlog", "fc65ddd8-d6ef-4962-83d5-6e5cfe9ce148");
    private static final EventProvider KERNEL =
            EventProvider.manifest("Microsoft-Windows-Kernel-General", "a68ca8b7-004f-d7b6-a698-07e2de0f1f5d");
    private static final EventProvider WINLOGON =
            EventProvider.manifest("Microsoft-Windows-Winlogon", "dbe9b383-7cf3-4331-91cc-a3cb16a3b538");
    private static final EventProvider GROUP_POLICY =
            EventProvider.manifest("Microsoft-Windows-GroupPolicy", "aea1b4fa-97d1-45f2-a64c-4d69fffd92c9");
    private static final EventProvider UPDATE =
            EventProvider.manifest("Microsoft-Windows-WindowsUpdateClient", "945a8954-c147-4acd-923f-40c45405a658");

    private static final long PLAIN = 0x8000000000000000L;
    private static final long CLASSIC = 0x8080000000000000L;

    private final String hostName;
    private final String domainController;
    private final int servicesProcessId;
    private final int eventLogProcessId;

    /// @param address of the host these are events of
    public SystemEvents(Address address, int servicesProcessId, int eventLogProcessId) {
        this.hostName = address.shortName();
        this.domainController = "\\\\DC-01." + address.name().substring(hostName.length() + 1);
        this.servicesProcessId = servicesProcessId;
        this.eventLogProcessId = eventLogProcessId;
    }

    public LogEvent kernelStarted(Instant time) {
        return event(
                new EventKind(KERNEL, 12, 0, 4, 1, 0, 0x8000000000000080L),
                time,
                4,
                Account.SYSTEM,
                EventPayload.of(
                        uint32("MajorVersion", 10),
                        uint32("MinorVersion", 0),
                        uint32("BuildVersion", 18362),
                        uint32("QfeVersion", 356),
                        uint32("ServiceVersion", 0),
                        uint32("BootMode", 0),
                        Field.time("StartTime", time)));
    }

    public LogEvent kernelStopped(Instant time) {
        return event(
                new EventKind(KERNEL, 13, 0, 4, 2, 0, 0x8000000000000080L),
                time,
                4,
                Account.SYSTEM,
                EventPayload.of(Field.time("StopTime", time)));
    }

    public LogEvent eventLogStarted(Instant time) {
        return classic(6005, time);
    }

    public LogEvent eventLogStopped(Instant time) {
        return classic(6006, time);
    }

    public LogEvent shutDown(Instant time, RunningProcess process, Session session) {
        return event(
                new EventKind(USER32, 1074, 0, 4, 0, 0, CLASSIC),
                time,
                process.id(),
                session.account(),
                EventPayload.of(
                        text("param1", process.image() + " (" + hostName + ")"),
                        text("param2", hostName),
                        text("param3", "Other (Unplanned)"),
                        text("param4", "0x0"),
                        text("param5", "power off"),
                        text("param6", ""),
                        text("param7", session.account().qualifiedName())));
    }

    public LogEvent loggedOn(Instant time, Session session) {
        return winlogon(7001, 1101, time, session);
    }

    public LogEvent loggedOff(Instant time, Session session) {
        return winlogon(7002, 1102, time, session);
    }

    private LogEvent winlogon(int id, int task, Instant time, Session session) {
        return event(
                new EventKind(WINLOGON, id, 0, 4, task, 0, 0x2000200000000000L),
                time,
                eventLogProcessId - 316,
                Account.SYSTEM,
                EventPayload.of(
                        uint32("TSId", session.terminal()),
                        sid("UserSid", session.account().sid())));
    }

    /// @param state `running` or `stopped`
    public LogEvent serviceState(Instant time, String service, String state) {
        return event(
                new EventKind(SERVICES, 7036, 0, 4, 0, 0, CLASSIC),
                time,
                servicesProcessId,
                null,
                EventPayload.of(text("param1", service), text("param2", state)));
    }

    public LogEvent startTypeChanged(Instant time, String service, String shortName, String before, String after) {
        return event(
                new EventKind(SERVICES, 7040, 0, 4, 0, 0, CLASSIC),
                time,
                servicesProcessId,
                Account.SYSTEM,
                EventPayload.of(
                        text("param1", service),
                        text("param2", before),
                        text("param3", after),
                        text("param4", shortName)));
    }

    public LogEvent serviceInstalled(Instant time, Account account, String service, String path) {
        return event(
                new EventKind(SERVICES, 7045, 0, 4, 0, 0, CLASSIC),
                time,
                servicesProcessId,
                account,
                EventPayload.of(
                        text("ServiceName", service),
                        text("ImagePath", path),
                        text("ServiceType", "user mode service"),
                        text("StartType", "auto start"),
                        text("AccountName", "LocalSystem")));
    }

    public LogEvent policyApplied(Instant time, int milliseconds) {
        return event(
                new EventKind(GROUP_POLICY, 1500, 0, 4, 0, 1, PLAIN),
                time,
                eventLogProcessId + 212,
                Account.SYSTEM,
                EventPayload.of(
                        uint32("SupportInfo1", 1),
                        uint32("SupportInfo2", 4220),
                        uint32("ProcessingMode", 0),
                        uint32("ProcessingTimeInMilliseconds", milliseconds),
                        text("DCName", domainController)));
    }

    public LogEvent updateInstalled(Instant time, String title, String updateId) {
        return event(
                new EventKind(UPDATE, 19, 1, 4, 1, 13, 0x8000000000000018L),
                time,
                eventLogProcessId + 3116,
                Account.SYSTEM,
                EventPayload.of(
                        text("updateTitle", title),
                        guid("updateGuid", updateId),
                        uint32("updateRevisionNumber", 200),
                        guid("serviceGuid", "7971f918-a847-4430-9279-4a52d1efe18d")));
    }

    /// A log other than Security was cleared.
    public LogEvent logCleared(Instant time, Account account, String channel) {
        return event(
                new EventKind(EVENT_LOG, 104, 0, 4, 104, 0, PLAIN),
                time,
                eventLogProcessId,
                account,
                new EventPayload.UserData(element(
                                "LogFileCleared",
                                element("SubjectUserName", WrittenNode.text(account.name())),
                                element("SubjectDomainName", WrittenNode.text(account.domain())),
                                element("Channel", WrittenNode.text(channel)),
                                element("BackupPath"))
                        .with("xmlns", "http://manifests.microsoft.com/win/2004/08/windows/eventlog")));
    }

    private static LogEvent classic(int id, Instant time) {
        return new LogEvent(
                new EventKind(EVENT_LOG_SERVICE, id, 0, 4, 0, 0, 0x80000000000000L),
                CHANNEL,
                time,
                0,
                0,
                Optional.empty(),
                EventPayload.of());
    }

    private static LogEvent event(
            EventKind kind, Instant time, int processId, @Nullable Account account, EventPayload payload) {
        return new LogEvent(
                kind,
                CHANNEL,
                time,
                processId,
                processId + 64,
                Optional.ofNullable(account).map(Account::sid),
                payload);
    }
}
