package io.ashiato.intake;

import io.ashiato.intake.Archives.File;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.Zip4jConfig;
import net.lingala.zip4j.model.ZipModel;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/// Writes encrypted zip files for tests.
final class EncryptedZips {
    private static final int BUFFER_BYTES = 4096;
    private static final int END_BYTES = 22;
    private static final int END_DIRECTORY_OFFSET = 16;
    private static final int ENTRY_HEADER_OFFSET = 42;

    private EncryptedZips() {}

    /// How members are encrypted.
    enum Cipher {
        TRADITIONAL,
        AE1_256,
        AE2_128,
        AE2_256;

        private ZipParameters parameters() {
            var parameters = new ZipParameters();
            parameters.setEncryptFiles(true);
            parameters.setEncryptionMethod(this == TRADITIONAL ? EncryptionMethod.ZIP_STANDARD : EncryptionMethod.AES);
            if (this != TRADITIONAL) {
                parameters.setAesVersion(this == AE1_256 ? AesVersion.ONE : AesVersion.TWO);
                parameters.setAesKeyStrength(
                        switch (this) {
                            case AE2_128 -> AesKeyStrength.KEY_STRENGTH_128;
                            default -> AesKeyStrength.KEY_STRENGTH_256;
                        });
            }
            return parameters;
        }
    }

    static byte[] zip(Cipher cipher, CompressionMethod method, String password, File... files) throws IOException {
        return zip(cipher, method, password, StandardCharsets.UTF_8, files);
    }

    /// @param charset in which the writing program turns the password into bytes
    static byte[] zip(Cipher cipher, CompressionMethod method, String password, Charset charset, File... files)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        char[] key = new String(password.getBytes(charset), StandardCharsets.ISO_8859_1).toCharArray();
        var keyIsBytes = new Zip4jConfig(StandardCharsets.UTF_8, BUFFER_BYTES, false);
        try (var zip = new ZipOutputStream(bytes, key, keyIsBytes, new ZipModel())) {
            for (File file : files) {
                ZipParameters parameters = cipher.parameters();
                parameters.setFileNameInZip(file.name());
                parameters.setCompressionMethod(method);
                parameters.setLastModifiedFileTime(1_600_000_000_000L);
                parameters.setEntrySize(file.bytes().length);
                parameters.setEntryCRC(crc32(file.bytes()));
                zip.putNextEntry(parameters);
                zip.write(file.bytes());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// Two zip files as one, which no program writes that has one password only.
    static byte[] joined(byte[] first, byte[] second) {
        ByteBuffer one = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer two = ByteBuffer.wrap(second.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int endOne = first.length - END_BYTES;
        int endTwo = second.length - END_BYTES;
        int directoryOne = one.getInt(endOne + END_DIRECTORY_OFFSET);
        int directoryTwo = two.getInt(endTwo + END_DIRECTORY_OFFSET);
        two.putInt(directoryTwo + ENTRY_HEADER_OFFSET, directoryOne); // its only member
        ByteBuffer joined = ByteBuffer.allocate(first.length + second.length - END_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(first, 0, directoryOne)
                .put(second, 0, directoryTwo)
                .put(first, directoryOne, endOne - directoryOne)
                .put(two.array(), directoryTwo, endTwo - directoryTwo);
        return joined.put(new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 2, 0, 2, 0})
                .putInt(endOne - directoryOne + endTwo - directoryTwo)
                .putInt(directoryOne + directoryTwo)
                .array();
    }

    private static long crc32(byte[] bytes) {
        var crc32 = new CRC32();
        crc32.update(bytes);
        return crc32.getValue();
    }
}
