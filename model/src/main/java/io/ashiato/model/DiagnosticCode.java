package io.ashiato.model;

/// The stable codes of diagnostics. Each has an [Effect]; its sentence, in each language, is made by
/// the publishing side, which must cover every code.
public enum DiagnosticCode {
    UNREADABLE("D001", Effect.ITEM_NOT_READ),
    NOT_A_REGULAR_FILE("D002", Effect.ITEM_NOT_READ),
    LINK_NOT_FOLLOWED("D003", Effect.ITEM_NOT_READ),
    TOO_MANY_ITEMS("D004", Effect.ITEM_NOT_READ),
    TOO_DEEP("D005", Effect.ITEM_NOT_READ),
    CHANGED_WHILE_READ("D006", Effect.INTEGRITY),
    EMPTY_FILE("D007", Effect.NOTE),
    NO_READER("D008", Effect.NOTE),

    ARCHIVE_DAMAGED("D020", Effect.PART_NOT_READ),
    ARCHIVE_ENCRYPTED("D021", Effect.ITEM_NOT_READ),
    ARCHIVE_PATH_ESCAPES("D022", Effect.NOTE),
    ARCHIVE_MEMBER_NOT_A_FILE("D023", Effect.ITEM_NOT_READ),
    ARCHIVE_BOMB("D024", Effect.PART_NOT_READ),
    ARCHIVE_UNSUPPORTED("D025", Effect.ITEM_NOT_READ),

    LOG_HEADER_DAMAGED("D040", Effect.PART_NOT_READ),
    LOG_CHUNK_DAMAGED("D041", Effect.PART_NOT_READ),
    LOG_RECORD_DAMAGED("D042", Effect.PART_NOT_READ),
    LOG_CHECKSUM_WRONG("D043", Effect.INTEGRITY),
    LOG_TRUNCATED("D044", Effect.PART_NOT_READ),
    LOG_DIRTY("D045", Effect.NOTE),
    LOG_VERSION_UNKNOWN("D046", Effect.NOTE),
    LOG_RECORD_WITHOUT_TIME("D047", Effect.NOTE),
    LOG_RECORD_FLAWED("D048", Effect.INTEGRITY),
    DIAGNOSTICS_CUT("D060", Effect.NOTE),
    EVENT_STORE_ABSENT("D061", Effect.NOTE),
    FINDINGS_CUT("D062", Effect.NOTE),
    REGEX_GIVEN_UP("D063", Effect.NOTE),
    TAMPERING_CUT("D064", Effect.NOTE),
    CORRELATIONS_CUT("D065", Effect.NOTE),
    ARTEFACT_DAMAGED("D080", Effect.PART_NOT_READ),
    ARTEFACT_TOO_LARGE("D081", Effect.ITEM_NOT_READ),
    ARTEFACTS_CUT("D082", Effect.NOTE),
    KNOWLEDGE_INVENTED("D083", Effect.NOTE),
    INDICATORS_CUT("D084", Effect.NOTE),
    PROGRAM_NOT_COMPARED("D085", Effect.NOTE),
    PROGRAM_WITHOUT_CODE("D086", Effect.NOTE),
    SETTINGS_USED("D087", Effect.NOTE),
    SETTINGS_AMONG_EVIDENCE("D088", Effect.NOTE);

    /// What a diagnostic means for the evidence.
    public enum Effect {
        /// The item gave nothing. Ends with exit code 1.
        ITEM_NOT_READ,
        /// Something of the item is missing. Ends with exit code 1.
        PART_NOT_READ,
        /// Everything was read, but the item may have been altered.
        INTEGRITY,
        /// Worth knowing, without loss.
        NOTE
    }

    private final String id;
    private final Effect effect;

    DiagnosticCode(String id, Effect effect) {
        this.id = id;
        this.effect = effect;
    }

    public String id() {
        return id;
    }

    public Effect effect() {
        return effect;
    }
}
