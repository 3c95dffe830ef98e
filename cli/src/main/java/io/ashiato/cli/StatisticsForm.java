package io.ashiato.cli;

import io.ashiato.readers.evtx.EvtxChunk;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.LogStatistics;
import io.ashiato.readers.evtx.RecordSelection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;

/// What there is to count about each log: a block of lines for people, or a JSON line for programs.
final class StatisticsForm extends ChunkForm {
    /// Makes text of the statistics of the log with this path.
    private final BiFunction<String, LogStatistics, String> text;

    private String path = "";
    private Optional<LogStatistics.Builder> log = Optional.empty();

    private StatisticsForm(BiFunction<String, LogStatistics, String> text) {
        super(RecordSelection.ALL);
        this.text = text;
    }

    static DumpForm text(DumpWords words) {
        return new StatisticsForm(new StatisticsText(words)::block);
    }

    static DumpForm jsonLines() {
        return new StatisticsForm(StatisticsJson::line);
    }

    @Override
    public void beginLog(String logPath, long size, EvtxFile file) {
        path = logPath;
        log = Optional.of(new LogStatistics.Builder(size, file));
    }

    @Override
    void chunk(EvtxChunk chunk, OutputStream out) throws IOException {
        log.orElseThrow().add(chunk);
    }

    @Override
    public void endLog(OutputStream out) throws IOException {
        out.write(text.apply(path, log.orElseThrow().finish()).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
