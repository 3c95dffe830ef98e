package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;

/// Reads damaged logs for hours: `EvtxMutationRun COUNT [FIRST-SEED [plain]]`, where `plain` leaves out the fast
/// ways of reading, which take twice as long as the plain one. Prints what came out, the slowest
/// input, and the memory in use, which must not grow. An input that breaks a promise, or that the fast ways of
/// reading read otherwise than the plain one, is printed and counted; the run goes on and ends with exit code 1.
public final class EvtxMutationRun {
    private static final PrintStream OUT = System.out;
    private static final int REPORTS = 20;

    private final Lanes lanes = new Lanes();
    private final boolean isPlain;
    private long inputs;
    private long bytes;
    private long records;
    private long damage;
    private long findings;
    private double largestFactor;
    private String largest = "";
    private Duration longest = Duration.ZERO;
    private String slowest = "";

    private EvtxMutationRun(boolean isPlain) {
        this.isPlain = isPlain;
    }

    public static void main(String[] args) {
        long count = Long.parseLong(args[0]);
        long first = args.length > 1 ? Long.parseLong(args[1]) : 0;
        boolean isPlain = args.length > 2 && args[2].equals("plain");
        System.exit(new EvtxMutationRun(isPlain).run(first, count) == 0 ? 0 : 1);
    }

    private long run(long first, long count) {
        EvtxMutations mutations = EvtxMutations.ofAllLogs();
        long start = System.nanoTime();
        long step = Math.max(1, count / REPORTS);
        for (long seed = first; seed < first + count; seed++) {
            read(mutations.mutation(seed));
            if ((seed - first + 1) % step == 0) {
                report(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        OUT.printf("slowest: %s ms, %s%n", longest.toMillis(), slowest);
        OUT.printf("most output: %.1f bytes a byte, %s%n", largestFactor, largest);
        return findings;
    }

    private void read(EvtxMutations.Mutation mutation) {
        inputs++;
        bytes += mutation.log().length;
        try {
            HostileReading.Outcome outcome = HostileReading.read(mutation.log(), mutation);
            if (!isPlain) {
                assertThat(lanes.differences(mutation.log()))
                        .as(mutation.toString())
                        .isEmpty();
            }
            records += outcome.records();
            damage += outcome.damage();
            if (outcome.time().compareTo(longest) > 0) {
                longest = outcome.time();
                slowest = mutation.toString();
            }
            double factor = (double) outcome.output() / Math.max(1, mutation.log().length);
            if (factor > largestFactor) {
                largestFactor = factor;
                largest = mutation.toString();
            }
        } catch (AssertionError | IOException e) {
            findings++;
            e.printStackTrace(OUT);
        }
    }

    private void report(Duration elapsed) {
        System.gc(); // so that what is in use now is what is held
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(EvtxMutationRun::peak)
                .sum();
        OUT.printf(
                "%,d inputs, %,d MiB, %,d records, %,d damages, %d findings, %d s, held %d MiB, peak %d MiB%n",
                inputs, bytes >> 20, records, damage, findings, elapsed.toSeconds(), used >> 20, peak >> 20);
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }
}
