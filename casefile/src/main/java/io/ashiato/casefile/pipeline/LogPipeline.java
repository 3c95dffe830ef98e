package io.ashiato.casefile.pipeline;

import io.ashiato.bytes.Damage;
import io.ashiato.intake.IntakeItem;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.Event;
import io.ashiato.model.ItemOutcome;
import io.ashiato.model.RuleInfo;
import io.ashiato.readers.evtx.ChunkBytes;
import io.ashiato.readers.evtx.EventLane;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.RecordFlaw;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Reads event logs and matches rules on them: chunks are the unit of work, and their results are put back
/// in order, so that the outcome does not depend on the number of threads.
public final class LogPipeline implements AutoCloseable {
    /// Chunks in work for each thread: enough to keep it busy while the results are taken, few enough to
    /// bound memory (a chunk's events are about 1 MiB as objects).
    private static final int CHUNKS_PER_THREAD = 3;

    private final OrderedWork<ChunkResult> work;
    private final ThreadLocal<ChunkWorker> worker;
    private final Queue<RuleMatcher> matchers = new ConcurrentLinkedQueue<>();

    public LogPipeline(RuleSet rules, int threads) {
        var firstLane = new EventLane();
        this.worker = ThreadLocal.withInitial(() -> {
            RuleMatcher fresh = rules.matcher();
            matchers.add(fresh);
            return new ChunkWorker(fresh, firstLane.another());
        });
        this.work = new OrderedWork<>("chunk", threads, CHUNKS_PER_THREAD);
    }

    /// What one log gave.
    ///
    /// @param host that wrote most of its records
    public record LogReading(ItemOutcome outcome, Optional<String> host, List<Diagnostic> diagnostics) {}

    /// Hands every event of one log to the sink.
    ///
    /// @throws IOException if this machine fails to read or the sink to write
    public LogReading read(IntakeItem item, EventSink sink) throws IOException {
        var log = EvtxFile.open(item.content());
        var reading = new Reading(item.path());
        reading.header(log);
        int chunks = log.chunkCount();
        int first = log.oldestChunk();
        for (int i = 0; i < chunks; i++) {
            int index = (int) (((long) first + i) % chunks);
            work.add(() -> worker.get().read(log, index, item), result -> reading.take(result, sink));
        }
        work.finish(result -> reading.take(result, sink));
        return reading.finish();
    }

    /// The log sources of which events were seen, by the rules' names. To be asked when everything is read.
    public Set<String> seenSources() {
        var seen = new TreeSet<String>();
        matchers.forEach(m -> seen.addAll(m.seenSources()));
        return seen;
    }

    /// How often a regular expression was stopped because it took too many steps on a value.
    public long regexesGivenUp() {
        return matchers.stream().mapToLong(RuleMatcher::regexesGivenUp).sum();
    }

    @Override
    public void close() {
        work.close();
    }

    /// What one thread needs to read chunks and to match rules on their events.
    private static final class ChunkWorker {
        private final RuleMatcher matcher;
        private final EventLane lane;
        private final ChunkBytes chunk = new ChunkBytes();

        ChunkWorker(RuleMatcher matcher, EventLane lane) {
            this.matcher = matcher;
            this.lane = lane;
        }

        ChunkResult read(EvtxFile log, int index, IntakeItem item) throws IOException {
            log.fill(index, chunk);
            EventLane.Read read = lane.read(chunk, item.path(), item.sha256());
            var events = new ArrayList<MatchedEvent>(read.events().size());
            for (Event event : read.events()) {
                List<RuleInfo> rules =
                        matcher.match(event).stream().map(CompiledRule::about).toList();
                events.add(new MatchedEvent(event, rules));
            }
            return new ChunkResult(
                    events, read.flaws().chunkDamage(), read.flaws().recordFlaws());
        }
    }

    private record ChunkResult(List<MatchedEvent> events, List<Damage> chunkDamage, List<RecordFlaw> recordFlaws) {}

    /// Adds up what the chunks of one log gave.
    private static final class Reading {
        private final ItemDiagnostics diagnostics;
        private final HostCounts hosts = new HostCounts();
        private boolean isLog;
        private long records;
        private long damaged;

        Reading(String path) {
            this.diagnostics = new ItemDiagnostics(path);
        }

        void header(EvtxFile log) {
            isLog = log.header().isPresent();
            for (Damage damage : log.damage()) {
                diagnostics.add(
                        damage instanceof Damage.ChecksumMismatch
                                ? DiagnosticCode.LOG_CHECKSUM_WRONG
                                : DiagnosticCode.LOG_HEADER_DAMAGED,
                        damage);
            }
            log.header().ifPresent(header -> {
                if (header.dirty()) {
                    diagnostics.add(DiagnosticCode.LOG_DIRTY);
                }
                if (!header.isKnownVersion()) {
                    diagnostics.add(DiagnosticCode.LOG_VERSION_UNKNOWN);
                }
            });
        }

        void take(ChunkResult chunk, EventSink sink) throws IOException {
            for (Damage damage : chunk.chunkDamage()) {
                switch (damage) {
                    case Damage.ChecksumMismatch c -> diagnostics.add(DiagnosticCode.LOG_CHECKSUM_WRONG, c);
                    case Damage.Truncated t -> lost(DiagnosticCode.LOG_TRUNCATED, t);
                    case Damage.OutOfRange o -> lost(DiagnosticCode.LOG_CHUNK_DAMAGED, o);
                    case Damage.OverLimit l -> lost(DiagnosticCode.LOG_CHUNK_DAMAGED, l);
                }
            }
            for (RecordFlaw flaw : chunk.recordFlaws()) {
                if (flaw.lost()) {
                    lost(DiagnosticCode.LOG_RECORD_DAMAGED, flaw.damage());
                } else {
                    diagnostics.add(DiagnosticCode.LOG_RECORD_FLAWED, flaw.damage());
                }
            }
            for (MatchedEvent matched : chunk.events()) {
                records++;
                count(matched.event());
                sink.accept(matched);
            }
        }

        LogReading finish() {
            ItemOutcome.State state = damaged == 0 && isLog
                    ? ItemOutcome.State.READ
                    : records > 0 ? ItemOutcome.State.READ_IN_PART : ItemOutcome.State.NOT_READ;
            return new LogReading(new ItemOutcome(state, records, damaged), hosts.most(), diagnostics.finish());
        }

        private void lost(DiagnosticCode code, Damage damage) {
            damaged++;
            diagnostics.add(code, damage);
        }

        private void count(Event event) {
            if (event.time().isEmpty()) {
                diagnostics.add(Diagnostic.of(
                                DiagnosticCode.LOG_RECORD_WITHOUT_TIME,
                                event.source().path())
                        .at(event.source().offset()));
            }
            hosts.add(event);
        }
    }
}
