package io.ashiato.sigma.correlation;

import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.rule.InputCondition;
import io.ashiato.sigma.syntax.CorrelationType;
import java.util.Optional;

/// The latest events of one group.
///
/// Two kinds of conditions need two kinds of judgement. Where more events can only help (at least ten), a correlation
/// holds as soon as it holds. Where later events can take it back (less than ten, exactly ten, an average), nothing
/// is certain before no further event fits into the window.
sealed interface Window permits SlidingWindow, WholeWindow, OrderedWindow {
    /// Takes the next event in order of time.
    ///
    /// @return what held: of a window that judges at once with this event, else without it
    Optional<Evidence> add(Entry entry);

    /// Judges what is left when no further event can come.
    Optional<Evidence> close();

    /// Estimated bytes in memory.
    long weight();

    /// Whether [#add] may answer only when the window is over, and [#close] at all.
    static boolean waits(Correlation correlation) {
        CorrelationType type = correlation.type();
        boolean grows = switch (type) {
            case EVENT_COUNT, VALUE_COUNT, VALUE_SUM, VALUE_MAX ->
                correlation.condition().isLowerBound();
            case VALUE_MIN -> correlation.condition().isUpperBound();
            case TEMPORAL ->
                correlation
                        .overInputs()
                        .map(InputCondition::isGrowing)
                        .orElseGet(() -> correlation
                                .condition()
                                .isGrowing(correlation.inputs().size()));
            case TEMPORAL_ORDERED -> true;
            case VALUE_AVG, VALUE_PERCENTILE -> false;
        };
        return !grows;
    }

    /// An empty window.
    static Window of(Correlation correlation) {
        if (correlation.type() == CorrelationType.TEMPORAL_ORDERED) {
            return new OrderedWindow(correlation);
        }
        return waits(correlation) ? new WholeWindow(correlation) : new SlidingWindow(correlation);
    }
}
