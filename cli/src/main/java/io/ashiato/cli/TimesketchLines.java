package io.ashiato.cli;

import io.ashiato.bytes.JsonText;
import io.ashiato.bytes.UniqueNames;
import io.ashiato.casefile.findings.Telling;
import io.ashiato.casefile.store.DetectionSorter;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RuleInfo;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Detections as JSON lines for Timesketch, in whose importer `message`, `datetime` and `timestamp_desc`
/// must be there, `timestamp` is in microseconds since 1970 and `tag` is a list
/// (guides/user/import-from-json-csv and `read_and_validate_jsonl` of its lib/utils.py). The file's name
/// has to end in `.jsonl`.
///
/// Fields of the event are prefixed, so that none of them takes the place of one that Timesketch knows.
/// Since nothing without a time is taken, an event without one stands at 1970 and says so, as Plaso has it.
final class TimesketchLines implements DetectionSorter.Consumer {
    private static final DateTimeFormatter DATETIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);
    private static final String EVENT_FIELD = "data_";

    private final PrintWriter out;

    TimesketchLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(Detection detection) {
        RuleInfo rule = detection.rule();
        Event event = detection.event();
        Instant time = event.time().orElse(Instant.EPOCH);
        var line = new StringBuilder(1024).append('{');
        String telling = Telling.of(event).value();
        text(line, "message", telling.isEmpty() ? rule.title() : rule.title() + ": " + telling);
        text(line, "datetime", DATETIME.format(time.atOffset(ZoneOffset.UTC)));
        number(line, "timestamp", ChronoUnit.MICROS.between(Instant.EPOCH, time));
        text(line, "timestamp_desc", event.time().isPresent() ? "Event logged" : "Not a time");
        name(line, "tag");
        texts(line, tags(rule));
        text(line, "data_type", "ashiato:sigma:detection");
        text(line, "rule_id", rule.id());
        text(line, "rule_title", rule.title());
        text(line, "rule_level", rule.level().id());
        rule.author().ifPresent(author -> text(line, "rule_author", author));
        text(line, "hostname", event.host());
        text(line, "channel", event.channel());
        text(line, "provider", event.provider());
        text(line, "event_id", event.eventId());
        text(line, "path", event.source().path());
        text(line, "sha256", event.source().sha256());
        event.source().recordId().ifPresent(id -> number(line, "record_id", id));
        number(line, "offset", event.source().offset());
        fields(line, event.data());
        out.append(line.append("}\n"));
    }

    private static List<String> tags(RuleInfo rule) {
        var tags = new ArrayList<String>();
        tags.add("sigma");
        tags.add(rule.level().id());
        rule.tactics().forEach(tactic -> tags.add("attack." + tactic));
        rule.techniques().forEach(id -> tags.add("attack." + id.toLowerCase(Locale.ROOT)));
        return tags;
    }

    private static void fields(StringBuilder line, Fields fields) {
        var names = new UniqueNames();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.value(i).isEmpty()) {
                text(line, EVENT_FIELD + names.next(fields.name(i)), fields.value(i));
            }
        }
    }

    private static void texts(StringBuilder line, List<String> texts) {
        line.append('[');
        for (int i = 0; i < texts.size(); i++) {
            line.append(i > 0 ? "," : "");
            JsonText.quote(line, texts.get(i));
        }
        line.append(']');
    }

    private static void text(StringBuilder line, String name, String value) {
        if (!value.isEmpty()) {
            name(line, name);
            JsonText.quote(line, value);
        }
    }

    private static void number(StringBuilder line, String name, long value) {
        name(line, name);
        line.append(value);
    }

    private static void name(StringBuilder line, String name) {
        line.append(line.length() > 1 ? "," : "");
        JsonText.quote(line, name);
        line.append(':');
    }
}
