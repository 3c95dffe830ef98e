package io.ashiato.casefile.store;

/// A file that is no `case.json`, or none of the version that is read here. The message says in English what is wrong.
public final class CaseFormatException extends Exception {
    private static final long serialVersionUID = 1;

    /// The text at fault may be as long as the file.
    private static final int MAX_SHOWN = 300;

    CaseFormatException(String message) {
        super(bounded(message));
    }

    CaseFormatException(String message, Throwable cause) {
        super(bounded(message), cause);
    }

    private static String bounded(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }
}
