package io.ashiato.readers.lnk;

import java.util.Locale;

/// The flags of the header, by their bits (MS-SHLLINK 2.1.1).
enum LinkFlag {
    HAS_LINK_TARGET_ID_LIST(0),
    HAS_LINK_INFO(1),
    HAS_NAME(2),
    HAS_RELATIVE_PATH(3),
    HAS_WORKING_DIR(4),
    HAS_ARGUMENTS(5),
    HAS_ICON_LOCATION(6),
    IS_UNICODE(7),
    FORCE_NO_LINK_INFO(8),
    HAS_EXP_STRING(9),
    RUN_IN_SEPARATE_PROCESS(10),
    UNUSED_1(11),
    HAS_DARWIN_ID(12),
    RUN_AS_USER(13),
    HAS_EXP_ICON(14),
    NO_PIDL_ALIAS(15),
    UNUSED_2(16),
    RUN_WITH_SHIM_LAYER(17),
    FORCE_NO_LINK_TRACK(18),
    ENABLE_TARGET_METADATA(19),
    DISABLE_LINK_PATH_TRACKING(20),
    DISABLE_KNOWN_FOLDER_TRACKING(21),
    DISABLE_KNOWN_FOLDER_ALIAS(22),
    ALLOW_LINK_TO_LINK(23),
    UNALIAS_ON_SAVE(24),
    PREFER_ENVIRONMENT_PATH(25),
    KEEP_LOCAL_ID_LIST_FOR_UNC_TARGET(26);

    private final int bit;

    LinkFlag(int bit) {
        this.bit = bit;
    }

    long mask() {
        return 1L << bit;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
