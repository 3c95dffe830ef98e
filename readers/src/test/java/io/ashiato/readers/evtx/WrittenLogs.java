package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.slot;
import static io.ashiato.readers.evtx.WrittenNode.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Sound logs that together hold what the format allows: every type of value and arrays of it, every
/// token, several hosts and channels in one file, forwarded events, large records, full and dirty logs.
final class WrittenLogs {
    static final Instant TIME = Instant.parse("2025-03-04T05:06:07.1234567Z");

    private static final UUID SOME_GUID = UUID.fromString("00010203-0405-0607-0809-0a0b0c0d0e0f");

    /// One value of each type.
    static final Map<String, WrittenValue> VALUES = values();

    /// An array of each type.
    static final Map<String, WrittenValue> ARRAYS = arrays();

    private WrittenLogs() {}

    /// A log and what it should give.
    ///
    /// @param records how many there are
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record WrittenLog(String name, byte[] bytes, int records) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// All of them, in a fixed order.
    static List<WrittenLog> all() {
        return List.of(
                types("every type", VALUES),
                types("an array of every type", ARRAYS),
                tokens(),
                nested(),
                manySources(),
                forwarded(),
                large(),
                wrapped(),
                new WrittenLog("dirty", sequence(12, 4).dirty().bytes(), 12),
                new WrittenLog(
                        "exported",
                        sequence(4, 2).skipRecordIds(1_000).add(event(5)).bytes(),
                        5));
    }

    private static Map<String, WrittenValue> values() {
        var values = new LinkedHashMap<String, WrittenValue>();
        values.put("Null", WrittenValue.none());
        values.put("Text", WrittenValue.text("山田 <&> \"'"));
        values.put("NoText", WrittenValue.text(""));
        values.put("Ansi", WrittenValue.ansi("caf\u00e9"));
        values.put("Int8", WrittenValue.i8(127));
        values.put("UInt8", WrittenValue.u8(255));
        values.put("Int16", WrittenValue.i16(32_767));
        values.put("UInt16", WrittenValue.u16(65_535));
        values.put("Int32", WrittenValue.i32(Integer.MAX_VALUE));
        values.put("UInt32", WrittenValue.u32(4_294_967_295L));
        values.put("Int64", WrittenValue.i64(Long.MAX_VALUE));
        values.put("UInt64", WrittenValue.u64(-1));
        values.put("Float", WrittenValue.real(0.25f));
        values.put("Double", WrittenValue.real(0.1));
        values.put("True", WrittenValue.truth(true));
        values.put("False", WrittenValue.truth(false));
        values.put("Binary", WrittenValue.binary((byte) 0xCA, (byte) 0xFE));
        values.put("Guid", WrittenValue.guid(SOME_GUID));
        values.put("Size32", WrittenValue.size32(0xFFFF_F000L));
        values.put("Size64", WrittenValue.size64(0x7FFF_1234_5678L));
        values.put("Filetime", WrittenValue.filetime(TIME));
        values.put("Systemtime", WrittenValue.systemtime(TIME));
        values.put("Sid", WrittenValue.sid("S-1-5-21-1-2-4294967295-1001"));
        values.put("HexInt32", WrittenValue.hex32(0x1010));
        values.put("HexInt64", WrittenValue.hex64(0x8020_0000_0000_0000L));
        // A minimum of the signed types is where sign extension goes wrong.
        values.put("Int8Min", WrittenValue.i8(-128));
        values.put("Int16Min", WrittenValue.i16(-32_768));
        values.put("Int32Min", WrittenValue.i32(Integer.MIN_VALUE));
        values.put("Int64Min", WrittenValue.i64(Long.MIN_VALUE));
        return Collections.unmodifiableMap(values);
    }

