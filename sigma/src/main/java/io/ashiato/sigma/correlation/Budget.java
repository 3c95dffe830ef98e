package io.ashiato.sigma.correlation;

import io.ashiato.model.RecordRef;
import java.util.HashMap;
import java.util.Map;

/// What all correlations together keep in memory, estimated.
final class Budget {
    /// Files of evidence whose names are kept once.
    private static final int MAX_NAMES = 100_000;

    private final long limit;
    private final Map<String, String> names = new HashMap<>();
    private long used;

    Budget(long limit) {
        this.limit = limit;
    }

    /// @param bytes may be negative
    void add(long bytes) {
        used += bytes;
    }

    boolean isExceeded() {
        return used > limit;
    }

    /// Whether that many bytes are half of what is allowed, or more.
    boolean isMostly(long bytes) {
        return bytes >= limit / 2;
    }

    /// The same place with its texts shared: events read back from a disk bring texts of their own.
    RecordRef shared(RecordRef source) {
        if (names.size() > MAX_NAMES) {
            names.clear();
        }
        return new RecordRef(
                shared(source.path()), shared(source.sha256()), source.offset(), source.recordId(), source.headerId());
    }

    private String shared(String text) {
        return names.computeIfAbsent(text, t -> t);
    }
}
