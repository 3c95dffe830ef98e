package io.ashiato.intake.archive;

import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;

/// Why a decoder gave up.
public enum DecoderFailure {
    DAMAGED,
    ENCRYPTED,
    /// It would need more than [ArchiveLimits#decoderMemoryKiB].
    MEMORY;

    /// What is named as unsupported after [#MEMORY].
    public static final String MEMORY_OVER_LIMIT = "decoder memory over the limit";

    public static DecoderFailure of(Exception failure) {
        if (failure instanceof PasswordRequiredException || failure instanceof WrongPasswordException) {
            return ENCRYPTED;
        }
        boolean memory =
                failure instanceof MemoryLimitException || failure instanceof org.tukaani.xz.MemoryLimitException;
        return memory ? MEMORY : DAMAGED;
    }
}
