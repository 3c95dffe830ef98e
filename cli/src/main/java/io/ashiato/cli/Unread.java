package io.ashiato.cli;

import io.ashiato.model.Diagnostic;
import io.ashiato.publish.language.DiagnosticText;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.render.Visible;
import java.io.PrintWriter;
import java.util.List;

/// What could not be read of the evidence, told on the terminal.
final class Unread {
    /// Lines shown; the manifest of a case holds all.
    private static final int MAX_LINES = 20;

    private Unread() {}

    /// How many items gave nothing, or not everything.
    static long items(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(Unread::lost)
                .map(Diagnostic::path)
                .distinct()
                .count();
    }

    /// One line for each of the first items: its path and why.
    static void print(List<Diagnostic> diagnostics, PrintWriter err, Language language) {
        diagnostics.stream().filter(Unread::lost).limit(MAX_LINES).forEach(d -> err.println("  " + line(d, language)));
    }

    /// An item's path and why it was not read.
    static String line(Diagnostic diagnostic, Language language) {
        return Visible.of(diagnostic.path()) + ": " + DiagnosticText.sentence(diagnostic.code(), language);
    }

    static boolean lost(Diagnostic diagnostic) {
        return switch (diagnostic.code().effect()) {
            case ITEM_NOT_READ, PART_NOT_READ -> true;
            case INTEGRITY, NOTE -> false;
        };
    }
}
