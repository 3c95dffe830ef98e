package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogTime;
import io.ashiato.readers.WindowsRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A Windows record whose envelope and data stand beside one another, as NXLog, Splunk and old Winlogbeat write
/// them: an id of an event, its log, and everything else under its own name.
final class FlatWindows extends RecordShape {
    /// Times of the record, the nearer before the wider; NXLog's `EventTime` is local time unless it says
    /// otherwise.
    private static final String[] TIMES = {
        "SystemTime", "TimeCreated", "EventTime", "@timestamp", "_time", "Timestamp", "timestamp"
    };

    /// What the shipper tells of itself.
    private static final Set<String> OF_THE_SHIPPER = Set.of(
            "@version",
            "agent",
            "beat",
            "EventReceivedTime",
            "SourceModuleName",
            "SourceModuleType",
            "index",
            "linecount",
            "splunk_server",
            "tags",
            "timeendpos",
            "timestartpos");

    /// Splunk names the log in its source: `XmlWinEventLog:Security`.
    private static final String[] SPLUNK_SOURCES = {"XmlWinEventLog:", "WinEventLog:"};

    /// Words of NXLog's own field, which hides Sysmon's field of that name.
    private static final Set<String> NXLOG_EVENT_TYPES =
            Set.of("INFO", "WARNING", "ERROR", "CRITICAL", "VERBOSE", "AUDIT_SUCCESS", "AUDIT_FAILURE", "DEBUG");

    FlatWindows(int number) {
        super(number);
    }

    @Override
    boolean fits(FlatRecord record) {
        return record.has(Mark.EVENT_ID)
                && record.has(Mark.CHANNEL)
                && (record.first("Channel", "LogName", "log_name").isPresent()
                        || !splunkChannel(record).isEmpty());
    }

    @Override
    boolean mayEmbed() {
        return true;
    }

    @Override
    FieldRole role(FieldPath path) {
        String text = path.text();
        if (OF_THE_SHIPPER.contains(path.ancestor(1).name()) || text.equals("@timestamp")) {
            return FieldRole.NOTHING;
        }
        if (text.startsWith("event_data.") || text.startsWith("EventData.")) {
            return FieldRole.data(text.substring("event_data.".length() - (text.startsWith("E") ? 1 : 0)));
        }
        String name = WindowsNames.flat(text);
        if (name.isEmpty()) {
            return FieldRole.data(text);
        }
        return name.startsWith("RenderingInfo") ? FieldRole.present(name) : FieldRole.system(name);
    }

    @Override
    Optional<FieldPlan> plan(LineForm form) {
        var plan = new FieldPlan.Builder(this, form.places());
        int[] channel = plan.ofEnvelope("Channel");
        boolean hasTwoTypes = plan.ofData("EventType").length > 1;
        if (channel.length == 0 || hasTwoTypes) {
            return Optional.empty(); // the channel is a part of a value, or a value decides on another
        }
        return Optional.of(plan.need(channel)
                .standIn(plan.ofEnvelope("Provider_Name"), FieldRole.system("Provider_Name"), "Provider")
                .standIn(plan.ofEnvelope("Computer"), FieldRole.system("Computer"), "host", "host.name")
                .hide("EventType", NXLOG_EVENT_TYPES)
                .build());
    }

    @Override
    Optional<Instant> time(FlatRecord record, FieldPlan plan) {
        return time(record);
    }

    @Override
    Event event(FlatRecord record, LogItem item, long offset, long number) {
        var system = new Fields.Builder();
        var data = new Fields.Builder();
        record.collect(this, system, data);
        Fields envelope = system.build();
        if (envelope.first("Channel").isEmpty()) {
            system.add("Channel", splunkChannel(record));
        }
        if (envelope.first("Provider_Name").isEmpty()) {
            record.first("Provider").ifPresent(provider -> system.add("Provider_Name", provider));
        }
        if (envelope.first("Computer").isEmpty()) {
            record.first("host", "host.name").ifPresent(host -> system.add("Computer", host));
        }
        return new WindowsRecord(time(record), system.build(), withoutEventType(data.build()))
                .event(item, offset, number);
    }

    private static Fields withoutEventType(Fields data) {
        if (data.first("EventType").filter(NXLOG_EVENT_TYPES::contains).isEmpty()) {
            return data;
        }
        var kept = new Fields.Builder();
        for (int i = 0; i < data.size(); i++) {
            if (!data.name(i).equals("EventType")) {
                kept.add(data.name(i), data.value(i));
            } else if (!NXLOG_EVENT_TYPES.contains(data.value(i))) {
                kept.add(data.name(i), data.value(i));
            }
        }
        return kept.build();
    }

    /// The first time that says from which meridian it counts, else the first.
    private static Optional<Instant> time(FlatRecord record) {
        Optional<Instant> local = Optional.empty();
        for (String place : TIMES) {
            Optional<String> text = record.first(place);
            Optional<Instant> time = text.flatMap(LogTime::parse);
            if (time.isPresent()
                    && text.filter(t -> LogTime.hasZone(t) || !t.contains("-")).isPresent()) {
                return time;
            }
            local = local.isPresent() ? local : time;
        }
        return local;
    }

    private static String splunkChannel(FlatRecord record) {
        String source = record.first("source").orElse("");
        for (String prefix : SPLUNK_SOURCES) {
            if (source.startsWith(prefix)) {
                return source.substring(prefix.length());
            }
        }
        return "";
    }
}
