package io.ashiato.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.samples.Corpus.Program;
import io.ashiato.samples.SampleComparison.Prepared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleComparisonTest {
    /// Every third program of the corpus, Go programs left out for their size: 32 programs of 11 families.
    private static final int STEP = 3;

    /// Chance that a pair of one family scores above a pair of two, over pairs of the reference corpus, against the
    /// built-in rarity alone; both kinds of trap alone too.
    @Test
    void tellsFamiliesApart() throws IOException {
        var comparison = new SampleComparison(Rarity.builtIn());
        var programs = new ArrayList<Program>();
        var prepared = new ArrayList<Prepared>();
        try (Corpus corpus = Corpus.open()) {
            List<Program> all = corpus.programs();
            for (int i = 0; i < all.size(); i += STEP) {
                if (!all.get(i).runtime().equals("go")) {
                    programs.add(all.get(i));
                    prepared.add(comparison.prepare(
                            SampleFeatures.of(corpus.image(all.get(i).file()))));
                }
            }
        }
        var same = new ArrayList<Double>();
        var other = new ArrayList<Double>();
        var zlib = new ArrayList<Double>();
        var runtime = new ArrayList<Double>();
        int wrong = 0;
        for (int i = 0; i < programs.size(); i++) {
            for (int j = i + 1; j < programs.size(); j++) {
                Likeness likeness = comparison.compare(prepared.get(i), prepared.get(j));
                Program a = programs.get(i);
                Program b = programs.get(j);
                if (a.family().equals(b.family())) {
                    same.add(likeness.score());
                } else if (!a.components().contains(b.family())
                        && !b.components().contains(a.family())) {
                    boolean shares = !Collections.disjoint(a.components(), b.components());
                    boolean sameRuntime =
                            a.format().equals(b.format()) && a.runtime().equals(b.runtime());
                    other.add(likeness.score());
                    (shares ? zlib : sameRuntime ? runtime : new ArrayList<Double>()).add(likeness.score());
                    wrong += likeness.verdict().compareTo(Verdict.SAME_FAMILY) <= 0 ? 1 : 0;
                }
            }
        }
        assertThat(auc(same, other)).as("all").isGreaterThan(0.99);
        assertThat(auc(same, zlib)).as("zlib in both").isGreaterThan(0.95);
        assertThat(auc(same, runtime)).as("run-time in both").isGreaterThan(0.99);
        assertThat(wrong).as("pairs of two families taken for one").isZero();
    }

    private static double auc(List<Double> high, List<Double> low) {
        assertThat(high).isNotEmpty();
        assertThat(low).isNotEmpty();
        double wins = 0;
        for (double h : high) {
            for (double l : low) {
                wins += h > l ? 1 : h == l ? 0.5 : 0;
            }
        }
        return wins / high.size() / low.size();
    }

    /// Two versions of one program by one compiler, the names of functions as the judge.
    @Test
    void countsFunctionsThatAreReallyTheSame() throws IOException {
        try (Corpus corpus = Corpus.open()) {
            SampleFeatures before = SampleFeatures.of(corpus.image("miniupnpc-2.2.4-pe64-gcc-O2.exe"));
            SampleFeatures after = SampleFeatures.of(corpus.image("miniupnpc-2.2.8-pe64-gcc-O2.exe"));
            Map<Long, String> namesBefore = corpus.functions("miniupnpc-2.2.4-pe64-gcc-O2.exe");
            Map<Long, String> namesAfter = corpus.functions("miniupnpc-2.2.8-pe64-gcc-O2.exe");
            int[] ownBefore = own(before);
            int[] ownAfter = own(after);

            List<FunctionMatching.Pair> pairs =
                    FunctionMatching.match(before.functions(), ownBefore, after.functions(), ownAfter);

            long right = pairs.stream()
                    .filter(pair -> namesBefore
                            .getOrDefault(before.functions().get(pair.left()).address(), "left")
                            .equals(namesAfter.getOrDefault(
                                    after.functions().get(pair.right()).address(), "right")))
                    .count();
            assertThat(right / (double) pairs.size()).isGreaterThan(0.95);
            Likeness likeness = SampleComparison.compare(before, after, Rarity.builtIn());
            assertThat(likeness.matched()).isEqualTo(pairs.size());
            assertThat(likeness.ownFunctionsA()).isEqualTo(ownBefore.length);
            assertThat(likeness.verdict()).isEqualTo(Verdict.NEARLY_IDENTICAL);
        }
    }

    private static int[] own(SampleFeatures program) {
        var own = new ArrayList<Integer>();
        for (int i = 0; i < program.functions().size(); i++) {
            FunctionPrint function = program.functions().get(i);
            if (function.size() >= FunctionMatching.MIN_SIZE
                    && !Rarity.builtIn().isCommon(function.exact())) {
                own.add(i);
            }
        }
        return own.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void saysNothingOfEmptyPrograms() {
        SampleFeatures empty = Programs.features(0, 0);
        Likeness likeness = SampleComparison.compare(empty, empty, Rarity.builtIn());
        assertThat(likeness.score()).isLessThan(0.01);
        assertThat(likeness.verdict()).isEqualTo(Verdict.NOTHING_TELLING);
    }

    @Test
    void findsAProgramNearlyIdenticalToItself() {
        SampleFeatures program = Programs.features(7, 60);
        Likeness likeness = SampleComparison.compare(program, program, Rarity.builtIn());
        assertThat(likeness.matched()).isEqualTo(likeness.ownFunctionsA()).isEqualTo(60);
        assertThat(likeness.sharedStrings()).isEqualTo(60);
        assertThat(likeness.verdict()).isEqualTo(Verdict.NEARLY_IDENTICAL);
    }

    @Test
    void findsNothingInProgramsMadeByChance() {
        Likeness likeness =
                SampleComparison.compare(Programs.features(1, 60), Programs.features(2, 60), Rarity.builtIn());
        assertThat(likeness.verdict()).isEqualTo(Verdict.NOTHING_TELLING);
        assertThat(likeness.sharedStrings()).isZero();
    }

    @Test
    void doesNotDependOnTheOrder() {
        SampleFeatures a = Programs.features(3, 40);
        SampleFeatures b = Programs.features(3, 55);
        var rarity = Rarity.over(List.of(a, b));
        Likeness there = SampleComparison.compare(a, b, rarity);
        Likeness back = SampleComparison.compare(b, a, rarity);
        assertThat(back.score()).isEqualTo(there.score());
        assertThat(back.matched()).isEqualTo(there.matched());
    }

    /// What a whole family has counts once, what every second program has counts little.
    @Test
    void weighsByRarity() {
        SampleFeatures a = Programs.features(3, 40);
        SampleFeatures b = Programs.features(4, 40);
        long[] hash = {0};
        a.strings().forEach(h -> hash[0] = h);
        var counted = new HashMap<String, Double>();
        counted.put("alone", Rarity.over(List.of(a, b)).weight(hash[0]));
        counted.put(
                "family",
                Rarity.overGroups(List.of(List.of(a, a, a), List.of(b))).weight(hash[0]));
        counted.put("often", Rarity.over(List.of(a, a, a, b)).weight(hash[0]));
        assertThat(counted.get("alone")).isEqualTo(1);
        assertThat(counted.get("family")).isEqualTo(1);
        assertThat(counted.get("often")).isLessThan(1).isPositive();
    }
}
