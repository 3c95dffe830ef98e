package io.ashiato.cli;

import io.ashiato.casefile.pipeline.OrderedWork;
import io.ashiato.readers.evtx.ChunkBytes;
import io.ashiato.readers.evtx.ChunkFlaws;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.JsonLane;
import io.ashiato.readers.evtx.JsonLines;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.PrimitiveIterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Every record of logs as a JSON line, as fast as it goes: several chunks at a time, by [JsonLane].
final class JsonLinesForm implements DumpForm {
    /// Chunks that a thread takes at a time: 1 MiB, so that handing over costs nothing beside reading.
    private static final int CHUNKS_PER_JOB = 16;

    /// Jobs at work or waiting to be written for each thread.
    private static final int JOBS_PER_THREAD = 3;

    private final int threads;
    private final ThreadLocal<Reader> readers = ThreadLocal.withInitial(Reader::new);
    private final Queue<JsonLines> spare = new ConcurrentLinkedQueue<>();

    /// @param threads that read; a log that is one job is read by the thread that asks
    JsonLinesForm(int threads) {
        this.threads = threads;
    }

    /// What a job gave.
    ///
    /// @param lost how many places cost something
    private record Result(JsonLines lines, long lost) {}

    @Override
    public long chunks(EvtxFile log, PrimitiveIterator.OfInt indexes, OutputStream out) throws IOException {
        if (threads == 1 || log.chunkCount() <= CHUNKS_PER_JOB) {
            return alone(log, indexes, out);
        }
        var total = new Total(out);
        try (var work = new OrderedWork<Result>("dump", threads, JOBS_PER_THREAD)) {
            while (indexes.hasNext()) {
                int[] job = next(indexes);
                work.add(() -> read(log, job), total::take);
            }
            work.finish(total::take);
        }
        return total.lost;
    }

    private long alone(EvtxFile log, PrimitiveIterator.OfInt indexes, OutputStream out) throws IOException {
        var total = new Total(out);
        while (indexes.hasNext()) {
            total.take(read(log, next(indexes)));
        }
        return total.lost;
    }

    private static int[] next(PrimitiveIterator.OfInt indexes) {
        var job = new ArrayDeque<Integer>();
        while (indexes.hasNext() && job.size() < CHUNKS_PER_JOB) {
            job.add(indexes.nextInt());
        }
        return job.stream().mapToInt(Integer::intValue).toArray();
    }

    private Result read(EvtxFile log, int[] indexes) throws IOException {
        JsonLines waiting = spare.poll();
        JsonLines lines = waiting == null ? new JsonLines() : waiting;
        lines.clear();
        return new Result(lines, readers.get().read(log, indexes, lines));
    }

    /// Adds up and writes, on one thread.
    private final class Total {
        private final OutputStream out;
        private long lost;

        Total(OutputStream out) {
            this.out = out;
        }

        void take(Result result) throws IOException {
            result.lines().writeTo(out);
            lost += result.lost();
            spare.add(result.lines());
        }
    }

    /// What one thread needs to read.
    private static final class Reader {
        private final JsonLane lane = new JsonLane();
        private final ChunkBytes chunk = new ChunkBytes();

        long read(EvtxFile log, int[] indexes, JsonLines into) throws IOException {
            long lost = 0;
            for (int index : indexes) {
                log.fill(index, chunk);
                ChunkFlaws flaws = lane.read(chunk, into);
                lost += LogDump.lost(flaws.chunkDamage(), flaws.recordFlaws());
            }
            return lost;
        }
    }
}
