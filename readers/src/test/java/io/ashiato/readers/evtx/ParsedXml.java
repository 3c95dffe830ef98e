package io.ashiato.readers.evtx;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// XML as the JDK's parser reads it, compared with the tree that it was written from.
final class ParsedXml {
    private static final Pattern IN_TEXT = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final Pattern IN_NAME = Pattern.compile("_x([0-9a-f]{4})_");

    private ParsedXml() {}

    static Element root(String xml) throws IOException, SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // The parser's own limits, which are below ours; 0 stands for none.
            factory.setAttribute("jdk.xml.maxElementDepth", 0);
            factory.setAttribute("jdk.xml.elementAttributeLimit", 0);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where an element as parsed does not say what the tree says: names, values of attributes, text, order.
    static List<String> differences(XmlElement expected, Element parsed) {
        var differences = new ArrayList<String>();
        compare(expected, parsed, expected.name(), differences);
        return differences;
    }

    private static void compare(XmlElement expected, Element parsed, String path, List<String> differences) {
        same(path, expected.name().isEmpty() ? "_" : expected.name(), name(parsed.getNodeName()), differences);
        List<XmlAttribute> attributes =
                expected.attributes().stream().filter(one -> !one.isEmpty()).toList();
        same(path + "/@", attributes.size(), parsed.getAttributes().getLength(), differences);
        for (XmlAttribute attribute : attributes) {
            same(path + "/@" + attribute.name(), true, holds(parsed, attribute), differences);
        }
        same(path + "/text()", expected.text(), text(ownText(parsed)), differences);
        List<XmlNode> nodes = expected.children().stream()
                .filter(node -> !(node instanceof BinXmlValue))
                .toList();
        List<Node> found = structure(parsed);
        same(path + "/*", nodes.size(), found.size(), differences);
        for (int i = 0; i < Math.min(nodes.size(), found.size()); i++) {
            if (nodes.get(i) instanceof XmlElement inner && found.get(i) instanceof Element element) {
                compare(inner, element, path + "/" + inner.name(), differences);
            } else if (nodes.get(i) instanceof XmlInstruction(String target, String data)
                    && found.get(i) instanceof ProcessingInstruction instruction) {
                String name = target.equalsIgnoreCase("xml") ? target + "_" : target.isEmpty() ? "_" : target;
                same(path + "/?", name, name(instruction.getTarget()), differences);
                same(path + "/?" + target, data, text(instruction.getData()), differences);
            } else {
                differences.add(path + ": " + nodes.get(i) + " became " + found.get(i));
            }
        }
    }

    /// Whether an attribute is there, with a number behind its name where the name comes twice.
    private static boolean holds(Element parsed, XmlAttribute attribute) {
        for (int i = 0; i < parsed.getAttributes().getLength(); i++) {
            Attr attr = (Attr) parsed.getAttributes().item(i);
            String name = name(attr.getName());
            String wanted = attribute.name().isEmpty() ? "_" : attribute.name();
            if (name.startsWith(wanted)
                    && name.substring(wanted.length()).matches("(_[0-9]+)?")
                    && text(attr.getValue()).equals(attribute.text())) {
                return true;
            }
        }
        return false;
    }

    private static String ownText(Element element) {
        var text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString();
    }

    private static List<Node> structure(Element element) {
        var nodes = new ArrayList<Node>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() != Node.TEXT_NODE) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private static void same(String path, Object expected, Object found, List<String> differences) {
        if (!expected.equals(found)) {
            differences.add(path + ": " + expected + " became " + found);
        }
    }

    private static String text(String written) {
        return written.indexOf('\\') < 0 ? written : decoded(IN_TEXT, written);
    }

    private static String name(String written) {
        return written.indexOf('_') < 0 ? written : decoded(IN_NAME, written);
    }

    private static String decoded(Pattern escape, String written) {
        return escape.matcher(written)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }
}
