package io.ashiato.casefile.store;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Events as bytes, for our own temporary files only: read back by the same run that wrote them.
final class EventCodec implements ExternalSorter.Codec<Event> {
    private static final int WITHOUT_TIME = 0;
    private static final int WITH_TIME = 1;

    @Override
    public void write(DataOutputStream out, Event event) throws IOException {
        out.writeByte(event.time().isPresent() ? WITH_TIME : WITHOUT_TIME);
        if (event.time().isPresent()) {
            time(out, event.time().get());
        }
        text(out, event.host());
        text(out, event.channel());
        text(out, event.provider());
        text(out, event.eventId());
        fields(out, event.data());
        fields(out, event.system());
        source(out, event.source());
    }

    @Override
    public Optional<Event> read(DataInputStream in) throws IOException {
        int kind = in.read();
        if (kind < 0) {
            return Optional.empty();
        }
        Optional<Instant> time = kind == WITH_TIME ? Optional.of(time(in)) : Optional.empty();
        return Optional.of(new Event(time, text(in), text(in), text(in), text(in), fields(in), fields(in), source(in)));
    }

    static void time(DataOutputStream out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    static Instant time(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    static void source(DataOutputStream out, RecordRef source) throws IOException {
        text(out, source.path());
        text(out, source.sha256());
        out.writeLong(source.offset());
        number(out, source.recordId());
        number(out, source.headerId());
    }

    static RecordRef source(DataInputStream in) throws IOException {
        return new RecordRef(text(in), text(in), in.readLong(), number(in), number(in));
    }

    private static void fields(DataOutputStream out, Fields fields) throws IOException {
        out.writeInt(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            text(out, fields.name(i));
            text(out, fields.value(i));
        }
    }

    private static Fields fields(DataInputStream in) throws IOException {
        int count = in.readInt();
        var fields = new Fields.Builder();
        for (int i = 0; i < count; i++) {
            fields.add(text(in), text(in));
        }
        return fields.build();
    }

    private static void number(DataOutputStream out, OptionalLong number) throws IOException {
        out.writeBoolean(number.isPresent());
        if (number.isPresent()) {
            out.writeLong(number.getAsLong());
        }
    }

    private static OptionalLong number(DataInputStream in) throws IOException {
        return in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
    }

    /// UTF-16 as it is, since evidence may hold surrogates without a partner; most text fits one byte a unit.
    static void text(DataOutputStream out, String text) throws IOException {
        int length = text.length();
        boolean narrow = text.chars().allMatch(c -> c < 0x100);
        out.writeInt(narrow ? length : ~length);
        if (narrow) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            out.writeChars(text);
        }
    }

    static String text(DataInputStream in) throws IOException {
        int marker = in.readInt();
        if (marker >= 0) {
            return new String(in.readNBytes(marker), StandardCharsets.ISO_8859_1);
        }
        var units = new char[~marker];
        for (int i = 0; i < units.length; i++) {
            units[i] = in.readChar();
        }
        return new String(units);
    }
}
