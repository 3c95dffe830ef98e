package io.ashiato.intake.archive;

import io.ashiato.bytes.Cursor;
import java.util.Optional;
import net.lingala.zip4j.model.enums.AesKeyStrength;

/// How the data of one member of a zip file is encrypted.
sealed interface ZipEncryption {
    /// The method number that AES members state in place of their own.
    int AES_METHOD = 99;

    int EXTRA_AES = 0x9901;

    record None() implements ZipEncryption {}

    /// The original cipher (APPNOTE 6.1).
    ///
    /// @param time the 16-bit time of day, whose upper byte some writers use to check the password
    record Traditional(int time) implements ZipEncryption {}

    /// WinZip's AES (vendor versions AE-1 and AE-2).
    ///
    /// @param method how the data was packed before it was encrypted
    /// @param crcStated AE-2 leaves the checksum out
    record Aes(AesKeyStrength strength, int method, boolean crcStated) implements ZipEncryption {}

    /// Strong encryption with certificates, a masked directory, or an AES field that does not parse.
    record Other() implements ZipEncryption {}

    /// Reads the extra field 0x9901, where there is one.
    static ZipEncryption aes(Optional<Cursor> extra) {
        if (extra.isEmpty() || extra.get().remaining() < 7) {
            return new Other();
        }
        Cursor field = extra.get();
        int version = field.u16("vendor version");
        field.skip("vendor", 2);
        AesKeyStrength strength = AesKeyStrength.getAesKeyStrengthFromRawCode(field.u8("strength"));
        return strength == null ? new Other() : new Aes(strength, field.u16("compression method"), version != 2);
    }
}
