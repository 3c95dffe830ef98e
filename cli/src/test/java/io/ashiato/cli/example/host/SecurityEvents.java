package io.ashiato.cli.example.host;

import static io.ashiato.cli.example.host.Field.guid;
import static io.ashiato.cli.example.host.Field.hex32;
import static io.ashiato.cli.example.host.Field.hex64;
import static io.ashiato.cli.example.host.Field.sid;
import static io.ashiato.cli.example.host.Field.text;
import static io.ashiato.cli.example.host.Field.uint32;
import static io.ashiato.readers.evtx.WrittenNode.element;

import io.ashiato.readers.evtx.WrittenNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Events of the Security log, as Windows 10 1903 and Server 2016 write them.
public final class SecurityEvents {
    public static final String CHANNEL = "Security";

    private static final EventProvider PROVIDER =
            EventProvider.manifest("Microsoft-Windows-Security-Auditing", "54849625-5478-4994-a5ba-3e3b0328c30d");
    private static final EventProvider EVENT_LOG =
            EventProvider.manifest("Microsoft-Windows-Eventlog", "fc65ddd8-d6ef-4962-83d5-6e5cfe9ce148");
    private static final String NO_GUID = "00000000-0000-0000-0000-000000000000";

    // Tasks: the audit subcategory
    private static final int LOGON = 12544;
    private static final int LOGOFF = 12545;
    private static final int SPECIAL_LOGON = 12548;
    private static final int SECURITY_SYSTEM_EXTENSION = 12289;
    private static final int SECURITY_STATE_CHANGE = 12288;
    private static final int OTHER_OBJECT_ACCESS = 12804;
    private static final int FILE_SHARE = 12808;
    private static final int DETAILED_FILE_SHARE = 12811;
    private static final int PROCESS_CREATION = 13312;
    private static final int USER_ACCOUNT_MANAGEMENT = 13824;

    private final String hostName;
    private final Session computer;
    private final int lsassProcessId;

    public SecurityEvents(String hostName, String domain, int lsassProcessId) {
        this.hostName = hostName;
        this.lsassProcessId = lsassProcessId;
        this.computer = new Session(new Account("S-1-5-18", domain, hostName + "$"), 0x3e7, 0, "System");
    }

    /// A logon that a process of this host asks for: at the screen (2), by a service (5), unlocking (7).
    public LogEvent loggedOn(Instant time, Session session, int logonType, RunningProcess process) {
        Account account = session.account();
        boolean service = logonType == 5;
        return audit(
                4624,
                2,
                LOGON,
                time,
                lsassProcessId,
                sid("SubjectUserSid", computer.account().sid()),
                text("SubjectUserName", computer.account().name()),
                text("SubjectDomainName", computer.account().domain()),
                hex64("SubjectLogonId", computer.id()),
                sid("TargetUserSid", account.sid()),
                text("TargetUserName", account.name()),
                text("TargetDomainName", account.domain()),
                hex64("TargetLogonId", session.id()),
                uint32("LogonType", logonType),
                text("LogonProcessName", service ? "Advapi  " : "User32 "),
                text("AuthenticationPackageName", "Negotiate"),
                text("WorkstationName", service ? "-" : hostName),
                guid("LogonGuid", NO_GUID),
                text("TransmittedServices", "-"),
                text("LmPackageName", "-"),
                uint32("KeyLength", 0),
                hex64("ProcessId", process.id()),
                text("ProcessName", process.image()),
                text("IpAddress", service ? "-" : "127.0.0.1"),
                text("IpPort", service ? "-" : "0"),
                text("ImpersonationLevel", "%%1833"),
                text("RestrictedAdminMode", "-"),
                text("TargetOutboundUserName", "-"),
                text("TargetOutboundDomainName", "-"),
                text("VirtualAccount", "%%1843"),
                hex64("TargetLinkedLogonId", 0),
                text("ElevatedToken", "%%1842"));
    }

