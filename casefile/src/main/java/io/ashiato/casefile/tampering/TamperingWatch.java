package io.ashiato.casefile.tampering;

import io.ashiato.model.Event;
import io.ashiato.model.Finding;
import io.ashiato.model.TamperingFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Looks at every event for what shows tampering with logs or defences, independent of rules.
public final class TamperingWatch {
    /// Facts kept of one kind on one host: more of the same do not change its verdict.
    private static final int MAX_SAME = 20;

    /// Facts kept in all, since evidence can name any number of hosts.
    private static final int MAX_FACTS = 20_000;

    private final List<TamperingFact> facts = new ArrayList<>();
    private final Map<String, Integer> same = new HashMap<>();
    private final RecordSequences sequences = new RecordSequences();
    private final ClockLog clocks = new ClockLog();
    private final StoppedServices services = new StoppedServices();
    private final Deletions deletions = new Deletions();
    private long leftOut;

    /// Looks at one event. Events of one log come one after the other, in the order of the log.
    public void observe(Event event) {
        TamperingRecords.read(event).ifPresent(this::keep);
        clocks.observe(event).ifPresent(this::keep);
        sequences.observe(event);
        services.observe(event);
        deletions.observe(event);
    }

    /// Facts that were seen and not kept.
    public long leftOut() {
        return leftOut;
    }

    private void keep(TamperingFact fact) {
        String key = fact.kind() + " " + fact.host().toLowerCase(Locale.ROOT);
        if (facts.size() < MAX_FACTS && same.merge(key, 1, Integer::sum) <= MAX_SAME) {
            facts.add(fact);
        } else {
            leftOut++;
        }
    }

    /// The facts in order of time, then place, with their ids.
    ///
    /// @param damaged paths of logs that lost records by damage, so that holes in them say nothing
    /// @param findings final, with what the intruder used
    public List<TamperingFact> finish(Set<String> damaged, List<Finding> findings) {
        sequences.finish(damaged, clocks).forEach(this::keep);
        services.finish().forEach(this::keep);
        deletions.finish(findings).forEach(this::keep);
        facts.sort(Comparator.comparing((TamperingFact f) -> f.time().orElse(Instant.MAX))
                .thenComparing(f -> f.source().path())
                .thenComparingLong(f -> f.source().offset())
                .thenComparing(TamperingFact::kind));
        var numbered = new ArrayList<TamperingFact>();
        for (TamperingFact f : facts) {
            numbered.add(f.withId(String.format(Locale.ROOT, "T-%02d", numbered.size() + 1)));
        }
        return numbered;
    }
}