    private static Map<String, WrittenValue> arrays() {
        var arrays = new LinkedHashMap<String, WrittenValue>();
        arrays.put("Texts", WrittenValue.texts("one", "山田", "three"));
        arrays.put("AnsiTexts", WrittenValue.ansiTexts("a", "b"));
        arrays.put("Int8s", WrittenValue.array(WrittenValue.i8(1), WrittenValue.i8(127)));
        arrays.put("UInt8s", WrittenValue.array(WrittenValue.u8(1), WrittenValue.u8(255)));
        arrays.put("Int16s", WrittenValue.array(WrittenValue.i16(1), WrittenValue.i16(32_767)));
        arrays.put("UInt16s", WrittenValue.array(WrittenValue.u16(1), WrittenValue.u16(65_535)));
        arrays.put("Int32s", WrittenValue.array(WrittenValue.i32(1), WrittenValue.i32(Integer.MAX_VALUE)));
        arrays.put("UInt32s", WrittenValue.array(WrittenValue.u32(1), WrittenValue.u32(4_294_967_295L)));
        arrays.put("Int64s", WrittenValue.array(WrittenValue.i64(1), WrittenValue.i64(Long.MAX_VALUE)));
        arrays.put("UInt64s", WrittenValue.array(WrittenValue.u64(1), WrittenValue.u64(-1)));
        arrays.put("Floats", WrittenValue.array(WrittenValue.real(0.25f), WrittenValue.real(2.5f)));
        arrays.put("Doubles", WrittenValue.array(WrittenValue.real(0.25), WrittenValue.real(2.5)));
        arrays.put("Truths", WrittenValue.array(WrittenValue.truth(true), WrittenValue.truth(false)));
        arrays.put("Guids", WrittenValue.array(WrittenValue.guid(SOME_GUID), WrittenValue.guid(new UUID(1, 2))));
        arrays.put(
                "Filetimes",
                WrittenValue.array(WrittenValue.filetime(TIME), WrittenValue.filetime(TIME.plusSeconds(1))));
        arrays.put(
                "Systemtimes",
                WrittenValue.array(WrittenValue.systemtime(TIME), WrittenValue.systemtime(TIME.plusSeconds(1))));
        arrays.put("Sids", WrittenValue.array(WrittenValue.sid("S-1-5-18"), WrittenValue.sid("S-1-5-32-544")));
        arrays.put("Hex32s", WrittenValue.array(WrittenValue.hex32(0x10), WrittenValue.hex32(0x1010)));
        arrays.put("Hex64s", WrittenValue.array(WrittenValue.hex64(0x10), WrittenValue.hex64(0x1010)));
        arrays.put("One", WrittenValue.array(WrittenValue.u32(7)));
        return Collections.unmodifiableMap(arrays);
    }

    /// An event for each value, so that one that a reader fails at costs the others nothing.
    private static WrittenLog types(String name, Map<String, WrittenValue> values) {
        var writer = new EvtxWriter();
        values.forEach((type, value) ->
                writer.add(event(1).with("Before", "b").with(type, value).with("After", WrittenValue.u32(7))));
        return new WrittenLog(name, writer.bytes(), values.size());
    }

    /// Text in parts, references, CDATA, instructions, attributes in parts, elements that depend on
    /// values, a slot used twice: each in an event with a template and in one without.
    private static WrittenLog tokens() {
        WrittenNode.EntityReference and = new WrittenNode.EntityReference("amp");
        WrittenNode.CharacterReference accent = new WrittenNode.CharacterReference('é');
        List<WrittenNode.Element> contents = List.of(
                element("Parts", text("one "), text("two")),
                element("Entity", text("a "), and, text(" b")),
                element("Character", text("caf"), accent),
                element("Section", new WrittenNode.CData("<b>&amp;</b>")),
                element("Instruction", new WrittenNode.Instruction("target", "some data"), element("Behind")),
                element("EntityAttribute").with("a", text("x "), and, text(" y")),
                element("CharacterAttribute").with("a", text("x"), accent));
        var writer = new EvtxWriter();
        for (WrittenNode.Element content : contents) {
            writer.add(event(1).userData(content)).add(TIME, plainEvent(content));
        }
        WrittenNode.Element slots = element(
                "Slots",
                element("Twice", slot(0, 0x01), slot(0, 0x01)),
                element("Absent", slot(1, 0x01)).dependingOn(1),
                element("Present", slot(0, 0x01)).dependingOn(0),
                element("Normal", new WrittenNode.Slot(2, 0x08, false)));
        WrittenNode.Element attribute = element("SlotAttribute").with("a", text("<"), slot(0, 0x01), text(">"));
        List<WrittenValue> values = List.of(WrittenValue.text("value"), WrittenValue.none(), WrittenValue.u32(9));
        for (WrittenNode.Element content : List.of(slots, attribute)) {
            writer.add(TIME, new WrittenNode.Instance(plainEvent(content), values));
        }
        return new WrittenLog("every token", writer.bytes(), 2 * contents.size() + 2);
    }

