package io.ashiato.publish.report;

import io.ashiato.model.Observation;
import io.ashiato.model.TamperingFact;
import java.time.Instant;

/// A moment that changed the course of the incident.
public sealed interface TurningPoint {
    Instant time();

    String host();

    /// The id of the record that shows it.
    String id();

    /// How much it counts among others: tampering that is proven most, then the level of the rule.
    int weight();

    /// @param finding the id of the finding it belongs to
    record Observed(Instant time, String finding, Observation observation) implements TurningPoint {
        @Override
        public String host() {
            return observation.host();
        }

        @Override
        public String id() {
            return observation.id();
        }

        @Override
        public int weight() {
            return switch (observation.rule().level()) {
                case INFORMATIONAL -> 0;
                case LOW -> 10;
                case MEDIUM -> 20;
                case HIGH -> 30;
                case CRITICAL -> 40;
            };
        }
    }

    record Tampered(Instant time, TamperingFact fact) implements TurningPoint {
        @Override
        public String host() {
            return fact.host();
        }

        @Override
        public String id() {
            return fact.id();
        }

        @Override
        public int weight() {
            return fact.proves() ? 100 : 25;
        }
    }
}
