package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.slot;
import static io.ashiato.readers.evtx.WrittenNode.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.FieldSource;

/// The shape of the JSON, where the corpus does not show it or the oracle loses something.
class EvtxJsonTest {
    private static final WrittenNode.Element DATA = element("Data");

    static final List<ArgumentSet> EVENT_DATA = List.of(
            argumentSet("nothing", List.of(), "null"),
            argumentSet("named", List.of(named("a", "1")), "{'a':'1'}"),
            argumentSet("named in a row", List.of(named("a", "1"), named("a", "2")), "{'a':['1','2']}"),
            argumentSet(
                    "a name that comes back",
                    List.of(named("a", "1"), named("b", "2"), named("a", "3"), named("a_1", "4")),
                    "{'a':'1','b':'2','a_1':'3','a_1_1':'4'}"),
            argumentSet("one unnamed", List.of(unnamed("1")), "{'Data':{'#text':'1'}}"),
            argumentSet("unnamed", List.of(unnamed("1"), unnamed("2")), "{'Data':{'#text':['1','2']}}"),
            argumentSet(
                    "unnamed beside named",
                    List.of(named("a", "1"), unnamed("2"), named("b", "3"), unnamed("4")),
                    "{'a':'1','Data':{'#text':['2','4']},'b':'3'}"),
            argumentSet(
                    "names that mean structure",
                    List.of(named("Data", "1"), named("#text", "2"), named("#attributes", "3"), unnamed("4")),
                    "{'Data':'1','#text_1':'2','#attributes_1':'3','Data_1':{'#text':'4'}}"),
            argumentSet("an empty name", List.of(named("", "1")), "{'Data':{'#text':'1'}}"),
            argumentSet("an empty value", List.of(DATA.with("Name", "a")), "{'a':''}"),
            argumentSet(
                    "a further attribute",
                    List.of(named("a", "1").with("Type", "x")),
                    "{'a':{'#attributes':{'Type':'x'},'#text':'1'}}"),
            argumentSet("no Data", List.of(element("Binary", text("00FF"))), "{'Binary':'00FF'}"),
            argumentSet(
                    "a complex one",
                    List.of(element("ComplexData", text("01")).with("Name", "State")),
                    "{'ComplexData':{'#attributes':{'Name':'State'},'#text':'01'}}"));

    @ParameterizedTest
    @FieldSource("EVENT_DATA")
    void eventDataHasTheNamesOfItsData(List<WrittenNode> content, String expected) throws IOException {
        String json = json(element("Event", element("EventData", content.toArray(WrittenNode[]::new))));

        assertThat(json)
                .isEqualTo("{'Event':{'EventData':%s}}".formatted(expected).replace('\'', '"'));
    }

    static final List<ArgumentSet> TEXTS = List.of(
            argumentSet("quotes", "\"\\/", "\\\"\\\\/"),
            argumentSet("controls", "a\u0001\u0008\u001f\n\r\t\u007f", "a\\u0001\\b\\u001f\\n\\r\\t\\u007f"),
            argumentSet("a surrogate alone, high", "a\ud83db", "a\\ud83db"),
            argumentSet("a surrogate alone, low", "\udc63", "\\udc63"),
            argumentSet("surrogates in the wrong order", "\udc63\ud83d", "\\udc63\\ud83d"),
            argumentSet("a pair", "\ud83d\udc63", "\ud83d\udc63"),
            argumentSet("a NUL inside", "abc\0def", "abc\\u0000def"),
            argumentSet("NULs at the end", "abc\0\0", "abc"),
            argumentSet("blanks", "  a  ", "  a  "),
            argumentSet("markup", "<&>'", "<&>'"),
            argumentSet("right to left", "evil\u202excod.exe", "evil\\u202excod.exe"));

    @ParameterizedTest
    @FieldSource("TEXTS")
    void textIsEscapedAndNeverLost(String value, String expected) throws IOException {
        assertThat(json(instance(WrittenValue.text(value)))).isEqualTo("{\"Event\":\"" + expected + "\"}");
    }

