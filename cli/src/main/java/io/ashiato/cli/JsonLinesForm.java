package io.ashiato.cli;

import io.ashiato.casefile.pipeline.OrderedWork;
import io.ashiato.readers.evtx.ChunkBytes;
import io.ashiato.readers.evtx.ChunkFlaws;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.JsonLane;
import io.ashiato.readers.evtx.JsonLines;
import io.ashiato.readers.evtx.RecordSelection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/// Every record of logs as a JSON line, as fast as it goes: several chunks at a time, by [JsonLane].
final class JsonLinesForm implements DumpForm {
    /// Chunks that a thread takes at a time: 1 MiB, so that handing over costs nothing beside reading.
    private static final int CHUNKS_PER_JOB = 16;

    /// Jobs at work or waiting to be written for each thread.
    private static final int JOBS_PER_THREAD = 3;

    /// Bytes of lines with which a job ends, so that crafted logs do not fill the memory.
    private static final int ENOUGH = 4 << 20;

    private final DumpForm plain = RecordForm.jsonLines(RecordSelection.ALL, false);
    private final int threads;
    private final JsonLane firstLane = new JsonLane();
    private final ThreadLocal<Reader> readers = ThreadLocal.withInitial(() -> new Reader(firstLane.another()));
    private final Queue<JsonLines> spare = new ConcurrentLinkedQueue<>();

    /// @param threads that read; a log that is one job is read by the thread that asks
    JsonLinesForm(int threads) {
        this.threads = threads;
    }

    /// What a job gave.
    ///
    /// @param lost how many places cost something
    /// @param rest chunks of the job that were not read, since it gave enough: the first of them perhaps by itself
    private record Result(JsonLines lines, long lost, List<Integer> rest) {}

    @Override
    public long chunks(EvtxFile log, PrimitiveIterator.OfInt indexes, OutputStream out) throws IOException {
        if (threads == 1 || log.chunkCount() <= CHUNKS_PER_JOB) {
            return alone(log, indexes, out);
        }
        var total = new Total(log, out);
        try (var work = new OrderedWork<Result>("dump", threads, JOBS_PER_THREAD)) {
            while (indexes.hasNext()) {
                List<Integer> job = next(indexes);
                work.add(() -> read(log, job), total::take);
            }
            work.finish(total::take);
        }
        return total.lost;
    }

    private long alone(EvtxFile log, PrimitiveIterator.OfInt indexes, OutputStream out) throws IOException {
        var total = new Total(log, out);
        while (indexes.hasNext()) {
            total.take(read(log, next(indexes)));
        }
        return total.lost;
    }

    private static List<Integer> next(PrimitiveIterator.OfInt indexes) {
        var job = new ArrayList<Integer>(CHUNKS_PER_JOB);
        while (job.size() < CHUNKS_PER_JOB && indexes.hasNext()) {
            job.add(indexes.next());
        }
        return job;
    }

    private Result read(EvtxFile log, List<Integer> indexes) throws IOException {
        JsonLines waiting = spare.poll();
        JsonLines lines = waiting == null ? new JsonLines() : waiting;
        lines.clear();
        return readers.get().read(log, indexes, lines);
    }

    /// Adds up and writes, on one thread.
    private final class Total {
        private final EvtxFile log;
        private final OutputStream out;
        private long lost;

        Total(EvtxFile log, OutputStream out) {
            this.log = log;
            this.out = out;
        }

        void take(Result result) throws IOException {
            result.lines().writeTo(out);
            lost += result.lost();
            spare.add(result.lines());
            if (!result.rest().isEmpty()) {
                IntStream first = IntStream.of(result.rest().getFirst());
                lost += plain.chunks(log, first.iterator(), out);
                take(read(log, result.rest().subList(1, result.rest().size())));
            }
        }
    }

    /// What one thread needs to read.
    private static final class Reader {
        private final JsonLane lane;
        private final ChunkBytes chunk = new ChunkBytes();

        Reader(JsonLane lane) {
            this.lane = lane;
        }

        Result read(EvtxFile log, List<Integer> indexes, JsonLines into) throws IOException {
            long lost = 0;
            for (int i = 0; i < indexes.size(); i++) {
                log.fill(indexes.get(i), chunk);
                Optional<ChunkFlaws> flaws = into.length() > ENOUGH ? Optional.empty() : lane.read(chunk, into);
                if (flaws.isEmpty()) {
                    return new Result(into, lost, indexes.subList(i, indexes.size()));
                }
                lost += LogDump.lost(flaws.get().chunkDamage(), flaws.get().recordFlaws());
            }
            return new Result(into, lost, List.of());
        }
    }
}
