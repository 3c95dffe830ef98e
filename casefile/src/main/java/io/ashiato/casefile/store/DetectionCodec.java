package io.ashiato.casefile.store;

import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RuleInfo;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Detections as bytes, for our own temporary files only: read back by the same run that wrote them.
/// Rules are written by id and looked up again.
final class DetectionCodec {
    private final Map<String, RuleInfo> rules = new HashMap<>();

    void write(DataOutputStream out, Detection detection) throws IOException {
        rules.putIfAbsent(detection.rule().id(), detection.rule());
        Event event = detection.event();
        text(out, detection.rule().id());
        out.writeBoolean(event.time().isPresent());
        if (event.time().isPresent()) {
            Instant time = event.time().get();
            out.writeLong(time.getEpochSecond());
            out.writeInt(time.getNano());
        }
        text(out, event.host());
        text(out, event.channel());
        text(out, event.provider());
        text(out, event.eventId());
        fields(out, event.data());
        fields(out, event.system());
        text(out, event.source().path());
        text(out, event.source().sha256());
        out.writeLong(event.source().offset());
        number(out, event.source().recordId());
        number(out, event.source().headerId());
    }

    /// The next detection, or nothing at the end of the file.
    Optional<Detection> read(DataInputStream in) throws IOException {
        String id;
        try {
            id = text(in);
        } catch (EOFException e) {
            return Optional.empty();
        }
        RuleInfo rule = rules.get(id);
        if (rule == null) {
            throw new IOException("a temporary file names a rule that this run does not have: " + id);
        }
        Optional<Instant> time =
                in.readBoolean() ? Optional.of(Instant.ofEpochSecond(in.readLong(), in.readInt())) : Optional.empty();
        return Optional.of(new Detection(
                rule,
                new Event(
                        time,
                        text(in),
                        text(in),
                        text(in),
                        text(in),
                        fields(in),
                        fields(in),
                        new RecordRef(text(in), text(in), in.readLong(), number(in), number(in)))));
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
    private static void text(DataOutputStream out, String text) throws IOException {
        int length = text.length();
        boolean narrow = text.chars().allMatch(c -> c < 0x100);
        out.writeInt(narrow ? length : ~length);
        if (narrow) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            out.writeChars(text);
        }
    }

    private static String text(DataInputStream in) throws IOException {
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
