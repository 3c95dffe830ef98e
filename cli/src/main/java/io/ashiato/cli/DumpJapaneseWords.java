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

/// 日本語。
final class DumpJapaneseWords implements DumpWords {
    @Override
    public String standardInput() {
        return "標準入力";
    }

    @Override
    public String inputCut(String shown, String size) {
        return shown + " は読み取りの上限（" + size + "）を超えています。残りは読み取りませんでした。";
    }

    @Override
    public String noLogIn(List<String> places) {
        return String.join("、", places) + " にWindowsイベントログ（.evtx）がありません。";
    }

    @Override
    public String otherItems(long items) {
        return "フォルダーまたはアーカイブ内の他の項目" + number(items) + "件は、イベントログではないため除きました。";
    }

    @Override
    public String wrongChecksums(String path, long checksums) {
        return path + " のチェックサム" + number(checksums) + "個が一致しません。ログが変更されたか、使用中にコピーされた可能性があります。";
    }

    @Override
    public String noRecords(String path) {
        return path + " にはレコードが1件もありません。";
    }

    @Override
    public String nothingSelected() {
        return "指定したIDと日時に該当するレコードはありません。";
    }

    @Override
    public String hint(Hint hint) {
        return switch (hint) {
            case STATISTICS -> "--stats でログのIDと日時の範囲や不一致の箇所を表示できます。";
            case RECOVER -> "--recover で一覧にないレコードを探せます。";
            case CARVE -> "--carve であらゆる種類のファイルからレコードを探せます。";
        };
    }

    @Override
    public String badRecords(String given) {
        return "--records " + given + " はレコードIDの範囲ではありません。--records 100-199、100-、-199、100 のように指定してください。";
    }

    @Override
    public String reversedRecords(String given, String turned) {
        return "--records " + given + " は終わりが始まりより前です。--records " + turned + " と指定してください。";
    }

    @Override
    public String badTime(String option, String given) {
        return option + " " + given + " は日時ではありません。" + option + " 2026-11-23 または 2026-11-23T03:00:00Z のように指定してください。";
    }

    @Override
    public String reversedTimes(String from, String to) {
        return "--to " + to + " が --from " + from + " より後でないため、該当するレコードはあり得ません。入れ替えてください。";
    }

    @Override
    public String alone(String option, String others) {
        return option + " は " + others + " と同時に指定できません。どちらかを外してください。";
    }

    @Override
    public String name(Line line) {
        return switch (line) {
            case SIZE -> "サイズ";
            case FORMAT -> "形式";
            case HEADER -> "ヘッダー";
            case CHUNKS -> "チャンク";
            case RECORDS -> "レコード";
            case RECORD_IDS -> "レコードID";
            case EVENT_RECORD_IDS -> "EventRecordID";
            case CREATED -> "TimeCreated";
            case WRITTEN -> "書き込み日時";
            case CHECKSUMS -> "チェックサム";
            case CHANNELS -> "チャネル";
            case COMPUTERS -> "コンピューター";
            case PROVIDERS -> "プロバイダー";
            case DAMAGE -> "破損";
        };
    }

    @Override
    public String size(String rounded, long bytes) {
        return rounded + "（" + number(bytes) + "バイト）";
    }

    @Override
    public String format(EvtxHeader header) {
        return header.majorVersion() + "." + header.minorVersion()
                + (header.isKnownVersion() ? "" : "（未知の版）")
                + (header.dirty() ? "、ダーティ（使用中に複製）" : "、正常に閉じられている")
                + (header.full() ? "、満杯" : "");
    }

    @Override
    public String noHeader() {
        return "ファイルヘッダーなし";
    }

    @Override
    public String header(EvtxHeader header, LogStatistics log) {
        return "チャンク" + number(header.chunkCount()) + "個"
                + (log.headerCountsOtherChunks() ? "（実際は" + number(log.chunks().used()) + "個）" : "")
                + "、次のレコードID " + Long.toUnsignedString(header.nextRecordId())
                + (log.headerNamesOtherNextId()
                        ? "（実際の最後は " + Long.toUnsignedString(log.recordIds().last()) + "）"
                        : "");
    }

    @Override
    public String chunks(LogStatistics.Chunks chunks) {
        return number(chunks.all()) + "個（使用" + number(chunks.used()) + "、空" + number(chunks.empty()) + "、破損"
                + number(chunks.damaged()) + "）";
    }

