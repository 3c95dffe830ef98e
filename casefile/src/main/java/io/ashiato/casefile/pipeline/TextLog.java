package io.ashiato.casefile.pipeline;

import io.ashiato.bytes.ByteSource;
import io.ashiato.intake.IntakeItem;
import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogReader;
import io.ashiato.readers.identify.EvidenceKinds;
import io.ashiato.readers.jsonlog.JsonLog;
import java.io.IOException;
import java.util.Optional;

/// Which readers take which logs that are text: the one place where those formats are put together.
enum TextLog {
    JSON {
        @Override
        LogFramer framer(ByteSource log) throws IOException {
            return JsonLog.framer(log);
        }

        @Override
        LogReader reader() {
            return JsonLog.reader();
        }
    };

    /// Cuts a log into records.
    ///
    /// @throws IOException if this machine fails to read
    abstract LogFramer framer(ByteSource log) throws IOException;

    /// Reads the records; one for each thread.
    abstract LogReader reader();

    /// The format of an item, where it is such a log.
    ///
    /// @throws IOException if this machine fails to read
    static Optional<TextLog> of(IntakeItem item) throws IOException {
        return switch (item.kind()) {
            case JSON -> {
                byte[] head = item.content().first(EvidenceKinds.HEAD_SIZE);
                yield JsonLog.isLog(head) ? Optional.of(JSON) : Optional.empty();
            }
            case EVTX, EVT, REGISTRY_HIVE, PREFETCH, MFT, SHORTCUT, JUMP_LIST, PE, ELF, OLE2, OOXML, ODF -> Optional.empty();
            case ONENOTE, PDF, RTF, MAIL, MSG, TNEF, MBOX, SQLITE, HTML, ZONE_IDENTIFIER, EMPTY -> Optional.empty();
            case ZIP, GZIP, TAR, BZIP2, XZ, SEVEN_ZIP, RAR, ZSTD -> Optional.empty();
            case XML, TEXT, SCRIPT, COMMAND_LINE, UNKNOWN -> Optional.empty();
        };
    }
}
