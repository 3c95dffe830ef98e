package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.EvidenceKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VbaProjectTest {
    private final ReadingBuilder reading = new ReadingBuilder();

    private List<VbaProject> read(byte[] project) {
        return CompoundFile.open(project, reading)
                .map(file -> VbaProject.in(file, reading))
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(VbaProjectWriter.Compression.class)
    void sourceComesBackAsItWasWritten(VbaProjectWriter.Compression compression) {
        String longSource = "Sub Repeat()\r\n" + "    Call Something(\"一二三\")\r\n".repeat(700) + "End Sub\r\n";
        byte[] bytes = new VbaProjectWriter("プロジェクト", 932)
                .compression(compression)
                .module("Module1", longSource)
                .bytes();

        List<VbaProject> projects = read(bytes);

        assertThat(reading.build(EvidenceKind.OLE2).damage()).isEmpty();
        assertThat(projects).singleElement().satisfies(project -> {
            assertThat(project.name()).isEqualTo("プロジェクト");
            assertThat(project.codePage()).isEqualTo(932);
            assertThat(project.references()).singleElement().asString().contains("stdole2.tlb");
            assertThat(project.modules())
                    .containsExactly(new VbaModule("Module1.bas", "Attribute VB_Name = \"Module1\"\r\n" + longSource));
        });
    }

    @Test
    void tokensMakeSourceShorter() {
        var literals = new VbaCompressor(false).container("abc".repeat(2_000).getBytes(US_ASCII));
        var tokens = new VbaCompressor(true).container("abc".repeat(2_000).getBytes(US_ASCII));

        assertThat(tokens.length).isLessThan(literals.length / 20);
    }

    @Test
    void randomBytesComeBack() {
        long seed = 7;
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var plain = new byte[random.nextInt(10_000)];
            int letters = 1 + random.nextInt(255);
            for (int i = 0; i < plain.length; i++) {
                plain[i] = (byte) random.nextInt(letters);
            }
            byte[] packed = new VbaCompressor(true).container(plain);

            byte[] back = VbaCompression.decompress(packed, 0, "any", reading);

            // An incompressible last chunk is filled up with zeros, as the format has it.
            assertThat(back).as("seed " + seed + ", round " + round).startsWith(plain);
        }
    }

    @Test
    void modulesThatTheDirectoryDoesNotNameAreFound() {
        byte[] bytes = new VbaProjectWriter("P", 1252)
                .module("Hidden", "Sub Auto_Open()\nEnd Sub\n")
                .hideModules()
                .bytes();

        assertThat(read(bytes).getFirst().modules())
                .singleElement()
                .satisfies(module -> assertThat(module.autoStart()).containsExactly("Auto_Open"));
    }

    @Test
    void proceduresThatStartByThemselvesAreTold() {
        String source = """
                Private Sub Document_Open()
                Public Sub AutoExecute()
                  public static function AUTOEXEC()
                ' Sub AutoOpen()
                Sub InkPicture1_Painted()
                """;

        assertThat(new VbaModule("m.bas", source).autoStart())
                .containsExactly("Document_Open", "AUTOEXEC", "InkPicture1_Painted");
    }
}
