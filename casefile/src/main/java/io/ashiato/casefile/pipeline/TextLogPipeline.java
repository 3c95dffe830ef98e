package io.ashiato.casefile.pipeline;

import io.ashiato.bytes.Damage;
import io.ashiato.casefile.pipeline.LogPipeline.LogReading;
import io.ashiato.intake.IntakeItem;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.Event;
import io.ashiato.model.ItemOutcome;
import io.ashiato.model.RuleInfo;
import io.ashiato.readers.LogBatch;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogMapping;
import io.ashiato.readers.LogReader;
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

/// Reads logs that are text and matches rules on their records. Records are cut out on the calling thread,
/// read and
/// matched on the others, and put back in order, so that the outcome does not depend on the number of threads.
public final class TextLogPipeline implements AutoCloseable {
    /// Pieces of a log in work for each thread: enough to keep it busy while results are taken, few enough to
    /// bound
    /// memory (the events of a piece of 256 KiB are about 2 MiB as objects).
    private static final int PIECES_PER_THREAD = 3;

    private final OrderedWork<MatchedBatch> work;
    private final ThreadLocal<RuleMatcher> matcher;
    private final Queue<RuleMatcher> matchers = new ConcurrentLinkedQueue<>();

    private final Optional<LogMapping> mapping;

    /// @param mapping the user's description of a log that no reader knows
    public TextLogPipeline(RuleSet rules, int threads, Optional<LogMapping> mapping) {
        this.mapping = mapping;
        this.matcher = ThreadLocal.withInitial(() -> {
            RuleMatcher fresh = rules.matcher();
            matchers.add(fresh);
            return fresh;
        });
        this.work = new OrderedWork<>("records", threads, PIECES_PER_THREAD);
    }

    /// Hands every event of a log to the sink.
    ///
    /// @return nothing where the item is no log that is text
    /// @throws IOException if this machine fails to read or the sink to write
    public Optional<LogReading> read(IntakeItem item, EventSink sink) throws IOException {
        Optional<TextLog> log = TextLog.of(item, mapping);
        return log.isEmpty() ? Optional.empty() : Optional.of(read(log.get(), item, sink));
    }

    private LogReading read(TextLog log, IntakeItem item, EventSink sink) throws IOException {
        var reading = new Reading(item.path());
        var source = new LogItem(item.path(), item.sha256());
        ThreadLocal<LogReader> reader = ThreadLocal.withInitial(log.reader());
        LogFramer framer = log.framer().open(item.content());
        for (Optional<LogFrames> next = framer.next(); next.isPresent(); next = framer.next()) {
            LogFrames frames = next.get();
            work.add(() -> match(reader.get().read(frames, source)), batch -> reading.take(batch, sink));
        }
        work.finish(batch -> reading.take(batch, sink));
        return reading.finish();
    }

    private MatchedBatch match(LogBatch batch) {
        var events = new ArrayList<MatchedEvent>(batch.events().size());
        for (Event event : batch.events()) {
            List<RuleInfo> rules =
                    matcher.get().match(event).stream().map(CompiledRule::about).toList();
            events.add(new MatchedEvent(event, rules));
        }
        return new MatchedBatch(events, batch.damage());
    }

    private record MatchedBatch(List<MatchedEvent> events, List<Damage> damage) {}

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

    /// Adds up what the pieces of one log gave.
    private static final class Reading {
        private final ItemDiagnostics diagnostics;
        private final HostCounts hosts = new HostCounts();
        private long records;
        private long damaged;

        Reading(String path) {
            this.diagnostics = new ItemDiagnostics(path);
        }

        void take(MatchedBatch batch, EventSink sink) throws IOException {
            for (Damage damage : batch.damage()) {
                damaged++;
                diagnostics.add(DiagnosticCode.LOG_RECORD_DAMAGED, damage);
            }
            for (MatchedEvent matched : batch.events()) {
                Event event = matched.event();
                records++;
                hosts.add(event);
                if (event.time().isEmpty()) {
                    diagnostics.add(Diagnostic.of(
                                    DiagnosticCode.LOG_RECORD_WITHOUT_TIME,
                                    event.source().path())
                            .at(event.source().offset()));
                }
                sink.accept(matched);
            }
        }

        LogReading finish() {
            ItemOutcome.State state = damaged == 0
                    ? ItemOutcome.State.READ
                    : records > 0 ? ItemOutcome.State.READ_IN_PART : ItemOutcome.State.NOT_READ;
            return new LogReading(new ItemOutcome(state, records, damaged), hosts.most(), diagnostics.finish());
        }
    }
}
