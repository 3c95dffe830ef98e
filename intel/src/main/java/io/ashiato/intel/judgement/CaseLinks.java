package io.ashiato.intel.judgement;

import io.ashiato.model.ResearchRelation.SharedTrait;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rare traits that cases share with each other.
public final class CaseLinks {
    private CaseLinks() {}

    /// A case as what can be compared of it.
    ///
    /// @param name by which links call it
    public record CaseTraits(String name, List<Trait> traits) {
        public CaseTraits {
            traits = List.copyOf(traits);
        }
    }

    /// Two cases and what both have, the strongest first; the references are those of the first case.
    public record Link(String one, String other, List<SharedTrait> shared) {
        public Link {
            shared = List.copyOf(shared);
        }
    }

    /// The links, each pair once, in the order of the cases. What is common alone links nothing.
    public static List<Link> of(List<CaseTraits> cases) {
        var links = new ArrayList<Link>();
        for (int i = 0; i < cases.size(); i++) {
            Map<String, Trait> known = new HashMap<>();
            cases.get(i).traits().forEach(trait -> known.put(key(trait), trait));
            for (int j = i + 1; j < cases.size(); j++) {
                List<SharedTrait> shared = shared(known, cases.get(j).traits());
                if (shared.stream().anyMatch(trait -> trait.strength() != Strength.C)) {
                    links.add(new Link(cases.get(i).name(), cases.get(j).name(), shared));
                }
            }
        }
        return links;
    }

    private static List<SharedTrait> shared(Map<String, Trait> known, List<Trait> traits) {
        return traits.stream()
                .flatMap(trait -> Optional.ofNullable(known.get(key(trait)))
                        .map(ours -> new SharedTrait(ours, strength(trait.kind()), trait.value()))
                        .stream())
                .sorted(Comparator.comparing(SharedTrait::strength)
                        .thenComparing(shared -> shared.trait().kind())
                        .thenComparing(shared -> shared.trait().value()))
                .toList();
    }

    /// What a report prints of a program's texts is rare, since somebody chose it. Two programs of one compiler share
    /// others by themselves, so that between cases such a text alone links nothing.
    private static Strength strength(Trait.Kind kind) {
        return kind == Trait.Kind.PROGRAM_STRING ? Strength.C : kind.strength();
    }

    private static String key(Trait trait) {
        return trait.kind() + "|" + trait.value();
    }
}
