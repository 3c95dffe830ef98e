package io.ashiato.cli;

import io.ashiato.publish.render.Visible;
import io.ashiato.readers.evtx.LogStatistics;
import io.ashiato.readers.evtx.NameCounts;
import io.ashiato.readers.evtx.RecordTimes;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The statistics of a log as a block of lines. Lines that would say nothing are left out.
final class StatisticsText {
    private static final int HOLES = 5;
    private static final int NAMES = 10;
    private static final int DAMAGE = 5;

    /// With the names before it, it fits a terminal of 100 columns.
    private static final int TEXT_COLUMNS = 80;

    private static final Pattern BEHIND_COMMA = Pattern.compile("(?<=, |、|; )");

    private final DumpWords words;
    private final int width;
    private boolean first = true;

    StatisticsText(DumpWords words) {
        this.words = words;
        this.width = Arrays.stream(DumpWords.Line.values())
                .mapToInt(line -> DisplayWidth.of(words.name(line)))
                .max()
                .orElse(0);
    }

    /// @return without the last line's end; behind the first block, each begins with an empty line
    String block(String path, LogStatistics log) {
        var text = new StringBuilder(first ? "" : "\n").append(Visible.of(path));
        first = false;
        for (DumpWords.Line line : DumpWords.Line.values()) {
            of(line, log).filter(said -> !said.isEmpty()).ifPresent(said -> append(text, words.name(line), said));
        }
        return text.toString();
    }

    /// Breaks what is said behind commas, so that it stays a column of its own.
    private void append(StringBuilder text, String name, String said) {
        text.append("\n  ").append(DisplayWidth.pad(name, width + 2));
        int used = 0;
        for (String part : BEHIND_COMMA.split(said)) {
            int columns = DisplayWidth.of(part);
            if (used > 0 && used + columns > TEXT_COLUMNS) {
                text.append("\n").append(" ".repeat(width + 4));
                used = 0;
            }
            text.append(part);
            used += columns;
        }
    }

    private Optional<String> of(DumpWords.Line line, LogStatistics log) {
        return switch (line) {
            case SIZE -> Optional.of(words.size(StageLines.size(log.size()), log.size()));
            case FORMAT -> Optional.of(log.header().map(words::format).orElseGet(words::noHeader));
            case HEADER -> log.header().map(header -> words.header(header, log));
            case CHUNKS -> Optional.of(words.chunks(log.chunks()));
            case RECORDS -> Optional.of(words.records(log.records()));
            case RECORD_IDS ->
                Optional.of(log.recordIds()).filter(ids -> ids.count() > 0).map(ids -> words.ids(ids, HOLES));
            case EVENT_RECORD_IDS ->
                log.otherEventRecordIds() == 0
                        ? Optional.empty()
                        : Optional.of(words.eventIds(log.eventRecordIds(), log.otherEventRecordIds()));
            case CREATED -> times(log.created());
            case WRITTEN -> times(log.written());
            case CHECKSUMS -> Optional.of(words.checksums(log.wrongChecksums()));
            case CHANNELS -> names(log.channels());
            case COMPUTERS -> names(log.computers());
            case PROVIDERS -> names(log.providers());
            case DAMAGE -> log.damagePlaces() == 0 ? Optional.empty() : Optional.of(words.damage(log, DAMAGE));
        };
    }

    private Optional<String> times(RecordTimes times) {
        return Optional.of(words.times(times));
    }

    private Optional<String> names(NameCounts names) {
        return Optional.of(words.names(names, NAMES));
    }
}
