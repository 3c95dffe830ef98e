package io.ashiato.intel.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A network address that a public list files under references. A match means that it is listed there, not
/// that it was the actor of the reference: lists mix lines of activity and hold shared hosts.
///
/// @param value as published: a domain, an IP address with or without port, or a URL
/// @param block id of the list's block; all of a block stand under the same references
/// @param references where the list's authors found it
/// @param reports keys of our [Report]s that have one of these addresses; one block can stand for several
/// @param latest the last day on which it can have been published, if every reference tells its date
public record PublishedIndicator(
        String value,
        String type,
        String block,
        List<Reference> references,
        List<String> reports,
        Optional<LocalDate> latest) {
    public PublishedIndicator {
        references = List.copyOf(references);
        reports = List.copyOf(reports);
    }

    /// One reference.
    ///
    /// @param note of the list's authors; `""` for none
    public record Reference(String url, String note) {}
}
