package io.ashiato.cli.example.host;

import io.ashiato.readers.evtx.EvtxWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The event logs of one host.
public final class EventLogs {
    private record Log(List<LogEvent> events, long recordsBefore) {}

    private final String computer;
    private final Map<String, Log> logs = new TreeMap<>();
    private final Map<String, Instant> cleared = new TreeMap<>();

    /// @param computer full name, as `Computer` of the events
    public EventLogs(String computer) {
        this.computer = computer;
    }

    /// Opens a log for events.
    ///
    /// @param recordsBefore how many records the log has had and lost before the first one here
    public void open(String channel, long recordsBefore) {
        logs.put(channel, new Log(new ArrayList<>(), recordsBefore));
    }

    public boolean isOpen(String channel) {
        return logs.containsKey(channel);
    }

    /// Writes an event, if the host keeps that log. The order of calls does not matter.
    public void write(LogEvent event) {
        Log log = logs.get(event.channel());
        if (log != null) {
            log.events().add(event);
        }
    }

    /// Loses all that was in the log before this event, which is the first one after it.
    public void clear(String channel, Instant time) {
        cleared.put(channel, time);
    }

    /// The files by their names below `winevt\Logs`.
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        logs.forEach((channel, log) -> files.put(channel.replace("/", "%4") + ".evtx", file(channel, log)));
        return files;
    }

    /// Numbers of records count on when a log is cleared, so the first one that is left is not 1.
    private byte[] file(String channel, Log log) {
        List<LogEvent> events = log.events().stream()
                .sorted(Comparator.comparing(LogEvent::time))
                .toList();
        Instant clearing = cleared.getOrDefault(channel, Instant.MIN);
        long lost =
                events.stream().filter(event -> event.time().isBefore(clearing)).count();
        EvtxWriter writer = new EvtxWriter(log.recordsBefore() + lost + 1);
        events.stream().skip(lost).forEach(event -> writer.add(event.on(computer)));
        return writer.bytes();
    }
}
