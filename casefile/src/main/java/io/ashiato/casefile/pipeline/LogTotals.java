package io.ashiato.casefile.pipeline;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.ItemOutcome;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Adds up what the pieces of one log gave.
final class LogTotals {
    /// Computers counted in one log; a forwarded log holds some thousand.
    private static final int MAX_HOSTS = 10_000;

    private final String path;
    private final ItemDiagnostics diagnostics;

    /// Computers, grouped without case.
    private final Map<String, Host> hosts = new HashMap<>();

    private long records;
    private long damaged;

    private static final class Host {
        private final String name;
        private long events;

        Host(String name) {
            this.name = name;
        }
    }

    LogTotals(String path) {
        this.path = path;
        this.diagnostics = new ItemDiagnostics(path);
    }

    /// Tells what is wrong without anything being lost.
    void flaw(DiagnosticCode code) {
        diagnostics.add(code);
    }

    /// Tells what is wrong without anything being lost.
    void flaw(DiagnosticCode code, Damage damage) {
        diagnostics.add(code, damage);
    }

    /// Tells what is wrong, and counts it as lost.
    void lost(DiagnosticCode code, Damage damage) {
        damaged++;
        diagnostics.add(code, damage);
    }

    /// Counts a piece and hands it over.
    void take(EventBatch batch, EventSink sink) throws IOException {
        records += batch.tally().events();
        batch.tally().lines().forEach(this::count);
        for (long offset : batch.tally().timeless()) {
            diagnostics.add(
                    Diagnostic.of(DiagnosticCode.LOG_RECORD_WITHOUT_TIME, path).at(offset));
        }
        sink.tally(batch.tally());
        for (EventSink.Delivery delivery : batch.deliveries()) {
            delivery.deliver();
        }
    }

    private void count(EventTally.Line line) {
        String key = line.host().toLowerCase(Locale.ROOT);
        if (!key.isEmpty() && (hosts.size() < MAX_HOSTS || hosts.containsKey(key))) {
            hosts.computeIfAbsent(key, k -> new Host(line.host())).events += line.inside() + line.outside();
        }
    }

    /// @param isLog whether the item as a whole is what it should be
    LogReading finish(boolean isLog) {
        ItemOutcome.State state = damaged == 0 && isLog
                ? ItemOutcome.State.READ
                : records > 0 ? ItemOutcome.State.READ_IN_PART : ItemOutcome.State.NOT_READ;
        return new LogReading(new ItemOutcome(state, records, damaged), mostFrequentHost(), diagnostics.finish());
    }

    /// The first by name among equals; nothing where no event names one.
    private Optional<String> mostFrequentHost() {
        return hosts.values().stream()
                .max((a, b) -> a.events != b.events ? Long.compare(a.events, b.events) : b.name.compareTo(a.name))
                .map(host -> host.name);
    }
}
