package io.ashiato.bench;

import io.ashiato.readers.evtx.EvtxEvents;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.EvtxJson;
import io.ashiato.readers.evtx.EvtxXml;
import io.ashiato.readers.evtx.JsonLane;
import io.ashiato.readers.evtx.JsonLines;
import io.ashiato.readers.evtx.RecordLane;
import io.ashiato.readers.evtx.SlotLane;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Reading event logs, piece by piece: each method reads the whole log once, in one thread, and does one thing
/// more than the one before it.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class EvtxBenchmark {
    /// Where the records of a chunk begin: behind its header and its tables of names and templates.
    private static final int RECORDS_AT = 512;

    private static final List<String> SYSTEM =
            List.of("Provider_Name", "EventID", "Channel", "Computer", "EventRecordID", "TimeCreated_SystemTime");

    private static final List<String> DATA =
            List.of("CommandLine", "Image", "TargetUserName", "IpAddress", "LogonType");

    /// The floor: every byte copied out and added to one CRC32, with no idea of what it is.
    @Benchmark
    public long copyAndChecksum(LogInput log, BytesRead read) {
        var buffer = new byte[EvtxFile.CHUNK_SIZE];
        var crc = new CRC32();
        byte[] bytes = log.bytes();
        for (int at = 0; at < bytes.length; at += buffer.length) {
            int length = Math.min(buffer.length, bytes.length - at);
            System.arraycopy(bytes, at, buffer, 0, length);
            crc.update(buffer, 0, length);
        }
        read.bytes += bytes.length;
        return crc.getValue();
    }

    /// Chunk by chunk, a CRC32 each over what a chunk's two checksums cover, without looking at records.
    @Benchmark
    public long chunkChecksums(LogInput log, BytesRead read) {
        var buffer = new byte[EvtxFile.CHUNK_SIZE];
        byte[] bytes = log.bytes();
        long sum = 0;
        for (int at = EvtxFile.HEADER_SIZE; at + buffer.length <= bytes.length; at += buffer.length) {
            System.arraycopy(bytes, at, buffer, 0, buffer.length);
            var header = new CRC32();
            header.update(buffer, 0, 120);
            header.update(buffer, 128, RECORDS_AT - 128);
            var records = new CRC32();
            records.update(buffer, RECORDS_AT, buffer.length - RECORDS_AT);
            sum += header.getValue() ^ records.getValue();
        }
        read.bytes += bytes.length;
        return sum;
    }

    /// The plain reader: each record as a tree.
    @Benchmark
    public void plainTree(LogInput log, BytesRead read, Blackhole sink) throws IOException {
        log.forEachRecord(sink::consume);
        read.bytes += log.bytes().length;
    }

    /// The plain reader and `dump --format jsonl`.
    @Benchmark
    public void plainJson(LogInput log, BytesRead read, Blackhole sink) throws IOException {
        log.forEachRecord(each -> sink.consume(EvtxJson.line(each.event())));
        read.bytes += log.bytes().length;
    }

    /// The plain reader and `dump --format xml`.
    @Benchmark
    public void plainXml(LogInput log, BytesRead read, Blackhole sink) throws IOException {
        log.forEachRecord(each -> sink.consume(EvtxXml.document(each.event())));
        read.bytes += log.bytes().length;
    }

    /// The plain reader and what rules are matched on.
    @Benchmark
    public void plainEvents(LogInput log, BytesRead read, Blackhole sink) throws IOException {
        log.forEachRecord(each -> sink.consume(EvtxEvents.event(each, "log.evtx", "")));
        read.bytes += log.bytes().length;
    }

    /// Header and checksums of each chunk, and where its records lie; nothing is read of them.
    @Benchmark
    public void walk(LogInput log, BytesRead read, Blackhole sink) throws IOException {
        log.forEachChunk(chunk -> sink.consume(chunk.walk((at, size, headerId) -> sink.consume(headerId))));
        read.bytes += log.bytes().length;
    }

    /// `dump --format jsonl`: JSON by compiled templates.
    @Benchmark
    public void laneJson(LogInput log, BytesRead read, Blackhole sink) throws IOException {
        var lane = new JsonLane();
        var lines = new JsonLines();
        log.forEachChunk(chunk -> {
            lines.clear();
            sink.consume(lane.read(chunk, lines));
            sink.consume(lines.length());
        });
        read.bytes += log.bytes().length;
    }

    /// What rules are matched on, by compiled templates.
    @Benchmark
    public void laneEvents(LogInput log, BytesRead read, Blackhole sink) throws IOException {
        var lane = new RecordLane();
        log.forEachChunk(chunk -> sink.consume(lane.events(chunk, "log.evtx", "")));
        read.bytes += log.bytes().length;
    }

    /// The envelope's six telling fields and five named fields of the data, in place and without text.
    @Benchmark
    public void laneSlots(LogInput log, BytesRead read, Blackhole sink) throws IOException {
        var lane = new SlotLane(SYSTEM, DATA);
        log.forEachChunk(chunk -> sink.consume(lane.read(chunk, (fields, headerId, at) -> {
            for (int i = 0; i < SYSTEM.size() + DATA.size(); i++) {
                if (fields.type(i) != SlotLane.ABSENT) {
                    sink.consume(fields.at(i));
                }
            }
        })));
        read.bytes += log.bytes().length;
    }
}
