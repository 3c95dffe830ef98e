package io.ashiato.intel.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Cited relations between actors, software, techniques and victims: who does what and uses what, according
/// to which report, published when. Immutable; nothing is counted in it before a `Narrowing` was applied.
public final class RelationBase {
    /// The length of `T1059` in `T1059.001`.
    private static final int PARENT_LENGTH = 5;

    final Vocabulary actors;
    final Vocabulary software;
    final Vocabulary techniques;
    /// Techniques without their sub-technique.
    final Vocabulary parents;
    /// Countries and sectors of victims.
    final Vocabulary victims;

    final int[] parentOfTechnique;
    final boolean[] toolSoftware;
    final int[][] uncitedVictims;
    final Facts facts;
    final Citations citations;

    private final List<KnownActor> knownActors;
    private final List<KnownSoftware> knownSoftware;
    private final BitSet[] actorsCiting;
    private final BitSet[] softwareCiting;
    private final RelationView whole;

    /// Facts by the place of their source.
    record Facts(
            List<List<CitedFact>> actorTechniques,
            List<List<CitedFact>> actorSoftware,
            List<List<CitedFact>> actorVictims,
            List<List<CitedFact>> softwareTechniques) {}

    /// Citations by place.
    ///
    /// @param latestDay the epoch day on which the last of it had appeared; `Long.MAX_VALUE` where nobody knows
    /// @param year the year of publication; 0 where nobody knows
    @SuppressWarnings("ArrayRecordComponent") // never compared; lists would double the memory
    record Citations(Vocabulary ids, long[] latestDay, int[] year) {}

    RelationBase(
            List<KnownActor> knownActors,
            List<KnownSoftware> knownSoftware,
            Vocabulary techniques,
            Vocabulary victims,
            Facts facts,
            Citations citations) {
        this.knownActors = List.copyOf(knownActors);
        this.knownSoftware = List.copyOf(knownSoftware);
        this.actors = new Vocabulary(knownActors.stream().map(KnownActor::id).toList());
        this.software =
                new Vocabulary(knownSoftware.stream().map(KnownSoftware::id).toList());
        this.techniques = techniques;
        this.parents = new Vocabulary(
                techniques.ids().stream().map(RelationBase::parent).toList());
        this.victims = victims;
        this.facts = facts;
        this.citations = citations;
        parentOfTechnique = new int[techniques.size()];
        for (int technique = 0; technique < parentOfTechnique.length; technique++) {
            parentOfTechnique[technique] = parents.place(parent(techniques.id(technique)));
        }
        toolSoftware = new boolean[software.size()];
        for (KnownSoftware each : knownSoftware) {
            toolSoftware[software.place(each.id())] = each.tool();
        }
        uncitedVictims = new int[actors.size()][];
        for (KnownActor each : knownActors) {
            uncitedVictims[actors.place(each.id())] =
                    each.victims().stream().mapToInt(victims::place).sorted().toArray();
        }
        actorsCiting = emptySets(citations.ids().size());
        softwareCiting = emptySets(citations.ids().size());
        index(facts.actorTechniques(), actorsCiting);
        index(facts.actorSoftware(), actorsCiting);
        index(facts.actorVictims(), actorsCiting);
        index(facts.softwareTechniques(), softwareCiting);
        whole = new ViewBuilder(this, Narrowing.NONE, Optional.empty()).build();
    }

    /// Reads a base: one JSON object, plain or compressed by gzip, with `actors`, `software`, `techniques`,
    /// `citations`, `relations` and `context` as the attribution benchmark describes them.
    ///
    /// @throws RelationFormatException if it is not that, or larger than `RelationBaseReader` takes
    /// @throws IOException if the stream fails
    public static RelationBase read(InputStream in) throws IOException, RelationFormatException {
        return RelationBaseReader.read(in);
    }

    /// What is left of this base after the narrowing. Shares what the narrowing does not touch.
    public RelationView view(Narrowing narrowing) {
        return narrowing.equals(Narrowing.NONE)
                ? whole
                : new ViewBuilder(this, narrowing, narrowing.limitsTime() ? Optional.empty() : Optional.of(whole))
                        .build();
    }

    /// The actor of that id.
    public Optional<KnownActor> actor(String id) {
        return knownActors.stream().filter(actor -> actor.id().equals(id)).findFirst();
    }

    /// The software of that id.
    public Optional<KnownSoftware> software(String id) {
        return knownSoftware.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// All actors, by id.
    public List<KnownActor> actors() {
        return knownActors;
    }

    /// All software, by id.
    public List<KnownSoftware> software() {
        return knownSoftware;
    }

    /// Actors that cite this citation somewhere.
    BitSet actorsCiting(int citation) {
        return actorsCiting[citation];
    }

    /// Software that cites this citation somewhere.
    BitSet softwareCiting(int citation) {
        return softwareCiting[citation];
    }

    static String parent(String technique) {
        return technique.length() <= PARENT_LENGTH ? technique : technique.substring(0, PARENT_LENGTH);
    }

    private static BitSet[] emptySets(int count) {
        var sets = new BitSet[count];
        for (int i = 0; i < count; i++) {
            sets[i] = new BitSet();
        }
        return sets;
    }

    private static void index(List<List<CitedFact>> bySource, BitSet[] sources) {
        for (int source = 0; source < bySource.size(); source++) {
            for (CitedFact fact : bySource.get(source)) {
                for (int citation : fact.citations()) {
                    sources[citation].set(source);
                }
            }
        }
    }
}
