package io.ashiato.sigma.source;

import java.util.List;

/// What a rule's `logsource` comes to.
public sealed interface Resolution {
    /// Events of any of the filters.
    ///
    /// @param label such as `windows/process_creation`
    record Here(String label, List<EventFilter> filters) implements Resolution {}

    /// Nobody knows this source.
    record Unknown(String reason) implements Resolution {}

    /// Category and service are known, but no event is of both.
    record Contradiction(String reason) implements Resolution {}
}
