package io.ashiato.readers.script;

import java.util.List;
import java.util.Optional;

/// Keeps folding from growing without end: a replacement of a replacement multiplies.
final class Growth {
    /// Characters that one expression may make. Scripts that hide this much hide it encoded, not replaced.
    static final int MAX_TEXT = 4 << 20;

    private Growth() {}

    /// Texts joined, unless that makes too much.
    static Optional<String> joined(String separator, List<String> items) {
        long length = (long) items.size() * separator.length();
        for (String item : items) {
            length += item.length();
        }
        return length > MAX_TEXT ? Optional.empty() : Optional.of(String.join(separator, items));
    }

    /// Whether so many pieces of such a length may be made.
    static boolean allows(long pieces, long length) {
        return pieces * Math.max(1, length) <= MAX_TEXT;
    }
}
