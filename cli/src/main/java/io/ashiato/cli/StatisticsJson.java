package io.ashiato.cli;

import io.ashiato.bytes.Damage;
import io.ashiato.bytes.JsonText;
import io.ashiato.model.EventTime;
import io.ashiato.readers.evtx.EvtxHeader;
import io.ashiato.readers.evtx.LogStatistics;
import io.ashiato.readers.evtx.NameCounts;
import io.ashiato.readers.evtx.RecordIds;
import io.ashiato.readers.evtx.RecordTimes;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/// The statistics of a log as one JSON line. Every key is always there; a time that is not known is `null`.
final class StatisticsJson {
    private final StringBuilder out = new StringBuilder(1024);

    private StatisticsJson() {}

    /// @return without the line's end
    static String line(String path, LogStatistics log) {
        var json = new StatisticsJson();
        json.object(log, all -> {
            json.text("path", path);
            json.number("size", log.size());
            json.header(log);
            json.member("chunks", log.chunks(), json::chunks);
            json.member("records", log.records(), json::records);
            json.member("record_ids", log.recordIds(), json::ids);
            json.member("event_record_ids", log.eventRecordIds(), json::ids);
            json.number("other_event_record_ids", log.otherEventRecordIds());
            json.member("time_created", log.created(), json::times);
            json.member("written", log.written(), json::times);
            json.member("channels", log.channels(), json::names);
            json.member("computers", log.computers(), json::names);
            json.member("providers", log.providers(), json::names);
            json.member("wrong_checksums", log.wrongChecksums(), json::checksums);
            json.number("damage_places", log.damagePlaces());
            json.array("damage", log.damage(), json::damage);
        });
        return json.out.toString();
    }

    private void header(LogStatistics log) {
        if (log.header().isEmpty()) {
            name("header");
            out.append("null");
            return;
        }
        member("header", log.header().get(), this::header);
    }

    private void header(EvtxHeader header) {
        text("version", header.majorVersion() + "." + header.minorVersion());
        flag("dirty", header.dirty());
        flag("full", header.full());
        number("chunks", header.chunkCount());
        number("first_chunk", header.firstChunk());
        number("last_chunk", header.lastChunk());
        number("next_record_id", header.nextRecordId());
    }

    private void chunks(LogStatistics.Chunks chunks) {
        number("all", chunks.all());
        number("used", chunks.used());
        number("empty", chunks.empty());
        number("damaged", chunks.damaged());
    }

    private void records(LogStatistics.Records records) {
        number("read", records.read());
        number("lost", records.lost());
        number("flaws", records.flaws());
    }

    private void ids(RecordIds ids) {
        number("count", ids.count());
        number("first", ids.first());
        number("last", ids.last());
        number("repeated", ids.repeated());
        number("missing", ids.missing());
        number("holes", ids.holes());
        array("first_holes", ids.firstHoles(), hole -> {
            number("first", hole.first());
            number("last", hole.last());
        });
    }

    private void times(RecordTimes times) {
        time("first", times.first());
        time("last", times.last());
        number("without", times.without());
        number("steps_back", times.backwards());
        number("largest_step_back_ms", times.largestStepBack().toMillis());
        number("largest_step_back_record_id", times.largestStepBackId());
    }

    private void names(NameCounts names) {
        array("names", names.names(), name -> {
            text("name", name.name());
            number("records", name.records());
        });
        number("others", names.others());
        number("without", names.without());
    }

    private void checksums(LogStatistics.WrongChecksums wrong) {
        number("file_header", wrong.fileHeader());
        number("chunk_headers", wrong.chunkHeaders());
        number("chunk_records", wrong.chunkRecords());
    }

    private void damage(Damage damage) {
        String kind = switch (damage) {
            case Damage.Truncated t -> "truncated";
            case Damage.OutOfRange o -> "out-of-range";
            case Damage.OverLimit o -> "over-limit";
            case Damage.ChecksumMismatch c -> "checksum-mismatch";
        };
        text("kind", kind);
        text("field", damage.field());
        number("offset", damage.offset());
    }

    // ---- JSON ----

    private void name(String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        JsonText.quote(out, name);
        out.append(':');
    }

    private void text(String name, String value) {
        name(name);
        JsonText.quote(out, value);
    }

    /// @param value unsigned
    private void number(String name, long value) {
        name(name);
        out.append(Long.toUnsignedString(value));
    }

    private void flag(String name, boolean value) {
        name(name);
        out.append(value);
    }

    private void time(String name, Optional<Instant> value) {
        name(name);
        if (value.isPresent()) {
            JsonText.quote(out, EventTime.text(value.get()));
        } else {
            out.append("null");
        }
    }

    private <T> void member(String name, T value, Consumer<T> members) {
        name(name);
        object(value, members);
    }

    private <T> void array(String name, Collection<T> values, Consumer<T> members) {
        name(name);
        out.append('[');
        String separator = "";
        for (T value : values) {
            out.append(separator);
            object(value, members);
            separator = ",";
        }
        out.append(']');
    }

    private <T> void object(T value, Consumer<T> members) {
        out.append('{');
        members.accept(value);
        out.append('}');
    }
}
