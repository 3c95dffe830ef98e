package io.ashiato.casefile.store;

import io.ashiato.bytes.JsonText;
import io.ashiato.bytes.UniqueNames;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.EventTime;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RuleInfo;
import java.util.List;

/// A detection as one JSON line, as `hunt --format jsonl` prints it and `detections.jsonl` holds it.
///
/// Keys without a value are left out. A field name that occurs again gets `_1`, `_2`, ... as in `dump`.
public final class DetectionJson {
    /// Digits that a JSON reader may take for a number without losing any (2^53 has sixteen).
    private static final int SAFE_DIGITS = 15;

    private DetectionJson() {}

    /// One line without its line end.
    public static String line(Detection detection) {
        var out = new StringBuilder(1024);
        Event event = detection.event();
        out.append('{');
        event.time().ifPresent(time -> member(out, "time", EventTime.text(time)));
        name(out, "rule");
        rule(out, detection.rule());
        optional(out, "host", event.host());
        optional(out, "channel", event.channel());
        if (!event.eventId().isEmpty()) {
            name(out, "event_id");
            eventId(out, event.eventId());
        }
        name(out, "techniques");
        texts(out, detection.rule().techniques());
        if (detection.correlated().isPresent()) {
            name(out, "correlation");
            CorrelatedJson.write(out, detection.correlated().get());
        }
        name(out, "evidence");
        evidence(out, event.source());
        name(out, "fields");
        fields(out, event.data());
        return out.append('}').toString();
    }

    /// An event as one JSON line, in the same words.
    static String line(Event event) {
        var out = new StringBuilder(1024);
        out.append('{');
        event.time().ifPresent(time -> member(out, "time", EventTime.text(time)));
        optional(out, "host", event.host());
        optional(out, "channel", event.channel());
        optional(out, "provider", event.provider());
        if (!event.eventId().isEmpty()) {
            name(out, "event_id");
            eventId(out, event.eventId());
        }
        name(out, "evidence");
        evidence(out, event.source());
        name(out, "fields");
        fields(out, event.data());
        return out.append('}').toString();
    }

    private static void rule(StringBuilder out, RuleInfo rule) {
        out.append('{');
        member(out, "id", rule.id());
        member(out, "title", rule.title());
        member(out, "level", rule.level().id());
        rule.author().ifPresent(author -> member(out, "author", author));
        out.append('}');
    }

    private static void evidence(StringBuilder out, RecordRef source) {
        out.append('{');
        place(out, source);
        out.append('}');
    }

    /// The members that tell where a record lies.
    static void place(StringBuilder out, RecordRef source) {
        member(out, "path", source.path());
        member(out, "sha256", source.sha256());
        source.recordId().ifPresent(id -> number(out, "record_id", id));
        number(out, "offset", source.offset());
        source.headerId().ifPresent(id -> number(out, "header_id", id));
    }

    private static void fields(StringBuilder out, Fields fields) {
        var names = new UniqueNames();
        out.append('{');
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.value(i).isEmpty()) {
                member(out, names.next(fields.name(i)), fields.value(i));
            }
        }
        out.append('}');
    }

    private static void eventId(StringBuilder out, String id) {
        boolean number = id.length() <= SAFE_DIGITS
                && id.chars().allMatch(c -> c >= '0' && c <= '9')
                && (id.length() == 1 || id.charAt(0) != '0');
        if (number) {
            out.append(id);
        } else {
            JsonText.quote(out, id);
        }
    }

    private static void texts(StringBuilder out, List<String> texts) {
        out.append('[');
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            JsonText.quote(out, texts.get(i));
        }
        out.append(']');
    }

    private static void optional(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            member(out, name, value);
        }
    }

    static void member(StringBuilder out, String name, String value) {
        name(out, name);
        JsonText.quote(out, value);
    }

    static void number(StringBuilder out, String name, long value) {
        name(out, name);
        out.append(value);
    }

    static void name(StringBuilder out, String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        JsonText.quote(out, name);
        out.append(':');
    }
}
