package io.ashiato.readers.evtx;

import java.util.Locale;

/// How sure it is that a recovered record is what once was written.
public enum RecoveryCertainty {
    /// Signature, both sizes and the time are right; the binary XML is read to its end; each template
    /// and name lies in the same chunk and proves itself (a template by its id, a name by its hash).
    WHOLE,
    /// All of the record was read and each template and name proves itself, but something around it
    /// disagrees: see the [RecoveryDoubt]s.
    CONSISTENT,
    /// Something is missing: the names, because a template is gone, or a part of the values.
    PARTIAL;

    /// As it is written: `whole`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
