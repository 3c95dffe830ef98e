package io.ashiato.readers.pe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Facts;
import io.ashiato.model.RichContradiction;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.FieldSource;

/// A Rich header is believed only where it fits the program that it stands in.
class RichHeaderTest {
    static final List<ArgumentSet> PLANTED = List.of(
            argumentSet("checksum of another program", visualStudio2019().richForged(), "checksum"),
            argumentSet("another linker", visualStudio2019().linker(9, 0), "linker_version"),
            argumentSet(
                    "made by GCC",
                    visualStudio2019().section(".comment", "\0GCC: (GNU) 12-win32\0".getBytes(US_ASCII)),
                    "tools"),
            argumentSet("made by Go", visualStudio2019().section(".go", goBuildId()), "tools"),
            argumentSet(
                    "runtime newer than all tools", visualCpp6().imports("MSVCR100.dll", "malloc", "free"), "runtime"),
            argumentSet(
                    "x64 before there was any",
                    PeWriter.x64().linker(6, 0).rich(0x0B, 8_447, 10).rich(0x04, 8_447, 1),
                    "machine"),
            argumentSet(
                    "more imports than were counted",
                    visualStudio2019().imports("USER32.dll", "a", "b", "c", "d", "e", "f", "g", "h"),
                    "imports"));

    @Test
    void fittingHeaderIsConsistent() throws IOException {
        for (var writer : List.of(visualStudio2019(), visualCpp6())) {
            Facts facts = facts(writer);

            assertThat(facts.flag("rich_checksum_valid")).isTrue();
            assertThat(facts.texts("rich_contradictions")).isEmpty();
            assertThat(facts.flag("rich_consistent")).isTrue();
            assertThat(facts.text("compiler")).contains("Microsoft Visual C++");
        }
    }

    @Test
    void entriesNameTheirTools() throws IOException {
        assertThat(facts(visualStudio2019()).groups("rich_entries"))
                .extracting(
                        entry -> entry.text("tool").orElseThrow(),
                        entry -> entry.text("version").orElse(""),
                        entry -> entry.number("build").orElseThrow(),
                        entry -> entry.number("count").orElseThrow())
                .containsExactly(
                        tuple("cpp", "14.0", 30_133L, 12L),
                        tuple("imported_functions", "", 0L, 3L),
                        tuple("linker", "14.0", 30_133L, 1L));
    }

    @Test
    void hashDoesNotDependOnTheKey() throws IOException {
        assertThat(facts(visualStudio2019().richForged()).text("rich_hash"))
                .isPresent()
                .isEqualTo(facts(visualStudio2019()).text("rich_hash"));
    }

    @Test
    void programWithoutOneSaysSo() throws IOException {
        Facts facts = facts(PeWriter.x64());

        assertThat(facts.values()).containsKey("rich_present").doesNotContainKey("rich_consistent");
        assertThat(facts.flag("rich_present")).isFalse();
    }

    @ParameterizedTest
    @FieldSource("PLANTED")
    void plantedHeaderIsContradicted(PeWriter writer, String contradiction) throws IOException {
        Facts facts = facts(writer);

        assertThat(facts.flag("rich_present")).isTrue();
        assertThat(facts.flag("rich_consistent")).isFalse();
        assertThat(facts.texts("rich_contradictions"))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith(contradiction + ": "))
                .satisfies(text -> assertThat(RichContradiction.read(text))
                        .as("as the report reads it")
                        .isPresent());
    }

    private static PeWriter visualStudio2019() {
        return PeWriter.x64()
                .imports("KERNEL32.dll", "CreateFileW", "Sleep")
                .imports("VCRUNTIME140.dll", "memcpy")
                .rich(0x105, 30_133, 12)
                .rich(RichProduct.IMPORTED_FUNCTIONS, 0, 3)
                .rich(0x102, 30_133, 1);
    }

    private static PeWriter visualCpp6() {
        return PeWriter.x86()
                .linker(6, 0)
                .imports("KERNEL32.dll", "CreateFileA", "Sleep")
                .rich(0x0B, 8_447, 10)
                .rich(RichProduct.IMPORTED_FUNCTIONS, 0, 2)
                .rich(0x04, 8_447, 3);
    }

    private static byte[] goBuildId() {
        byte[] mark = "x Go build ID: \"abc/def\"".getBytes(US_ASCII);
        mark[0] = (byte) 0xFF;
        return mark;
    }

    private static Facts facts(PeWriter writer) throws IOException {
        return PeReader.read(ByteSource.of(writer.write())).facts();
    }
}
