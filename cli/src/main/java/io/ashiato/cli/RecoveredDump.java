package io.ashiato.cli;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.evtx.RecordRecovery;
import io.ashiato.readers.evtx.RecoveredRecord;
import io.ashiato.readers.evtx.RecoveryCertainty;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// Prints the records that are recovered from files, and counts them.
final class RecoveredDump {
    /// Records between two looks at whether anybody still reads.
    private static final int RECORDS_UNWATCHED = 1_000;

    private final PrintWriter out;
    private final Function<RecoveredRecord, String> form;
    private final Map<RecoveryCertainty, Long> counts = new EnumMap<>(RecoveryCertainty.class);
    private long printed;

    RecoveredDump(PrintWriter out, Function<RecoveredRecord, String> form) {
        this.out = out;
        this.form = form;
    }

    /// Prints what is recovered from one file, behind what it lists.
    ///
    /// @return whether all of the file was looked at
    /// @throws IOException if the machine fails to read
    boolean print(ByteSource source) throws IOException {
        return RecordRecovery.of(source).forEach(this::print);
    }

    private void print(RecoveredRecord record) throws OutputClosedException {
        out.append(form.apply(record)).append('\n');
        counts.merge(record.certainty(), 1L, Long::sum);
        if (++printed % RECORDS_UNWATCHED == 0 && out.checkError()) {
            throw new OutputClosedException();
        }
    }

    /// How many were recovered from all files.
    String summary(RecoveryWords words) {
        return words.recovered(
                counts.getOrDefault(RecoveryCertainty.WHOLE, 0L),
                counts.getOrDefault(RecoveryCertainty.CONSISTENT, 0L),
                counts.getOrDefault(RecoveryCertainty.PARTIAL, 0L));
    }
}
