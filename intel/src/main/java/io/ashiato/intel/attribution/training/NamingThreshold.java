package io.ashiato.intel.attribution.training;

import io.ashiato.intel.attribution.FirstCandidate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Chooses the probability from which on a name is given. A wrong name is the expensive error, so it asks for a share of right
/// names first, and then for as many names as that allows.
final class NamingThreshold {
    /// The variants that stand for what comes in, with and without a knowable actor (the benchmark's mixed pool).
    private static final Set<String> MIXED = Set.of(
            "tsc", "noisy", "openset", "single", "emerging", "commodity", "admin", "redteam", "background");
    /// The share of right names that is asked for on held-out cases.
    private static final double PRECISION = 0.97;
    /// Fewer names than this say nothing of their share.
    private static final int MIN_NAMES = 20;
    /// Where nothing is good enough: names nobody.
    private static final double NEVER = 1.01;

    private NamingThreshold() {}

    /// A judgement on a case that the model was not fitted to.
    record HeldOut(String variant, FirstCandidate first, boolean right) {}

    static double choose(List<HeldOut> heldOut) {
        List<HeldOut> nameable = heldOut.stream()
                .filter(each -> MIXED.contains(each.variant()) && each.first().twoKinds())
                .sorted(Comparator.comparingDouble(
                        (HeldOut each) -> -each.first().probability()))
                .toList();
        double threshold = NEVER;
        int right = 0;
        for (int i = 0; i < nameable.size(); i++) {
            right += nameable.get(i).right() ? 1 : 0;
            if (i + 1 >= MIN_NAMES && right >= PRECISION * (i + 1)) {
                threshold = nameable.get(i).first().probability();
            }
        }
        return threshold;
    }
}
