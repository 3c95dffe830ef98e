package io.ashiato.intel.knowledge;

import io.ashiato.model.PublishedSource;
import java.time.LocalDate;
import java.util.Optional;

/// A source that facts stand in, with how well its date is known.
///
/// @param latest the last day on which it can have appeared; empty where nothing limits it
/// @param seen how much of it was read by whoever wrote the fact down: `full`, `excerpt`, `index`; `""` if
///     not said
public record Citation(PublishedSource source, Optional<LocalDate> latest, String seen) {
    /// One whose last possible day follows from its date.
    public static Citation dated(PublishedSource source, String seen) {
        return new Citation(source, PublishedDates.latest(source.date()), seen);
    }

    /// Whether it certainly had appeared before that day.
    public boolean before(LocalDate day) {
        return latest.isPresent() && latest.orElseThrow().isBefore(day);
    }
}
