package io.ashiato.readers.elf;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.Facts;
import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Function;
import io.ashiato.readers.ProgramImage.Import;
import io.ashiato.readers.ProgramImage.Machine;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElfReaderTest {
    private static final long CODE = ElfWriter.codeAddress();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void functionsAreNamedBySymbols(boolean wide) throws IOException {
        var image = image(program(wide));

        assertThat(image.machine()).isEqualTo(wide ? Machine.X64 : Machine.X86);
        assertThat(image.entry()).isEqualTo(CODE);
        assertThat(image.functions())
                .containsExactly(new Function(CODE, 40, "main"), new Function(CODE + 48, 80, "decode"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void strippedProgramStillHasItsCallFrames(boolean wide) throws IOException {
        var expected = new Function[] {new Function(CODE, 40, ""), new Function(CODE + 48, 80, "")};

        assertThat(image(program(wide).stripped()).functions()).containsExactly(expected);
        assertThat(image(program(wide).withoutSections()).functions()).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void importsHaveSlotAndStub(boolean wide) throws IOException {
        var image = image(program(wide));
        long stubs = image.sections().stream()
                .filter(section -> section.name().equals(".plt.sec"))
                .findFirst()
                .orElseThrow()
                .address();

        assertThat(image.imports()).extracting(Import::name).containsExactly("!printf", "!sqrt", "!printf", "!sqrt");
        assertThat(image.imports()).extracting(Import::address).contains(stubs, stubs + 16);
    }

    @Test
    void factsAreThoseOfTheLoaderAndTheCompiler() throws IOException {
        Facts facts = facts(program(true).comment("GCC: (Example) 12.2.0"));

        assertThat(facts.texts("needed")).containsExactly("libc.so.6", "libm.so.6");
        assertThat(facts.number("imported_functions")).hasValue(2);
        assertThat(facts.text("compiler")).contains("GCC: (Example) 12.2.0");
        assertThat(facts.flag("stripped")).isFalse();
        assertThat(facts(program(true).stripped()).flag("stripped")).isTrue();
    }

    @Test
    void factsDoNotNeedTheSectionTable() throws IOException {
        Facts facts = facts(program(true).withoutSections());

        assertThat(facts.texts("needed")).containsExactly("libc.so.6", "libm.so.6");
        assertThat(facts.number("imported_functions")).hasValue(2);
    }

    @Test
    void bigEndianProgramIsDamage() throws IOException {
        byte[] bytes = program(true).write();
        bytes[5] = 2;

        assertThat(ElfReader.image(ByteSource.of(bytes))).isEmpty();
        assertThat(ElfReader.read(ByteSource.of(bytes)).damage())
                .containsExactly(new Damage.OutOfRange("EI_DATA", 5, 2, 1, 1));
    }

    private static ElfWriter program(boolean wide) {
        return (wide ? ElfWriter.x64() : ElfWriter.x86())
                .function("main", 0, 40)
                .function("decode", 48, 80)
                .needed("libc.so.6")
                .needed("libm.so.6")
                .imports("printf")
                .imports("sqrt");
    }

    private static Facts facts(ElfWriter writer) throws IOException {
        return ElfReader.read(ByteSource.of(writer.write())).facts();
    }

    private static ProgramImage image(ElfWriter writer) throws IOException {
        return ElfReader.image(ByteSource.of(writer.write())).orElseThrow();
    }
}
