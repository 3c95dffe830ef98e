package io.ashiato.model;

import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something about an evidence item that the reader of a report must know, without words.
///
/// @param path the item's path, as in [EvidenceItem#path]
/// @param offset byte offset in the item, where there is one
/// @param details facts for the sentence, such as `field`, `needed`, `found`, `limit`; text taken from
///     evidence is hostile and must be escaped where it is shown
public record Diagnostic(DiagnosticCode code, String path, OptionalLong offset, SortedMap<String, String> details) {
    public Diagnostic {
        details = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    public static Diagnostic of(DiagnosticCode code, String path) {
        return new Diagnostic(code, path, OptionalLong.empty(), new TreeMap<>());
    }

    public Diagnostic with(String name, String value) {
        var more = new TreeMap<>(details);
        more.put(name, value);
        return new Diagnostic(code, path, offset, more);
    }

    public Diagnostic at(long newOffset) {
        return new Diagnostic(code, path, OptionalLong.of(newOffset), details);
    }
}
