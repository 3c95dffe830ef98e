package io.ashiato.cli;

import io.ashiato.bytes.Damage;
import io.ashiato.publish.render.Visible;
import io.ashiato.readers.evtx.EvtxHeader;
import io.ashiato.readers.evtx.LogStatistics;
import io.ashiato.readers.evtx.NameCounts;
import io.ashiato.readers.evtx.RecordIds;
import io.ashiato.readers.evtx.RecordTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// English.
final class DumpEnglishWords implements DumpWords {
    @Override
    public String standardInput() {
        return "standard input";
    }

    @Override
    public String inputCut(String shown, String size) {
        return shown + " is longer than what is read of it (" + size + "): the rest was left out.";
    }

    @Override
    public String noLogIn(List<String> places) {
        return "no Windows event log (.evtx) in " + String.join(", ", places) + ".";
    }

    @Override
    public String otherItems(long items) {
        return counted(items, "other item") + " in folders or archives left out, being no event "
                + (items == 1 ? "log." : "logs.");
    }

    @Override
    public String wrongChecksums(String path, long checksums) {
        return counted(checksums, "checksum") + " of " + path + (checksums == 1 ? " does" : " do")
                + " not fit, as in a log that was changed, or copied while in use.";
    }

    @Override
    public String noRecords(String path) {
        return path + " lists no record.";
    }

    @Override
    public String nothingSelected() {
        return "no record has these ids and times.";
    }

    @Override
    public String hint(Hint hint) {
        return switch (hint) {
            case STATISTICS -> " --stats shows the log's ids and times, and what does not fit.";
            case RECOVER -> " --recover looks for records that are no longer listed.";
            case CARVE -> " --carve looks for records in files of any kind.";
        };
    }

    @Override
    public String badRecords(String given) {
        return "--records " + given + " is no range of record ids. Write --records 100-199, 100-, -199 or 100.";
    }

    @Override
    public String reversedRecords(String given, String turned) {
        return "--records " + given + " ends before it begins. Write --records " + turned + ".";
    }

    @Override
    public String badTime(String option, String given) {
        return option + " " + given + " is no time. Write " + option + " 2026-11-23 or 2026-11-23T03:00:00Z.";
    }

    @Override
    public String reversedTimes(String from, String to) {
        return "--to " + to + " is not after --from " + from + ", so no record can lie between: exchange them.";
    }

    @Override
    public String alone(String option, String others) {
        return option + " goes without " + others + ": leave one out.";
    }

    @Override
    public String name(Line line) {
        return switch (line) {
            case SIZE -> "Size";
            case FORMAT -> "Format";
            case HEADER -> "Header";
            case CHUNKS -> "Chunks";
            case RECORDS -> "Records";
            case RECORD_IDS -> "Record ids";
            case EVENT_RECORD_IDS -> "EventRecordID";
            case CREATED -> "TimeCreated";
            case WRITTEN -> "Written";
            case CHECKSUMS -> "Checksums";
            case CHANNELS -> "Channels";
            case COMPUTERS -> "Computers";
            case PROVIDERS -> "Providers";
            case DAMAGE -> "Damage";
        };
    }

    @Override
    public String size(String rounded, long bytes) {
        return rounded + " (" + counted(bytes, "byte") + ")";
    }

    @Override
    public String format(EvtxHeader header) {
        return header.majorVersion() + "." + header.minorVersion()
                + (header.isKnownVersion() ? "" : " (unknown)")
                + (header.dirty() ? ", dirty: in use when it was copied" : ", closed properly")
                + (header.full() ? ", full" : "");
    }

    @Override
    public String noHeader() {
        return "no file header";
    }

    @Override
    public String header(EvtxHeader header, LogStatistics log) {
        return counted(header.chunkCount(), "chunk")
                + (log.headerCountsOtherChunks()
                        ? " (there are " + number(log.chunks().used()) + ")"
                        : "")
                + ", next record id " + Long.toUnsignedString(header.nextRecordId())
                + (log.headerNamesOtherNextId()
                        ? " (the last one is "
                                + Long.toUnsignedString(log.recordIds().last()) + ")"
                        : "");
    }

    @Override
    public String chunks(LogStatistics.Chunks chunks) {
        return number(chunks.all()) + ": " + number(chunks.used()) + " used, " + number(chunks.empty()) + " empty, "
                + number(chunks.damaged()) + " damaged";
    }

