package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One XML part of a document, read front to back with the JDK's parser. Document types are not processed and no
/// entity is fetched or expanded: nothing in evidence makes this program open anything.
public final class XmlPart {
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]{0,100}encoding=[\"']([\\w.:-]{1,40})[\"']");
    private static final int MAX_DECLARATION = 256;

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
            XMLStreamReader xml = factory().createXMLStreamReader(text(bytes));
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

    /// Decoded here and not by the parser, which gives up at the first wrong byte and prints that to the terminal.
    private static Reader text(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return switch (first) {
            case 0xFEFF -> reader(bytes, 2, UTF_16BE);
            case 0xFFFE -> reader(bytes, 2, UTF_16LE);
            case 0x3C00 -> reader(bytes, 0, UTF_16LE);
            case 0x003C -> reader(bytes, 0, UTF_16BE);
            case 0xEFBB -> reader(bytes, 3, UTF_8);
            default -> reader(bytes, 0, declared(bytes));
        };
    }

    private static Reader reader(byte[] bytes, int from, Charset charset) {
        int start = Math.min(from, bytes.length);
        return new InputStreamReader(new ByteArrayInputStream(bytes, start, bytes.length - start), charset);
    }

    /// What the declaration names, UTF-8 where it names nothing that is known.
    private static Charset declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(MAX_DECLARATION, bytes.length), ISO_8859_1);
        Matcher matcher = ENCODING.matcher(head);
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : UTF_8;
        } catch (IllegalArgumentException e) {
            return UTF_8;
        }
    }

    static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }
}
