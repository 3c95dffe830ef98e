package io.ashiato.intel.attribution.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intel.attribution.BehaviourModel;
import io.ashiato.intel.attribution.BehaviourWeights;
import io.ashiato.intel.attribution.Ranking;
import io.ashiato.intel.attribution.RelationBase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// A part of the attribution benchmark, small enough for each build; `bench/attribution-cv.sh` runs all of it.
class BenchmarkTest {
    /// Variants that the slice keeps, so that fitting and naming have all that they need.
    private static final Set<String> VARIANTS = Set.of("tsc", "openset", "falseflag", "admin", "background");

    @Test
    void predictsActorsThatItWasNotFittedTo() throws Exception {
        List<PreparedCase> cases = cases(each -> VARIANTS.contains(each.variant()) && half(each));
        CrossValidation.Fold fold = CrossValidation.folds(cases, 5).getFirst();
        Map<PreparedCase, Ranking> predictions = fold.predict();

        assertThat(predictions.keySet()).containsExactlyElementsOf(fold.held());
        assertThat(share(predictions, "tsc")).as("right first, of tsc").isBetween(0.45, 0.85);
        predictions.forEach((each, ranking) -> {
            if (each.source().variant().equals("admin")
                    || each.source().variant().equals("background")) {
                assertThat(ranking.named()).as(each.source().question().id()).isEmpty();
            }
        });
    }

    @Test
    void keepsTheReportsOfAnActorTogether() throws Exception {
        List<PreparedCase> cases = cases(each -> VARIANTS.contains(each.variant()) && half(each));
        List<CrossValidation.Fold> folds = CrossValidation.folds(cases, 5);

        Map<String, Integer> foldOf = new HashMap<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            for (PreparedCase each : folds.get(fold).held()) {
                var names = new ArrayList<>(each.source().actors());
                names.add(each.source().report());
                for (String name : names) {
                    assertThat(foldOf.merge(name, fold, (before, now) -> before))
                            .as(name)
                            .isEqualTo(fold);
                }
            }
        }
        assertThat(folds)
                .allSatisfy(
                        fold -> assertThat(fold.held()).hasSizeBetween(cases.size() / 5 - 60, cases.size() / 5 + 60));
    }

    @Test
    void fitsTheSameWeightsEachTime() throws Exception {
        List<PreparedCase> cases = cases(each -> each.variant().equals("tsc") && half(each));
        assertThat(BehaviourTrainer.fit(cases).toJson())
                .isEqualTo(BehaviourTrainer.fit(cases).toJson());
    }

    /// The built-in weights were fitted to these cases, so this says that they are in place, not how good
    /// they are.
    @Test
    void builtInWeightsKnowTheCasesThatTheyWereFittedTo() throws Exception {
        List<PreparedCase> cases = cases(each -> each.variant().equals("tsc") && half(each));
        BehaviourModel model = BehaviourModel.builtIn();
        var predictions = new HashMap<PreparedCase, Ranking>();
        cases.forEach(each -> predictions.put(each, model.rank(each.comparison())));

        assertThat(share(predictions, "tsc")).isGreaterThan(0.58);
        BehaviourWeights weights = model.weights();
        assertThat(weights.nameAt()).isBetween(0.5, 1.0);
    }

    /// Half of the reports, told by their ids, which are random.
    private static boolean half(LabelledCase each) {
        return each.report().hashCode() % 2 == 0;
    }

    private static double share(Map<PreparedCase, Ranking> predictions, String variant) {
        double count = 0;
        double right = 0;
        for (var entry : predictions.entrySet()) {
            LabelledCase source = entry.getKey().source();
            if (source.variant().equals(variant)) {
                count++;
                String first = entry.getValue().candidates().getFirst().actor();
                right += source.accepted().contains(first) ? 1 : 0;
            }
        }
        assertThat(count).isGreaterThan(15);
        return right / count;
    }

    private static List<PreparedCase> cases(Predicate<LabelledCase> wanted) throws Exception {
        RelationBase base;
        try (InputStream in = Files.newInputStream(shared("kb.json.gz"))) {
            base = RelationBase.read(in);
        }
        var cases = new ArrayList<PreparedCase>();
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(shared("cases-dev.jsonl.gz"))), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                LabelledCase each = LabelledCase.parse(line);
                if (wanted.test(each)) {
                    cases.add(PreparedCase.of(base, each));
                }
            }
        }
        return cases;
    }

    /// A file of the benchmark beside the project. The test is skipped where there is none, but not in CI.
    private static Path shared(String name) throws IOException {
        Optional<Path> shared = Optional.empty();
        for (Path folder = Path.of("").toRealPath(); folder != null && shared.isEmpty(); folder = folder.getParent()) {
            shared = Optional.of(folder.resolve("shared/README.md")).filter(Files::isRegularFile);
        }
        if (shared.isEmpty()) {
            assertThat(System.getenv("CI")).as("../shared is needed in CI").isNotEqualTo("true");
        }
        Assumptions.assumeTrue(shared.isPresent(), "no ../shared beside the project");
        return shared.orElseThrow().resolveSibling("benchmarks/attribution").resolve(name);
    }
}
