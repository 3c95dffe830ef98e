package io.ashiato.readers.evtx;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Arrays;

/// Binary XML that a fuzzer makes up, as the one record of a log.
///
/// An ordinary build reads the empty input only. With `JAZZER_FUZZ=1` the fuzzer looks for inputs that
/// reach new code, until it is stopped (CONTRIBUTING.md). Alone in its class: beside other tests
/// Jazzer does not fuzz.
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
