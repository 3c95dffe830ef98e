package io.ashiato.cli;

import io.ashiato.model.EventTime;
import io.ashiato.readers.evtx.EvtxHeader;
import io.ashiato.readers.evtx.LogStatistics;
import io.ashiato.readers.evtx.NameCounts;
import io.ashiato.readers.evtx.RecordIds;
import io.ashiato.readers.evtx.RecordTimes;
import java.time.Instant;
import java.util.List;

/// What `ashiato dump` says, besides what all commands say.
interface DumpWords {
    String standardInput();

    /// Standard input or a pipe went on behind what is read of it.
    String inputCut(String shown, String size);

    String noLogIn(List<String> places);

    String otherItems(long items);

    /// A log states checksums that do not fit.
    String wrongChecksums(String path, long checksums);

    /// A log has no record.
    String noRecords(String path);

    /// No log has a record that is wanted.
    String nothingSelected();

    /// A sentence to stand behind another one, with the blank between.
    String hint(Hint hint);

    String badRecords(String given);

    String reversedRecords(String given, String turned);

    String badTime(String option, String given);

    String reversedTimes(String from, String to);

    /// An option that goes with none of the others.
    String alone(String option, String others);

    // Statistics of a log: the lines' names, then what stands behind them

    /// The lines of a log's statistics, in their order.
    enum Line {
        SIZE,
        FORMAT,
        HEADER,
        CHUNKS,
        RECORDS,
        RECORD_IDS,
        EVENT_RECORD_IDS,
        CREATED,
        WRITTEN,
        CHECKSUMS,
        CHANNELS,
        COMPUTERS,
        PROVIDERS,
        DAMAGE
    }

    String name(Line line);

    String size(String rounded, long bytes);

    String format(EvtxHeader header);

    String noHeader();

    /// What the header counts, and what there is instead.
    String header(EvtxHeader header, LogStatistics log);

    String chunks(LogStatistics.Chunks chunks);

    String records(LogStatistics.Records records);

    /// @param listed how many missing ranges to name
    String ids(RecordIds ids, int listed);

    /// @param other records whose id inside the event is not the one in their header
    String eventIds(RecordIds ids, long other);

    String times(RecordTimes times);

    String checksums(LogStatistics.WrongChecksums wrong);

    /// @param listed how many to name
    String names(NameCounts names, int listed);

    String damage(LogStatistics log, int listed);

    /// `2026-11-23 03:00:00 UTC`: to the second, since fractions are in the records.
    static String second(Instant time) {
        return EventTime.text(time).substring(0, 19).replace('T', ' ') + " UTC";
    }

    /// `100-199`, or `100` where it is one id.
    static String range(RecordIds.Range range) {
        String first = Long.toUnsignedString(range.first());
        return range.first() == range.last() ? first : first + "-" + Long.toUnsignedString(range.last());
    }
}
