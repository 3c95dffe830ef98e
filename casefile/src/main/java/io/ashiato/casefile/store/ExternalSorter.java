package io.ashiato.casefile.store;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// Sorts any number of things within bounded memory: what does not fit is sorted in runs on disk, and
/// the runs are merged. Not safe for several threads.
final class ExternalSorter<T> {
    /// Estimated bytes that are held at once. An event with its fields is about 4 KiB, the line of one about 1, so
    /// few detections never reach the disk, and 100 million still make only some thousand runs.
    static final long DEFAULT_BUDGET = 24L << 20;

    /// Runs merged at once, each with a buffer of 64 KiB. More are merged in two steps.
    private static final int MAX_OPEN_RUNS = 128;

    /// Object headers and the fixed parts of an event, estimated.
    private static final int EVENT_BYTES = 512;

    /// Object headers of a name and a value, estimated.
    private static final int FIELD_BYTES = 64;

    private final Path scratch;
    private final String name;
    private final long budget;
    private final Comparator<T> order;
    private final Codec<T> codec;
    private final List<Path> runs = new ArrayList<>();
    private List<T> held = new ArrayList<>();
    private long heldBytes;
    private int runNumber;

    /// @param scratch an existing folder for temporary files; the caller removes it
    /// @param name how the temporary files begin, one for each sorter of a folder
    /// @param budget estimated bytes to hold at once
    ExternalSorter(Path scratch, String name, long budget, Comparator<T> order, Codec<T> codec) {
        this.scratch = scratch;
        this.name = name;
        this.budget = budget;
        this.order = order;
        this.codec = codec;
    }

    /// Things as bytes, for temporary files that the same run reads back.
    interface Codec<T> {
        void write(RunWriter out, T thing) throws IOException;

        /// The next thing, or nothing at the end of the file.
        Optional<T> read(RunReader in) throws IOException;
    }

    /// Gives things one by one, then nothing.
    interface Cursor<T> extends Closeable {
        Optional<T> next() throws IOException;
    }

    /// Estimated bytes of an event in memory, where a character may take two.
    static long size(Event event) {
        return EVENT_BYTES + size(event.data()) + size(event.system());
    }

    private static long size(Fields fields) {
        long bytes = 0;
        for (int i = 0; i < fields.size(); i++) {
            bytes += 2L * (fields.name(i).length() + fields.value(i).length()) + FIELD_BYTES;
        }
        return bytes;
    }

    /// @param bytes that the thing takes in memory, estimated
    void add(T thing, long bytes) throws IOException {
        held.add(thing);
        heldBytes += bytes;
        if (heldBytes > budget) {
            spill();
        }
    }

    /// Everything in order. May be called again; nothing may be added after the first call.
    Cursor<T> sorted() throws IOException {
        if (runs.isEmpty()) {
            held.sort(order);
            return new Held<>(held.iterator());
        }
        if (!held.isEmpty()) {
            spill();
        }
        while (runs.size() > MAX_OPEN_RUNS) {
            mergeSome();
        }
        return new Merge(runs);
    }

    private void spill() throws IOException {
        held.sort(order);
        Path run = nextRun();
        try (RunWriter out = new RunWriter(run)) {
            for (T thing : held) {
                codec.write(out, thing);
            }
        }
        runs.add(run);
        held = new ArrayList<>();
        heldBytes = 0;
    }

    private void mergeSome() throws IOException {
        List<Path> oldest = List.copyOf(runs.subList(0, MAX_OPEN_RUNS));
        Path merged = nextRun();
        try (RunWriter out = new RunWriter(merged);
                Cursor<T> sorted = new Merge(oldest)) {
            for (Optional<T> next = sorted.next(); next.isPresent(); next = sorted.next()) {
                codec.write(out, next.get());
            }
        }
        runs.subList(0, MAX_OPEN_RUNS).clear();
        runs.add(merged);
        for (Path run : oldest) {
            Files.delete(run);
        }
    }

    private Path nextRun() {
        return scratch.resolve(name + "-" + runNumber++ + ".run");
    }

    private record Held<T>(Iterator<T> things) implements Cursor<T> {
        @Override
        public Optional<T> next() {
            return things.hasNext() ? Optional.of(things.next()) : Optional.empty();
        }

        @Override
        public void close() {
            // Memory only.
        }
    }

    private final class Merge implements Cursor<T> {
        private final List<Run> open = new ArrayList<>();
        private final PriorityQueue<Run> queue = new PriorityQueue<>(Comparator.comparing(Run::head, order));

        Merge(List<Path> sorted) throws IOException {
            try {
                for (Path path : sorted) {
                    var run = new Run(new RunReader(path));
                    open.add(run);
                    enqueue(run);
                }
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        @Override
        public Optional<T> next() throws IOException {
            Run first = queue.poll();
            if (first == null) {
                return Optional.empty();
            }
            T thing = first.head();
            enqueue(first);
            return Optional.of(thing);
        }

        private void enqueue(Run run) throws IOException {
            if (run.advance()) {
                queue.add(run);
            }
        }

        @Override
        public void close() throws IOException {
            for (Run run : open) {
                run.in.close();
            }
        }
    }

    private final class Run {
        private final RunReader in;
        private Optional<T> head = Optional.empty();

        Run(RunReader in) {
            this.in = in;
        }

        T head() {
            return head.orElseThrow();
        }

        boolean advance() throws IOException {
            head = codec.read(in);
            return head.isPresent();
        }
    }
}
