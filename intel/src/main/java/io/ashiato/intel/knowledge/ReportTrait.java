package io.ashiato.intel.knowledge;

import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.util.List;

/// Something that a report publishes of an intrusion and that another case can share.
///
/// @param value in its one spelling ([TraitValues]); for [Match#PATTERN] with `*` for any text
/// @param strength of a match, by what research says of the trait, else that of its kind
/// @param citations keys for [Knowledge#citation]
public record ReportTrait(Trait.Kind kind, String value, Match match, Strength strength, List<String> citations) {
    public ReportTrait {
        citations = List.copyOf(citations);
    }

    /// How a value of a case is compared with it.
    public enum Match {
        /// Equal in its one spelling; a domain also by what lies below it, a file name by the last part of a
        /// path.
        EXACT,
        /// The whole value fits a pattern in which `*` stands for any text.
        PATTERN,
        /// All of its words, which spaces separate, are among the words of the value.
        WORDS
    }
}
