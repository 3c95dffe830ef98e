package io.ashiato.intel.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is left of the tiny base: each actor with the number of his relations.
class NarrowingTest {
    private final RelationBase base = read();

    @ParameterizedTest(name = "citations {0}, actors {1}, before {2}, release {3}: {4}")
    @CsvSource({
        "'',    '',  '',         '',    A3 B3 C1",
        "c2,    '',  '',         '',    A1 B3 C1", // A keeps T1001, which c1 supports as well
        "c1,    '',  '',         '',    A3 B1",
        "c1 c2, '',  '',         '',    B1", // an actor without a relation left is gone
        "c9,    '',  '',         '',    A3 B3 C1", // unknown ones change nothing
        "'',    A,   '',         '',    B3 C1",
        "'',    A X, '',         '',    B3 C1",
        "'',    '',  2018-06-30, '',    A1 B2 C1",
        "'',    '',  2018-07-01, '',    A3 B2 C1", // 31 June is the end of June; c3 has no date, so it is never before
        "'',    '',  2015-03-01, '',    ''", // on the day itself is not before
        "'',    '',  2015-03-02, '',    A1 B2 C1",
        "'',    '',  '',         7.0,   ''", // 7.0 means then or earlier
        "'',    '',  '',         9.0,   A1 B2",
        "'',    '',  '',         12.0,  A1 B3",
        "'',    '',  '',         12.1,  A3 B3",
        "c1,    B,   2019-01-01, 13.0,  A3",
    })
    void leavesOutWhatMustNotBeKnown(String citations, String actors, String before, String release, String left) {
        RelationView view = base.view(TinyBase.narrowing(set(citations), set(actors), before, release));

        assertThat(view.actors().stream().map(actor -> actor + view.relations(actor)))
                .containsExactly(left.isEmpty() ? new String[0] : left.split(" "));
    }

    @Test
    void countsOnlyWhatIsLeft() {
        RelationView whole = base.view(Narrowing.NONE);
        RelationView without = base.view(TinyBase.narrowing(Set.of(), Set.of("B"), "", ""));
        int implant = base.software.place("S1");
        int technique = base.techniques.place("T1001");

        assertThat(whole.users.get(implant)).hasSize(2);
        assertThat(without.users.get(implant)).hasSize(1);
        assertThat(whole.rarity.actorsByTechnique()[technique]).isEqualTo(2);
        assertThat(without.rarity.actorsByTechnique()[technique]).isEqualTo(1);
        assertThat(without.softwareRarity(implant)).isEqualTo(Math.log(3));
    }

    @Test
    void usesUndatedVictimsOnlyWhereTimeIsNotLimited() {
        int alpha = base.actors.place("A");
        assertThat(base.view(TinyBase.narrowing(Set.of("c1"), Set.of(), "", "")).uncitedVictims(alpha))
                .hasSize(2);
        assertThat(base.view(TinyBase.narrowing(Set.of(), Set.of(), "2019-01-01", ""))
                        .uncitedVictims(alpha))
                .isEmpty();
        assertThat(base.view(TinyBase.narrowing(Set.of(), Set.of(), "", "13.0")).uncitedVictims(alpha))
                .isEmpty();
    }

    /// Sharing with the view of the whole base is an economy: a view built anew must be equal in every number.
    @ParameterizedTest
    @CsvSource({"c1, ''", "c2, ''", "c3, ''", "c1 c3, B", "'', A", "c2, C"})
    void sharesNothingThatTheNarrowingTouches(String citations, String actors) {
        Narrowing narrowing = TinyBase.narrowing(set(citations), set(actors), "", "");
        RelationView anew = new ViewBuilder(base, narrowing, java.util.Optional.empty()).build();
        ObservedBehaviour observed =
                TinyBase.observed(Set.of("T1001", "T1002.001", "T1003", "T1004"), Set.of("S1", "S2"));

        assertThat(new Comparison(base.view(narrowing), observed).features())
                .isDeepEqualTo(new Comparison(anew, observed).features());
    }

    @Test
    void keepsProfilesThatNothingTouches() {
        RelationView whole = base.view(Narrowing.NONE);
        RelationView view = base.view(TinyBase.narrowing(Set.of("c3"), Set.of(), "", ""));

        assertThat(view.profiles.get(0)).isSameAs(whole.profiles.get(0));
        assertThat(view.profiles.get(1)).isNotSameAs(whole.profiles.get(1));
        assertThat(view.profiles.get(2)).isSameAs(whole.profiles.get(2));
    }

    private static Set<String> set(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static RelationBase read() {
        try {
            return TinyBase.read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
