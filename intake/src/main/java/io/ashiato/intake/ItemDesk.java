package io.ashiato.intake;

import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Where items leave a walk: gives each its final path, counts them, and closes at the limit.
final class ItemDesk {
    private final int limit;
    private final long pathCharsLimit;
    private final ItemVisitor visitor;
    private final Labels labels = new Labels();
    private int count;
    private long pathChars;
    private boolean closed;

    ItemDesk(IntakeLimits limits, ItemVisitor visitor) {
        this.limit = limits.items();
        this.pathCharsLimit = limits.pathChars();
        this.visitor = visitor;
    }

    int count() {
        return count;
    }

    int left() {
        return limit - count;
    }

    /// Whether the limit was met; nothing is handed out any more.
    boolean isClosed() {
        return closed;
    }

    void report(Diagnostic diagnostic) {
        visitor.diagnostic(diagnostic);
    }

    void report(DiagnosticCode code, String path, Map<String, String> details) {
        report(new Diagnostic(code, path, OptionalLong.empty(), new TreeMap<>(details)));
    }

    /// The final path for an item of this label, or nothing when the limit is met.
    Optional<String> admit(String label) {
        if (closed) {
            return Optional.empty();
        }
        pathChars += label.length();
        if (count == limit || pathChars > pathCharsLimit) {
            closed = true;
            report(DiagnosticCode.TOO_MANY_ITEMS, label, Map.of("limit", String.valueOf(count)));
            return Optional.empty();
        }
        count++;
        return Optional.of(labels.unique(label));
    }

    /// Takes back a path that no item will have.
    void withdraw(String path) {
        count--;
        labels.free(path);
    }

    Inside handOut(IntakeItem item) throws IOException {
        return visitor.item(item);
    }

    /// Hands out a file or folder that cannot be read, with the reason.
    void notRead(DiagnosticCode code, String label, Map<String, String> details) throws IOException {
        Optional<String> path = admit(label);
        if (path.isPresent()) {
            report(code, path.get(), details);
            handOut(IntakeItem.withoutContent(path.get(), Optional.empty()));
        }
    }
}
