package io.ashiato.readers.rtf;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A time of the info group, put together from its control words. It is the author's local time, and no zone is said.
final class RtfTime {
    private final Map<String, Integer> parts = new HashMap<>();

    void clear() {
        parts.clear();
    }

    void part(String word, int value) {
        parts.put(word, value);
    }

    /// ISO 8601 without a zone; empty where it is no time, such as the zeros that some programs write.
    Optional<String> text() {
        try {
            return Optional.of(
                    LocalDateTime.of(value("yr"), value("mo"), value("dy"), value("hr"), value("min"), value("sec"))
                            .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int value(String word) {
        return parts.getOrDefault(word, 0);
    }
}
