package io.ashiato.intake.archive;

import java.io.IOException;

/// The check value in front of an encrypted member's data does not fit the password.
final class WrongPasswordException extends IOException {
    private static final long serialVersionUID = 1;

    WrongPasswordException(Throwable cause) {
        super("wrong password", cause);
    }
}
