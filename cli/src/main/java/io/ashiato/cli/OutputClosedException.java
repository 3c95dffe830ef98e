package io.ashiato.cli;

import java.io.IOException;

/// Whoever read our output has stopped reading.
final class OutputClosedException extends IOException {
    private static final long serialVersionUID = 1;
}
