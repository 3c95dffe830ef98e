package io.ashiato.intel.attribution.training;

import io.ashiato.intel.attribution.BehaviourModel;
import io.ashiato.intel.attribution.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Predicts each case by a model that was fitted to other actors' cases only.
public final class CrossValidation {
    private CrossValidation() {}

    /// One part of the cases, and whether it may be fitted to.
    ///
    /// @param training cases to fit to
    /// @param held cases to predict; no report and no actor of them is among `training`
    public record Fold(List<PreparedCase> training, List<PreparedCase> held) {
        /// Fits and predicts: the held cases in their order.
        public Map<PreparedCase, Ranking> predict() {
            var model = new BehaviourModel(BehaviourTrainer.fit(training));
            var predictions = new LinkedHashMap<PreparedCase, Ranking>();
            held.forEach(each -> predictions.put(each, model.rank(each.comparison())));
            return predictions;
        }
    }

    /// Divides the cases so that each is held in exactly one fold.
    public static List<Fold> folds(List<PreparedCase> cases, int count) {
        int[] foldOf = Folds.of(cases, count);
        var folds = new ArrayList<Fold>();
        for (int fold = 0; fold < count; fold++) {
            var training = new ArrayList<PreparedCase>();
            var held = new ArrayList<PreparedCase>();
            for (int i = 0; i < cases.size(); i++) {
                (foldOf[i] == fold ? held : training).add(cases.get(i));
            }
            folds.add(new Fold(List.copyOf(training), List.copyOf(held)));
        }
        return folds;
    }
}
