package io.ashiato.readers;

import io.ashiato.model.Fields;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Windows records as XML text, as forwarders put them into other logs and as Sysmon for Linux writes its own.
/// Fields get the names that [io.ashiato.readers.evtx.EvtxEvents] gives them. For one thread.
public final class EventXml {
    /// What such a text begins with.
    private static final String START = "<Event";

    /// Open elements. Real records have a dozen.
    private static final int MAX_DEPTH = 64;

    private static final String SYSTEM = "System";
    private static final String EVENT_DATA = "EventData";
    private static final String RENDERING_INFO = "RenderingInfo";

    private final XMLInputFactory factory = XmlPart.factory();

    private Fields.Builder system = new Fields.Builder();
    private Fields.Builder data = new Fields.Builder();
    private final Deque<Element> open = new ArrayDeque<>();

    /// Whether a text may be such a record.
    public static boolean mayBe(String text) {
        return text.startsWith(START) || text.startsWith("<?xml");
    }

    /// The record in a text; nothing where it is no XML or no record.
    public Optional<WindowsRecord> parse(String text) {
        system = new Fields.Builder();
        data = new Fields.Builder();
        open.clear();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!open.isEmpty()) {
                            open.getFirst().text.append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> end(open.removeFirst());
                    default -> {} // comments and instructions tell nothing
                }
            }
        } catch (XMLStreamException | RuntimeException e) { // the JDK's parser throws some of these too
            return Optional.empty();
        }
        Fields envelope = system.build();
        return envelope.size() == 0
                ? Optional.empty()
                : Optional.of(new WindowsRecord(
                        envelope.first("TimeCreated_SystemTime").flatMap(LogTime::parse), envelope, data.build()));
    }

    /// An element that is open.
    private static final class Element {
        private final String name;

        /// Which child of `Event` it is in, itself included.
        private final String section;

        private final int depth;
        private final StringBuilder text = new StringBuilder();
        private String dataName = "";
        private boolean hasElements;

        Element(String name, String section, int depth) {
            this.name = name;
            this.section = section;
            this.depth = depth;
        }

        boolean isData() {
            return depth == 2 && section.equals(EVENT_DATA) && (name.equals("Data") || name.equals("ComplexData"));
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        if (open.size() >= MAX_DEPTH) {
            throw new XMLStreamException("too deep");
        }
        Element parent = open.peekFirst();
        String name = xml.getLocalName();
        if (parent != null) {
            parent.hasElements = true;
        }
        int depth = open.size();
        var element = new Element(name, depth <= 1 ? name : parent == null ? "" : parent.section, depth);
        open.addFirst(element);
        if (depth == 0) {
            return;
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(element, xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
    }

    private void attribute(Element element, String name, String value) {
        if (element.isData()) {
            if (name.equals("Name")) {
                element.dataName = value;
            }
        } else if (!value.isEmpty() && !(element.depth == 1 && element.section.equals(EVENT_DATA))) {
            boolean isSystem = element.section.equals(SYSTEM);
            (isSystem ? system : data).add(fieldName(element) + "_" + name, value);
        }
    }

    private void end(Element element) {
        String text = element.text.toString();
        if (element.depth == 0) {
            return;
        }
        if (element.section.equals(SYSTEM)) {
            if (element.depth > 1 && !text.isBlank()) {
                system.add(element.name, text);
            }
        } else if (element.isData()) {
            if (!element.hasElements) {
                data.add(element.dataName.isEmpty() ? element.name : element.dataName, text);
            }
        } else if (element.depth > 1 ? !element.hasElements || !text.isBlank() : !text.isBlank()) {
            data.add(fieldName(element), text);
        }
    }

    private static String fieldName(Element element) {
        return element.section.equals(RENDERING_INFO) && element.depth > 1
                ? RENDERING_INFO + "_" + element.name
                : element.name;
    }
}