    @Override
    public String records(LogStatistics.Records records) {
        return number(records.read()) + " read, " + number(records.lost()) + " lost"
                + (records.flaws() > 0 ? ", " + counted(records.flaws(), "flaw") + " in those that were read" : "");
    }

    @Override
    public String ids(RecordIds ids, int listed) {
        var parts = new ArrayList<String>();
        parts.add(range(ids));
        if (ids.holes() == 0) {
            parts.add("none missing");
        } else {
            parts.add(number(ids.missing()) + " missing in " + counted(ids.holes(), "range") + " ("
                    + ids.firstHoles().stream()
                            .limit(listed)
                            .map(DumpWords::range)
                            .collect(Collectors.joining(", "))
                    + (ids.holes() > listed ? ", ..." : "") + ")");
        }
        if (ids.repeated() > 0) {
            parts.add(number(ids.repeated()) + " repeated");
        }
        return String.join("; ", parts);
    }

    @Override
    public String eventIds(RecordIds ids, long other) {
        return (ids.count() == 0 ? "" : range(ids) + "; ") + "not the record id in " + counted(other, "record");
    }

    private static String range(RecordIds ids) {
        return Long.toUnsignedString(ids.first()) + " to " + Long.toUnsignedString(ids.last());
    }

    @Override
    public String times(RecordTimes times) {
        var parts = new ArrayList<String>();
        if (times.first().isPresent() && times.last().isPresent()) {
            parts.add(DumpWords.second(times.first().get()) + " to "
                    + DumpWords.second(times.last().get()));
        }
        if (times.without() > 0) {
            parts.add(counted(times.without(), "record") + " without a time");
        }
        if (times.backwards() > 0) {
            parts.add(counted(times.backwards(), "step") + " back, the largest by " + duration(times.largestStepBack())
                    + " at record " + Long.toUnsignedString(times.largestStepBackId()));
        }
        return String.join("; ", parts);
    }

    private static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
        }
        return duration.compareTo(Duration.ofDays(2)) < 0
                ? String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart())
                : counted(duration.toDays(), "day");
    }

    @Override
    public String checksums(LogStatistics.WrongChecksums wrong) {
        if (wrong.all() == 0) {
            return "all fit";
        }
        var parts = new ArrayList<String>();
        if (wrong.fileHeader() > 0) {
            parts.add("the file header's");
        }
        if (wrong.chunkHeaders() > 0) {
            parts.add(counted(wrong.chunkHeaders(), "chunk header's", "chunk headers'"));
        }
        if (wrong.chunkRecords() > 0) {
            parts.add("that of the records of " + counted(wrong.chunkRecords(), "chunk"));
        }
        return "wrong: " + String.join(", ", parts);
    }

    @Override
    public String names(NameCounts names, int listed) {
        var parts = new ArrayList<String>();
        names.names().stream()
                .limit(listed)
                .forEach(name -> parts.add(Visible.of(name.name()) + " " + number(name.records())));
        int more = names.names().size() - listed;
        if (more > 0) {
            parts.add(number(more) + " more");
        }
        if (names.others() > 0) {
            parts.add(counted(names.others(), "record") + " with names that were not counted");
        }
        if (names.without() > 0) {
            parts.add(counted(names.without(), "record") + " without one");
        }
        return String.join(", ", parts);
    }

    @Override
    public String damage(LogStatistics log, int listed) {
        return counted(log.damagePlaces(), "place") + ": "
                + log.damage().stream()
                        .limit(listed)
                        .map(DumpEnglishWords::place)
                        .collect(Collectors.joining(", "))
                + (log.damagePlaces() > listed ? ", ..." : "");
    }

    private static String place(Damage damage) {
        String what = switch (damage) {
            case Damage.Truncated t -> "cut";
            case Damage.OutOfRange o -> "out of range";
            case Damage.OverLimit o -> "over the limit";
            case Damage.ChecksumMismatch c -> "wrong";
        };
        return damage.field() + " " + what + " at 0x" + Long.toHexString(damage.offset());
    }

    private static String counted(long number, String noun) {
        return counted(number, noun, noun + "s");
    }

    private static String counted(long number, String one, String several) {
        return number(number) + " " + (number == 1 ? one : several);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