    static final List<ArgumentSet> VALUES = List.of(
            argumentSet("null", WrittenValue.none(), "null"),
            argumentSet("empty text", WrittenValue.text(""), "null"),
            argumentSet("i8", new WrittenValue.Bytes(0x03, (byte) -128), "-128"),
            argumentSet("u8", WrittenValue.u8(255), "255"),
            argumentSet("i16", new WrittenValue.Bytes(0x05, (byte) 0, (byte) 0x80), "-32768"),
            argumentSet("u16", WrittenValue.u16(65_535), "65535"),
            argumentSet("u64", WrittenValue.u64(-1), "18446744073709551615"),
            argumentSet("truth that is a number", new WrittenValue.Bytes(0x0D, new byte[] {16, 0, 0, 0}), "16"),
            argumentSet("double", WrittenValue.real(1e21), "\"1e+21\""),
            argumentSet("double near zero", WrittenValue.real(Double.MIN_VALUE), "\"5e-324\""),
            argumentSet("double, plain", WrittenValue.real(-123456789.125), "\"-123456789.125\""),
            argumentSet("double, infinite", WrittenValue.real(Double.NEGATIVE_INFINITY), "\"-inf\""),
            argumentSet("size of 4 bytes", new WrittenValue.Bytes(0x10, new byte[] {4, 0, 0, 0}), "\"0x4\""),
            argumentSet("FILETIME 0", new WrittenValue.Bytes(0x11, new byte[8]), "\"1601-01-01T00:00:00.0000000Z\""),
            argumentSet(
                    "FILETIME beyond all time",
                    new WrittenValue.Bytes(0x11, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}),
                    "\"18446744073709551615\""),
            argumentSet(
                    "SYSTEMTIME",
                    new WrittenValue.Bytes(
                            0x12, new byte[] {(byte) 0xE8, 7, 2, 0, 4, 0, 29, 0, 23, 0, 59, 0, 58, 0, 7, 0}),
                    "\"2024-02-29T23:59:58.0070000Z\""),
            argumentSet(
                    "SYSTEMTIME that is none",
                    new WrittenValue.Bytes(
                            0x12, new byte[] {(byte) 0xE8, 7, 2, 0, 4, 0, 30, 0, 23, 0, 59, 0, 58, 0, 7, 0}),
                    "\"E807020004001E0017003B003A000700\""),
            argumentSet("number of a wrong size", new WrittenValue.Bytes(0x08, new byte[] {1, 2}), "\"0102\""),
            argumentSet("GUID of a wrong size", new WrittenValue.Bytes(0x0F, new byte[] {1, 2, 3}), "\"010203\""),
            argumentSet(
                    "SID that is cut",
                    new WrittenValue.Bytes(0x13, new byte[] {1, 5, 0, 0, 0, 0, 0, 5}),
                    "\"0105000000000005\""),
            argumentSet("text of odd length", new WrittenValue.Bytes(0x01, new byte[] {'a', 0, 'b'}), "\"a\""),
            argumentSet("unknown type", new WrittenValue.Bytes(0x20, new byte[] {42}), "\"2A\""),
            argumentSet("ANSI text", WrittenValue.ansi("caf\u00e9 \u0080\u0081"), "\"café €\\u0081\""));

    @ParameterizedTest
    @FieldSource("VALUES")
    void valuesStayWithinTheirSize(WrittenValue value, String expected) throws IOException {
        WrittenNode.Element definition =
                element("Event", element("a", slot(0, value.type())), element("b", slot(1, 0x01)));
        String json = json(new WrittenNode.Instance(definition, List.of(value, WrittenValue.text("after"))));

        assertThat(json).isEqualTo("{\"Event\":{\"a\":%s,\"b\":\"after\"}}".formatted(expected));
    }

    @Test
    void allTokensAreRead() throws IOException {
        WrittenNode.Element definition = element(
                "Event",
                element("CData", new WrittenNode.CData("<raw & data>")),
                element("Character", new WrittenNode.CharacterReference('A')),
                element(
                        "Entity",
                        text("a"),
                        new WrittenNode.EntityReference("amp"),
                        new WrittenNode.EntityReference("other")),
                element("Instruction", new WrittenNode.Instruction("target", "text"), text("after")),
                element("Mixed", text("before "), element("b", text("bold")), text(" after")),
                element("Two", slot(0, 0x08), text("-"), slot(0, 0x08)),
                element("Left", text("out")).dependingOn(1),
                element("Kept", text("in")).dependingOn(0),
                element("OutOfRange", slot(99, 0x01)),
                element("Attributes").with("null", slot(1, 0x01)).with("number", slot(0, 0x08)),
                element("Array", slot(2, 0x81)).with("k", "v"),
                element("Nothing"));
        List<WrittenValue> values = List.of(WrittenValue.u32(12), WrittenValue.none(), WrittenValue.texts("x", "y"));

        assertThat(json(new WrittenNode.Instance(definition, values))).isEqualTo("""
                        {"Event":{"CData":"<raw & data>","Character":"A","Entity":"a&&other;","Instruction":"after",\
                        "Mixed":{"#text":"before  after","b":"bold"},"Two":"12-12","Kept":"in","OutOfRange":null,\
                        "Attributes":{"#attributes":{"number":12}},"Array":{"#attributes":{"k":"v"},"#text":"x"},\
                        "Array_1":{"#attributes":{"k":"v"},"#text":"y"},"Nothing":null}}""");
    }

    private static WrittenNode.Element named(String name, String value) {
        return element("Data", text(value)).with("Name", name);
    }

    private static WrittenNode.Element unnamed(String value) {
        return element("Data", text(value));
    }

    private static WrittenNode instance(WrittenValue value) {
        return new WrittenNode.Instance(element("Event", slot(0, value.type())), List.of(value));
    }

    private static String json(WrittenNode node) throws IOException {
        return Logs.json(new EvtxWriter().add(Instant.EPOCH, node).bytes()).getFirst();
    }
}
