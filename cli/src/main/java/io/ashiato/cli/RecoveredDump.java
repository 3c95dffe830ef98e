package io.ashiato.cli;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.evtx.RecordRecovery;
import io.ashiato.readers.evtx.RecoveredRecord;
import io.ashiato.readers.evtx.RecoveryCertainty;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// Writes the records that are recovered from files, as far as they are wanted, and counts them.
final class RecoveredDump {
    private final RecoveryOptions options;
    private final Function<RecoveredRecord, String> form;
    private final OutputStream out;
    private final Map<RecoveryCertainty, Long> counts = new EnumMap<>(RecoveryCertainty.class);

    RecoveredDump(RecoveryOptions options, Function<RecoveredRecord, String> form, OutputStream out) {
        this.options = options;
        this.form = form;
        this.out = out;
    }

    /// Whether records are to be recovered at all.
    boolean isWanted() {
        return options.wanted();
    }

    /// Whether to look for records in a file that does not begin like a log.
    ///
    /// @param head its first bytes
    boolean takes(byte[] head) {
        return options.takes(head, head.length);
    }

    /// Writes what is recovered from one file, behind what it lists.
    ///
    /// @return whether all of the file was looked at
    /// @throws IOException if the machine fails to read or to write
    boolean write(ByteSource source) throws IOException {
        return RecordRecovery.of(source).forEach(record -> {
            out.write((form.apply(record) + '\n').getBytes(StandardCharsets.UTF_8));
            counts.merge(record.certainty(), 1L, Long::sum);
        });
    }

    /// How many were recovered from all files.
    String summary(RecoveryWords words) {
        return words.recovered(
                counts.getOrDefault(RecoveryCertainty.WHOLE, 0L),
                counts.getOrDefault(RecoveryCertainty.CONSISTENT, 0L),
                counts.getOrDefault(RecoveryCertainty.PARTIAL, 0L));
    }
}
