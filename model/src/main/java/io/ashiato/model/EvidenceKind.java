package io.ashiato.model;

import java.util.Locale;

/// What an evidence item is, decided by its content and never by its name.
public enum EvidenceKind {
    EVTX,
    EVT,
    REGISTRY_HIVE,
    PREFETCH,
    MFT,
    SHORTCUT,
    JUMP_LIST,
    PE,
    ELF,
    OLE2,
    OOXML,
    ODF,
    ONENOTE,
    PDF,
    RTF,
    MAIL,
    MSG,
    TNEF,
    MBOX,
    SQLITE,
    ZIP,
    GZIP,
    TAR,
    BZIP2,
    XZ,
    SEVEN_ZIP,
    RAR,
    ZSTD,
    XML,
    JSON,
    HTML,
    SCRIPT,
    COMMAND_LINE,
    ZONE_IDENTIFIER,
    TEXT,
    EMPTY,
    UNKNOWN;

    /// The stable name in manifests and exports: lower case, words joined by `-`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