    /// Binary XML inside binary XML: an element, an instance, an instance in an instance, and none.
    private static WrittenLog nested() {
        WrittenNode.Element outer = plainEvent(element("Outer", slot(0, 0x21)));
        WrittenNode inner = new WrittenNode.Instance(
                element("Inner", slot(0, 0x01)).with("n", slot(1, 0x08)),
                List.of(WrittenValue.text("deep"), WrittenValue.u32(3)));
        WrittenNode middle =
                new WrittenNode.Instance(element("Middle", slot(0, 0x21)), List.of(WrittenValue.xml(inner)));
        var writer = new EvtxWriter();
        for (WrittenNode content : List.of(element("Plain", text("t")), inner, middle)) {
            writer.add(TIME, new WrittenNode.Instance(outer, List.of(WrittenValue.xml(content))));
        }
        return new WrittenLog("nested", writer.bytes(), 3);
    }

    /// Several providers, channels and hosts in one file, over two years and three chunks.
    private static WrittenLog manySources() {
        var writer = new EvtxWriter(5_000);
        int records = 24;
        for (int i = 0; i < records; i++) {
            LoggedEvent event = LoggedEvent.of("Provider-" + i % 5, 100 + i % 7, "Channel-" + i % 3 + "/Operational")
                    .on("HOST" + i % 4 + ".example.org")
                    .kind(i % 3, i % 6, i, i % 2, 1L << 63 | i)
                    .at(TIME.plus(Duration.ofDays(30L * i)))
                    .activity(new UUID(i, i))
                    .with("Number", WrittenValue.u32(i));
            writer.add(i % 4 == 0 ? event.classic(i) : event.by(i, i + 1, "S-1-5-18"));
            if (i % 8 == 7) {
                writer.endChunk();
            }
        }
        return new WrittenLog("many sources", writer.bytes(), records);
    }

    /// Events as a collector writes them: from several hosts, with the texts that they were rendered
    /// to, or as text alone without a template.
    private static WrittenLog forwarded() {
        var writer = new EvtxWriter();
        for (int i = 0; i < 4; i++) {
            writer.add(LoggedEvent.of("Provider", 4624, i % 2 == 0 ? "Security" : "Application")
                    .on("CLIENT" + i)
                    .at(TIME.plusSeconds(i))
                    .with("User", "user " + i)
                    .rendered("en-US", "An account was logged on.\r\n\r\nUser: " + i, "Information"));
        }
        WrittenNode.Element system = element(
                "System",
                element("Provider").with("Name", "Provider"),
                element("EventID", text("1116")),
                element("TimeCreated").with("SystemTime", "2025-03-04T05:06:07.123456700Z"),
                element("EventRecordID", text("5")),
                element("Channel", text("ForwardedEvents")),
                element("Computer", text("CLIENT9")));
        writer.add(
                TIME,
                element(
                        "Event",
                        system,
                        element("EventData", element("Data", text("as text")).with("Name", "Kind")),
                        element("RenderingInfo", element("Message", text("rendered")))
                                .with("Culture", "ja-JP")));
        return new WrittenLog("forwarded", writer.bytes(), 5);
    }

    /// A record of nearly a chunk, between small ones.
    private static WrittenLog large() {
        var writer = new EvtxWriter();
        writer.add(event(1)).add(event(2).with("Long", "x".repeat(31_000))).add(event(3));
        return new WrittenLog("large record", writer.bytes(), 3);
    }

    private static WrittenLog wrapped() {
        return new WrittenLog("wrapped", sequence(15, 5).wrapped(1).bytes(), 15);
    }

    /// Events in chunks of so many.
    private static EvtxWriter sequence(int records, int perChunk) {
        var writer = new EvtxWriter();
        for (int i = 0; i < records; i++) {
            writer.add(event(i));
            if (i % perChunk == perChunk - 1) {
                writer.endChunk();
            }
        }
        return writer;
    }

    private static LoggedEvent event(int number) {
        return LoggedEvent.of("Provider", 1, "Channel")
                .on("HOST")
                .at(TIME.plusSeconds(number))
                .with("Number", WrittenValue.u32(number));
    }

    /// An event of one's own content.
    private static WrittenNode.Element plainEvent(WrittenNode content) {
        return element("Event", element("System", element("EventID", text("1"))), element("UserData", content));
    }
}
