package io.ashiato.readers.evtx;

import io.ashiato.bytes.AsciiDigits;
import io.ashiato.model.Event;
import io.ashiato.model.EventTime;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Records as events of the model: fields with their values as text.
///
/// - System: each element at any depth under its name, each attribute as `Element_Attribute`
///   (`Provider_Name`, `EventID`, `EventID_Qualifiers`, `TimeCreated_SystemTime`); what is empty is
///   left out.
/// - EventData: each `Data` and `ComplexData` under its `Name`, one without a name as `Data`; an
///   array is as many fields of one name. Empty values are kept.
/// - UserData, ProcessingErrorData and whatever else stands beside System: each element without
///   child elements under its own name, attributes as `Element_Attribute`.
/// - RenderingInfo, the texts of a forwarded event: as the former, with `RenderingInfo_` before the
///   names, since its `Level` or `Channel` are words and not the values of System.
public final class EvtxEvents {
    static final String SYSTEM = "System";
    static final String EVENT_DATA = "EventData";
    static final String RENDERING_INFO = "RenderingInfo";
    static final String TIME_CREATED = "TimeCreated";
    static final String SYSTEM_TIME = "SystemTime";

    /// Times as text come with up to nine digits; logs count in 100 ns.
    private static final long NANOS_PER_TICK = 100;

    private static final Instant FIRST = Instant.parse("1601-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.9999999Z");

    private static final String LARGEST = Long.toString(Long.MAX_VALUE);

    private EvtxEvents() {}

    /// @param path of the log, as in [io.ashiato.model.EvidenceItem#path]
    /// @param sha256 of the log
    public static Event event(EvtxRecord record, String path, String sha256) {
        var data = new Fields.Builder();
        for (XmlNode node : record.event().children()) {
            if (node instanceof XmlElement part && !part.name().equals(SYSTEM)) {
                data(part, data);
            }
        }
        var source = new Source(path, sha256, record.offset(), record.headerId());
        return event(timeCreated(record), envelope(record), data.build(), source);
    }

    /// When a record says that its event was created: `TimeCreated`, as far as it is a time.
    public static Optional<Instant> timeCreated(EvtxRecord record) {
        Optional<Instant> time = Optional.empty();
        for (XmlNode node : record.event().children()) {
            if (node instanceof XmlElement part && part.name().equals(SYSTEM)) {
                time = time(part);
            }
        }
        return time;
    }

    /// What stands in System, by the names that [#event] gives it.
    public static Fields envelope(EvtxRecord record) {
        var system = new Fields.Builder();
        for (XmlNode node : record.event().children()) {
            if (node instanceof XmlElement part && part.name().equals(SYSTEM)) {
                system(part, system);
            }
        }
        return system.build();
    }

    /// Where a record comes from.
    record Source(String path, String sha256, long offset, long headerId) {}

    /// An event of these fields.
    static Event event(Optional<Instant> time, Fields envelope, Fields data, Source source) {
        OptionalLong recordId = number(envelope.first("EventRecordID").orElse(""));
        OptionalLong headerId = source.headerId() < 0 ? OptionalLong.empty() : OptionalLong.of(source.headerId());
        return new Event(
                time,
                envelope.first("Computer").orElse(""),
                envelope.first("Channel").orElse(""),
                envelope.first("Provider_Name").orElse(""),
                envelope.first("EventID").orElse(""),
                data,
                envelope,
                new RecordRef(source.path(), source.sha256(), source.offset(), recordId, headerId));
    }

    /// The fields of a part of an event that is not System.
    static void data(XmlElement part, Fields.Builder fields) {
        switch (part.name()) {
            case EVENT_DATA -> eventData(part, fields);
            case RENDERING_INFO -> renderingInfo(part, fields);
            default -> inside(part, "", fields);
        }
    }

