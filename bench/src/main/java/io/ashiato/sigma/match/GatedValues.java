package io.ashiato.sigma.match;

import io.ashiato.bench.LogInput;
import io.ashiato.bytes.LittleEndian;
import io.ashiato.model.RecordView;
import io.ashiato.readers.evtx.ChunkBytes;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.RecordLane;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleSet;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The values of a log that rules ask for: of each record those of the fields that the plan of its channel and event id
/// names, in the order of the log, as UTF-16LE behind each other.
///
/// The system property `ashiato.bench.rules` names folders with rules, separated as paths are on this system.
@State(Scope.Benchmark)
public class GatedValues {
    private static final String PROPERTY = "ashiato.bench.rules";

    /// The records that are taken; with a channel of its own only chunks that hold such records count as log.
    @Param({"all", "Microsoft-Windows-Sysmon/Operational"})
    String channel = "";

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final List<Integer> collectedSlots = new ArrayList<>();
    private final List<Integer> collectedEnds = new ArrayList<>();
    private CompiledRules rules = CompiledRules.compile(List.of());
    private byte[] bytes = {};
    private int[] slots = {};

    /// By value, where it ends.
    private int[] ends = {};

    private long logBytes;

    @Setup(Level.Trial)
    public void collect(LogInput log) throws IOException {
        rules = CompiledRules.of(RuleSet.compile(files()).chosen().tables());
        var lane = new RecordLane();
        var values = new EventValues(rules.slots);
        Map<List<String>, Plan> plans = new HashMap<>();
        log.forEachChunk(chunk -> collect(chunk, lane, values, plans));
        bytes = collected.toByteArray();
        slots = collectedSlots.stream().mapToInt(Integer::intValue).toArray();
        ends = collectedEnds.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<RuleFile> files() throws IOException {
        var files = new ArrayList<RuleFile>();
        for (String folder : System.getProperty(PROPERTY, "").split(File.pathSeparator)) {
            if (folder.isEmpty()) {
                throw new IllegalStateException("-D" + PROPERTY + "=FOLDER is missing");
            }
            try (Stream<Path> paths = Files.walk(Path.of(folder))) {
                for (Path path : paths.filter(p -> p.toString().endsWith(".yml"))
                        .sorted()
                        .toList()) {
                    files.add(new RuleFile(path.toString(), Files.readString(path)));
                }
            }
        }
        return files;
    }

    private void collect(ChunkBytes chunk, RecordLane lane, EventValues values, Map<List<String>, Plan> plans) {
        int[] taken = {0};
        lane.read(chunk, "log.evtx", "", new RecordLane.Visitor() {
            @Override
            public void begin() {}

            @Override
            public void record(RecordView record) {
                if (channel.equals("all") || channel.equals(record.channel())) {
                    taken[0]++;
                    collect(record, values, plans);
                }
            }
        });
        if (taken[0] > 0) {
            logBytes += EvtxFile.CHUNK_SIZE;
        }
    }

    private void collect(RecordView record, EventValues values, Map<List<String>, Plan> plans) {
        values.load(record);
        String planChannel = rules.planChannel(record.channel());
        String planId = rules.planEventId(record.eventId());
        Plan plan = plans.computeIfAbsent(List.of(planChannel, planId), k -> rules.plan(planChannel, planId, true));
        for (int slot : plan.scanned) {
            for (int entry = values.first(slot); entry >= 0; entry = values.next(entry)) {
                collected.writeBytes(LittleEndian.utf16(values.text(entry)));
                collectedSlots.add(slot);
                collectedEnds.add(collected.size());
            }
        }
    }

    CompiledRules rules() {
        return rules;
    }

    int count() {
        return slots.length;
    }

    int slot(int value) {
        return slots[value];
    }

    void fold(int value, FoldedValue into) {
        int at = value == 0 ? 0 : ends[value - 1];
        into.set(bytes, at, (ends[value] - at) / 2);
    }

    /// Bytes of the chunks that the values lie in.
    long logBytes() {
        return logBytes;
    }
}
