package io.ashiato.sigma.match;

import io.ashiato.bench.BytesRead;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// All literals of the rules in the values that rules ask for, and nothing else: no records, no conditions, no
/// keywords,
/// no cache of values. In the package of what it measures, which is nobody else's business.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Thread)
public class LiteralsBenchmark {
    private final FoldedValue folded = new FoldedValue();
    private final Hits hits = new Hits();

    /// From UTF-16LE as it lies in the log to the numbers of the literals in each value. Equal sums on the same log
    /// and rules mean, most likely, that the same was found.
    @Benchmark
    public long literals(GatedValues values, BytesRead read) {
        long sum = 0;
        for (int value = 0; value < values.count(); value++) {
            hits.clear();
            values.fold(value, folded);
            values.rules().scan(values.slot(value), folded, hits);
            for (int literal : hits.distinct()) {
                sum = 31 * sum + literal;
            }
        }
        read.bytes += values.logBytes();
        return sum;
    }
}