    static void system(XmlElement parent, Fields.Builder fields) {
        for (XmlNode node : parent.children()) {
            if (node instanceof XmlElement element) {
                if (element.hasText()) {
                    fields.add(element.name(), element.text());
                }
                attributes(element, element.name(), fields);
                system(element, fields); // Windows nests none, but a log may hold anything
            }
        }
    }

    private static void eventData(XmlElement eventData, Fields.Builder fields) {
        for (XmlNode node : eventData.children()) {
            switch (node) {
                case XmlElement element
                when isNamed(element) -> {
                    String name = element.attribute("Name")
                            .map(XmlAttribute::text)
                            .filter(text -> !text.isEmpty())
                            .orElse(element.name());
                    if (!element.hasElements()) {
                        fields.add(name, element.text());
                    } else {
                        inside(element, "", fields);
                    }
                }
                case XmlElement element -> leaf(element, "", fields);
                case BinXmlValue text when !text.isEmpty() -> fields.add(eventData.name(), text.text());
                case BinXmlValue nothing -> {}
                case XmlInstruction nothing -> {}
            }
        }
    }

    private static boolean isNamed(XmlElement element) {
        return isData(element.name());
    }

    /// Whether the children of EventData that are called so have names of their own.
    static boolean isData(String name) {
        return name.equals("Data") || name.equals("ComplexData");
    }

    private static void renderingInfo(XmlElement info, Fields.Builder fields) {
        attributes(info, RENDERING_INFO, fields);
        for (XmlNode node : info.children()) {
            if (node instanceof XmlElement child) {
                leaf(child, RENDERING_INFO + "_", fields);
            }
        }
    }

    private static void inside(XmlElement parent, String prefix, Fields.Builder fields) {
        attributes(parent, prefix + parent.name(), fields);
        if (parent.hasText()) {
            fields.add(prefix + parent.name(), parent.text());
        }
        for (XmlNode node : parent.children()) {
            if (node instanceof XmlElement child) {
                leaf(child, prefix, fields);
            }
        }
    }

    static void leaf(XmlElement element, String prefix, Fields.Builder fields) {
        if (element.hasElements()) {
            inside(element, prefix, fields);
        } else {
            fields.add(prefix + element.name(), element.text());
            attributes(element, prefix + element.name(), fields);
        }
    }

    private static void attributes(XmlElement element, String name, Fields.Builder fields) {
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.isEmpty() && isFact(attribute.name())) {
                fields.add(name + "_" + attribute.name(), attribute.text());
            }
        }
    }

    /// Whether an attribute tells something: those that name a schema do not.
    static boolean isFact(String attribute) {
        return !attribute.startsWith("xmlns");
    }

    /// When the event was created. The time in the record's header, when it was written down, is
    /// another one, and does not take its place.
    private static Optional<Instant> time(XmlElement system) {
        Optional<XmlAttribute> written = system.child(TIME_CREATED).flatMap(element -> element.attribute(SYSTEM_TIME));
        if (written.isEmpty() || written.get().value().isEmpty()) {
            return Optional.empty();
        }
        if (written.get().value().getFirst() instanceof BinXmlValue.Time(long ticks)) {
            return EventTime.ofFiletime(ticks);
        }
        return parsed(written.get().text());
    }

    /// A time given as text.
    static Optional<Instant> parsed(String text) {
        try {
            Instant time = Instant.parse(text);
            return time.isAfter(FIRST) && !time.isAfter(LAST)
                    ? Optional.of(Instant.ofEpochSecond(
                            time.getEpochSecond(), time.getNano() / NANOS_PER_TICK * NANOS_PER_TICK))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // text from the log that is no time
        }
    }

    /// A record id as a number, where it is one that a `long` holds. Real ones start at 1.
    private static OptionalLong number(String text) {
        boolean fits = AsciiDigits.are(text, LARGEST.length())
                && (text.length() < LARGEST.length() || text.compareTo(LARGEST) <= 0);
        return fits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