    @Override
    public String records(LogStatistics.Records records) {
        return "読み取り" + number(records.read()) + "件、喪失" + number(records.lost()) + "件"
                + (records.flaws() > 0 ? "、読み取ったレコードの不備" + number(records.flaws()) + "か所" : "");
    }

    @Override
    public String ids(RecordIds ids, int listed) {
        var parts = new ArrayList<String>();
        parts.add(range(ids));
        if (ids.holes() == 0) {
            parts.add("欠番なし");
        } else {
            parts.add("欠番" + number(ids.missing()) + "件、" + number(ids.holes()) + "か所（"
                    + ids.firstHoles().stream()
                            .limit(listed)
                            .map(DumpWords::range)
                            .collect(Collectors.joining("、"))
                    + (ids.holes() > listed ? "、…" : "") + "）");
        }
        if (ids.repeated() > 0) {
            parts.add("重複" + number(ids.repeated()) + "件");
        }
        return String.join("、", parts);
    }

    @Override
    public String eventIds(RecordIds ids, long other) {
        return (ids.count() == 0 ? "" : range(ids) + "、") + "レコードIDと異なるもの" + number(other) + "件";
    }

    private static String range(RecordIds ids) {
        return Long.toUnsignedString(ids.first()) + "～" + Long.toUnsignedString(ids.last());
    }

    @Override
    public String times(RecordTimes times) {
        var parts = new ArrayList<String>();
        if (times.first().isPresent() && times.last().isPresent()) {
            parts.add(DumpWords.second(times.first().get()) + "～"
                    + DumpWords.second(times.last().get()));
        }
        if (times.without() > 0) {
            parts.add("日時なし" + number(times.without()) + "件");
        }
        if (times.backwards() > 0) {
            parts.add("逆行" + number(times.backwards()) + "か所（最大" + duration(times.largestStepBack()) + "、レコード"
                    + Long.toUnsignedString(times.largestStepBackId()) + "）");
        }
        return String.join("、", parts);
    }

    private static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return String.format(Locale.ROOT, "%.3f秒", duration.toMillis() / 1000.0);
        }
        return duration.compareTo(Duration.ofDays(2)) < 0
                ? String.format(Locale.ROOT, "%d時間%02d分", duration.toHours(), duration.toMinutesPart())
                : number(duration.toDays()) + "日";
    }

    @Override
    public String checksums(LogStatistics.WrongChecksums wrong) {
        if (wrong.all() == 0) {
            return "すべて一致";
        }
        var parts = new ArrayList<String>();
        if (wrong.fileHeader() > 0) {
            parts.add("ファイルヘッダー");
        }
        if (wrong.chunkHeaders() > 0) {
            parts.add("チャンクヘッダー" + number(wrong.chunkHeaders()) + "個");
        }
        if (wrong.chunkRecords() > 0) {
            parts.add("チャンク" + number(wrong.chunkRecords()) + "個のレコード");
        }
        return "不一致：" + String.join("、", parts);
    }

    @Override
    public String names(NameCounts names, int listed) {
        var parts = new ArrayList<String>();
        names.names().stream()
                .limit(listed)
                .forEach(name -> parts.add(Visible.of(name.name()) + " " + number(name.records())));
        int more = names.names().size() - listed;
        if (more > 0) {
            parts.add("ほか" + number(more) + "種");
        }
        if (names.others() > 0) {
            parts.add("個別に数えなかった名前" + number(names.others()) + "件");
        }
        if (names.without() > 0) {
            parts.add("名前なし" + number(names.without()) + "件");
        }
        return String.join("、", parts);
    }

    @Override
    public String damage(LogStatistics log, int listed) {
        return number(log.damagePlaces()) + "か所："
                + log.damage().stream()
                        .limit(listed)
                        .map(DumpJapaneseWords::place)
                        .collect(Collectors.joining("、"))
                + (log.damagePlaces() > listed ? "、…" : "");
    }

    private static String place(Damage damage) {
        String what = switch (damage) {
            case Damage.Truncated t -> "途切れ";
            case Damage.OutOfRange o -> "範囲外";
            case Damage.OverLimit o -> "上限超過";
            case Damage.ChecksumMismatch c -> "不一致";
        };
        return "0x" + Long.toHexString(damage.offset()) + "の" + damage.field() + "（" + what + "）";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
