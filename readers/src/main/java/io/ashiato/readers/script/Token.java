package io.ashiato.readers.script;

import java.util.List;
import java.util.Locale;

/// A piece of a script's text.
///
/// @param lead the blanks and comments in front of it
/// @param text as it stands in the script, or as it is written after folding
/// @param value what a text literal says
/// @param items of a list
/// @param made whether folding made it
record Token(Kind kind, String lead, String text, String value, List<String> items, boolean made) {
    enum Kind {
        TEXT,
        NUMBER,
        LIST,
        WORD,
        /// A line's end, where it ends a statement.
        END,
        OTHER
    }

    Token {
        items = List.copyOf(items);
    }

    static Token of(Kind kind, String lead, String text) {
        return new Token(kind, lead, text, "", List.of(), false);
    }

    static Token literal(String lead, String text, String value) {
        return new Token(Kind.TEXT, lead, text, value, List.of(), false);
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean is(String wanted) {
        return kind != Kind.TEXT && text.equalsIgnoreCase(wanted);
    }

    String lower() {
        return isText() ? "" : text.toLowerCase(Locale.ROOT);
    }

    Token withLead(String other) {
        return new Token(kind, other, text, value, items, made);
    }
}
