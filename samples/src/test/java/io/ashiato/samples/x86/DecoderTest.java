package io.ashiato.samples.x86;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    /// The cases of instructions.tsv; its first line names the columns.
    static Stream<String> cases() throws IOException {
        try (InputStream in = DecoderTest.class.getResourceAsStream("instructions.tsv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decodesInstructions(String line) {
        String[] expected = line.split("\t", -1);
        byte[] bytes = HexFormat.of().parseHex(expected[2]);
        byte[] code = Arrays.copyOf(bytes, bytes.length + Decoder.MAX_LENGTH);
        Arrays.fill(code, bytes.length, code.length, (byte) 0x90);
        long address = Long.parseLong(expected[1], 16);

        Instruction instruction = new Decoder(expected[0].equals("64"), code, address).at(address);

        assertThat(String.join(
                        "\t",
                        "" + instruction.length(),
                        instruction.operation().name(),
                        instruction.flow().name(),
                        instruction.registers().name(),
                        "" + instruction.operandBytes(),
                        instruction.direct() ? Long.toHexString(instruction.target()) : "-",
                        instruction.immediateOperand() ? Long.toHexString(instruction.immediate()) : "-",
                        instruction.fixedAddress().isPresent()
                                ? Long.toHexString(instruction.fixedAddress().getAsLong())
                                : "-"))
                .isEqualTo(bytes.length + "\t" + String.join("\t", Arrays.copyOfRange(expected, 3, 10)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesInstructionsThatAreCutOff(String line) {
        String[] expected = line.split("\t", -1);
        byte[] bytes = HexFormat.of().parseHex(expected[2]);
        for (int length = 0; length < bytes.length; length++) {
            Instruction cut = new Decoder(expected[0].equals("64"), Arrays.copyOf(bytes, length), 0).at(0);
            assertThat(cut.valid() && cut.length() > length).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"06", "27", "60", "82c001", "9a0000000000", "ce", "d400", "0f04", "0fa6c0", "feff", "ffff"})
    void knowsWhatIsNoInstructionIn64BitMode(String hex) {
        byte[] code = Arrays.copyOf(HexFormat.of().parseHex(hex), 32);
        assertThat(new Decoder(true, code, 0).at(0)).isEqualTo(Instruction.invalid(0));
    }

    @Test
    void refusesMorePrefixesThanProcessorsTake() {
        var code = new byte[40];
        Arrays.fill(code, (byte) 0x66);
        assertThat(new Decoder(true, code, 0).at(0).valid()).isFalse();
    }

    @Test
    void knowsNoInstructionOutsideOfTheCode() {
        var decoder = new Decoder(true, new byte[] {(byte) 0xC3}, 0x1000);
        assertThat(decoder.at(0x1000).operation()).isEqualTo(Operation.RETURN);
        assertThat(decoder.at(0xFFF).valid()).isFalse();
        assertThat(decoder.at(0x1001).valid()).isFalse();
        assertThat(decoder.at(Long.MIN_VALUE).valid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void decodesAnyBytesWithinThePossibleLength(boolean wide) {
        long seed = 20_250_101;
        var code = new byte[200_000];
        new Random(seed).nextBytes(code);
        var decoder = new Decoder(wide, code, 0);
        for (int at = 0; at < code.length; at++) {
            int length = decoder.at(at).length();
            if (length < 1 || length > Decoder.MAX_LENGTH) {
                throw new AssertionError("length " + length + " at " + at + ", seed " + seed);
            }
        }
    }
}
