package io.ashiato.casefile.pipeline;

import io.ashiato.bytes.ByteSource;
import io.ashiato.intake.IntakeItem;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogMapping;
import io.ashiato.readers.LogReader;
import io.ashiato.readers.auditd.AuditLog;
import io.ashiato.readers.csvlog.CsvLog;
import io.ashiato.readers.identify.EvidenceKinds;
import io.ashiato.readers.identify.LogFormat;
import io.ashiato.readers.jsonlog.JsonLog;
import io.ashiato.readers.syslog.SyslogLog;
import io.ashiato.readers.weblog.WebLog;
import io.ashiato.readers.zeek.ZeekLog;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/// How a log that is text is read.
///
/// @param framer cuts it into records
/// @param reader makes events of them; asked for once a thread
record TextLog(Framer framer, Supplier<LogReader> reader) {
    /// Begins to cut a log into records.
    interface Framer {
        LogFramer open(ByteSource log) throws IOException;
    }

    /// How an item is read, where it is such a log: the one place where those formats are put together.
    ///
    /// @param mapping the user's description of a log that no reader knows
    /// @throws IOException if this machine fails to read
    static Optional<TextLog> of(IntakeItem item, Optional<LogMapping> mapping) throws IOException {
        return switch (item.kind()) {
            case JSON -> ofJson(head(item), mapping);
            // What attackers send makes scripts of requests, and some daemons write bytes that are no text.
            case TEXT, SCRIPT, UNKNOWN -> item.role().isPresent() ? Optional.empty() : ofLines(head(item), mapping);
            case EVTX, EVT, REGISTRY_HIVE, PREFETCH, MFT, SHORTCUT, JUMP_LIST, PE, ELF, OLE2, OOXML, ODF ->
                Optional.empty();
            case ONENOTE, PDF, RTF, MAIL, MSG, TNEF, MBOX, SQLITE, HTML, ZONE_IDENTIFIER, EMPTY -> Optional.empty();
            case ZIP, GZIP, TAR, BZIP2, XZ, SEVEN_ZIP, RAR, ZSTD -> Optional.empty();
            case XML, COMMAND_LINE -> Optional.empty();
        };
    }

    private static byte[] head(IntakeItem item) throws IOException {
        return item.content().first(EvidenceKinds.HEAD_SIZE);
    }

    private static Optional<TextLog> ofJson(byte[] head, Optional<LogMapping> mapping) {
        Optional<LogMapping> described = mapping.filter(m -> JsonLog.isLog(head, m));
        if (described.isPresent()) {
            return Optional.of(new TextLog(JsonLog::framer, () -> JsonLog.reader(described.get())));
        }
        return JsonLog.isLog(head) ? Optional.of(new TextLog(JsonLog::framer, JsonLog::reader)) : Optional.empty();
    }

    private static Optional<TextLog> ofLines(byte[] head, Optional<LogMapping> mapping) {
        return LogFormat.of(head, head.length)
                .map(TextLog::of)
                .or(() -> mapping.filter(m -> CsvLog.isLog(head, m))
                        .map(m -> new TextLog(CsvLog::framer, () -> CsvLog.reader(m))));
    }

    private static TextLog of(LogFormat format) {
        return switch (format) {
            case AUDIT -> new TextLog(AuditLog::framer, AuditLog::reader);
            case SYSLOG -> new TextLog(SyslogLog::framer, SyslogLog::reader);
            case ZEEK -> new TextLog(ZeekLog::framer, ZeekLog::reader);
            case WEB_ACCESS -> new TextLog(WebLog::accessFramer, WebLog::accessReader);
            case EXTENDED -> new TextLog(WebLog::extendedFramer, WebLog::extendedReader);
        };
    }
}
