package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import net.lingala.zip4j.crypto.AESDecrypter;
import net.lingala.zip4j.crypto.Decrypter;
import net.lingala.zip4j.crypto.StandardDecrypter;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.AESExtraDataRecord;

/// The data of one encrypted member, decrypted and not yet unpacked.
///
/// For AES its end is reached only if the authentication code behind the data fits; the traditional cipher has
/// none, there the member's checksum decides.
final class ZipDecryption extends InputStream {
    private static final int TRADITIONAL_HEADER_BYTES = 12;
    private static final int AES_VERIFIER_BYTES = 2;
    private static final int AES_CODE_BYTES = 10;
    private static final int BUFFER_BYTES = 1 << 13; // a multiple of AES's block

    private final InputStream encrypted;
    private final Decrypter decrypter;
    private final byte[] code;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int filled;
    private boolean ended;

    /// @param code that has to come out at the end; empty where there is none
    private ZipDecryption(ByteSource encrypted, Decrypter decrypter, byte[] code) {
        this.encrypted = new SourceInputStream(encrypted);
        this.decrypter = decrypter;
        this.code = code;
    }

    /// @param time as in [ZipEncryption.Traditional]
    /// @throws WrongPasswordException with a chance of 127 in 128 if the password is wrong
    static InputStream traditional(ByteSource data, long crc32, int time, ZipPassword password) throws IOException {
        byte[] header = data.first(TRADITIONAL_HEADER_BYTES);
        if (header.length < TRADITIONAL_HEADER_BYTES) {
            throw new IOException("encryption header");
        }
        try {
            var decrypter = new StandardDecrypter(password.bytes(), crc32, time, header, false);
            return new ZipDecryption(ByteRange.of(data, TRADITIONAL_HEADER_BYTES, data.size()), decrypter, new byte[0]);
        } catch (ZipException e) {
            throw failure(e);
        }
    }

    /// @throws WrongPasswordException with a chance of 65,535 in 65,536 if the password is wrong
    static InputStream aes(ByteSource data, ZipEncryption.Aes aes, ZipPassword password) throws IOException {
        int saltBytes = aes.strength().getSaltLength();
        long size = data.size() - saltBytes - AES_VERIFIER_BYTES - AES_CODE_BYTES;
        if (size < 0) {
            throw new IOException("encryption header");
        }
        int start = saltBytes + AES_VERIFIER_BYTES;
        byte[] salt = data.first(saltBytes);
        byte[] verifier = ByteRange.of(data, saltBytes, AES_VERIFIER_BYTES).first(AES_VERIFIER_BYTES);
        byte[] code = ByteRange.of(data, start + size, AES_CODE_BYTES).first(AES_CODE_BYTES);
        var parameters = new AESExtraDataRecord();
        parameters.setAesKeyStrength(aes.strength());
        try {
            var decrypter = new AESDecrypter(parameters, password.bytes(), salt, verifier, false);
            return new ZipDecryption(ByteRange.of(data, start, size), decrypter, code);
        } catch (ZipException e) {
            throw failure(e);
        }
    }

    private static IOException failure(ZipException e) {
        return e.getType() == ZipException.Type.WRONG_PASSWORD ? new WrongPasswordException(e) : e;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, filled - at);
        System.arraycopy(buffer, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (at < filled || ended) {
            return at < filled;
        }
        at = 0;
        // Whole buffers: AES counts blocks, and only the last one may be shorter.
        filled = encrypted.readNBytes(buffer, 0, BUFFER_BYTES);
        decrypter.decryptData(buffer, 0, filled);
        ended = filled < BUFFER_BYTES;
        if (ended && decrypter instanceof AESDecrypter aes && !isAuthentic(aes)) {
            filled = 0;
            throw new IOException("authentication code");
        }
        return filled > 0;
    }

    private boolean isAuthentic(AESDecrypter aes) {
        byte[] computed = aes.getCalculatedAuthenticationBytes(0); // 0: nothing was read too far
        return MessageDigest.isEqual(code, Arrays.copyOf(computed, AES_CODE_BYTES));
    }
}
