package io.ashiato.intel;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Why a text is no JSON that can be read, in our own words: those of the library name its classes and options.
public final class JsonProblem {
    private JsonProblem() {}

    /// Such as `no JSON at line 3, column 14`.
    public static String text(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException tooMuch -> "more or longer values than are read" + place(e, " at ");
            case UnexpectedEndOfInputException end -> "the JSON ends too soon" + place(e, ", at ");
            default -> "no JSON" + place(e, " at ");
        };
    }

    private static String place(JacksonException e, String before) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : before + "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
