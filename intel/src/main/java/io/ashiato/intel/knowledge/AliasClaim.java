package io.ashiato.intel.knowledge;

import io.ashiato.model.PublishedSource;
import java.util.Locale;

/// What somebody says that a name has to do with an entry. Never proof that two are one.
///
/// @param subject id of an actor or campaign
/// @param name the other name
/// @param claimedBy the house that uses the name so, as far as the source tells
/// @param source where it stands; its date is that of the claim
/// @param disputed whether a source contradicts it, or the name is given to several entries
/// @param note in English, `""` for none
public record AliasClaim(
        String subject,
        String name,
        Relation relation,
        String claimedBy,
        PublishedSource source,
        boolean disputed,
        String note) {
    /// The date of the claim, as exact as known; `""` where it has none.
    public String date() {
        return source.date();
    }

    AliasClaim asDisputed() {
        return new AliasClaim(subject, name, relation, claimedBy, source, true, note);
    }

    /// What the subject is to the name.
    public enum Relation {
        ALSO_KNOWN_AS,
        OVERLAPS,
        PART_OF,
        HAS_PART,
        SAME_CAMPAIGN_AS,
        ATTRIBUTED_TO;

        /// The stable name in files: lower case, words joined by `_`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