    /// A logon over the network (3) or by remote desktop (10), with Kerberos.
    public LogEvent loggedOnFrom(Instant time, Session session, int logonType, Address source, int sourcePort) {
        Account account = session.account();
        boolean desktop = logonType == 10;
        Account subject = desktop ? computer.account() : Account.NOBODY;
        return audit(
                4624,
                2,
                LOGON,
                time,
                lsassProcessId,
                sid("SubjectUserSid", subject.sid()),
                text("SubjectUserName", subject.name()),
                text("SubjectDomainName", subject.domain()),
                hex64("SubjectLogonId", desktop ? computer.id() : 0),
                sid("TargetUserSid", account.sid()),
                text("TargetUserName", account.name()),
                text("TargetDomainName", account.domain()),
                hex64("TargetLogonId", session.id()),
                uint32("LogonType", logonType),
                text("LogonProcessName", desktop ? "User32 " : "Kerberos"),
                text("AuthenticationPackageName", desktop ? "Negotiate" : "Kerberos"),
                text("WorkstationName", desktop ? hostName : "-"),
                guid("LogonGuid", logonGuid(session)),
                text("TransmittedServices", "-"),
                text("LmPackageName", "-"),
                uint32("KeyLength", 0),
                hex64("ProcessId", desktop ? 0x1c8 : 0),
                text("ProcessName", desktop ? "C:\\Windows\\System32\\svchost.exe" : "-"),
                text("IpAddress", source.ip()),
                text("IpPort", Integer.toString(desktop ? 0 : sourcePort)),
                text("ImpersonationLevel", "%%1833"),
                text("RestrictedAdminMode", "-"),
                text("TargetOutboundUserName", "-"),
                text("TargetOutboundDomainName", "-"),
                text("VirtualAccount", "%%1843"),
                hex64("TargetLinkedLogonId", 0),
                text("ElevatedToken", "%%1842"));
    }

    public LogEvent loggedOff(Instant time, Session session, int logonType) {
        return audit(
                4634,
                0,
                LOGOFF,
                time,
                lsassProcessId,
                sid("TargetUserSid", session.account().sid()),
                text("TargetUserName", session.account().name()),
                text("TargetDomainName", session.account().domain()),
                hex64("TargetLogonId", session.id()),
                uint32("LogonType", logonType));
    }

    public LogEvent privilegesAssigned(Instant time, Session session) {
        return bySubject(
                4672,
                0,
                SPECIAL_LOGON,
                time,
                lsassProcessId,
                session,
                text(
                        "PrivilegeList",
                        "SeSecurityPrivilege\r\n\t\t\tSeBackupPrivilege\r\n\t\t\tSeRestorePrivilege\r\n\t\t\t"
                                + "SeTakeOwnershipPrivilege\r\n\t\t\tSeDebugPrivilege\r\n\t\t\t"
                                + "SeSystemEnvironmentPrivilege\r\n\t\t\tSeLoadDriverPrivilege\r\n\t\t\t"
                                + "SeImpersonatePrivilege\r\n\t\t\tSeDelegateSessionUserImpersonatePrivilege"));
    }

    public LogEvent processCreated(RunningProcess process) {
        Session session = process.session().id() <= 0x3e7 ? computer : process.session();
        boolean elevated = !"Medium".equals(process.session().integrity());
        boolean system = "System".equals(process.session().integrity());
        return bySubject(
                4688,
                2,
                PROCESS_CREATION,
                process.started(),
                4,
                session,
                hex64("NewProcessId", process.id()),
                text("NewProcessName", process.image()),
                text("TokenElevationType", system ? "%%1936" : elevated ? "%%1937" : "%%1938"),
                hex64("ProcessId", process.parentId()),
                text("CommandLine", process.commandLine()),
                sid("TargetUserSid", Account.NOBODY.sid()),
                text("TargetUserName", "-"),
                text("TargetDomainName", "-"),
                hex64("TargetLogonId", 0),
                text("ParentProcessName", process.parentImage()),
                sid("MandatoryLabel", system ? "S-1-16-16384" : elevated ? "S-1-16-12288" : "S-1-16-8192"));
    }

    public LogEvent serviceInstalled(Instant time, Session session, String name, String path) {
        return bySubject(
                4697,
                0,
                SECURITY_SYSTEM_EXTENSION,
                time,
                lsassProcessId,
                session,
                text("ServiceName", name),
                text("ServiceFileName", path),
                hex32("ServiceType", 0x10),
                uint32("ServiceStartType", 2),
                text("ServiceAccount", "LocalSystem"));
    }

    public LogEvent taskCreated(Instant time, Session session, ScheduledTask task) {
        return bySubject(
                4698,
                0,
                OTHER_OBJECT_ACCESS,
                time,
                lsassProcessId,
                session,
                text("TaskName", task.name()),
                text("TaskContent", task.xml()));
    }

    public LogEvent taskDeleted(Instant time, Session session, ScheduledTask task) {
        return bySubject(
                4699,
                0,
                OTHER_OBJECT_ACCESS,
                time,
                lsassProcessId,
                session,
                text("TaskName", task.name()),
                text("TaskContent", ""));
    }

    public LogEvent groupMembershipRead(Instant time, Session session, RunningProcess process) {
        return audit(
                4799,
                0,
                13826,
                time,
                lsassProcessId,
                text("TargetUserName", "Administrators"),
                text("TargetDomainName", "Builtin"),
                sid("TargetSid", "S-1-5-32-544"),
                sid("SubjectUserSid", session.account().sid()),
                text("SubjectUserName", session.account().name()),
                text("SubjectDomainName", session.account().domain()),
                hex64("SubjectLogonId", session.id()),
                hex64("CallerProcessId", process.id()),
                text("CallerProcessName", process.image()));
    }

