package io.ashiato.cli;

import io.ashiato.casefile.findings.Telling;
import io.ashiato.casefile.store.DetectionSorter;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.EventTime;
import io.ashiato.model.RuleInfo;
import io.ashiato.publish.export.Csv;
import java.io.PrintWriter;
import java.util.List;

/// Detections as a table for spreadsheets, see [Csv].
final class DetectionCsv implements DetectionSorter.Consumer {
    private static final List<String> HEADER = List.of(
            "time_utc",
            "level",
            "rule_id",
            "rule_title",
            "rule_author",
            "host",
            "channel",
            "event_id",
            "techniques",
            "what",
            "path",
            "record_id",
            "offset",
            "sha256");

    private final PrintWriter out;

    DetectionCsv(PrintWriter out) {
        this.out = out;
    }

    /// Writes the head line.
    void begin() {
        out.write(Csv.BYTE_ORDER_MARK + Csv.row(HEADER));
    }

    @Override
    public void accept(Detection detection) {
        RuleInfo rule = detection.rule();
        Event event = detection.event();
        out.write(Csv.row(List.of(
                event.time().map(EventTime::text).orElse(""),
                rule.level().id(),
                rule.id(),
                rule.title(),
                rule.author().orElse(""),
                event.host(),
                event.channel(),
                event.eventId(),
                String.join(" ", rule.techniques()),
                Telling.of(detection).value(),
                event.source().path(),
                event.source().recordId().isPresent()
                        ? Long.toString(event.source().recordId().getAsLong())
                        : "",
                Long.toString(event.source().offset()),
                event.source().sha256())));
    }
}
