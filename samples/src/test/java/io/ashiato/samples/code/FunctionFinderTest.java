package io.ashiato.samples.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Machine;
import io.ashiato.readers.ProgramImage.Section;
import io.ashiato.samples.Corpus;
import io.ashiato.samples.Corpus.Program;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionFinderTest {
    private static final long BASE = 0x401000;

    /// Code of 32 bits, what is at its start being the entry.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a call leads to a function           | e803000000 c3 cccc 31c0 c3                          | 0 8
            a jump to the front stays inside     | 31c0 40 83f805 75fa c3                              | 0
            a jump back out is a tail call       | e80b000000 c3 cccccccccccccccc cccc 31c0 c3         | 0 10
            padding separates                    | 31c0 c3 9090909090909090909090909090 55 89e5 5d c3   | 0 11
            a switch is part of its function     | ff248508104000 c3 0c104000 c3 90909090              | 0
            """)
    void findsFunctions(String what, String hex, String starts) {
        byte[] code = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThat(starts(image(Machine.X86, code))).as(what).isEqualTo(starts);
    }

    private static String starts(ProgramImage image) {
        return FunctionFinder.find(image).stream()
                .map(function -> Long.toHexString(function.start() - BASE))
                .collect(Collectors.joining(" "));
    }

    private static ProgramImage image(Machine machine, byte[] code) {
        var section = new Section(".text", BASE, code, code.length, true, false);
        return new ProgramImage(machine, 0x400000, BASE, List.of(section), List.of(), List.of());
    }

    @Test
    void findsNothingInCodeOfOtherMachines() {
        assertThat(FunctionFinder.find(image(Machine.OTHER, new byte[64]))).isEmpty();
    }

    /// Each jump leads to the next; the last one to the first.
    @Test
    void survivesJumpsWithoutEnd() {
        var code = new byte[1 << 18];
        for (int at = 0; at < code.length; at += 2) {
            code[at] = (byte) 0xEB;
        }
        code[code.length - 1] = (byte) 0xFE;
        assertThat(FunctionFinder.find(image(Machine.X64, code))).hasSize(1);
    }

    /// Every second byte begins a function that runs to the end of the section.
    @Test
    void survivesCallsToEverywhere() {
        var code = new byte[1 << 16];
        for (int at = 0; at + 5 <= code.length; at += 5) {
            code[at] = (byte) 0xE8;
            code[at + 1] = (byte) (at * 7);
            code[at + 2] = (byte) (at / 300);
        }
        assertThat(FunctionFinder.find(image(Machine.X64, code)).size()).isLessThan(code.length);
    }

    @Test
    void leavesSectionsOutThatOverlapOrLieAboutTheirSize() {
        var code = new byte[] {(byte) 0x31, (byte) 0xC0, (byte) 0xC3};
        var sections = List.of(
                new Section("a", BASE, code, Long.MAX_VALUE, true, false),
                new Section("b", BASE + 1, code, 3, true, false),
                new Section("c", Long.MAX_VALUE - 1, code, 3, true, false),
                new Section("d", -5, code, 3, true, false));
        var image = new ProgramImage(Machine.X64, 0, BASE, sections, List.of(), List.of());
        assertThat(FunctionFinder.find(image)).extracting(CodeFunction::start).containsExactly(BASE);
    }

    /// What the reference corpus says for 98 programs; here one of each compiler, level and format.
    @Test
    void findsTheFunctionsOfTheReferencePrograms() throws IOException {
        var files = Set.of(
                "cjson-1.7.18-elf64-gcc-O2-static",
                "expat-2.8.3-pe32-gcc-O2.exe",
                "expat-2.8.3-pe64-clang-O2.exe",
                "gumbo-0.13.0-elf64-gcc-O2",
                "libpng-1.6.48-pe64-gcc-Os.exe",
                "lua-5.4.7-pe64-gcc-O0.exe",
                "tinyxml2-11.0.0-pe64-gcc-O2.exe",
                "zlib-1.3.1-pe64-gcc-O2-dll.dll");
        int known = 0;
        int found = 0;
        int right = 0;
        try (Corpus corpus = Corpus.open()) {
            for (Program program : corpus.programs()) {
                if (!files.contains(program.file())) {
                    continue;
                }
                Map<Long, String> truth = corpus.functions(program.file());
                List<CodeFunction> functions = FunctionFinder.find(corpus.image(program.file()));
                known += truth.size();
                found += functions.size();
                right += (int) functions.stream()
                        .filter(f -> truth.containsKey(f.start()))
                        .count();
            }
        }
        assertThat(right / (double) known).as("recall").isGreaterThan(0.99);
        assertThat(right / (double) found).as("precision").isGreaterThan(0.93);
    }

    /// Without unwind tables, exports and symbols: what remains is calls, pointers, and how functions begin.
    @Test
    void findsMostFunctionsWhereTheFileSaysNothing() throws IOException {
        try (Corpus corpus = Corpus.open()) {
            ProgramImage image = corpus.image("libpng-1.6.48-pe64-gcc-O2.exe");
            var silent = new ProgramImage(
                    image.machine(), image.base(), image.entry(), image.sections(), List.of(), image.imports());
            Map<Long, String> truth = corpus.functions("libpng-1.6.48-pe64-gcc-O2.exe");
            long right = FunctionFinder.find(silent).stream()
                    .filter(f -> truth.containsKey(f.start()))
                    .count();
            assertThat(right / (double) truth.size()).isGreaterThan(0.95);
        }
    }

    @Test
    void givesTheSameFunctionsEachTime() {
        byte[] code = HexFormat.of().parseHex("e80b000000c3cccccccccccccccccccc31c0c3");
        assertThat(starts(image(Machine.X86, Arrays.copyOf(code, 64))))
                .isEqualTo(starts(image(Machine.X86, Arrays.copyOf(code, 64))));
    }
}
