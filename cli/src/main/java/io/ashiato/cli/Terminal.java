package io.ashiato.cli;

import io.ashiato.bytes.AsciiDigits;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where words go: standard output for results, standard error for everything else, and what the terminal can do.
///
/// @param streams below the two writers: whoever writes bytes to standard output writes nothing to `out` meanwhile
/// @param interactive whether standard error is a terminal: only then lines are rewritten as work goes on
/// @param colours whether standard output is a terminal that shows colours, and nobody said `NO_COLOR`
/// @param columns of the terminal; 0 where standard output is none
record Terminal(Streams streams, PrintWriter out, PrintWriter err, boolean interactive, boolean colours, int columns) {
    /// Narrower than this nothing can be shown in columns.
    private static final int MIN_COLUMNS = 60;

    private static final int USUAL_COLUMNS = 80;

    /// The terminal of this process. The launcher tells which streams are terminals, since Java can only tell
    /// whether both are: `ASHIATO_TTY` holds `1` for standard output, `2` for standard error.
    static Terminal ofProcess(Streams streams, Map<String, String> environment) {
        String terminals = environment.getOrDefault("ASHIATO_TTY", "");
        boolean outIsTerminal = terminals.contains("1");
        boolean dumb = "dumb".equals(environment.get("TERM"));
        return new Terminal(
                streams,
                new PrintWriter(streams.out(), false, StandardCharsets.UTF_8),
                new PrintWriter(streams.err(), false, StandardCharsets.UTF_8),
                terminals.contains("2") && !dumb,
                outIsTerminal
                        && !dumb
                        && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                outIsTerminal ? columns(environment.get("COLUMNS")) : 0);
    }

    private static int columns(@org.jspecify.annotations.Nullable String text) {
        if (text == null || !AsciiDigits.are(text, 4)) {
            return USUAL_COLUMNS;
        }
        return Math.max(MIN_COLUMNS, Integer.parseInt(text));
    }
}
