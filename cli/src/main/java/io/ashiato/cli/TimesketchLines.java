package io.ashiato.cli;

import io.ashiato.bytes.JsonBuffer;
import io.ashiato.casefile.findings.Telling;
import io.ashiato.casefile.store.DetectionFormat;
import io.ashiato.casefile.store.FieldsJson;
import io.ashiato.model.Event;
import io.ashiato.model.RuleInfo;
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
final class TimesketchLines implements DetectionFormat {
    private static final DateTimeFormatter DATETIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);
    private static final String EVENT_FIELD = "data_";

    private final JsonBuffer out = new JsonBuffer();
    private final FieldsJson fields = new FieldsJson(EVENT_FIELD);

    /// A line is put together of what depends on the rule and what depends on the event, in turn: the message
    /// has both.
    @Override
    public Lines of(Event event) {
        String telling = Telling.of(event).value();
        byte[] message = out.escaped(telling.isEmpty() ? "" : ": " + telling).take();
        byte[] time = time(event);
        byte[] rest = rest(event);
        return detection -> {
            RuleInfo rule = detection.rule();
            byte[] title = out.json("{")
                    .name("message")
                    .json("\"")
                    .escaped(rule.title())
                    .take();
            return List.of(title, message, time, rule(rule), rest);
        };
    }

    private byte[] time(Event event) {
        Instant time = event.time().orElse(Instant.EPOCH);
        out.json("\"");
        out.member("datetime", DATETIME.format(time.atOffset(ZoneOffset.UTC)));
        out.member("timestamp", ChronoUnit.MICROS.between(Instant.EPOCH, time));
        out.member("timestamp_desc", event.time().isPresent() ? "Event logged" : "Not a time");
        return out.take();
    }

    private byte[] rule(RuleInfo rule) {
        out.name("tag").texts(tags(rule));
        text("data_type", "ashiato:sigma:detection");
        text("rule_id", rule.id());
        text("rule_title", rule.title());
        text("rule_level", rule.level().id());
        rule.author().ifPresent(author -> text("rule_author", author));
        return out.take();
    }

    private byte[] rest(Event event) {
        text("hostname", event.host());
        text("channel", event.channel());
        text("provider", event.provider());
        text("event_id", event.eventId());
        text("path", event.source().path());
        text("sha256", event.source().sha256());
        event.source().recordId().ifPresent(id -> out.member("record_id", id));
        out.member("offset", event.source().offset());
        fields.write(out, event.data());
        return out.json("}\n").take();
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) {
            out.member(name, value);
        }
    }

    private static List<String> tags(RuleInfo rule) {
        var tags = new ArrayList<String>();
        tags.add("sigma");
        tags.add(rule.level().id());
        rule.tactics().forEach(tactic -> tags.add("attack." + tactic));
        rule.techniques().forEach(id -> tags.add("attack." + id.toLowerCase(Locale.ROOT)));
        return tags;
    }
}
