package io.ashiato.casefile.store;

import io.ashiato.model.Detection;
import io.ashiato.model.Fields;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// Puts any number of detections in order (time, path, offset, rule id) within bounded memory: what
/// does not fit is sorted in runs on disk, and the runs are merged. Not safe for several threads.
public final class DetectionSorter {
    /// Estimated bytes of detections that are held at once. A detection with its fields is about 4 KiB, so
    /// most cases never reach the disk, and 100 million detections still make only some thousand runs.
    static final long DEFAULT_BUDGET = 24L << 20;

    /// Runs merged at once, each with a buffer of 64 KiB. More are merged in two steps.
    private static final int MAX_OPEN_RUNS = 128;

    private static final int BUFFER = 1 << 16;

    private final Path scratch;
    private final long budget;
    private final DetectionCodec codec = new DetectionCodec();
    private final List<Path> runs = new ArrayList<>();
    private List<Detection> held = new ArrayList<>();
    private long heldBytes;
    private int runNumber;

    /// @param scratch an existing folder for temporary files; the caller removes it
    public DetectionSorter(Path scratch) {
        this(scratch, DEFAULT_BUDGET);
    }

    DetectionSorter(Path scratch, long budget) {
        this.scratch = scratch;
        this.budget = budget;
    }

    public void add(Detection detection) throws IOException {
        held.add(detection);
        heldBytes += size(detection.event().data()) + size(detection.event().system()) + 512;
        if (heldBytes > budget) {
            spill();
        }
    }

    /// Hands every detection over in order. May be called again; nothing may be added after the first call.
    public void forEach(Consumer consumer) throws IOException {
        if (runs.isEmpty()) {
            held.sort(DetectionOrder.BY_TIME_AND_PLACE);
            for (Detection detection : held) {
                consumer.accept(detection);
            }
            return;
        }
        if (!held.isEmpty()) {
            spill();
        }
        while (runs.size() > MAX_OPEN_RUNS) {
            mergeSome();
        }
        merge(runs, consumer);
    }

    /// Takes detections one by one.
    public interface Consumer {
        void accept(Detection detection) throws IOException;
    }

    private static long size(Fields fields) {
        long units = 0;
        for (int i = 0; i < fields.size(); i++) {
            units += fields.value(i).length() + 64;
        }
        return units;
    }

    private void spill() throws IOException {
        held.sort(DetectionOrder.BY_TIME_AND_PLACE);
        Path run = nextRun();
        try (DataOutputStream out = output(run)) {
            for (Detection detection : held) {
                codec.write(out, detection);
            }
        }
        runs.add(run);
        held = new ArrayList<>();
        heldBytes = 0;
    }

    private void mergeSome() throws IOException {
        List<Path> oldest = List.copyOf(runs.subList(0, MAX_OPEN_RUNS));
        Path merged = nextRun();
        try (DataOutputStream out = output(merged)) {
            merge(oldest, detection -> codec.write(out, detection));
        }
        runs.subList(0, MAX_OPEN_RUNS).clear();
        runs.add(merged);
        for (Path run : oldest) {
            Files.delete(run);
        }
    }

    private void merge(List<Path> sorted, Consumer consumer) throws IOException {
        var open = new ArrayList<Run>();
        try {
            var queue = new PriorityQueue<Run>(Comparator.comparing(Run::head, DetectionOrder.BY_TIME_AND_PLACE));
            for (Path path : sorted) {
                var run = new Run(new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER)));
                open.add(run);
                if (run.advance()) {
                    queue.add(run);
                }
            }
            for (Run run = queue.poll(); run != null; run = queue.poll()) {
                consumer.accept(run.head());
                if (run.advance()) {
                    queue.add(run);
                }
            }
        } finally {
            for (Run run : open) {
                run.in.close();
            }
        }
    }

    private Path nextRun() {
        return scratch.resolve("detections-" + runNumber++ + ".run");
    }

    private static DataOutputStream output(Path path) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
    }

    private final class Run {
        private final DataInputStream in;
        private Optional<Detection> head = Optional.empty();

        Run(DataInputStream in) {
            this.in = in;
        }

        Detection head() {
            return head.orElseThrow();
        }

        boolean advance() throws IOException {
            head = codec.read(in);
            return head.isPresent();
        }
    }
}
