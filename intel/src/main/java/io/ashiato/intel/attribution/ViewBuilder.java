package io.ashiato.intel.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Applies a narrowing. What no excluded citation touches is taken over from the view of the whole base,
/// where there is one.
final class ViewBuilder {
    /// Reports on software count as reports on those who use it up to this number of users: they name the user.
    private static final int FEW_USERS = 3;
    /// What software can do is a weaker sign than what the actor was seen doing.
    private static final double SOFTWARE_WEIGHT = 0.5;

    private final RelationBase base;
    private final Narrowing narrowing;
    private final Optional<RelationView> whole;
    private final BitSet dropped = new BitSet();
    private final double release;
    private final BitSet touchedActors = new BitSet();
    private final BitSet touchedSoftware = new BitSet();

    /// @param whole the view without limits; empty while that is built and where everything is touched
    ViewBuilder(RelationBase base, Narrowing narrowing, Optional<RelationView> whole) {
        this.base = base;
        this.narrowing = narrowing;
        this.whole = whole;
        this.release = narrowing.release().orElse(Double.POSITIVE_INFINITY);
        for (String id : narrowing.excludedCitations()) {
            int citation = base.citations.ids().place(id);
            if (citation != Vocabulary.UNKNOWN) {
                dropped.set(citation);
                touchedActors.or(base.actorsCiting(citation));
                touchedSoftware.or(base.softwareCiting(citation));
            }
        }
        if (narrowing.before().isPresent()) {
            long limit = narrowing.before().get().toEpochDay();
            for (int citation = 0; citation < base.citations.ids().size(); citation++) {
                dropped.set(citation, dropped.get(citation) || base.citations.latestDay()[citation] >= limit);
            }
        }
    }

    RelationView build() {
        var software = new ArrayList<SoftwareProfile>();
        for (int piece = 0; piece < base.software.size(); piece++) {
            software.add(
                    whole.isPresent() && !touchedSoftware.get(piece)
                            ? whole.get().software.get(piece)
                            : softwareProfile(piece));
        }
        List<ActorProfile.Own> own = ownFacts();
        List<List<Integer>> users = users(own);
        var profiles = new ArrayList<ActorProfile>();
        for (ActorProfile.Own each : own) {
            profiles.add(unchanged(each, users).orElseGet(() -> profile(each, software, users)));
        }
        return new RelationView(base, narrowing, profiles, software, users);
    }

    /// The citations of a fact that may be known.
    private int[] kept(CitedFact fact) {
        int[] citations = fact.citations();
        var kept = new int[citations.length];
        int count = 0;
        for (int i = 0; i < citations.length; i++) {
            if (!dropped.get(citations[i]) && fact.releases()[i] < release) {
                kept[count++] = citations[i];
            }
        }
        return count == kept.length ? kept : Arrays.copyOf(kept, count);
    }

    private SoftwareProfile softwareProfile(int piece) {
        var reports = new LinkedHashMap<Integer, BitSet>();
        var techniques = new BitSet();
        for (CitedFact fact : base.facts.softwareTechniques().get(piece)) {
            for (int citation : kept(fact)) {
                reports.computeIfAbsent(citation, c -> new BitSet()).set(fact.target());
                techniques.set(fact.target());
            }
        }
        return new SoftwareProfile(places(techniques), reports);
    }

    /// The facts of each actor that has any left and is not excluded, in the order of their ids.
    private List<ActorProfile.Own> ownFacts() {
        Map<Integer, ActorProfile> before = new LinkedHashMap<>();
        whole.ifPresent(view -> view.profiles.forEach(profile -> before.put(profile.actor(), profile)));
        var own = new ArrayList<ActorProfile.Own>();
        for (int actor = 0; actor < base.actors.size(); actor++) {
            if (narrowing.excludedActors().contains(base.actors.id(actor))) {
                continue;
            }
            ActorProfile known = before.get(actor);
            ActorProfile.Own facts = known != null && !touchedActors.get(actor) ? known.own() : ownFacts(actor);
            if (facts.relations() > 0) {
                own.add(facts);
            }
        }
        return own;
    }

