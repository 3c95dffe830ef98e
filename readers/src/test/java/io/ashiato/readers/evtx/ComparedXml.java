package io.ashiato.readers.evtx;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// XML of different readers in one form, to be compared as text: attributes by name, blanks between
/// elements left out, values that mean the same spelled the same.
final class ComparedXml {
    private static final Pattern GUID =
            Pattern.compile("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}}"); // upper case in libevtx
    private static final Pattern PADDED_HEX = Pattern.compile("0x0*([0-9a-f]+)"); // to its size in libevtx
    private static final Pattern NANOSECONDS = Pattern.compile("(.*T.*\\.[0-9]{7})00Z"); // nine digits in libevtx
    private static final Pattern REAL = Pattern.compile("-?[0-9.]+e[-+][0-9]+"); // always with exponent in libevtx

    private ComparedXml() {}

    /// @throws IllegalArgumentException if it is not well-formed
    static String of(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setCoalescing(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var out = new StringBuilder();
            element(builder.parse(new InputSource(new StringReader(xml))).getDocumentElement(), out);
            return out.toString();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("not well-formed: " + xml, e);
        }
    }

    private static void element(Element element, StringBuilder out) {
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), value(attribute.getNodeValue()));
        }
        out.append('<').append(element.getTagName()).append(attributes).append('>');
        boolean hasElements = element.getElementsByTagName("*").getLength() > 0;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child) {
                case Element inner -> element(inner, out);
                case ProcessingInstruction instruction ->
                    out.append("<?").append(instruction.getTarget()).append(' ').append(instruction.getData());
                default -> {
                    String text = child.getNodeValue();
                    out.append(hasElements && text.isBlank() ? "" : value(text));
                }
            }
        }
        out.append("</>");
    }

    private static String value(String text) {
        if (GUID.matcher(text).matches()) {
            return text.toLowerCase(Locale.ROOT);
        }
        if (REAL.matcher(text).matches()) {
            return Double.toString(Double.parseDouble(text));
        }
        String hex = PADDED_HEX.matcher(text).replaceFirst("0x$1");
        return NANOSECONDS.matcher(hex).replaceFirst("$1Z");
    }
}
