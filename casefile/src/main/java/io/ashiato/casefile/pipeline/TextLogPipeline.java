package io.ashiato.casefile.pipeline;

import io.ashiato.bytes.Damage;
import io.ashiato.intake.IntakeItem;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogMapping;
import io.ashiato.readers.LogReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Reads logs that are text and matches rules on their records. Records are cut out on the calling thread, read and
/// matched on the others, and put back in order, so that the outcome does not depend on the number of threads.
final class TextLogPipeline implements AutoCloseable {
    /// Pieces of a log in work for each thread: enough to keep it busy while results are taken, few enough to bound
    /// memory (the events of a piece of 256 KiB are about 2 MiB as objects).
    private static final int PIECES_PER_THREAD = 3;

    private final RuleMatching rules;
    private final OrderedWork<Piece> work;
    private final Optional<LogMapping> mapping;

    /// @param mapping the user's description of a log that no reader knows
    TextLogPipeline(RuleMatching rules, int threads, Optional<LogMapping> mapping) {
        this.rules = rules;
        this.mapping = mapping;
        this.work = new OrderedWork<>("records", threads, PIECES_PER_THREAD);
    }

    /// Hands the events of a log to the sink.
    ///
    /// @return nothing where the item is no log that is text
    /// @throws IOException if this machine fails to read or the sink to write
    Optional<LogReading> read(IntakeItem item, EventSink sink) throws IOException {
        Optional<TextLog> log = TextLog.of(item, mapping);
        return log.isEmpty() ? Optional.empty() : Optional.of(read(log.get(), item, sink));
    }

    private LogReading read(TextLog log, IntakeItem item, EventSink sink) throws IOException {
        var totals = new LogTotals(item.path());
        var source = new LogItem(item.path(), item.sha256());
        ThreadLocal<LogReader> reader = ThreadLocal.withInitial(log.reader());
        LogFramer framer = log.framer().open(item.content());
        for (Optional<LogFrames> next = framer.next(); next.isPresent(); next = framer.next()) {
            LogFrames frames = next.get();
            work.add(() -> matched(reader.get(), frames, source), piece -> take(piece, totals, sink));
        }
        work.finish(piece -> take(piece, totals, sink));
        return totals.finish(true);
    }

    private Piece matched(LogReader reader, LogFrames frames, LogItem item) {
        RuleMatching.Collector collector = rules.collector();
        collector.begin();
        List<Damage> damage = reader.read(frames, item, collector::record);
        return new Piece(collector.finish(), damage);
    }

    private record Piece(EventBatch batch, List<Damage> damage) {}

    private static void take(Piece piece, LogTotals totals, EventSink sink) throws IOException {
        piece.damage().forEach(damage -> totals.lost(DiagnosticCode.LOG_RECORD_DAMAGED, damage));
        totals.take(piece.batch(), sink);
    }

    @Override
    public void close() {
        work.close();
    }
}
