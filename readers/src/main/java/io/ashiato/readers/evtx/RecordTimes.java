package io.ashiato.readers.evtx;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When the records of a log say that they were made.
///
/// @param first earliest
/// @param last latest
/// @param without records that state no time, or none that is one
/// @param backwards records whose time lies before that of the record ahead of them in the log. A few fractions of a
///     second are usual where several threads log; more means a clock that was set back
/// @param largestStepBack by how much at most; zero where there is none
/// @param largestStepBackId the id, in the record's header, of the record behind that step; 0 where there is none
public record RecordTimes(
        Optional<Instant> first,
        Optional<Instant> last,
        long without,
        long backwards,
        Duration largestStepBack,
        long largestStepBackId) {

    /// Takes times in the order of the log.
    static final class Counter {
        private Optional<Instant> first = Optional.empty();
        private Optional<Instant> last = Optional.empty();
        private Optional<Instant> previous = Optional.empty();
        private long without;
        private long backwards;
        private Duration largestStepBack = Duration.ZERO;
        private long largestStepBackId;

        void add(long id, Optional<Instant> time) {
            if (time.isEmpty()) {
                without++;
                return;
            }
            Instant now = time.get();
            if (first.isEmpty() || now.isBefore(first.get())) {
                first = time;
            }
            if (last.isEmpty() || now.isAfter(last.get())) {
                last = time;
            }
            if (previous.isPresent() && now.isBefore(previous.get())) {
                backwards++;
                Duration step = Duration.between(now, previous.get());
                if (step.compareTo(largestStepBack) > 0) {
                    largestStepBack = step;
                    largestStepBackId = id;
                }
            }
            previous = time;
        }

        RecordTimes finish() {
            return new RecordTimes(first, last, without, backwards, largestStepBack, largestStepBackId);
        }
    }
}
