package io.ashiato.readers.ole;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.ReadingBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.hssf.record.crypto.Biff8DecryptingStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.util.LittleEndianByteArrayInputStream;

/// The encryption of a workbook's records (MS-XLS 2.2.10), from the record that announces it on.
///
/// @param from where the encrypted records begin
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record WorkbookEncryption(int from, byte[] announced) {
    /// It stands behind the first few records.
    private static final int MAX_RECORDS_BEFORE = 16;

    static Optional<WorkbookEncryption> in(byte[] records, int filePass) {
        var cursor = Cursor.over(records, 0);
        try {
            for (int i = 0; i < MAX_RECORDS_BEFORE; i++) {
                int type = cursor.u16("record type");
                byte[] record = cursor.bytes("record", cursor.u16("record size"));
                if (type == filePass) {
                    return Optional.of(new WorkbookEncryption((int) cursor.offset(), record));
                }
            }
        } catch (MalformedException e) {
            return Optional.empty(); // told when the records are read
        }
        return Optional.empty();
    }

    /// All records in the clear, where the password is the one that Excel tries by itself.
    Optional<byte[]> decrypted(byte[] records, ReadingBuilder reading) {
        try {
            var in = new LittleEndianByteArrayInputStream(announced);
            var mode = in.readUShort() == 0 ? EncryptionMode.xor : EncryptionMode.cryptoAPI;
            var info = new EncryptionInfo(in, mode);
            if (!info.getDecryptor().verifyPassword(EncryptedPackage.DEFAULT_PASSWORD)) {
                return Optional.empty();
            }
            var encrypted = new ByteArrayInputStream(records, from, records.length - from);
            return Optional.of(plain(new Biff8DecryptingStream(encrypted, from, info), records));
        } catch (IOException | GeneralSecurityException | RuntimeException e) { // POI throws what comes
            reading.unreadable("encryption");
            return Optional.empty();
        }
    }

    private byte[] plain(Biff8DecryptingStream in, byte[] records) {
        var out = new ByteArrayOutputStream(records.length);
        out.write(records, 0, from);
        int left = records.length - from;
        while (left >= 4) {
            int type = in.readRecordSID();
            int size = in.readDataSize();
            left -= 4;
            if (size > left) {
                break; // cut: what came before is whole
            }
            var record = new byte[size];
            in.readFully(record);
            left -= size;
            out.write(type);
            out.write(type >> 8);
            out.write(size);
            out.write(size >> 8);
            out.writeBytes(record);
        }
        return out.toByteArray();
    }
}
