package io.ashiato.casefile.store;

import io.ashiato.bytes.AsciiDigits;
import io.ashiato.bytes.JsonBuffer;
import io.ashiato.model.Correlated;
import io.ashiato.model.Event;
import io.ashiato.model.EventTime;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RuleInfo;
import java.util.IdentityHashMap;
import java.util.List;

/// Detections as JSON lines, as `hunt --format jsonl` prints them and `detections.jsonl` holds them. Keys
/// without a value are left out; fields are those of [FieldsJson].
///
/// A line is put together of what depends on the event (`head`, `middle`, `tail`), on the rule (`rule`,
/// `techniques`) and on both (`correlation`), in the order head, rule, middle, techniques, correlation, tail.
public final class DetectionJson implements DetectionFormat {
    /// Digits that a JSON reader may take for a number without losing any (2^53 has sixteen).
    private static final int SAFE_DIGITS = 15;

    private final JsonBuffer out = new JsonBuffer();
    private final FieldsJson fields = new FieldsJson("");

    /// By identity, since a rule is the same object in all its detections and comparing its texts takes longer
    /// than writing them.
    private final IdentityHashMap<RuleInfo, RuleJson> rules = new IdentityHashMap<>();

    /// What depends on the rule alone.
    private static final class RuleJson {
        private final byte[] rule;
        private final byte[] techniques;

        RuleJson(byte[] rule, byte[] techniques) {
            this.rule = rule;
            this.techniques = techniques;
        }
    }

    @Override
    public Lines of(Event event) {
        out.json("{");
        time(event);
        byte[] head = out.name("rule").take();
        system(event, false);
        byte[] middle = out.name("techniques").take();
        data(event);
        byte[] tail = out.json("}\n").take();
        return detection -> {
            RuleJson rule = rules.computeIfAbsent(detection.rule(), this::rule);
            return detection.correlated().isEmpty()
                    ? List.of(head, rule.rule, middle, rule.techniques, tail)
                    : List.of(
                            head,
                            rule.rule,
                            middle,
                            rule.techniques,
                            correlation(detection.correlated().get()),
                            tail);
        };
    }

    /// An event as one JSON line with its line end, in the same words.
    byte[] line(Event event) {
        out.json("{");
        time(event);
        system(event, true);
        data(event);
        return out.json("}\n").take();
    }

    private RuleJson rule(RuleInfo rule) {
        out.json("{");
        out.member("id", rule.id());
        out.member("title", rule.title());
        out.member("level", rule.level().id());
        rule.author().ifPresent(author -> out.member("author", author));
        byte[] json = out.json("}").take();
        return new RuleJson(json, out.texts(rule.techniques()).take());
    }

    private byte[] correlation(Correlated correlated) {
        CorrelatedJson.write(out.name("correlation"), correlated);
        return out.take();
    }

    private void time(Event event) {
        event.time().ifPresent(time -> out.member("time", EventTime.text(time)));
    }

    private void system(Event event, boolean withProvider) {
        optional("host", event.host());
        optional("channel", event.channel());
        if (withProvider) {
            optional("provider", event.provider());
        }
        if (!event.eventId().isEmpty()) {
            eventId(event.eventId());
        }
    }

    private void optional(String name, String value) {
        if (!value.isEmpty()) {
            out.member(name, value);
        }
    }

    private void eventId(String id) {
        out.name("event_id");
        if (isNumber(id)) {
            out.json(id);
        } else {
            out.text(id);
        }
    }

    private static boolean isNumber(String id) {
        return AsciiDigits.are(id, SAFE_DIGITS) && (id.length() == 1 || id.charAt(0) != '0');
    }

    private void data(Event event) {
        out.name("evidence").json("{");
        place(out, event.source());
        out.json("}").name("fields").json("{");
        fields.write(out, event.data());
        out.json("}");
    }

    /// Appends the members that tell where a record lies.
    static void place(JsonBuffer out, RecordRef source) {
        out.member("path", source.path());
        out.member("sha256", source.sha256());
        source.recordId().ifPresent(id -> out.member("record_id", id));
        out.member("offset", source.offset());
        source.headerId().ifPresent(id -> out.member("header_id", id));
    }
}
