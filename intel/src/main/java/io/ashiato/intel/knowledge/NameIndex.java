package io.ashiato.intel.knowledge;

import io.ashiato.intel.knowledge.AliasClaim.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which entries a name may mean, and which claims about names contradict each other.
final class NameIndex {
    private final Map<String, List<Named>> entries = new TreeMap<>();
    private final Map<String, List<AliasClaim>> claims = new TreeMap<>();
    private final Map<String, String> spellings = new TreeMap<>();
    private final KnowledgeBase base;

    NameIndex(KnowledgeBase base) {
        this.base = base;
        base.actors().values().forEach(actor -> own(Named.Kind.ACTOR, actor.id(), actor.name()));
        base.campaigns().values().forEach(campaign -> own(Named.Kind.CAMPAIGN, campaign.id(), campaign.name()));
        for (Software software : base.software().values()) {
            own(Named.Kind.SOFTWARE, software.id(), software.name());
            for (String alias : software.aliases()) {
                add(alias, new Named(Named.Kind.SOFTWARE, software.id(), software.name(), Optional.empty()));
            }
        }
        base.aliases()
                .forEach(claim -> subject(claim.subject())
                        .filter(subject -> claim.relation() == Relation.ALSO_KNOWN_AS)
                        .ifPresent(subject -> add(
                                claim.name(),
                                new Named(subject.kind(), subject.id(), subject.name(), Optional.of(claim)))));
        base.aliases()
                .forEach(claim -> claims.computeIfAbsent(claim.subject(), id -> new ArrayList<>())
                        .add(isContradicted(claim) ? claim.asDisputed() : claim));
    }

    private void own(Named.Kind kind, String id, String name) {
        var entry = new Named(kind, id, name, Optional.empty());
        add(name, entry);
        add(id, entry);
    }

    private void add(String name, Named entry) {
        String folded = Names.folded(name);
        if (folded.isEmpty()) {
            return;
        }
        spellings.putIfAbsent(folded, name);
        List<Named> there = entries.computeIfAbsent(folded, key -> new ArrayList<>());
        if (there.stream()
                .noneMatch(other -> other.kind() == entry.kind() && other.id().equals(entry.id()))) {
            there.add(entry);
        }
    }

    private Optional<Named> subject(String id) {
        Actor actor = base.actors().get(id);
        if (actor != null) {
            return Optional.of(new Named(Named.Kind.ACTOR, id, actor.name(), Optional.empty()));
        }
        return Optional.ofNullable(base.campaigns().get(id))
                .map(campaign -> new Named(Named.Kind.CAMPAIGN, id, campaign.name(), Optional.empty()));
    }

    List<Named> named(String name) {
        return entries.getOrDefault(Names.folded(name), List.of()).stream()
                .map(entry -> new Named(
                        entry.kind(), entry.id(), entry.name(), entry.through().map(this::withDispute)))
                .sorted(Comparator.comparing(Named::kind).thenComparing(Named::id))
                .toList();
    }

    private AliasClaim withDispute(AliasClaim claim) {
        return isContradicted(claim) ? claim.asDisputed() : claim;
    }

    List<AliasClaim> aliasesOf(String id) {
        return List.copyOf(claims.getOrDefault(id, List.of()));
    }

    /// Whether a catalogue gives the name to another entry while it keeps that one apart from the claim's
    /// subject.
    private boolean isContradicted(AliasClaim claim) {
        Actor subject = base.actors().get(claim.subject());
        if (claim.disputed() || isReplaced(claim)) {
            return true;
        }
        if (subject == null || claim.relation() != Relation.ALSO_KNOWN_AS) {
            return false;
        }
        Set<String> others = actorsNamed(claim.name());
        others.remove(subject.id());
        if (others.isEmpty()) {
            return false;
        }
        Set<String> heads = actorsNamed(subject.name());
        return others.stream()
                .anyMatch(other -> catalogue(other).equals(subject.catalogue()) || isKeptApart(other, others, heads));
    }

    /// Whether the same house attributed the same to somebody else later.
    private boolean isReplaced(AliasClaim claim) {
        return claim.relation() == Relation.ATTRIBUTED_TO
                && base.aliases().stream()
                        .anyMatch(later -> later.relation() == Relation.ATTRIBUTED_TO
                                && later.subject().equals(claim.subject())
                                && later.claimedBy().equals(claim.claimedBy())
                                && !later.name().equals(claim.name())
                                && later.date().compareTo(claim.date()) > 0);
    }

    /// Whether the catalogue of an entry has the subject's name too, but in no entry together with the
    /// claimed name.
    private boolean isKeptApart(String other, Set<String> claimed, Set<String> heads) {
        List<String> sameCatalogue = heads.stream()
                .filter(head -> catalogue(head).equals(catalogue(other)))
                .toList();
        return !sameCatalogue.isEmpty() && sameCatalogue.stream().noneMatch(claimed::contains);
    }

    private String catalogue(String actor) {
        return Optional.ofNullable(base.actors().get(actor))
                .map(Actor::catalogue)
                .orElse("");
    }

    private Set<String> actorsNamed(String name) {
        var ids = new LinkedHashSet<String>();
        entries.getOrDefault(Names.folded(name), List.of()).stream()
                .filter(entry -> entry.kind() == Named.Kind.ACTOR)
                .forEach(entry -> ids.add(entry.id()));
        return ids;
    }

    List<String> nearest(String name, int most) {
        String folded = Names.folded(name);
        return spellings.entrySet().stream()
                .map(entry -> Map.entry(distance(folded, entry.getKey()), entry.getValue()))
                .filter(near -> near.getKey() <= Math.max(2, folded.length() / 3))
                .sorted(Map.Entry.<Integer, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .map(Map.Entry::getValue)
                .limit(most)
                .toList();
    }

    /// How many letters must be changed, by Levenshtein; a name that the other begins with counts as one.
    private static int distance(String asked, String known) {
        if (asked.length() >= 3 && known.startsWith(asked)) {
            return 1;
        }
        int longest = 64;
        String a = asked.length() > longest ? asked.substring(0, longest) : asked;
        String b = known.length() > longest ? known.substring(0, longest) : known;
        int[] row = Stream.iterate(0, n -> n + 1)
                .limit(b.length() + 1L)
                .mapToInt(n -> n)
                .toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
