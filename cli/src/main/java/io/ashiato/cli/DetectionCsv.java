package io.ashiato.cli;

import io.ashiato.casefile.findings.Telling;
import io.ashiato.casefile.store.DetectionFormat;
import io.ashiato.model.Event;
import io.ashiato.model.EventTime;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RuleInfo;
import io.ashiato.publish.export.Csv;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Detections as a table for spreadsheets, see [Csv].
final class DetectionCsv implements DetectionFormat {
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

    /// The head line.
    static byte[] head() {
        return (Csv.BYTE_ORDER_MARK + Csv.row(HEADER)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Lines of(Event event) {
        RecordRef source = event.source();
        byte[] time = cells(event.time().map(EventTime::text).orElse(""));
        byte[] middle = cells(event.host(), event.channel(), event.eventId());
        byte[] telling = cells(Telling.of(event).value());
        byte[] place = Csv.row(List.of(
                        source.path(),
                        source.recordId().isPresent()
                                ? Long.toString(source.recordId().getAsLong())
                                : "",
                        Long.toString(source.offset()),
                        source.sha256()))
                .getBytes(StandardCharsets.UTF_8);
        return detection -> {
            RuleInfo rule = detection.rule();
            return List.of(
                    time,
                    cells(
                            rule.level().id(),
                            rule.id(),
                            rule.title(),
                            rule.author().orElse("")),
                    middle,
                    cells(String.join(" ", rule.techniques())),
                    detection.correlated().isEmpty()
                            ? telling
                            : cells(Telling.of(detection).value()),
                    place);
        };
    }

    /// Cells that others follow.
    private static byte[] cells(String... cells) {
        return (Csv.cells(List.of(cells)) + ",").getBytes(StandardCharsets.UTF_8);
    }
}
