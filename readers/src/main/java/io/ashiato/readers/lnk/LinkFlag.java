package io.ashiato.readers.lnk;

import java.util.Locale;

/// The flags of the header, from bit 0 on (MS-SHLLINK 2.1.1).
enum LinkFlag {
    HAS_LINK_TARGET_ID_LIST,
    HAS_LINK_INFO,
    HAS_NAME,
    HAS_RELATIVE_PATH,
    HAS_WORKING_DIR,
    HAS_ARGUMENTS,
    HAS_ICON_LOCATION,
    IS_UNICODE,
    FORCE_NO_LINK_INFO,
    HAS_EXP_STRING,
    RUN_IN_SEPARATE_PROCESS,
    UNUSED_1,
    HAS_DARWIN_ID,
    RUN_AS_USER,
    HAS_EXP_ICON,
    NO_PIDL_ALIAS,
    UNUSED_2,
    RUN_WITH_SHIM_LAYER,
    FORCE_NO_LINK_TRACK,
    ENABLE_TARGET_METADATA,
    DISABLE_LINK_PATH_TRACKING,
    DISABLE_KNOWN_FOLDER_TRACKING,
    DISABLE_KNOWN_FOLDER_ALIAS,
    ALLOW_LINK_TO_LINK,
    UNALIAS_ON_SAVE,
    PREFER_ENVIRONMENT_PATH,
    KEEP_LOCAL_ID_LIST_FOR_UNC_TARGET;

    long mask() {
        return 1L << ordinal();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
