package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
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
                                + "<C><?target a?\\u003eb?></C></Event>");
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
    void textThatLooksEscapedIsToldFromWhatIs() throws IOException {
        assertThat(xml(element("Event", text("C:\\users \\u0041 \\u00e9 \\u12 \\\\u00FF"))))
                .isEqualTo("<Event>C:\\users \\u005cu0041 \\u005cu00e9 \\u12 \\\\u005cu00FF</Event>");
    }

    @Test
    void attributesThatComeAgainAreNumbered() throws IOException {
        WrittenNode.Element twice = element("E").with("a", "1").with("a_1", "2").with("a", "3");

        assertThat(xml(twice)).isEqualTo("<E a=\"1\" a_1=\"2\" a_2=\"3\"/>");
    }

    @Test
    void valuesThatStandTogetherAreOneText() throws IOException {
        WrittenNode.Element record = element(
                "Event",
                text("\\"),
                text("u0041"),
                new WrittenNode.CharacterReference('\ud83d'),
                new WrittenNode.CharacterReference('\udc63'));
        assertThat(xml(record)).isEqualTo("<Event>\\u005cu0041\ud83d\udc63</Event>");
    }

    @Test
    void namesThatXmlForbidsAreEncoded() throws IOException {
        assertThat(xml(element("a b").with("1x", "v").with("p:q", "v").with("a_x0020_b", "v")))
                .isEqualTo("<a_x0020_b _x0031_x=\"v\" p_x003a_q=\"v\" a_x005f_x0020_b=\"v\"/>");
    }

    @Test
    void declaredPrefixesStay() throws IOException {
        assertThat(xml(element("Event").with("xmlns", "urn:a").with("xmlns:auto-ns2", "urn:b")))
                .isEqualTo("<Event xmlns=\"urn:a\" xmlns:auto-ns2=\"urn:b\"/>");
    }

    @Test
    void declarationsThatNamespacesForbidAreEncoded() throws IOException {
        assertThat(xml(element("Event")
                        .with("xmlns", "http://www.w3.org/2000/xmlns/")
                        .with("xmlns:xmlfoo", "urn:b")
                        .with("xmlns:", "urn:c")))
                .isEqualTo("<Event _x0078_mlns=\"http://www.w3.org/2000/xmlns/\" xmlns_x003a_xmlfoo=\"urn:b\""
                        + " xmlns_x003a_=\"urn:c\"/>");
    }

    @Test
    void instructionsKeepEveryCharacter() throws IOException {
        assertThat(xml(element("Event", new WrittenNode.Instruction("target", " \ud83d\udc63\u0001\r?"))))
                .isEqualTo("<Event><?target \\u0020\ud83d\udc63\\u0001\\u000d??></Event>");
    }

    @Test
    void renderingInfoStaysAsItIs() throws IOException {
        assertThat(xml(element(
                        "Event",
                        element("RenderingInfo", element("Message", text("An account logged on.\r\n")))
                                .with("Culture", "ja-JP"))))
                .isEqualTo("<Event><RenderingInfo Culture=\"ja-JP\"><Message>An account logged on.&#13;\n</Message>"
                        + "</RenderingInfo></Event>");
    }

    /// Whatever the log holds, an XML parser takes it and finds in it what the log holds.
    @Test
    void outputIsAlwaysWellFormedAndMeansTheSame() throws IOException, SAXException {
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
            byte[] log = new EvtxWriter().add(Instant.EPOCH, record).bytes();
            XmlElement event = Logs.records(log).getFirst().event();
            String xml = EvtxXml.document(event);
            assertThat(ParsedXml.differences(event, ParsedXml.root(xml)))
                    .as("seed %s, round %s: %s", seed, i, xml)
                    .isEmpty();
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

    private static String xml(WrittenNode node) throws IOException {
        byte[] log = new EvtxWriter().add(Instant.EPOCH, node).bytes();
        return EvtxXml.document(Logs.records(log).getFirst().event());
    }
}
