package io.ashiato.casefile.pipeline;

import io.ashiato.bytes.Damage;
import io.ashiato.intake.IntakeItem;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.readers.evtx.ChunkBytes;
import io.ashiato.readers.evtx.ChunkFlaws;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.RecordFlaw;
import io.ashiato.readers.evtx.RecordLane;
import java.io.IOException;

/// Reads event logs and matches rules on them: chunks are the unit of work, and their results are put back
/// in order, so that the outcome does not depend on the number of threads.
final class LogPipeline implements AutoCloseable {
    /// Chunks in work for each thread: enough to keep it busy while the results are taken, few enough to
    /// bound memory: the events of a chunk are about 1 MiB as objects; lines of a hunt are as many as rules match.
    private static final int CHUNKS_PER_THREAD = 3;

    private final RuleMatching rules;
    private final OrderedWork<ChunkResult> work;
    private final ThreadLocal<ChunkWorker> worker;

    LogPipeline(RuleMatching rules, int threads) {
        this.rules = rules;
        var firstLane = new RecordLane();
        this.worker = ThreadLocal.withInitial(() -> new ChunkWorker(firstLane.another()));
        this.work = new OrderedWork<>("chunk", threads, CHUNKS_PER_THREAD);
    }

    /// Hands the events of one log to the sink.
    ///
    /// @throws IOException if this machine fails to read or the sink to write
    LogReading read(IntakeItem item, EventSink sink) throws IOException {
        var log = EvtxFile.open(item.content());
        var totals = new LogTotals(item.path());
        tellOfHeader(log, totals);
        int chunks = log.chunkCount();
        int first = log.oldestChunk();
        for (int i = 0; i < chunks; i++) {
            int index = (int) (((long) first + i) % chunks);
            work.add(() -> worker.get().read(log, index, item), result -> take(result, totals, sink));
        }
        work.finish(result -> take(result, totals, sink));
        return totals.finish(log.header().isPresent());
    }

    @Override
    public void close() {
        work.close();
    }

    /// What one thread needs to read chunks.
    private final class ChunkWorker {
        private final RecordLane lane;
        private final ChunkBytes chunk = new ChunkBytes();

        ChunkWorker(RecordLane lane) {
            this.lane = lane;
        }

        ChunkResult read(EvtxFile log, int index, IntakeItem item) throws IOException {
            log.fill(index, chunk);
            RuleMatching.Collector collector = rules.collector();
            ChunkFlaws flaws = lane.read(chunk, item.path(), item.sha256(), collector);
            return new ChunkResult(collector.finish(), flaws);
        }
    }

    private record ChunkResult(EventBatch batch, ChunkFlaws flaws) {}

    private static void tellOfHeader(EvtxFile log, LogTotals totals) {
        for (Damage damage : log.damage()) {
            totals.flaw(
                    damage instanceof Damage.ChecksumMismatch
                            ? DiagnosticCode.LOG_CHECKSUM_WRONG
                            : DiagnosticCode.LOG_HEADER_DAMAGED,
                    damage);
        }
        log.header().ifPresent(header -> {
            if (header.dirty()) {
                totals.flaw(DiagnosticCode.LOG_DIRTY);
            }
            if (!header.isKnownVersion()) {
                totals.flaw(DiagnosticCode.LOG_VERSION_UNKNOWN);
            }
        });
    }

    private static void take(ChunkResult chunk, LogTotals totals, EventSink sink) throws IOException {
        for (Damage damage : chunk.flaws().chunkDamage()) {
            switch (damage) {
                case Damage.ChecksumMismatch c -> totals.flaw(DiagnosticCode.LOG_CHECKSUM_WRONG, c);
                case Damage.Truncated t -> totals.lost(DiagnosticCode.LOG_TRUNCATED, t);
                case Damage.OutOfRange o -> totals.lost(DiagnosticCode.LOG_CHUNK_DAMAGED, o);
                case Damage.OverLimit l -> totals.lost(DiagnosticCode.LOG_CHUNK_DAMAGED, l);
            }
        }
        for (RecordFlaw flaw : chunk.flaws().recordFlaws()) {
            if (flaw.lost()) {
                totals.lost(DiagnosticCode.LOG_RECORD_DAMAGED, flaw.damage());
            } else {
                totals.flaw(DiagnosticCode.LOG_RECORD_FLAWED, flaw.damage());
            }
        }
        totals.take(chunk.batch(), sink);
    }
}
