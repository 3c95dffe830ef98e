package io.ashiato.readers;

import java.util.Locale;
import java.util.Optional;

/// The languages of scripts. A command line is none of them, but may start each.
public enum ScriptLanguage {
    POWERSHELL,
    VBSCRIPT,
    JSCRIPT,
    BATCH,
    COMMAND_LINE;

    /// The stable name in facts: `powershell`, `command-line`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// In which language a text is written, if it is a script; never [#COMMAND_LINE].
    public static Optional<ScriptLanguage> of(String text) {
        return ScriptTraits.language(text);
    }
}
