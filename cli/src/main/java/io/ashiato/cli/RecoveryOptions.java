package io.ashiato.cli;

import io.ashiato.readers.evtx.RecordRecovery;
import java.util.Set;
import picocli.CommandLine.Option;

/// What `dump` gives beside the records that logs list.
final class RecoveryOptions {
    @Option(
            names = "--recover",
            description = "Also the records that are no longer listed: in slack space, inside other records, in"
                    + " cleared or headerless chunks. Each is marked.")
    private boolean recover;

    @Option(
            names = "--carve",
            description = "As --recover, and from files of any kind: unallocated space, memory images, page files.")
    private boolean carve;

    /// Whether records are to be recovered.
    boolean wanted() {
        return recover || carve;
    }

    /// The options that there is no need to name any more.
    Set<Hint> given() {
        if (carve) {
            return Set.of(Hint.RECOVER, Hint.CARVE);
        }
        return recover ? Set.of(Hint.RECOVER) : Set.of();
    }

    /// The option that was given.
    String name() {
        return carve ? "--carve" : "--recover";
    }

    /// Whether to look for records in a file that does not begin like a log.
    ///
    /// @param length bytes of `head` that are there
    boolean takes(byte[] head, int length) {
        return carve || (recover && RecordRecovery.holdsChunk(head, length));
    }
}
