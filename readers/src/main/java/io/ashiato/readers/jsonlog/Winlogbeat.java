package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogTime;
import io.ashiato.readers.WindowsRecord;
import java.time.Instant;
import java.util.List;
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

    /// Fields of the schema that hold what was a field of the record, and its name there; in the order of the event.
    private static final List<Map.Entry<String, String>> MOVED = List.of(
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
        if (!top.equals("winlog") || path.depth() == 1) {
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
    Optional<FieldPlan> plan(LineForm form) {
        var plan = new FieldPlan.Builder(this, form.places());
        plan.standIn(plan.at("winlog.event_id"), FieldRole.system("EventID"), "event.code")
                .standIn(plan.at("winlog.computer_name"), FieldRole.system("Computer"), "host.name", "host.hostname");
        for (Map.Entry<String, String> moved : MOVED) {
            String name = moved.getValue();
            plan.standIn(plan.at(EVENT_DATA + name), FieldRole.data(name), moved.getKey());
        }
        return Optional.of(plan.build());
    }

    @Override
    Optional<Instant> time(FlatRecord record, FieldPlan plan) {
        return time(record);
    }

    private static Optional<Instant> time(FlatRecord record) {
        return record.first("@timestamp", "winlog.time_created", "event.created")
                .flatMap(LogTime::parse);
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
        return new WindowsRecord(time(record), system.build(), data.build()).event(item, offset, number);
    }

    private static void addMoved(FlatRecord record, Fields.Builder data) {
        for (Map.Entry<String, String> moved : MOVED) {
            String name = moved.getValue();
            if (record.first(EVENT_DATA + name).isEmpty()) {
                record.first(moved.getKey()).ifPresent(value -> data.add(name, value));
            }
        }
    }
}
