package io.ashiato.casefile;

import io.ashiato.model.Correlated;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.Level;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RuleInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Events, rules and detections for tests, as short as a line.
public final class Made {
    private static final String SHA256 = "ab".repeat(32);

    private Made() {}

    public static RuleInfo rule(String id, Level level, String... tactics) {
        return new RuleInfo(
                id,
                "Rule " + id,
                Optional.empty(),
                level,
                Optional.of("Someone"),
                List.of(),
                List.of(tactics),
                Optional.empty(),
                List.of());
    }

    public static Event event(String time, String host, String channel, String eventId, String... data) {
        return event(Optional.of(Instant.parse(time)), "a.evtx", 4096, host, channel, eventId, data);
    }

    public static Event event(
            Optional<Instant> time,
            String path,
            long offset,
            String host,
            String channel,
            String eventId,
            String... data) {
        return new Event(
                time,
                host,
                channel,
                "Microsoft-Windows-Eventlog",
                eventId,
                Fields.of(data),
                Fields.of("EventID", eventId),
                new RecordRef(path, SHA256, offset, OptionalLong.of(7), OptionalLong.of(8)));
    }

    /// Two events of an account.
    public static Correlated correlated(String account) {
        var first = Instant.parse("2019-10-03T01:00:00.1234567Z");
        var source = new RecordRef("a.evtx", SHA256, 512, OptionalLong.of(3), OptionalLong.empty());
        return new Correlated(
                List.of(new Correlated.Value("User", account)),
                2,
                first,
                first.plusSeconds(60),
                List.of(new Correlated.Part("r", first, source), new Correlated.Part("s", first, source)));
    }

    public static Detection detection(RuleInfo rule, String time, String host, String... data) {
        return new Detection(rule, event(time, host, "Microsoft-Windows-Sysmon/Operational", "1", data));
    }
}
