package io.ashiato.samples;

import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Import;
import io.ashiato.readers.ProgramImage.Machine;
import io.ashiato.readers.ProgramImage.Section;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Small programs of our own making: each function compares, adds and multiplies with constants of chance, and loads a
/// text of chance.
final class Programs {
    static final long CODE = 0x140001000L;
    static final long DATA = 0x140100000L;

    private static final int FUNCTION_BYTES = 80;
    private static final int TEXT_BYTES = 16;

    private Programs() {}

    static SampleFeatures features(long seed, int functions) {
        return SampleFeatures.of(image(seed, functions));
    }

    static ProgramImage image(long seed, int functions) {
        var random = new Random(seed);
        var code = new ByteArrayOutputStream();
        var data = new ByteArrayOutputStream();
        for (int i = 0; i < functions; i++) {
            code.writeBytes(function(random, i));
            data.writeBytes("%015x".formatted(random.nextLong() >>> 4).getBytes(StandardCharsets.US_ASCII));
            data.write(0);
        }
        var text = new Section(".text", CODE, code.toByteArray(), code.size(), true, false);
        var rdata = new Section(".rdata", DATA, data.toByteArray(), data.size(), false, false);
        var imports = List.of(new Import("kernel32.dll!sleep", DATA + 0x8000), new Import("ws2_32.dll!connect", 0));
        return new ProgramImage(Machine.X64, 0x140000000L, CODE, List.of(text, rdata), List.of(), imports);
    }

    private static byte[] function(Random random, int number) {
        var code = new ByteArrayOutputStream();
        code.write(0x55); // push rbp
        long place = CODE + (long) number * FUNCTION_BYTES;
        code.writeBytes(new byte[] {0x48, (byte) 0x8D, 0x05}); // lea rax, [rip+...]
        int32(code, (int) (DATA + (long) number * TEXT_BYTES - (place + 8)));
        for (int i = 0; i < 6; i++) {
            byte[][] operations = {{0x3D}, {0x05}, {0x69, (byte) 0xC0}, {0x35}};
            code.writeBytes(operations[random.nextInt(operations.length)]);
            int32(code, random.nextInt());
        }
        code.writeBytes(new byte[] {0x5D, (byte) 0xC3});
        while (code.size() < FUNCTION_BYTES) {
            code.write(0xCC);
        }
        return code.toByteArray();
    }

    private static void int32(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value >> shift);
        }
    }
}
