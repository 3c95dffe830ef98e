package io.ashiato.cli;

import io.ashiato.casefile.findings.Telling;
import io.ashiato.casefile.store.DetectionSorter;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.EventTime;
import io.ashiato.model.RuleInfo;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/// Detections for spreadsheets: UTF-8 with BOM (without it Japanese Excel reads CP932), CRLF, every cell quoted
/// (RFC 4180), and no cell that a spreadsheet would take for a formula.
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
        out.write('\ufeff');
        row(HEADER);
    }

    @Override
    public void accept(Detection detection) {
        RuleInfo rule = detection.rule();
        Event event = detection.event();
        row(List.of(
                event.time().map(EventTime::text).orElse(""),
                rule.level().id(),
                rule.id(),
                rule.title(),
                rule.author().orElse(""),
                event.host(),
                event.channel(),
                event.eventId(),
                String.join(" ", rule.techniques()),
                Telling.of(event).value(),
                event.source().path(),
                event.source().recordId().isPresent()
                        ? Long.toString(event.source().recordId().getAsLong())
                        : "",
                Long.toString(event.source().offset()),
                event.source().sha256()));
    }

    private void row(List<String> cells) {
        out.write(cells.stream().map(DetectionCsv::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
