package io.ashiato.readers.pe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Function;
import io.ashiato.readers.ProgramImage.Import;
import io.ashiato.readers.ProgramImage.Machine;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeReaderTest {
    private static final long BASE = 0x1_4000_0000L;
    private static final long CODE = BASE + PeWriter.codeAddress();

    @Test
    void functionsAreThoseThatTheFileNames() throws IOException {
        var image = image(PeWriter.x64()
                .code(new byte[300])
                .exports("Start", 16)
                .unwind(16, 60, false)
                .unwind(64, 100, false)
                .unwind(100, 120, true)
                .tlsCallback(200)
                .exports("Outside", 5_000));

        assertThat(image.machine()).isEqualTo(Machine.X64);
        assertThat(image.base()).isEqualTo(BASE);
        assertThat(image.entry()).isEqualTo(CODE);
        assertThat(image.functions())
                .containsExactly(
                        new Function(CODE + 16, 44, "Start"),
                        new Function(CODE + 64, 36, ""),
                        new Function(CODE + 200, 0, ""));
    }

    @Test
    void sectionsHaveTheirAddressesAndRights() throws IOException {
        var image = image(PeWriter.x86().code(new byte[700]).section(".data", "text".getBytes(US_ASCII)));

        assertThat(image.machine()).isEqualTo(Machine.X86);
        assertThat(image.sections()).extracting(ProgramImage.Section::name).containsExactly(".text", ".data", ".rdata");
        assertThat(image.sections().getFirst()).satisfies(text -> {
            assertThat(text.address()).isEqualTo(0x40_1000L);
            assertThat(text.bytes()).hasSize(700);
            assertThat(text.executable()).isTrue();
            assertThat(text.writable()).isFalse();
        });
        assertThat(image.sections().get(1).bytes()).isEqualTo("text".getBytes(US_ASCII));
    }

    @Test
    void importsAreHashedWithNamesForOrdinals() throws Exception {
        var writer = PeWriter.x64()
                .imports("KERNEL32.dll", "CreateFileW", "Sleep")
                .imports("WS2_32.dll", "#115", "#999")
                .imports("own.drv", "#7");

        Facts facts = facts(writer);
        var image = image(writer);

        String list = "kernel32.createfilew,kernel32.sleep,ws2_32.wsastartup,ws2_32.ord999,own.drv.ord7";
        byte[] digest = MessageDigest.getInstance("MD5").digest(list.getBytes(US_ASCII));
        assertThat(facts.text("imphash")).contains(HexFormat.of().formatHex(digest));
        assertThat(facts.counts("imports")).isEqualTo(Map.of("KERNEL32.dll", 2L, "WS2_32.dll", 2L, "own.drv", 1L));
        assertThat(image.imports())
                .extracting(Import::name)
                .containsExactly(
                        "kernel32!createfilew", "kernel32!sleep", "ws2_32!wsastartup", "ws2_32!ord999", "own.drv!ord7");
        assertThat(image.imports().get(1).address() - image.imports().getFirst().address())
                .isEqualTo(8);
    }

    @Test
    void statesWhereItWasMadeAndWhatItCallsItself() throws IOException {
        Facts facts = facts(PeWriter.x64()
                .pdb("D:\\Work\\implant.pdb")
                .version("CompanyName", "Example Co., Ltd.", 0x412)
                .version("OriginalFilename", "viewer.exe", 0x412)
                .overlay(new byte[40]));

        assertThat(facts.text("pdb_path")).contains("D:\\Work\\implant.pdb");
        assertThat(facts.text("pdb_guid")).contains("89abcdef-4567-0123-7766-554433221100");
        assertThat(facts.text("company_name")).contains("Example Co., Ltd.");
        assertThat(facts.text("original_filename")).contains("viewer.exe");
        assertThat(facts.texts("resource_languages")).containsExactly("ko");
        assertThat(facts.text("version_table")).contains("041204b0");
        assertThat(facts.number("overlay")).hasValue(40);
        assertThat(facts.time("compiled").orElseThrow()).hasToString("2020-09-13T12:26:40Z");
        assertThat(facts.flag("compiled_plausible")).isTrue();
    }

    @Test
    void timesThatCannotBeTrueAreDoubted() throws IOException {
        assertThat(facts(PeWriter.x64().timestamp(0)).text("compiled_doubt")).contains("zero");
        assertThat(facts(PeWriter.x64().timestamp(5_000)).text("compiled_doubt"))
                .contains("before_1995");
        assertThat(facts(PeWriter.x86().timestamp(0x2A42_5E19L)).text("compiled_doubt"))
                .contains("borland_constant");
    }

    @Test
    void whatIsNoProgramGivesDamage() throws IOException {
        var reading = PeReader.read(ByteSource.of("MZ, a text that begins so".getBytes(US_ASCII)));

        assertThat(reading.kind()).isEqualTo(EvidenceKind.PE);
        assertThat(reading.facts()).isEqualTo(Facts.NONE);
        assertThat(reading.damage()).singleElement().isInstanceOf(Damage.OutOfRange.class);
        assertThat(PeReader.image(ByteSource.of(new byte[0]))).isEmpty();
    }

    @Test
    void truncatedProgramTellsWhatItStillHas() throws IOException {
        byte[] whole =
                PeWriter.x64().code(new byte[2_000]).imports("a.dll", "b").write();
        var reading = PeReader.read(ByteSource.of(Arrays.copyOf(whole, 1_500)));

        assertThat(reading.facts().texts("sections")).containsExactly(".text", ".rdata");
        assertThat(reading.damage()).isNotEmpty();
    }

    private static Facts facts(PeWriter writer) throws IOException {
        return PeReader.read(ByteSource.of(writer.write())).facts();
    }

    private static ProgramImage image(PeWriter writer) throws IOException {
        return PeReader.image(ByteSource.of(writer.write())).orElseThrow();
    }
}
