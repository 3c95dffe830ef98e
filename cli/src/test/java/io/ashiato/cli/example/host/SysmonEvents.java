package io.ashiato.cli.example.host;

import static io.ashiato.cli.example.host.Field.guid;
import static io.ashiato.cli.example.host.Field.hex32;
import static io.ashiato.cli.example.host.Field.hex64;
import static io.ashiato.cli.example.host.Field.text;
import static io.ashiato.cli.example.host.Field.truth;
import static io.ashiato.cli.example.host.Field.uint16;
import static io.ashiato.cli.example.host.Field.uint32;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Events of Sysmon 13.33 (schema 4.81).
public final class SysmonEvents {
    public static final String CHANNEL = "Microsoft-Windows-Sysmon/Operational";

    private static final EventProvider PROVIDER =
            EventProvider.manifest("Microsoft-Windows-Sysmon", "5770385f-c22a-43e0-bf4c-06f5698ffbd9");
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// Sysmon writes an event a little after what it tells of.
    private static final Duration DELAY = Duration.ofNanos(6_318_200);

    private final int serviceProcessId;
    private final Digests digests;

    public SysmonEvents(int serviceProcessId, Digests digests) {
        this.serviceProcessId = serviceProcessId;
        this.digests = digests;
    }

    public LogEvent processCreated(RunningProcess process) {
        Program file = Program.of(process.image());
        Session session = process.session();
        return event(
                1,
                5,
                process.started(),
                guid("ProcessGuid", process.guid()),
                uint32("ProcessId", process.id()),
                text("Image", process.image()),
                text("FileVersion", file.version()),
                text("Description", file.description()),
                text("Product", file.product()),
                text("Company", file.company()),
                text("OriginalFileName", file.originalName()),
                text("CommandLine", process.commandLine()),
                text("CurrentDirectory", process.currentDirectory()),
                text("User", session.account().qualifiedName()),
                guid("LogonGuid", logonGuid(process)),
                hex64("LogonId", session.id()),
                uint32("TerminalSessionId", session.terminal()),
                text("IntegrityLevel", session.integrity()),
                text("Hashes", digests.ofFile(process.image())),
                guid("ParentProcessGuid", process.parentGuid()),
                uint32("ParentProcessId", process.parentId()),
                text("ParentImage", process.parentImage()),
                text("ParentCommandLine", process.parentCommandLine()),
                text("ParentUser", process.parentAccount().qualifiedName()));
    }

    public LogEvent connected(
            Instant time, RunningProcess process, Address source, int sourcePort, Address target, int targetPort) {
        return event(
                3,
                5,
                time,
                guid("ProcessGuid", process.guid()),
                uint32("ProcessId", process.id()),
                text("Image", process.image()),
                text("User", process.session().account().qualifiedName()),
                text("Protocol", "tcp"),
                truth("Initiated", true),
                truth("SourceIsIpv6", false),
                text("SourceIp", source.ip()),
                text("SourceHostname", source.name()),
                uint16("SourcePort", sourcePort),
                text("SourcePortName", "-"),
                truth("DestinationIsIpv6", false),
                text("DestinationIp", target.ip()),
                text("DestinationHostname", target.name()),
                uint16("DestinationPort", targetPort),
                text("DestinationPortName", portName(targetPort)));
    }

    public LogEvent serviceStateChanged(Instant time, String state) {
        return bare(
                4,
                time,
                text("UtcTime", UTC_TIME.format(time)),
                text("State", state),
                text("Version", "13.33"),
                text("SchemaVersion", "4.81"));
    }

    public LogEvent processEnded(Instant time, RunningProcess process) {
        return event(
                5,
                3,
                time,
                guid("ProcessGuid", process.guid()),
                uint32("ProcessId", process.id()),
                text("Image", process.image()),
                text("User", process.session().account().qualifiedName()));
    }

    /// @param signature name of the signer, empty where the file has no signature
    public LogEvent imageLoaded(Instant time, RunningProcess process, String path, String signature) {
        Program file = Program.of(path);
        return event(
                7,
                3,
                time,
                guid("ProcessGuid", process.guid()),
                uint32("ProcessId", process.id()),
                text("Image", process.image()),
                text("ImageLoaded", path),
                text("FileVersion", file.version()),
                text("Description", file.description()),
                text("Product", file.product()),
                text("Company", file.company()),
                text("OriginalFileName", file.originalName()),
                text("Hashes", digests.ofFile(path)),
                text("Signed", signature.isEmpty() ? "false" : "true"),
                text("Signature", signature.isEmpty() ? "-" : signature),
                text("SignatureStatus", signature.isEmpty() ? "Unavailable" : "Valid"),
                text("User", process.session().account().qualifiedName()));
    }

