package io.ashiato.intel.knowledge;

import io.ashiato.model.PublishedSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A publication about an intrusion or a campaign, as facts. An empty list means that nothing was seen, never
/// that there is nothing.
///
/// @param source what it is; [PublishedSource#invented] marks one that was made up for an example
/// @param latest the last day on which it can have appeared
/// @param relation how it is tied to others, in English; `""` for nothing
/// @param actors whom it names
/// @param campaigns ids of the campaigns that it describes
/// @param traits what a case can share with it
/// @param repeats other reports whose findings it takes over
/// @param indicatorBlocks ids of the published lists of addresses that stand under it
public record Report(
        PublishedSource source,
        Kind kind,
        Optional<LocalDate> latest,
        String relation,
        List<NamedActor> actors,
        List<Cited> confidence,
        List<String> campaigns,
        Activity activity,
        List<ReportTrait> traits,
        List<Repeat> repeats,
        List<String> indicatorBlocks) {
    public Report {
        actors = List.copyOf(actors);
        confidence = List.copyOf(confidence);
        campaigns = List.copyOf(campaigns);
        traits = List.copyOf(traits);
        repeats = List.copyOf(repeats);
        indicatorBlocks = List.copyOf(indicatorBlocks);
    }

    public String key() {
        return source.key();
    }

    /// The ids of the actors that the report itself holds to be behind what it describes.
    public List<String> heldActors() {
        return actors.stream()
                .filter(NamedActor::held)
                .flatMap(actor -> actor.ids().stream())
                .distinct()
                .toList();
    }

    /// What sort of publication.
    public enum Kind {
        REPORT,
        ADVISORY,
        INCIDENT,
        CAMPAIGN;

        /// The stable name in files: lower case.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// An actor that a report is about.
    ///
    /// @param name as the report writes it
    /// @param ids entries of the knowledge that the name stands for here; empty for a name without an entry
    /// @param held whether the report itself says that it was this actor; false where a catalogue filed it
    ///     so, where the report only mentions the name, or where its own publisher has taken it back
    public record NamedActor(String name, List<String> ids, boolean held, List<String> citations) {
        public NamedActor {
            ids = List.copyOf(ids);
            citations = List.copyOf(citations);
        }
    }

    /// What was done to whom and when.
    ///
    /// @param firstSeen first activity, ISO date as exact as known
    /// @param victimCountries ISO 3166-1 alpha-2, or a word for a region; of targets or victims as the report
    ///     says, never of hosts
    /// @param delivery steps in order
    /// @param techniques ids in [io.ashiato.intel.AttackKnowledge#VERSION]
    public record Activity(
            Optional<Cited> firstSeen,
            Optional<Cited> lastSeen,
            List<Cited> victimCountries,
            List<Cited> victimSectors,
            List<Cited> lures,
            List<Cited> delivery,
            List<Cited> software,
            List<Cited> techniques) {
        public Activity {
            victimCountries = List.copyOf(victimCountries);
            victimSectors = List.copyOf(victimSectors);
            lures = List.copyOf(lures);
            delivery = List.copyOf(delivery);
            software = List.copyOf(software);
            techniques = List.copyOf(techniques);
        }
    }

    /// That this report takes over what another found: both are one witness for it.
    ///
    /// @param what `actor`, `campaign` or `evidence`
    public record Repeat(String report, String what) {}
}
