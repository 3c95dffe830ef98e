package io.ashiato.casefile.tampering;

import io.ashiato.model.Event;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.TamperingFact.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether the records of each log follow on each other: numbers without holes and repeats, times that do not run
/// backwards. A hole counts only where nothing else explains it: a log that was exported through a filter has many
/// holes, a damaged file loses records by itself.
final class RecordSequences {
    /// Records in order that must stand on both sides of a hole before it says anything.
    private static final int RUN = 20;

    /// Holes of one log: with more it was exported through a filter, or its writer numbers otherwise.
    private static final int MAX_HOLES = 3;

    /// Services write with small delays, and machines correct their clocks by minutes when they start.
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    /// Logs that are kept as candidates; a collection of a network has some thousand.
    private static final int MAX_LOGS = 50_000;

    private final List<Log> logs = new ArrayList<>();
    private Log current = new Log("");

    /// One log, while its records come in their own order.
    private static final class Log {
        private final String path;
        private final Set<String> hosts = new HashSet<>();
        private final List<Candidate> holes = new ArrayList<>();
        private final List<Candidate> backwards = new ArrayList<>();
        private Optional<Candidate> repeat = Optional.empty();
        private Optional<Candidate> pending = Optional.empty();
        private boolean exported;
        private long first = -1;
        private long last = -1;
        private long run;
        private long holeCount;
        private long backwardCount;
        private Instant latest = Instant.MIN;

        Log(String path) {
            this.path = path;
        }
    }

    /// @param at the moment that a hole or jump lies at, from the records beside it
    private record Candidate(TamperingFact fact, Optional<Instant> from, Optional<Instant> at) {}

    /// Looks at an event; the events of one file must come one after the other, in the order of the log.
    void observe(Event event) {
        if (!event.source().path().equals(current.path)) {
            close();
            current = new Log(event.source().path());
        }
        if (current.hosts.size() < 2) {
            current.hosts.add(event.host().toLowerCase(java.util.Locale.ROOT));
        }
        event.source().recordId().ifPresent(id -> number(event, id));
        event.time().ifPresent(time -> time(event, time));
    }

    private void number(Event event, long id) {
        Log log = current;
        long header = event.source().headerId().orElse(id);
        log.exported |= header != id;
        if (log.last >= 0 && id == log.last + 1) {
            log.run++;
        } else if (log.last >= 0) {
            broken(event, id, log);
            log.run = 1;
        } else {
            log.first = id;
            log.run = 1;
        }
        if (log.run == RUN && log.pending.isPresent()) {
            log.holes.add(log.pending.get());
            log.pending = Optional.empty();
        }
        log.last = id;
    }

    private static void broken(Event event, long id, Log log) {
        if (id > log.last) {
            log.holeCount++;
            log.pending = log.run >= RUN && log.holes.size() < MAX_HOLES
                    ? Optional.of(new Candidate(
                            TamperingRecords.fact(
                                    Kind.RECORDS_MISSING,
                                    event,
                                    event.channel(),
                                    Map.of(
                                            "from", Long.toString(log.last),
                                            "to", Long.toString(id),
                                            "count", Long.toString(id - log.last - 1))),
                            Optional.empty(),
                            event.time()))
                    : Optional.empty();
        } else if (id >= log.first && log.repeat.isEmpty()) {
            log.repeat = Optional.of(new Candidate(
                    TamperingRecords.fact(
                            Kind.RECORDS_REPEATED,
                            event,
                            event.channel(),
                            Map.of("from", Long.toString(id), "to", Long.toString(log.last))),
                    Optional.empty(),
                    event.time()));
        }
    }

    private void time(Event event, Instant time) {
        Log log = current;
        if (log.latest.isAfter(Instant.EPOCH) && time.isBefore(log.latest.minus(TOLERANCE))) {
            log.backwardCount++;
            if (log.backwards.size() < MAX_HOLES) {
                log.backwards.add(new Candidate(
                        TamperingRecords.fact(
                                Kind.TIME_BACKWARDS,
                                event,
                                event.channel(),
                                Map.of("from", log.latest.toString(), "to", time.toString())),
                        Optional.of(log.latest),
                        Optional.of(time)));
            }
            log.latest = time; // what follows is measured against the new time
        } else if (time.isAfter(log.latest)) {
            log.latest = time;
        }
    }

    private void close() {
        boolean candidate = !current.holes.isEmpty() || !current.backwards.isEmpty() || current.repeat.isPresent();
        if (candidate && logs.size() < MAX_LOGS) {
            logs.add(current);
        }
    }

    /// What remains when everything else that explains it is taken away.
    ///
    /// @param damaged paths of logs that lost records by damage
    /// @param clocks what is known of the hosts' clocks
    List<TamperingFact> finish(Set<String> damaged, ClockLog clocks) {
        close();
        current = new Log("");
        var facts = new ArrayList<TamperingFact>();
        for (Log log : logs) {
            boolean several = log.hosts.size() > 1; // forwarded: each host numbers for itself
            if (damaged.contains(log.path) || log.exported || several) {
                continue;
            }
            if (log.holeCount <= MAX_HOLES) {
                log.holes.forEach(hole -> facts.add(hole.fact));
            }
            log.repeat.ifPresent(repeat -> facts.add(repeat.fact));
            if (log.backwardCount <= MAX_HOLES) {
                log.backwards.stream()
                        .filter(jump -> !clocks.explains(jump.fact.host(), jump.from, jump.at))
                        .forEach(jump -> facts.add(jump.fact));
            }
        }
        return facts;
    }
}
