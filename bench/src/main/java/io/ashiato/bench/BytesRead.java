package io.ashiato.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Bytes of log that were read, so that a result is a rate that does not depend on the log's size:
/// the line `benchmark:bytes` is bytes a second.
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class BytesRead {
    /// JMH sets it to zero at each iteration.
    public long bytes;
}
