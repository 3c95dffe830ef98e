package io.ashiato.casefile.pipeline;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;

/// What is to be told of one item, in bounded number: a file of a gigabyte may be damaged everywhere.
final class ItemDiagnostics {
    /// Diagnostics kept for one item; the rest is counted.
    static final int MAX = 100;

    private final String path;
    private final List<Diagnostic> kept = new ArrayList<>();
    private long more;

    ItemDiagnostics(String path) {
        this.path = path;
    }

    void add(DiagnosticCode code) {
        add(Diagnostic.of(code, path));
    }

    void add(DiagnosticCode code, Damage damage) {
        Diagnostic base = Diagnostic.of(code, path).at(damage.offset()).with("field", damage.field());
        add(
                switch (damage) {
                    case Damage.Truncated t ->
                        base.with("needed", Long.toString(t.needed())).with("left", Long.toString(t.left()));
                    case Damage.OutOfRange o ->
                        base.with("found", Long.toString(o.found()))
                                .with("min", Long.toString(o.min()))
                                .with("max", Long.toString(o.max()));
                    case Damage.OverLimit l -> base.with("limit", Long.toString(l.limit()));
                    case Damage.ChecksumMismatch c ->
                        base.with("stored", Long.toHexString(c.stored()))
                                .with("computed", Long.toHexString(c.computed()));
                });
    }

    void add(Diagnostic diagnostic) {
        if (kept.size() < MAX) {
            kept.add(diagnostic);
        } else {
            more++;
        }
    }

    /// In the order in which they came, with the number of those left out at the end.
    List<Diagnostic> finish() {
        var all = new ArrayList<>(kept);
        if (more > 0) {
            all.add(Diagnostic.of(DiagnosticCode.DIAGNOSTICS_CUT, path).with("more", Long.toString(more)));
        }
        return all;
    }
}
