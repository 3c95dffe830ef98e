package io.ashiato.readers.evtx;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Binary XML that a fuzzer makes up, as the one record of a log.
///
/// With `JAZZER_FUZZ=1` the fuzzer looks for inputs that reach new code, until it is stopped
/// (CONTRIBUTING.md). An ordinary build leaves it out: its agent would slow down every test behind
/// it. Alone in its class: beside other tests Jazzer does not fuzz.
@EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
class EvtxFuzzTest {
    /// What fits into a chunk beside the headers of chunk and record.
    private static final int LONGEST = 64_000;

    @FuzzTest(maxDuration = "")
    void binaryXmlKeepsThePromises(byte[] binaryXml) {
        byte[] body = Arrays.copyOf(binaryXml, Math.min(binaryXml.length, LONGEST));
        byte[] log =
                new EvtxWriter().add(Instant.EPOCH, new WrittenNode.Raw(body)).bytes();
        HostileReading.read(log, "binary XML");
    }
}
