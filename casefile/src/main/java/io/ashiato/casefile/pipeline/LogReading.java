package io.ashiato.casefile.pipeline;

import io.ashiato.model.Diagnostic;
import io.ashiato.model.ItemOutcome;
import java.util.List;
import java.util.Optional;

/// What one log gave.
///
/// @param host that wrote most of its records
record LogReading(ItemOutcome outcome, Optional<String> host, List<Diagnostic> diagnostics) {
    LogReading {
        diagnostics = List.copyOf(diagnostics);
    }
}
