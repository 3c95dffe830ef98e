package io.ashiato.publish.report;

import io.ashiato.publish.language.Bilingual;
import java.util.List;

/// Something to do, with what calls for it.
///
/// @param because ids of findings, tampering facts or indicators; empty where the case as a whole calls for it
public record Recommendation(Horizon horizon, Bilingual action, List<String> because, Ground ground) {
    public Recommendation {
        because = List.copyOf(because);
    }

    /// By when.
    public enum Horizon {
        TODAY,
        MONTH,
        HALF_YEAR
    }

    /// What kind of reason there is.
    public enum Ground {
        IDS,
        SILENT_SOURCES,
        UNREAD_ITEMS
    }
}
