package io.ashiato.casefile.store;

import io.ashiato.model.Correlated;
import io.ashiato.model.EventTime;

/// What stands behind a correlation, as `correlation` of a detection's JSON line: `group`, `events`, `first`, `last`
/// and `records`.
final class CorrelatedJson {
    private CorrelatedJson() {}

    static void write(StringBuilder out, Correlated correlated) {
        out.append('{');
        DetectionJson.name(out, "group");
        out.append('{');
        correlated.group().forEach(value -> DetectionJson.member(out, value.name(), value.value()));
        out.append('}');
        DetectionJson.number(out, "events", correlated.events());
        DetectionJson.member(out, "first", EventTime.text(correlated.first()));
        DetectionJson.member(out, "last", EventTime.text(correlated.last()));
        DetectionJson.name(out, "records");
        out.append('[');
        for (int i = 0; i < correlated.records().size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            record(out, correlated.records().get(i));
        }
        out.append("]}");
    }

    private static void record(StringBuilder out, Correlated.Part part) {
        out.append('{');
        DetectionJson.member(out, "time", EventTime.text(part.time()));
        DetectionJson.member(out, "rule_id", part.ruleId());
        DetectionJson.place(out, part.source());
        out.append('}');
    }
}
