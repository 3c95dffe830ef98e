package io.ashiato.readers.script;

/// Writes a text as a literal of a language.
final class Quoting {
    private Quoting() {}

    static String quoted(String value, ScriptLanguage language) {
        return switch (language) {
            case POWERSHELL -> "'" + value.replace("'", "''") + "'";
            case VBSCRIPT -> "\"" + value.replace("\"", "\"\"") + "\"";
            case JSCRIPT -> "\""
                    + value.replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r")
                    + "\"";
            case BATCH, COMMAND_LINE -> value;
        };
    }
}
