package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.slot;
import static io.ashiato.readers.evtx.WrittenNode.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.FieldSource;

/// Crafted records end in damage, in bounded time, and the next record still comes.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class EvtxAttackTest {
    private static final LoggedEvent NEXT =
            LoggedEvent.of("Provider", 1, "Channel").with("After", "all");

    static final List<ArgumentSet> OVER_LIMIT = List.of(
            argumentSet("elements nested too deep", nested(600), "element depth"),
            argumentSet("elements nested very deep", nested(1_200), "element depth"),
            argumentSet("values nested too deep", nestedValues(600), "element depth"),
            argumentSet("one value repeated", repeated(1_000, 20_000), "record text"),
            argumentSet("templates that multiply", multiplied(6, 10), "record text"),
            argumentSet("arrays that multiply", arrays(6, 16), "record nodes"),
            argumentSet("a long name", element("n".repeat(1_025)), "name"),
            argumentSet("a template inside itself", insideItself(), "template inside itself"));

    @ParameterizedTest
    @FieldSource("OVER_LIMIT")
    void isOverLimit(WrittenNode attack, String limit) throws IOException {
        byte[] log = new EvtxWriter().add(Instant.EPOCH, attack).add(NEXT).bytes();

        assertThat(Logs.damage(log)).singleElement().satisfies(damage -> {
            assertThat(damage).isInstanceOf(Damage.OverLimit.class);
            assertThat(damage.field()).isEqualTo(limit);
        });
        assertThat(Logs.events(log))
                .singleElement()
                .satisfies(event -> assertThat(event.data().first("After")).contains("all"));
    }

    @Test
    void depthAndSizeBelowTheLimitsAreRead() throws IOException {
        byte[] log = new EvtxWriter()
                .add(Instant.EPOCH, nested(500))
                .add(Instant.EPOCH, repeated(100, 20_000))
                .bytes();

        assertThat(Logs.damage(log)).isEmpty();
        List<EvtxRecord> records = Logs.records(log);
        assertThat(EvtxJson.line(records.get(0).event())).contains("\"leaf\"");
        assertThat(EvtxXml.document(records.get(0).event())).contains("leaf");
        assertThat(EvtxJson.line(records.get(1).event())).hasSizeGreaterThan(2_000_000);
    }

    /// Small records that each unfold to 15 MiB: the chunk as a whole has a limit.
    @Test
    void manyLargeRecordsShareOneLimit() throws IOException {
        var writer = new EvtxWriter();
        WrittenNode large = repeated(750, 20_000);
        WrittenNode.Instance instance = (WrittenNode.Instance) large;
        WrittenNode again =
                new WrittenNode.Instance(instance.definition(), List.of(WrittenValue.text("x".repeat(500))));
        writer.add(Instant.EPOCH, large);
        for (int i = 0; i < 40; i++) {
            writer.add(Instant.EPOCH, again);
        }
        byte[] log = writer.add(NEXT).bytes();

        assertThat(Logs.events(log).getLast().data().first("After")).contains("all");
        long characters = Logs.records(log).stream()
                .mapToLong(record -> EvtxJson.line(record.event()).length())
                .sum();
        assertThat(characters).isLessThan(2 * Limits.CHUNK_COST);
    }

    /// Records of 48 bytes that share a template whose elements hold text in two parts, which each
    /// event puts together anew: each record is below the limit of one, all together are far above.
    @Test
    void manySmallRecordsShareOneLimit() throws IOException {
        WrittenNode twoParts = new WrittenNode.Instance(
                element("Data", text("x".repeat(12_000)), text("y")).with("Name", "Text"), List.of());
        WrittenNode.Element eventData =
                element("EventData", Collections.nCopies(20, twoParts).toArray(WrittenNode[]::new));
        WrittenNode record = new WrittenNode.Instance(element("Event", eventData), List.of());
        int bombs = 700;
        var writer = new EvtxWriter();
        for (int i = 0; i < bombs; i++) {
            writer.add(Instant.EPOCH, record);
        }
        byte[] log = writer.add(NEXT).bytes();

        EvtxChunk chunk = Logs.chunks(log).getFirst();
        assertThat(Logs.chunks(log)).hasSize(1);
        assertThat(chunk.records()).hasSizeBetween(50, 100);
        assertThat(chunk.recordFlaws())
                .hasSize(bombs + 1 - chunk.records().size())
                .allSatisfy(flaw -> {
                    assertThat(flaw.lost()).isTrue();
                    assertThat(flaw.damage()).isInstanceOf(Damage.OverLimit.class);
                });
        List<Event> events = Logs.events(log);
        assertThat(events.getLast().data().first("After")).contains("all");
        assertThat(events.stream().mapToLong(EvtxAttackTest::characters).sum())
                .isBetween(Limits.CHUNK_COST / 2, Limits.CHUNK_COST);
    }

    /// The most that a log can be made to give, all of it in the characters that take most to write:
    /// it comes near the stated factor, and what would exceed it is damage.
    @Test
    void outputIsBoundByTheInput() throws IOException {
        var slots = new ArrayList<WrittenNode>(Collections.nCopies(900, slot(0, 0x01)));
        WrittenNode.Element definition = element("Event", slots.toArray(WrittenNode[]::new));
        WrittenNode controls = new WrittenNode.Instance(definition, List.of(WrittenValue.text("\u0001".repeat(1_000))));
        int records = 27; // as many as a chunk holds
        var writer = new EvtxWriter();
        for (int i = 0; i < records; i++) {
            writer.add(Instant.EPOCH, controls);
        }
        byte[] log = writer.bytes();

        HostileReading.Outcome outcome = HostileReading.read(log, "control characters");

        assertThat(outcome.output()).isGreaterThan(log.length * (Limits.OUTPUT_PER_BYTE * 2L / 3));
        assertThat(outcome.damage()).isEqualTo(records - outcome.records());
    }

    /// Small records that each fill a large template: behind the chunk's limit only small ones come.
    @Test
    void manyInstancesOfALargeTemplateShareOneLimit() throws IOException {
        WrittenNode.Element definition = element(
                "Event", Collections.nCopies(1_500, element("a", slot(0, 0x01))).toArray(WrittenNode[]::new));
        WrittenNode instance = new WrittenNode.Instance(definition, List.of(WrittenValue.text("x")));
        var writer = new EvtxWriter();
        for (int i = 0; i < 400; i++) {
            writer.add(Instant.EPOCH, instance);
        }
        byte[] log = writer.add(NEXT).bytes();

        assertThat(Logs.chunks(log)).hasSize(1);
        assertThat(Logs.records(log)).hasSizeBetween(50, 300);
        assertThat(Logs.events(log).getLast().data().first("After")).contains("all");
        assertThat(Logs.damage(log)).allSatisfy(damage -> assertThat(damage).isInstanceOf(Damage.OverLimit.class));
    }

    /// XML allows each attribute name once: telling thousands apart takes neither time nor room.
    @Test
    void manyAttributesOfOneNameStayWithinTheBound() throws IOException {
        WrittenNode.Element element = element("Event");
        for (int i = 0; i < 5_000; i++) {
            element = element.with("a", text("x"));
        }
        byte[] log = new EvtxWriter().add(Instant.EPOCH, element).bytes();

        HostileReading.Outcome outcome = HostileReading.read(log, "many attributes of one name");

        assertThat(outcome.records()).isEqualTo(1);
        assertThat(outcome.output()).isLessThan(200_000);
    }

    /// A template that is read again for each use, since it never ends well, and in it names that are
    /// read again for each use, since they are too many to keep: 2,000 names, 1,500 times.
    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void longNamesInABrokenTemplateAreReadWithinTheLimits() throws IOException {
        char letter = '\u0400'; // as a length it says 1,024
        int textAt = 566; // of the first record's text: behind the headers of chunk, record and element
        int names = 2_000;
        ByteBuffer tag = ByteBuffer.allocate(16 + 5 * names).order(ByteOrder.LITTLE_ENDIAN);
        tag.put((byte) 0x41).putShort((short) 0xFFFF).putInt(0).putInt(textAt).putInt(0);
        for (int i = 0; i < names; i++) {
            tag.put((byte) 0x46).putInt(textAt + 2 * i); // each overlaps the next
        }
        tag.put((byte) 0x7F);
        var broken = new WrittenNode.Instance(element("Broken", new WrittenNode.Raw(tag.array())), List.of());
        byte[] log = new EvtxWriter()
                .add(Instant.EPOCH, element("E", text(String.valueOf(letter).repeat(names + 1_100))))
                .add(
                        Instant.EPOCH,
                        new WrittenNode.Instance(
                                element("Event", slot(0, 0x21)), Collections.nCopies(1_500, WrittenValue.xml(broken))))
                .add(NEXT)
                .bytes();

        assertThat(Logs.events(log).getLast().data().first("After")).contains("all");
        assertThat(Logs.damage(log)).isNotEmpty();
    }

    @Test
    void countsBeyondTheRecordAreDamage() throws IOException {
        byte[] counts = ByteBuffer.allocate(39)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x0C, 1, 0, 0, 0, 0})
                .putInt(512 + 24 + 4 + 10) // right behind: an empty definition
                .putInt(0)
                .putLong(0)
                .putLong(0)
                .putInt(1)
                .put((byte) 0)
                .putInt(-1)
                .array();
        byte[] log = new EvtxWriter()
                .add(Instant.EPOCH, new WrittenNode.Raw(counts))
                .add(NEXT)
                .bytes();

        assertThat(Logs.damage(log))
                .singleElement()
                .satisfies(damage -> assertThat(damage).isInstanceOf(Damage.Truncated.class));
        assertThat(Logs.events(log)).hasSize(1);
    }

    private static long characters(Event event) {
        return IntStream.range(0, event.data().size())
                .mapToLong(i -> event.data().value(i).length())
                .sum();
    }

    private static WrittenNode nested(int levels) {
        WrittenNode inner = text("leaf");
        for (int i = 0; i < levels; i++) {
            inner = element("d", inner);
        }
        return inner;
    }

    /// A template instance as the value of a template instance, and so on.
    private static WrittenNode nestedValues(int levels) {
        WrittenNode.Element definition = element("e", slot(0, 0x21));
        WrittenNode inner = element("leaf");
        for (int i = 0; i < levels; i++) {
            inner = new WrittenNode.Instance(definition, List.of(WrittenValue.xml(inner)));
        }
        return inner;
    }

    private static WrittenNode repeated(int times, int length) {
        var slots = new ArrayList<WrittenNode>(Collections.nCopies(times, slot(0, 0x01)));
        return new WrittenNode.Instance(
                element("Event", slots.toArray(WrittenNode[]::new)), List.of(WrittenValue.text("x".repeat(length))));
    }

    /// Each level uses the value of the next one `times` times.
    private static WrittenNode multiplied(int levels, int times) {
        WrittenNode.Element definition =
                element("m", Collections.nCopies(times, slot(0, 0x21)).toArray(WrittenNode[]::new));
        WrittenNode inner = element("leaf", text("x".repeat(50)));
        for (int i = 0; i < levels; i++) {
            inner = new WrittenNode.Instance(definition, List.of(WrittenValue.xml(inner)));
        }
        return inner;
    }

    /// An element with several arrays is repeated for each combination of their items.
    private static WrittenNode arrays(int count, int items) {
        var slots = new ArrayList<WrittenNode>();
        var values = new ArrayList<WrittenValue>();
        for (int i = 0; i < count; i++) {
            slots.add(slot(i, 0x81));
            values.add(WrittenValue.texts(Collections.nCopies(items, "i").toArray(String[]::new)));
        }
        return new WrittenNode.Instance(element("Event", element("a", slots.toArray(WrittenNode[]::new))), values);
    }

    /// A definition that holds, as a value of its own, an instance of itself. It is the first thing
    /// in a chunk, so its place is known.
    private static WrittenNode insideItself() {
        int definitionAt = 512 + 24 + 4 + 10; // chunk header, record header, fragment header, instance
        byte[] instance = ByteBuffer.allocate(4 + 14 + 1)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x0F, 1, 1, 0, 0x0C, 1, 0, 0, 0, 0})
                .putInt(definitionAt)
                .putInt(0)
                .put((byte) 0)
                .array();
        byte[] value = ByteBuffer.allocate(4 + instance.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x05, 0x21})
                .putShort((short) instance.length)
                .put(instance)
                .array();
        return new WrittenNode.Instance(element("Event", new WrittenNode.Raw(value)), List.of());
    }
}
