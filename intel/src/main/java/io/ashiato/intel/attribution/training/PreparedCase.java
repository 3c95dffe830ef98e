package io.ashiato.intel.attribution.training;

import io.ashiato.intel.attribution.Comparison;
import io.ashiato.intel.attribution.RelationBase;
import java.util.List;
import java.util.stream.IntStream;

/// A case compared with every actor that may be known for it: what fitting needs, and what does not change
/// with the weights.
///
/// @param source the case
/// @param comparison behaviour beside actors
/// @param right places of the accepted actors; empty where nobody is right, or nobody right is known
/// @param planted place of the actor at whom planted evidence points; -1 where there is none
@SuppressWarnings("ArrayRecordComponent") // never compared; lists would double the memory
public record PreparedCase(LabelledCase source, Comparison comparison, int[] right, int planted) {
    /// Compares a case with what may be known for it.
    public static PreparedCase of(RelationBase base, LabelledCase source) {
        var comparison = new Comparison(
                base.view(source.question().narrowing()), source.question().behaviour());
        List<String> actors = comparison.actors();
        int[] right = IntStream.range(0, actors.size())
                .filter(actor -> source.accepted().contains(actors.get(actor)))
                .toArray();
        return new PreparedCase(
                source, comparison, right, source.planted().map(actors::indexOf).orElse(-1));
    }

    /// Is that place one of the accepted actors?
    boolean isRight(int actor) {
        for (int place : right) {
            if (place == actor) {
                return true;
            }
        }
        return false;
    }

    /// Was evidence planted in it?
    boolean hasPlantedEvidence() {
        return source.planted().isPresent();
    }
}
