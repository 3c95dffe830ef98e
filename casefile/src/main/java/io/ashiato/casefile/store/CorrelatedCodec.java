package io.ashiato.casefile.store;

import io.ashiato.model.Correlated;
import java.io.IOException;
import java.util.ArrayList;

/// What stands behind a correlation as bytes, for our own temporary files only.
final class CorrelatedCodec {
    private CorrelatedCodec() {}

    static void write(RunWriter out, Correlated correlated) throws IOException {
        out.writeInt(correlated.group().size());
        for (Correlated.Value value : correlated.group()) {
            out.writeText(value.name());
            out.writeText(value.value());
        }
        out.writeLong(correlated.events());
        EventCodec.time(out, correlated.first());
        EventCodec.time(out, correlated.last());
        out.writeInt(correlated.records().size());
        for (Correlated.Part part : correlated.records()) {
            out.writeText(part.ruleId());
            EventCodec.time(out, part.time());
            EventCodec.source(out, part.source());
        }
    }

    static Correlated read(RunReader in) throws IOException {
        int values = in.readInt();
        var group = new ArrayList<Correlated.Value>();
        for (int i = 0; i < values; i++) {
            group.add(new Correlated.Value(in.readText(), in.readText()));
        }
        long events = in.readLong();
        var first = EventCodec.time(in);
        var last = EventCodec.time(in);
        int parts = in.readInt();
        var records = new ArrayList<Correlated.Part>();
        for (int i = 0; i < parts; i++) {
            records.add(new Correlated.Part(in.readText(), EventCodec.time(in), EventCodec.source(in)));
        }
        return new Correlated(group, events, first, last, records);
    }
}