    public LogEvent shareOpened(
            Instant time, Session session, Address source, int sourcePort, String share, String path) {
        return bySubject(
                5140,
                1,
                FILE_SHARE,
                time,
                4,
                session,
                text("ObjectType", "File"),
                text("IpAddress", source.ip()),
                text("IpPort", Integer.toString(sourcePort)),
                text("ShareName", "\\\\*\\" + share),
                text("ShareLocalPath", path),
                hex32("AccessMask", 0x1),
                text("AccessList", "%%4416\r\n\t\t\t\t"));
    }

    /// @param write whether the file is written, not read
    public LogEvent shareFileOpened(
            Instant time,
            Session session,
            Address source,
            int sourcePort,
            String share,
            String path,
            String file,
            boolean write) {
        return bySubject(
                5145,
                0,
                DETAILED_FILE_SHARE,
                time,
                4,
                session,
                text("ObjectType", "File"),
                text("IpAddress", source.ip()),
                text("IpPort", Integer.toString(sourcePort)),
                text("ShareName", "\\\\*\\" + share),
                text("ShareLocalPath", path),
                text("RelativeTargetName", file),
                hex32("AccessMask", write ? 0x130196 : 0x120089),
                text(
                        "AccessList",
                        write
                                ? "%%1538\r\n\t\t\t\t%%1541\r\n\t\t\t\t%%4417\r\n\t\t\t\t%%4418\r\n\t\t\t\t%%4424\r\n\t\t\t\t"
                                : "%%1538\r\n\t\t\t\t%%1541\r\n\t\t\t\t%%4416\r\n\t\t\t\t%%4419\r\n\t\t\t\t%%4423\r\n\t\t\t\t"),
                text("AccessReason", "-"));
    }

    public LogEvent credentialsRead(Instant time, Session session, int clientProcessId, Instant clientStarted) {
        return bySubject(
                5379,
                0,
                USER_ACCOUNT_MANAGEMENT,
                time,
                lsassProcessId,
                session,
                text("TargetName", "WindowsLive:(token):name=02example;serviceuri=*"),
                uint32("Type", 0),
                uint32("CountOfCredentialsReturned", 0),
                text("ReadOperation", "%%8100"),
                uint32("ReturnCode", 3221226021L),
                Field.time("ProcessCreationTime", clientStarted),
                uint32("ClientProcessId", clientProcessId));
    }

    public LogEvent windowsStarted(Instant time) {
        return audit(4608, 0, SECURITY_STATE_CHANGE, time, lsassProcessId);
    }

    public LogEvent securityPackageLoaded(Instant time, String fileAndName) {
        return audit(
                4622, 0, SECURITY_SYSTEM_EXTENSION, time, lsassProcessId, text("SecurityPackageName", fileAndName));
    }

    public LogEvent logCleared(Instant time, Session session, int eventLogProcessId) {
        Account account = session.account();
        return new LogEvent(
                new EventKind(EVENT_LOG, 1102, 0, 4, 104, 0, 0x4020000000000000L),
                CHANNEL,
                time,
                eventLogProcessId,
                eventLogProcessId + 1404,
                Optional.empty(),
                new EventPayload.UserData(element(
                                "LogFileCleared",
                                element("SubjectUserSid", WrittenNode.text(account.sid())),
                                element("SubjectUserName", WrittenNode.text(account.name())),
                                element("SubjectDomainName", WrittenNode.text(account.domain())),
                                element("SubjectLogonId", WrittenNode.text("0x" + Long.toHexString(session.id()))))
                        .with("xmlns", "http://manifests.microsoft.com/win/2004/08/windows/eventlog")));
    }

    /// An event that begins with the account that acts.
    private LogEvent bySubject(
            int id, int version, int task, Instant time, int processId, Session session, Field... fields) {
        Field[] all = new Field[fields.length + 4];
        all[0] = sid("SubjectUserSid", session.account().sid());
        all[1] = text("SubjectUserName", session.account().name());
        all[2] = text("SubjectDomainName", session.account().domain());
        all[3] = hex64("SubjectLogonId", session.id());
        System.arraycopy(fields, 0, all, 4, fields.length);
        return audit(id, version, task, time, processId, all);
    }

    private LogEvent audit(int id, int version, int task, Instant time, int processId, Field... fields) {
        // the thread only has to look like one: a multiple of 4 that changes
        int thread = processId + 48 + (int) (time.getEpochSecond() % 17) * 4;
        return new LogEvent(
                new EventKind(PROVIDER, id, version, 0, task, 0, 0x8020000000000000L),
                CHANNEL,
                time,
                processId,
                thread,
                Optional.empty(),
                EventPayload.of(fields));
    }

    private static String logonGuid(Session session) {
        return UUID.nameUUIDFromBytes((session.account().name() + session.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
