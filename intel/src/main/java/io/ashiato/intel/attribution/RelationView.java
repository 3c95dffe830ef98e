package io.ashiato.intel.attribution;

import java.util.List;

/// A `RelationBase` after a `Narrowing`: what may be known, and how frequent it is among what may be known.
/// An actor without a relation left is not in it.
public final class RelationView {
    final RelationBase base;
    final List<ActorProfile> profiles;
    /// By place of software.
    final List<SoftwareProfile> software;
    /// The actors that use it, by place of software.
    final List<List<Integer>> users;
    final boolean limitedInTime;
    final Rarity rarity;
    final ProfileNorms norms;

    RelationView(
            RelationBase base,
            Narrowing narrowing,
            List<ActorProfile> profiles,
            List<SoftwareProfile> software,
            List<List<Integer>> users) {
        this.base = base;
        this.profiles = List.copyOf(profiles);
        this.software = List.copyOf(software);
        this.users = List.copyOf(users);
        this.limitedInTime = narrowing.limitsTime();
        this.rarity = Rarity.of(this);
        this.norms = ProfileNorms.of(this.profiles, rarity);
    }

    /// The actors of whom anything is known, by id.
    public List<String> actors() {
        return profiles.stream().map(profile -> base.actors.id(profile.actor())).toList();
    }

    /// How many relations of an actor are known; 0 for one who is not known.
    public int relations(String actor) {
        int place = base.actors.place(actor);
        return profiles.stream()
                .filter(profile -> profile.actor() == place)
                .mapToInt(profile -> profile.own().relations())
                .sum();
    }

    /// Countries and sectors without citation, which nobody can date; none where knowledge is limited in time.
    int[] uncitedVictims(int actor) {
        return limitedInTime ? new int[0] : base.uncitedVictims[actor];
    }

    /// `softwareRarity` of malware; 0 for a tool.
    double malwareRarity(int piece) {
        return base.toolSoftware[piece] || users.get(piece).isEmpty() ? 0 : softwareRarity(piece);
    }

    /// How much it says that software is shared: the fewer use it, the more.
    double softwareRarity(int piece) {
        return Math.log((profiles.size() + 1.0) / users.get(piece).size());
    }
}
