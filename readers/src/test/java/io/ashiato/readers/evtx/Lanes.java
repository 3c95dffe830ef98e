package io.ashiato.readers.evtx;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Event;
import io.ashiato.model.RecordView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// The fast ways of reading, held against the plain one chunk by chunk.
final class Lanes {
    private static final String PATH = "a log";
    private static final String SHA256 = "its digest";

    static final List<String> SYSTEM =
            List.of("Provider_Name", "EventID", "Channel", "Computer", "EventRecordID", "TimeCreated_SystemTime");
    static final List<String> DATA = List.of("CommandLine", "Image", "TargetUserName", "Data", "param1", "A", "Part");

    private final JsonLane json = new JsonLane();
    private final JsonLines jsonLines = new JsonLines();
    private final RecordLane events = new RecordLane();
    private final RecordLane views = events.another();
    private final SlotLane slots = new SlotLane(SYSTEM, DATA);
    private final ChunkBytes chunk = new ChunkBytes();
    private long records;
    private long givenUp;

    /// What is different in a log; nothing, if all is well.
    List<String> differences(byte[] log) throws IOException {
        EvtxFile file = EvtxFile.open(ByteSource.of(log));
        var differences = new ArrayList<String>();
        for (int i = 0; i < file.chunkCount(); i++) {
            EvtxChunk plain = file.read(i);
            file.fill(i, chunk);
            records += plain.records().size();
            if (!isSameJson(plain)) {
                differences.add("JSON of chunk " + i);
            }
            if (!areSameEvents(plain)) {
                differences.add("events of chunk " + i);
            }
            differences.addAll(slots(plain));
        }
        return differences;
    }

    private boolean isSameJson(EvtxChunk plain) {
        var lines = new StringBuilder();
        plain.records()
                .forEach(record -> lines.append(EvtxJson.line(record.event())).append('\n'));
        jsonLines.clear();
        Optional<ChunkFlaws> flaws = json.read(chunk, jsonLines);
        if (flaws.isEmpty()) {
            givenUp++;
            return jsonLines.length() == 0;
        }
        byte[] expected = lines.toString().getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(expected, 0, expected.length, jsonLines.bytes(), 0, jsonLines.length())
                && isSame(flaws.get(), plain);
    }

    private boolean areSameEvents(EvtxChunk plain) {
        RecordLane.Read read = events.events(chunk, PATH, SHA256);
        return read.events().equals(events(plain)) && isSame(read.flaws(), plain) && areViewsOfEvents();
    }

    /// Whether what a view says of a record without its event is what the event says.
    private boolean areViewsOfEvents() {
        boolean[] isSame = {true};
        views.read(chunk, PATH, SHA256, new RecordLane.Visitor() {
            @Override
            public void begin() {}

            @Override
            public void record(RecordView record) {
                Event event = record.event();
                isSame[0] &= record.host().equals(event.host())
                        && record.channel().equals(event.channel())
                        && record.eventId().equals(event.eventId())
                        && record.time().equals(event.time())
                        && record.offset() == event.source().offset()
                        && areNumbersNumeric(record);
            }
        });
        return isSame[0];
    }

    private static boolean areNumbersNumeric(RecordView record) {
        return IntStream.range(0, record.names().size())
                .filter(record::has)
                .filter(record::isNumeric)
                .mapToObj(record::text)
                .flatMapToInt(text -> text.toLowerCase(Locale.ROOT).chars())
                .allMatch(unit -> RecordView.NUMERIC.indexOf(unit) >= 0);
    }

    private static List<Event> events(EvtxChunk plain) {
        return plain.records().stream()
                .map(record -> EvtxEvents.event(record, PATH, SHA256))
                .toList();
    }

    private static boolean isSame(ChunkFlaws flaws, EvtxChunk plain) {
        return flaws.records() == plain.records().size()
                && flaws.chunkDamage().equals(plain.chunkDamage())
                && flaws.recordFlaws().equals(plain.recordFlaws());
    }

    private List<String> slots(EvtxChunk plain) {
        var expected = events(plain).stream().map(Lanes::wanted).toList();
        var found = new ArrayList<List<String>>();
        slots.read(chunk, (fields, headerId, at) -> {
            var values = new ArrayList<String>();
            for (int i = 0; i < SYSTEM.size() + DATA.size(); i++) {
                values.add(
                        fields.type(i) == SlotLane.ABSENT
                                ? "(absent)"
                                : new ValueTexts()
                                        .text(fields.bytes(i), fields.at(i), fields.type(i) << 16 | fields.size(i)));
            }
            found.add(values);
        });
        var differences = new ArrayList<String>();
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            if (i >= expected.size() || i >= found.size() || !expected.get(i).equals(found.get(i))) {
                differences.add("slots of record " + i + " of chunk " + plain.index() + ": "
                        + (i < found.size() ? found.get(i) : "none") + " for "
                        + (i < expected.size() ? expected.get(i) : "none"));
            }
        }
        return differences;
    }

    private static List<String> wanted(Event event) {
        var values = new ArrayList<String>();
        SYSTEM.forEach(name -> values.add(event.system().first(name).orElse("(absent)")));
        DATA.forEach(name -> values.add(event.data().first(name).orElse("(absent)")));
        return values;
    }

    /// Records compared so far.
    long records() {
        return records;
    }

    /// Records of them that the JSON lane left to the plain reader.
    long leftByJson() {
        return json.leftToPlain();
    }

    /// Chunks that the JSON lane left to the plain reader as a whole.
    long givenUp() {
        return givenUp;
    }

    /// Records of them that the event lane left to the plain reader.
    long leftByEvents() {
        return events.leftToPlain();
    }
}