    private ActorProfile.Own ownFacts(int actor) {
        var reports = new LinkedHashMap<Integer, BitSet>();
        var techniques = new BitSet();
        for (CitedFact fact : base.facts.actorTechniques().get(actor)) {
            for (int citation : kept(fact)) {
                techniques.set(fact.target());
                reports.computeIfAbsent(citation, c -> new BitSet()).set(fact.target());
            }
        }
        var citations = new TreeMap<Integer, Integer>();
        var softwareReports = new LinkedHashMap<Integer, BitSet>();
        for (CitedFact fact : base.facts.actorSoftware().get(actor)) {
            for (int citation : kept(fact)) {
                citations.merge(fact.target(), 1, Integer::sum);
                reports.computeIfAbsent(citation, c -> new BitSet());
                softwareReports.computeIfAbsent(citation, c -> new BitSet()).set(fact.target());
            }
        }
        var victims = new BitSet();
        for (CitedFact fact : base.facts.actorVictims().get(actor)) {
            if (kept(fact).length > 0) {
                victims.set(fact.target());
            }
        }
        return new ActorProfile.Own(
                actor,
                places(techniques),
                ints(citations.keySet()),
                ints(citations.values()),
                reports,
                softwareReports,
                victims);
    }

    private List<List<Integer>> users(List<ActorProfile.Own> own) {
        var users = new ArrayList<List<Integer>>();
        for (int piece = 0; piece < base.software.size(); piece++) {
            users.add(new ArrayList<>());
        }
        for (ActorProfile.Own each : own) {
            for (int piece : each.software()) {
                users.get(piece).add(each.actor());
            }
        }
        return users;
    }

    /// The profile in the view of the whole base, if all that it is made of is as it is there.
    private Optional<ActorProfile> unchanged(ActorProfile.Own own, List<List<Integer>> users) {
        if (whole.isEmpty() || touchedActors.get(own.actor())) {
            return Optional.empty();
        }
        RelationView view = whole.get();
        for (int piece : own.software()) {
            if (touchedSoftware.get(piece)
                    || view.users.get(piece).size() != users.get(piece).size()) {
                return Optional.empty();
            }
        }
        return view.profiles.stream()
                .filter(profile -> profile.actor() == own.actor())
                .findFirst();
    }

    private ActorProfile profile(ActorProfile.Own own, List<SoftwareProfile> software, List<List<Integer>> users) {
        var weight = new double[base.techniques.size()];
        var reports = new LinkedHashMap<Integer, BitSet>();
        var softwareReports = new LinkedHashMap<Integer, BitSet>();
        own.reports().forEach((citation, techniques) -> reports.put(citation, (BitSet) techniques.clone()));
        own.softwareReports().forEach((citation, pieces) -> softwareReports.put(citation, (BitSet) pieces.clone()));
        for (int piece : own.software()) {
            int sharing = users.get(piece).size();
            for (int technique : software.get(piece).techniques()) {
                weight[technique] = Math.max(weight[technique], SOFTWARE_WEIGHT / sharing);
            }
            if (sharing <= FEW_USERS) {
                software.get(piece).reports().forEach((citation, techniques) -> {
                    reports.computeIfAbsent(citation, c -> new BitSet()).or(techniques);
                    softwareReports.computeIfAbsent(citation, c -> new BitSet()).set(piece);
                });
            }
        }
        for (int technique : own.techniques()) {
            weight[technique] = 1;
        }
        var techniques = new BitSet();
        var parents = new BitSet();
        for (int technique = 0; technique < weight.length; technique++) {
            if (weight[technique] > 0) {
                techniques.set(technique);
                parents.set(base.parentOfTechnique[technique]);
            }
        }
        int[] all = places(techniques);
        var weights = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            weights[i] = weight[all[i]];
        }
        List<ActorProfile.Report> withTechniques = reports.entrySet().stream()
                .filter(report -> !report.getValue().isEmpty())
                .map(report -> new ActorProfile.Report(
                        places(report.getValue()), places(softwareReports.getOrDefault(report.getKey(), new BitSet()))))
                .toList();
        return new ActorProfile(
                own, all, weights, counts(all, withTechniques), places(parents), withTechniques, years(reports));
    }

    private int[] counts(int[] techniques, List<ActorProfile.Report> reports) {
        var inReports = new int[base.techniques.size()];
        for (ActorProfile.Report report : reports) {
            for (int technique : report.techniques()) {
                inReports[technique]++;
            }
        }
        return Arrays.stream(techniques).map(technique -> inReports[technique]).toArray();
    }

    private int[] years(Map<Integer, BitSet> reports) {
        var years = new TreeSet<Integer>();
        for (int citation : reports.keySet()) {
            if (base.citations.year()[citation] > 0) {
                years.add(base.citations.year()[citation]);
            }
        }
        return ints(years);
    }

    private static int[] ints(Collection<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] places(BitSet set) {
        return set.stream().toArray();
    }
}
