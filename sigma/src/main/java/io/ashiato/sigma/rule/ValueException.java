package io.ashiato.sigma.rule;

import io.ashiato.sigma.syntax.ProblemCode;

/// A rule's value cannot be used as its modifiers ask.
final class ValueException extends Exception {
    private static final long serialVersionUID = 1;

    private final ProblemCode code;

    ValueException(ProblemCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    ProblemCode code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
