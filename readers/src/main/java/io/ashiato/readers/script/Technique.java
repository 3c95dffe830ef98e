package io.ashiato.readers.script;

import java.util.Locale;

/// Ways in which scripts hide what they say.
enum Technique {
    BACKTICK_ESCAPES,
    BASE64,
    CARET_ESCAPES,
    CHARACTER_CODES,
    CHARACTER_ESCAPES,
    COMPRESSION,
    ENCODED_COMMAND,
    HEX,
    REVERSED_TEXT,
    STRING_CONCATENATION,
    STRING_FORMAT,
    STRING_JOIN,
    STRING_REPLACE,
    VARIABLE_EXPANSION,
    XOR;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
