package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogTime;
import io.ashiato.readers.WindowsRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A Windows record as Winlogbeat and the Elastic agent ship it: `winlog.*` beside fields of the Elastic
/// Common Schema.
///
/// What their Sysmon module moves out of `winlog.event_data` is taken back from where it moved to. What the
/// shipper tells of itself is left out: it is no part of the record, and must not be searched for keywords.
final class Winlogbeat extends RecordShape {
    private static final Set<String> OF_THE_SHIPPER =
            Set.of("agent", "ecs", "host", "log", "input", "cloud", "@metadata", "@version", "tags", "fields");

    private static final String EVENT_DATA = "winlog.event_data.";

    /// Fields of the schema that hold what was a field of the record.
    private static final Map<String, String> MOVED = Map.ofEntries(
            Map.entry("process.executable", "Image"),
            Map.entry("process.command_line", "CommandLine"),
            Map.entry("process.working_directory", "CurrentDirectory"),
            Map.entry("process.parent.executable", "ParentImage"),
            Map.entry("process.parent.command_line", "ParentCommandLine"),
            Map.entry("process.pe.original_file_name", "OriginalFileName"),
            Map.entry("process.pe.company", "Company"),
            Map.entry("process.pe.description", "Description"),
            Map.entry("process.pe.product", "Product"),
            Map.entry("registry.path", "TargetObject"),
            Map.entry("dns.question.name", "QueryName"),
            Map.entry("destination.ip", "DestinationIp"),
            Map.entry("destination.port", "DestinationPort"),
            Map.entry("destination.domain", "DestinationHostname"),
            Map.entry("source.ip", "SourceIp"),
            Map.entry("source.port", "SourcePort"));

    Winlogbeat(int number) {
        super(number);
    }

    @Override
    boolean fits(FlatRecord record) {
        return record.has(Mark.WINLOG);
    }

    @Override
    FieldRole role(FieldPath path) {
        String text = path.text();
        String top = path.ancestor(1).name();
        if (OF_THE_SHIPPER.contains(top) || text.equals("@timestamp")) {
            return FieldRole.NOTHING;
        }
        if (text.equals("message")) {
            return FieldRole.present("RenderingInfo_Message");
        }
        if (!top.equals("winlog")) {
            return FieldRole.present(text);
        }
        if (text.startsWith(EVENT_DATA)) {
            return FieldRole.data(text.substring(EVENT_DATA.length()));
        }
        if (text.startsWith("winlog.user_data.")) {
            return FieldRole.data(path.name());
        }
        String name = WindowsNames.winlog(text.substring("winlog.".length()));
        if (name.isEmpty()) {
            return FieldRole.present(text);
        }
        return name.startsWith("RenderingInfo") ? FieldRole.present(name) : FieldRole.system(name);
    }

    @Override
    Event event(FlatRecord record, LogItem item, long offset, long number) {
        var system = new Fields.Builder();
        var data = new Fields.Builder();
        record.collect(this, system, data);
        if (record.first("winlog.event_id").isEmpty()) {
            record.first("event.code").ifPresent(code -> system.add("EventID", code));
        }
        if (record.first("winlog.computer_name").isEmpty()) {
            record.first("host.name", "host.hostname").ifPresent(host -> system.add("Computer", host));
        }
        addMoved(record, data);
        Optional<Instant> time = record.first("@timestamp", "winlog.time_created", "event.created")
                .flatMap(LogTime::parse);
        return new WindowsRecord(time, system.build(), data.build()).event(item, offset, number);
    }

    private static void addMoved(FlatRecord record, Fields.Builder data) {
        MOVED.forEach((place, name) -> {
            if (record.first(EVENT_DATA + name).isEmpty()) {
                record.first(place).ifPresent(value -> data.add(name, value));
            }
        });
    }
}
