package io.ashiato.casefile.store;

import io.ashiato.bytes.JsonBuffer;
import io.ashiato.model.Correlated;
import io.ashiato.model.EventTime;

/// What stands behind a correlation, as `correlation` of a detection's JSON line: `group`, `events`, `first`, `last`
/// and `records`.
final class CorrelatedJson {
    private CorrelatedJson() {}

    static void write(JsonBuffer out, Correlated correlated) {
        out.json("{").name("group").json("{");
        correlated.group().forEach(value -> out.member(value.name(), value.value()));
        out.json("}");
        out.member("events", correlated.events());
        out.member("first", EventTime.text(correlated.first()));
        out.member("last", EventTime.text(correlated.last()));
        out.name("records").json("[");
        for (int i = 0; i < correlated.records().size(); i++) {
            if (i > 0) {
                out.json(",");
            }
            record(out, correlated.records().get(i));
        }
        out.json("]}");
    }

    private static void record(JsonBuffer out, Correlated.Part part) {
        out.json("{");
        out.member("time", EventTime.text(part.time()));
        out.member("rule_id", part.ruleId());
        DetectionJson.place(out, part.source());
        out.json("}");
    }
}