    /// @param startAddress 64 bits, in memory that belongs to no module
    public LogEvent remoteThreadCreated(
            Instant time, RunningProcess source, RunningProcess target, int threadId, long startAddress) {
        return event(
                8,
                2,
                time,
                guid("SourceProcessGuid", source.guid()),
                uint32("SourceProcessId", source.id()),
                text("SourceImage", source.image()),
                guid("TargetProcessGuid", target.guid()),
                uint32("TargetProcessId", target.id()),
                text("TargetImage", target.image()),
                uint32("NewThreadId", threadId),
                text("StartAddress", String.format(Locale.ROOT, "0x%016X", startAddress)),
                text("StartModule", "-"),
                text("StartFunction", "-"),
                text("SourceUser", source.session().account().qualifiedName()),
                text("TargetUser", target.session().account().qualifiedName()));
    }

    public LogEvent processOpened(
            Instant time, RunningProcess source, int threadId, RunningProcess target, long access, String callTrace) {
        return event(
                10,
                3,
                time,
                guid("SourceProcessGUID", source.guid()),
                uint32("SourceProcessId", source.id()),
                uint32("SourceThreadId", threadId),
                text("SourceImage", source.image()),
                guid("TargetProcessGUID", target.guid()),
                uint32("TargetProcessId", target.id()),
                text("TargetImage", target.image()),
                hex32("GrantedAccess", access),
                text("CallTrace", callTrace),
                text("SourceUser", source.session().account().qualifiedName()),
                text("TargetUser", target.session().account().qualifiedName()));
    }

    public LogEvent fileCreated(Instant time, RunningProcess process, String path) {
        return event(
                11,
                2,
                time,
                guid("ProcessGuid", process.guid()),
                uint32("ProcessId", process.id()),
                text("Image", process.image()),
                text("TargetFilename", path),
                text("CreationUtcTime", UTC_TIME.format(time)),
                text("User", process.session().account().qualifiedName()));
    }

    public LogEvent registryValueSet(Instant time, RunningProcess process, String value, String details) {
        return bare(
                13,
                time,
                text("RuleName", "-"),
                text("EventType", "SetValue"),
                text("UtcTime", UTC_TIME.format(time)),
                guid("ProcessGuid", process.guid()),
                uint32("ProcessId", process.id()),
                text("Image", process.image()),
                text("TargetObject", value),
                text("Details", details),
                text("User", process.session().account().qualifiedName()));
    }

    public LogEvent streamCreated(Instant time, RunningProcess process, String path, String contents) {
        return event(
                15,
                2,
                time,
                guid("ProcessGuid", process.guid()),
                uint32("ProcessId", process.id()),
                text("Image", process.image()),
                text("TargetFilename", path),
                text("CreationUtcTime", UTC_TIME.format(time)),
                text("Hash", digests.ofFile(path)),
                text("Contents", contents),
                text("User", process.session().account().qualifiedName()));
    }

    public LogEvent nameLookedUp(Instant time, RunningProcess process, Address answer) {
        return event(
                22,
                5,
                time,
                guid("ProcessGuid", process.guid()),
                uint32("ProcessId", process.id()),
                text("QueryName", answer.name()),
                text("QueryStatus", "0"),
                text("QueryResults", "::ffff:" + answer.ip() + ";"),
                text("Image", process.image()),
                text("User", process.session().account().qualifiedName()));
    }

    public LogEvent fileDeleted(Instant time, RunningProcess process, String path, boolean executable) {
        return event(
                23,
                5,
                time,
                guid("ProcessGuid", process.guid()),
                uint32("ProcessId", process.id()),
                text("User", process.session().account().qualifiedName()),
                text("Image", process.image()),
                text("TargetFilename", path),
                text("Hashes", digests.ofFile(path)),
                truth("IsExecutable", executable),
                text("Archived", "true"));
    }

    private LogEvent event(int id, int version, Instant time, Field... fields) {
        Stream<Field> head = Stream.of(text("RuleName", "-"), text("UtcTime", UTC_TIME.format(time)));
        return bare(id, version, time, Stream.concat(head, Stream.of(fields)).toArray(Field[]::new));
    }

    /// An event that does not begin with the name of a Sysmon rule.
    private LogEvent bare(int id, Instant time, Field... fields) {
        return bare(id, id == 13 ? 2 : 3, time, fields);
    }

    private LogEvent bare(int id, int version, Instant time, Field... fields) {
        return new LogEvent(
                new EventKind(PROVIDER, id, version, 4, id, 0, 0x8000000000000000L),
                CHANNEL,
                time.plus(DELAY),
                serviceProcessId,
                serviceProcessId + 1236,
                Optional.of(Account.SYSTEM.sid()),
                EventPayload.of(fields));
    }

    private static String portName(int port) {
        return switch (port) {
            case 443 -> "https";
            case 445 -> "microsoft-ds";
            default -> "-";
        };
    }

    /// The host's part as in process GUIDs, then the logon id, low byte first.
    private static String logonGuid(RunningProcess process) {
        long id = process.session().id();
        return String.format(
                Locale.ROOT,
                "%s-0000-5d95-%02x%02x-%02x0000000000",
                process.guid().substring(0, 8),
                id & 0xff,
                id >> 8 & 0xff,
                id >> 16 & 0xff);
    }
}
