package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class EvtxXmlTest {
    @Test
    void recordIsWrittenAsXml() throws IOException {
        WrittenNode.Element record = element(
                        "Event",
                        element("A", text("x<y & \"z\"")).with("k", "<\"\n>"),
                        element("B"),
                        element("C", new WrittenNode.Instruction("target", "a?>b")))
                .with("xmlns", "http://example.org/");

        assertThat(xml(record))
                .isEqualTo(
                        "<Event xmlns=\"http://example.org/\"><A k=\"&lt;&quot;&#10;&gt;\">x&lt;y &amp; \"z\"</A><B/>"
                                + "<C><?target a? >b?></C></Event>");
    }

    @Test
    void charactersThatXmlForbidsStayVisible() throws IOException {
        assertThat(xml(element("Event", text("a\u0001\ud83d\ufffe\0b\ud83d\udc63\r"))))
                .isEqualTo("<Event>a\\u0001\\ud83d\\ufffe\\u0000b\ud83d\udc63&#13;</Event>");
    }

    @Test
    void controlCharactersThatATerminalObeysStayVisible() throws IOException {
        assertThat(xml(element("Event", text("a\u007f\u0085\u009b2J\u009f\u00a0b"))
                        .with("k", "\u009b")))
                .isEqualTo("<Event k=\"\\u009b\">a\\u007f\\u0085\\u009b2J\\u009f\u00a0b</Event>");
    }

    @Test
    void namesThatXmlForbidsAreKeptAsAttribute() throws IOException {
        assertThat(xml(element("a b").with("1x", "v"))).isEqualTo("<a_b original-name=\"a b\" _1x=\"v\"/>");
    }

    @Test
    void attributesThatComeAgainAreNumbered() throws IOException {
        WrittenNode.Element twice = element("E").with("a", "1").with("a_1", "2").with("a", "3");
        WrittenNode.Element ourName = element("a b").with("original-name", "theirs");

        assertThat(xml(twice)).isEqualTo("<E a=\"1\" a_1=\"2\" a_2=\"3\"/>");
        assertThat(xml(ourName)).isEqualTo("<a_b original-name=\"a b\" original-name_1=\"theirs\"/>");
    }

    /// Whatever the log holds, an XML parser takes it.
    @Test
    void outputIsAlwaysWellFormed() throws IOException, ParserConfigurationException, SAXException {
        long seed = 11;
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            WrittenNode.Element record = element(
                            name(random),
                            text(anything(random)),
                            element(name(random)).with(name(random), anything(random)),
                            new WrittenNode.Instruction(name(random), anything(random)),
                            new WrittenNode.CData(anything(random)))
                    .with(name(random), anything(random))
                    .with(name(random), anything(random));
            String xml = xml(record);
            assertThat(parsed(xml).getDocumentElement())
                    .as("seed %s, round %s: %s", seed, i, xml)
                    .isNotNull();
        }
    }

    private static String name(Random random) {
        return random.nextInt(3) == 0 ? anything(random).replace("\0", "") : "n" + random.nextInt(5);
    }

    private static String anything(Random random) {
        String odd = "<>&'\"?-]:;=/ \t\n\r\0\u0001\u001f\u007f\u0085\u00d7\u2028\ud83d\udc63\ufffe\uffff\ufeffaZ0_xml";
        var text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(
                    random.nextInt(4) == 0
                            ? (char) random.nextInt(0x1_0000)
                            : odd.charAt(random.nextInt(odd.length())));
        }
        return text.toString();
    }

    private static Document parsed(String xml) throws ParserConfigurationException, IOException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    private static String xml(WrittenNode node) throws IOException {
        byte[] log = new EvtxWriter().add(Instant.EPOCH, node).bytes();
        return EvtxXml.document(Logs.records(log).getFirst().event());
    }
}
