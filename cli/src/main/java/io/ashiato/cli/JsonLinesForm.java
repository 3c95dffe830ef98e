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

/// The records of logs as JSON lines, as fast as it goes: several chunks at a time, by [JsonLane].
final class JsonLinesForm implements DumpForm {
    /// Chunks that a thread takes at a time: 1 MiB, so that handing over costs nothing beside reading.
    private static final int CHUNKS_PER_JOB = 16;

    /// Jobs at work or waiting to be written for each thread.
    private static final int JOBS_PER_THREAD = 3;

    /// Bytes of lines with which a job ends, so that crafted logs do not fill the memory.
    private static final int ENOUGH = 4 << 20;

    private final DumpForm plain;
    private final int threads;
    private final ThreadLocal<Reader> readers;
    private final Queue<JsonLines> spare = new ConcurrentLinkedQueue<>();

    /// @param selection the records that are wanted
    /// @param threads that read; a log that is one job is read by the thread that asks
    JsonLinesForm(RecordSelection selection, int threads) {
        this.plain = RecordForm.jsonLines(selection, false);
        this.threads = threads;
        var firstLane = new JsonLane(selection);
        this.readers = ThreadLocal.withInitial(() -> new Reader(firstLane.another()));
    }

    /// What a job gave.
    ///
    /// @param rest chunks of the job that were not read, since it gave enough: the first of them perhaps by itself
    private record Result(JsonLines lines, LogTally tally, List<Integer> rest) {}

    @Override
    public LogTally chunks(EvtxFile log, PrimitiveIterator.OfInt indexes, OutputStream out) throws IOException {
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
        return total.tally;
    }

    private LogTally alone(EvtxFile log, PrimitiveIterator.OfInt indexes, OutputStream out) throws IOException {
        var total = new Total(log, out);
        while (indexes.hasNext()) {
            total.take(read(log, next(indexes)));
        }
        return total.tally;
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
        private LogTally tally = LogTally.NOTHING;

        Total(EvtxFile log, OutputStream out) {
            this.log = log;
            this.out = out;
        }

        void take(Result result) throws IOException {
            result.lines().writeTo(out);
            tally = tally.plus(result.tally());
            spare.add(result.lines());
            if (!result.rest().isEmpty()) {
                IntStream first = IntStream.of(result.rest().getFirst());
                tally = tally.plus(plain.chunks(log, first.iterator(), out));
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
            LogTally tally = LogTally.NOTHING;
            for (int i = 0; i < indexes.size(); i++) {
                log.fill(indexes.get(i), chunk);
                Optional<ChunkFlaws> flaws = into.length() > ENOUGH ? Optional.empty() : lane.read(chunk, into);
                if (flaws.isEmpty()) {
                    return new Result(into, tally, indexes.subList(i, indexes.size()));
                }
                ChunkFlaws read = flaws.get();
                tally = tally.plus(LogTally.of(read.records(), read.chunkDamage(), read.recordFlaws()));
            }
            return new Result(into, tally, List.of());
        }
    }
}
