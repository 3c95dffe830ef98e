package io.ashiato.casefile.store;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Events as bytes, for our own temporary files only: read back by the same run that wrote them.
final class EventCodec implements ExternalSorter.Codec<Event> {
    @Override
    public void write(RunWriter out, Event event) throws IOException {
        out.writeBoolean(event.time().isPresent());
        if (event.time().isPresent()) {
            time(out, event.time().get());
        }
        out.writeText(event.host());
        out.writeText(event.channel());
        out.writeText(event.provider());
        out.writeText(event.eventId());
        fields(out, event.data());
        fields(out, event.system());
        source(out, event.source());
    }

    @Override
    public Optional<Event> read(RunReader in) throws IOException {
        if (in.isAtEnd()) {
            return Optional.empty();
        }
        Optional<Instant> time = in.readBoolean() ? Optional.of(time(in)) : Optional.empty();
        return Optional.of(new Event(
                time, in.readText(), in.readText(), in.readText(), in.readText(), fields(in), fields(in), source(in)));
    }

    static void time(RunWriter out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    static Instant time(RunReader in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    static void source(RunWriter out, RecordRef source) throws IOException {
        out.writeText(source.path());
        out.writeText(source.sha256());
        out.writeLong(source.offset());
        number(out, source.recordId());
        number(out, source.headerId());
    }

    static RecordRef source(RunReader in) throws IOException {
        return new RecordRef(in.readText(), in.readText(), in.readLong(), number(in), number(in));
    }

    private static void fields(RunWriter out, Fields fields) throws IOException {
        out.writeInt(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            out.writeText(fields.name(i));
            out.writeText(fields.value(i));
        }
    }

    private static Fields fields(RunReader in) throws IOException {
        int count = in.readInt();
        var fields = new Fields.Builder();
        for (int i = 0; i < count; i++) {
            fields.add(in.readText(), in.readText());
        }
        return fields.build();
    }

    private static void number(RunWriter out, OptionalLong number) throws IOException {
        out.writeBoolean(number.isPresent());
        if (number.isPresent()) {
            out.writeLong(number.getAsLong());
        }
    }

    private static OptionalLong number(RunReader in) throws IOException {
        return in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
    }
}
