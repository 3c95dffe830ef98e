package io.ashiato.readers;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One XML part of a document, read front to back with the JDK's parser. Document types are not processed and no
/// entity is fetched or expanded: nothing in evidence makes this program open anything.
public final class XmlPart {
    private final XMLStreamReader xml;
    private boolean movedOn;

    private XmlPart(XMLStreamReader xml) {
        this.xml = xml;
    }

    /// Calls `onElement` at each start of an element, in order, until the end or the first error.
    ///
    /// @param name of the part, for the damage
    public static void read(byte[] bytes, String name, ReadingBuilder reading, Consumer<XmlPart> onElement) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            var part = new XmlPart(xml);
            while (xml.hasNext()) {
                xml.next();
                part.tell(onElement);
            }
        } catch (XMLStreamException | RuntimeException e) { // the JDK's parser throws some of these too
            reading.unreadable(name);
        }
    }

    /// One call for each start of an element, also where [#text()] went on to the next one.
    private void tell(Consumer<XmlPart> onElement) {
        do {
            movedOn = false;
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                onElement.accept(this);
            }
        } while (movedOn);
    }

    /// The element's name without its prefix.
    public String element() {
        return xml.getLocalName();
    }

    /// An attribute by its name without prefix.
    public Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /// The text directly inside the element, up to its end or its first child; moves there.
    public String text() {
        var text = new StringBuilder();
        movedOn = true;
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.START_ELEMENT) {
                    break;
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // caught in `read`, as its own errors are
        }
        return text.toString();
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }
}
