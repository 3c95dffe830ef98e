package io.ashiato.intel.judgement;

import io.ashiato.model.SampleMatch;
import io.ashiato.model.Trait;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What of a case bears on who is behind it.
///
/// @param intrusion whether the findings show an intruder at all
/// @param traits what can be compared with reports
/// @param samples programs that resemble known ones
/// @param techniques ids of ATT&CK v19, each with the findings that show it
/// @param victim whom it hit, as the owner of the case says
/// @param first day of the first activity; what was published before it, anybody could copy
/// @param contradictions features that cannot all be true
/// @param tampered whether hiding was proven on a host that findings rest on
public record CaseEvidence(
        boolean intrusion,
        List<Trait> traits,
        List<SampleMatch> samples,
        Map<String, List<String>> techniques,
        Victim victim,
        Optional<LocalDate> first,
        List<Contradiction> contradictions,
        boolean tampered) {
    public CaseEvidence {
        traits = List.copyOf(traits);
        samples = List.copyOf(samples);
        techniques = Map.copyOf(techniques);
        contradictions = List.copyOf(contradictions);
    }

    /// Whom an intrusion hit.
    ///
    /// @param countries ISO 3166-1 alpha-2
    /// @param sectors as reports call them, such as `cryptocurrency`
    public record Victim(Set<String> countries, Set<String> sectors) {
        public static final Victim UNKNOWN = new Victim(Set.of(), Set.of());

        public Victim {
            countries = Set.copyOf(countries);
            sectors = Set.copyOf(sectors);
        }
    }

    /// A feature that does not fit what is harder to fake.
    ///
    /// @param trait which feature
    /// @param value its value
    /// @param against what contradicts it, short
    public record Contradiction(Trait.Kind trait, String value, String against, List<String> references) {
        public Contradiction {
            references = List.copyOf(references);
        }
    }

    /// Whether a trait is among those that something contradicts.
    boolean contradicted(Trait trait) {
        return contradictions.stream()
                .anyMatch(c -> c.trait() == trait.kind() && c.value().equals(trait.value()));
    }
}
