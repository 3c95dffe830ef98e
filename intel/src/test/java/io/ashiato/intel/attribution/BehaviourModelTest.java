package io.ashiato.intel.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BehaviourModelTest {
    private static final ObservedBehaviour LIKE_ALPHA = new ObservedBehaviour(
            Set.of("T1001", "T1002.001", "T1004"), Set.of("S1"), Set.of("Japan"), Set.of(), OptionalInt.of(2018));

    private final RelationBase base = read();

    @Test
    void putsTheMostAlikeFirstAndSaysWhy() {
        Ranking ranking = BehaviourModel.builtIn().rank(base.view(Narrowing.NONE), LIKE_ALPHA);

        Candidate first = ranking.candidates().getFirst();
        assertThat(first.actor()).isEqualTo("A");
        assertThat(first.contributions()).hasSize(Feature.values().length);
        assertThat(first.contributions().getFirst().moved()).isPositive();
        assertThat(first.contributions())
                .filteredOn(each -> each.feature() == Feature.TECHNIQUE_COSINE)
                .singleElement()
                .satisfies(each -> assertThat(each.items()).containsExactly("T1002.001", "T1001"));
    }

    @Test
    void givesProbabilitiesThatFallAndLeaveRoomForOthers() {
        List<Candidate> candidates = BehaviourModel.builtIn()
                .rank(base.view(Narrowing.NONE), LIKE_ALPHA)
                .candidates();

        assertThat(candidates).extracting(Candidate::probability).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(candidates.stream().mapToDouble(Candidate::probability).sum())
                .isLessThan(1);
    }

    @Test
    void saysTheSameEachTime() {
        RelationView view = base.view(Narrowing.NONE);
        assertThat(BehaviourModel.builtIn().rank(view, LIKE_ALPHA))
                .isEqualTo(BehaviourModel.builtIn().rank(read().view(Narrowing.NONE), LIKE_ALPHA));
    }

    @Test
    void namesFromTheThresholdOn() {
        RelationView view = base.view(Narrowing.NONE);
        assertThat(certain(0.9).rank(view, LIKE_ALPHA).named()).contains("A");
        assertThat(certain(0.99).rank(view, LIKE_ALPHA).verdict())
                .isEqualTo(new Ranking.Unattributed(Ranking.Reason.IMPROBABLE));
    }

    @Test
    void neverNamesOnTechniquesOrToolsAlone() {
        RelationView view = base.view(Narrowing.NONE);
        var techniques = TinyBase.observed(LIKE_ALPHA.techniques(), Set.of());
        var tools = TinyBase.observed(Set.of("T1001"), Set.of("S2"));

        for (ObservedBehaviour weak : List.of(techniques, tools)) {
            assertThat(certain(0).rank(view, weak).verdict())
                    .isEqualTo(new Ranking.Unattributed(Ranking.Reason.ONE_KIND_OF_EVIDENCE));
        }
    }

    @Test
    void namesNobodyWhereNothingIsKnown() {
        RelationView nothing = base.view(TinyBase.narrowing(Set.of(), Set.of("A", "B", "C"), "", ""));
        Ranking ranking = BehaviourModel.builtIn().rank(nothing, LIKE_ALPHA);

        assertThat(ranking.candidates()).isEmpty();
        assertThat(ranking.verdict()).isEqualTo(new Ranking.Unattributed(Ranking.Reason.NOTHING_KNOWN));
    }

    @Test
    void takesWhatLooksPlantedForPlanted() {
        BehaviourWeights trusting = certain(0.9).weights();
        var wary = new BehaviourWeights(
                trusting.ranking(), trusting.right(), new BoostedTrees(3, List.of()), trusting.nameAt());
        assertThat(new BehaviourModel(wary)
                        .rank(base.view(Narrowing.NONE), LIKE_ALPHA)
                        .verdict())
                .isEqualTo(new Ranking.Unattributed(Ranking.Reason.PLANTED));
    }

    @Test
    void weightsSurviveBeingWritten() throws Exception {
        String written = BehaviourModel.builtIn().weights().toJson();
        BehaviourWeights read =
                BehaviourWeights.read(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));

        assertThat(read.toJson()).isEqualTo(written);
        assertThat(read.right()).isEqualTo(BehaviourModel.builtIn().weights().right());
    }

    /// A ranking that takes techniques, malware and countries as they come, and naming models that are 95 %
    /// sure of everything.
    private static BehaviourModel certain(double nameAt) {
        var ranking = new double[Feature.values().length];
        ranking[Feature.TECHNIQUE_COSINE.place()] = 5;
        ranking[Feature.SHARED_MALWARE.place()] = 4;
        ranking[Feature.SHARED_TOOLS.place()] = 4;
        ranking[Feature.VICTIM_COUNTRIES.place()] = 1;
        var sure = new BoostedTrees(Math.log(19), List.of());
        var honest = new BoostedTrees(-20, List.of());
        return new BehaviourModel(new BehaviourWeights(new RankingWeights(ranking, ranking), sure, honest, nameAt));
    }

    private static RelationBase read() {
        try {
            return TinyBase.read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
