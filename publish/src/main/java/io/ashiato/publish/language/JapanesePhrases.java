package io.ashiato.publish.language;

import static io.ashiato.publish.document.Line.code;
import static io.ashiato.publish.document.Line.strong;
import static io.ashiato.publish.document.Line.value;

import io.ashiato.model.Assessment.Reason;
import io.ashiato.model.Confidence;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.Likelihood;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.Technique;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The Japanese sentences: plain form, times in UTC, in tables with JST beside it.
final class JapanesePhrases implements Phrases {
    /// Japan has had one offset all year since 1951.
    private static final ZoneOffset JST = ZoneOffset.ofHours(9);

    private static final DateTimeFormatter MINUTE = pattern("uuuu年M月d日 HH時mm分（'UTC'）");
    private static final DateTimeFormatter DAY = pattern("uuuu年M月d日");
    private static final DateTimeFormatter DAY_OF_YEAR = pattern("M月d日");
    private static final DateTimeFormatter DAY_OF_MONTH = pattern("d日");
    private static final DateTimeFormatter STAMP = pattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter STAMP_JST = pattern("uuuu-MM-dd HH:mm:ss xxx");

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    @Override
    public Language language() {
        return Language.JAPANESE;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Line moment(Instant time, DateTimeFormatter format) {
        return Line.of(new Run.Moment(time, format.format(utc(time))));
    }

    @Override
    public Line time(Instant time) {
        return moment(time, MINUTE);
    }

    @Override
    public Line noTime() {
        return Line.of("日時不明");
    }

    @Override
    public Line days(Instant from, Instant to) {
        OffsetDateTime first = utc(from);
        OffsetDateTime last = utc(to);
        if (first.toLocalDate().equals(last.toLocalDate())) {
            return Line.of("{0}に", moment(from, DAY));
        }
        DateTimeFormatter end = first.getYear() != last.getYear()
                ? DAY
                : first.getMonth() != last.getMonth() ? DAY_OF_YEAR : DAY_OF_MONTH;
        return Line.of("{0}から{1}まで", moment(from, DAY), moment(to, end));
    }

    @Override
    public List<Line> stamps(Instant time) {
        Line jst = Line.of(new Run.Moment(time, STAMP_JST.format(time.atOffset(JST))));
        return List.of(moment(time, STAMP), jst);
    }

    @Override
    public boolean showsJst() {
        return true;
    }

    @Override
    public String axisDay(Instant time, boolean withYear) {
        return (withYear ? DAY : DAY_OF_YEAR).format(utc(time));
    }

    @Override
    public String duration(Duration duration) {
        if (duration.toDays() >= 2) {
            return number(duration.toDays()) + "日";
        }
        if (duration.toHours() >= 2) {
            return number(duration.toHours()) + "時間";
        }
        return number(Math.max(1, duration.toMinutes())) + "分";
    }

    @Override
    public Line names(List<Line> names) {
        return Line.join("、", names);
    }

    @Override
    public Line hosts(long count) {
        return Line.of("ホスト" + number(count) + "台");
    }

    @Override
    public Line rest(long shown, long all, String where) {
        return Line.of(number(all) + "件のうち" + number(shown) + "件を示す。全件は{0}に収めた。", code(where));
    }

    @Override
    public Line cut(long shown, long all) {
        return Line.of("省略あり。全" + number(all) + "文字のうち" + number(shown) + "文字を表示");
    }

    @Override
    public Line lastOf(long events, Instant first) {
        return Line.of("{0}以降の相関イベント" + number(events) + "件の最後", time(first));
    }

    @Override
    public Line titleIntruder(Line hosts, Line days) {
        return Line.of("攻撃者が{1}{0}で活動した", hosts, days);
    }

    @Override
    public Line titleSigns(Line hosts, Line days) {
        return Line.of("{1}{0}で侵入の痕跡を確認した", hosts, days);
    }

    @Override
    public Line titleMinor(Line hosts, Line days) {
        return Line.of("{1}{0}で軽微な痕跡のみを確認し、重大なものは確認されなかった", hosts, days);
    }

    @Override
    public Line titleNothing(long events) {
        return Line.of("イベント" + number(events) + "件に不審な痕跡は確認されなかった");
    }

    @Override
    public Line titleNoEvents(long items) {
        return Line.of("証拠品目" + number(items) + "件から読み取れたイベントはない");
    }

    @Override
    public Line titleCleared(Line title, Line log) {
        return Line.of("{0}。{1}は消去されている", title, log);
    }

    @Override
    public Line titleUnprotected(Line title) {
        return Line.of("{0}。ウイルス対策ソフトウェアは無効化されている", title);
    }

    @Override
    public Line clearedLog(String channel) {
        return Line.of("{0}ログ", value(channel));
    }

    @Override
    public Line clearedLogs(long count) {
        return Line.of("ログ" + number(count) + "件");
    }

    @Override
    public Line lead(long events, long hosts, long detections, long findings) {
        return Line.of("ホスト" + number(hosts) + "台のイベント" + number(events) + "件から、検知結果" + number(detections) + "件、所見"
                + number(findings) + "件を得た。");
    }

    @Override
    public Line judged(Likelihood likelihood, Line clause) {
        Line words = strong(Terms.of(likelihood).japanese())
                .plus("（")
                .plus(range(likelihood))
                .plus("）。");
        return Line.of(likelihood == Likelihood.ALMOST_CERTAIN ? "{0}ことは{1}" : "{0}{1}", clause, words);
    }

    @Override
    public Line range(Likelihood likelihood) {
        return Line.of(likelihood.low() + "〜" + likelihood.high() + "%");
    }

    @Override
    public Line confidence(Confidence confidence, List<Reason> reasons) {
        String raising = reasons(reasons, true);
        String lowering = reasons(reasons, false);
        String end = switch (confidence) {
            case LOW, HIGH -> "。";
            case MODERATE -> "である。";
        };
        Line line = Line.of("この判断の確信度は{0}" + end, strong(Terms.of(confidence).japanese()));
        if (!raising.isEmpty()) {
            line = line.plus("根拠は" + raising + "である。");
        }
        return lowering.isEmpty() ? line : line.plus("一方、" + lowering + "が確信度を下げる。");
    }

    private String reasons(List<Reason> reasons, boolean raising) {
        return names(reasons.stream()
                        .filter(reason -> reason.raises() == raising)
                        .map(reason -> Line.of(reason(reason)))
                        .toList())
                .plain();
    }

    private String reason(Reason reason) {
        String n = number(reason.number());
        return switch (reason.kind()) {
            case GRAVE_FINDINGS -> "重大な所見" + n + "件";
            case TACTICS_COVERED -> n + "種類の戦術";
            case INDEPENDENT_RULES -> "独立した検知ルール" + n + "件";
            case HOSTS_AFFECTED -> "影響を受けたホスト" + n + "台";
            case TAMPERING_PROVEN -> "確認した改ざんと妨害" + n + "件";
            case EVIDENCE_UNREAD -> "完全には読み取れなかった証拠品目" + n + "件";
            case ONLY_WEAK_FINDINGS -> "軽微な所見に限られること";
            case LOG_SOURCES -> "ログ" + n + "種類";
        };
    }

    @Override
    public Line logsCleared(List<TamperingFact> facts) {
        TamperingFact first = facts.getFirst();
        if (facts.size() == 1) {
            return Line.of(
                    "{2}{1}の{0}ログが消去された。",
                    value(first.object()),
                    value(first.host()),
                    first.time().map(at -> Line.of("{0}に、", time(at))).orElse(Line.EMPTY));
        }
        long hosts = facts.stream().map(TamperingFact::host).distinct().count();
        return Line.of("ホスト" + number(hosts) + "台でログが" + number(facts.size()) + "回消去された。");
    }

    @Override
    public Line antivirusDisabled(Line hosts, Optional<Instant> first) {
        Line since = first.map(at -> Line.of("（最初は{0}）", time(at))).orElse(Line.EMPTY);
        return Line.of("{0}でウイルス対策ソフトウェアが無効化された{1}。", hosts, since);
    }

    @Override
    public Line accountOnHosts(Line account, long hosts) {
        return Line.of("アカウント{0}は、ホスト" + number(hosts) + "台の重大な所見に関わっている。", account);
    }

    @Override
    public Line credentialsAtRisk(Line hosts) {
        return Line.of("{0}で認証情報の窃取の痕跡を確認した。同ホストにログオンしたアカウントは漏えいしたものとして扱う。", hosts);
    }

    @Override
    public Line nothingMatched(long events, long hosts) {
        return Line.of("ホスト" + number(hosts) + "台のイベント" + number(events) + "件に、重大な検知結果は確認されなかった。");
    }

    @Override
    public Line blindSpots(long unread, long items, long silentSources) {
        String itemsUnread = "証拠品目" + number(items) + "件のうち" + number(unread) + "件は完全には読み取れなかった";
        String silent = "検知ルールが必要とするログのうち" + number(silentSources) + "種類からはイベントが得られなかった";
        if (unread == 0) {
            return Line.of("証拠には死角がある。" + silent + "。");
        }
        return Line.of("証拠には死角がある。" + itemsUnread + "。" + (silentSources == 0 ? "" : "また、" + silent + "。"));
    }

    @Override
    public Line period(boolean grave, Line hosts, Instant from, Instant to) {
        return Line.of((grave ? "重大な所見の" : "所見の") + "対象は{0}である。期間は{1}から{2}までである。", hosts, time(from), time(to));
    }

    @Override
    public Line periodUnknown(boolean grave, Line hosts) {
        return Line.of((grave ? "重大な所見の" : "所見の") + "対象は{0}である。該当する記録に日時はない。", hosts);
    }

    @Override
    public Line weight(long findings, long grave, long accounts) {
        return Line.of(
                grave == 0
                        ? "所見は全部で" + number(findings) + "件あり、重大なものはない。関わったアカウントは" + number(accounts) + "件である。"
                        : "所見は全部で" + number(findings) + "件あり、うち" + number(grave) + "件が重大である。重大な所見に関わったアカウントは"
                                + number(accounts) + "件である。");
    }

    @Override
    public Line signs(Instant day, Line host, List<Line> signs) {
        return Line.of("{0}、{1}で{2}の痕跡を確認した。", time(day), host, names(signs));
    }

    @Override
    public Line otherFindings(long count) {
        return Line.of("ほかの所見" + number(count) + "件は付録Cに示す。");
    }

    @Override
    public Line evidenceGiven(long items, long read, long other, long notRead) {
        return Line.of("提供または展開された証拠品目は" + number(items) + "件である。完全に読み取ったものは" + number(read) + "件、展開またはハッシュ値の計算のみのものは"
                + number(other) + "件、読み取れないか一部にとどまったものは" + number(notRead) + "件である。");
    }

    @Override
    public Line hostGap(String host, Instant from, Instant to) {
        return Line.of("{0}には、{1}から{2}までイベントがない。", value(host), time(from), time(to));
    }

    @Override
    public Line logStartsLate(String channel, String host, Instant from) {
        return Line.of("{0}の{1}ログは、{2}から始まる。", value(host), value(channel), time(from));
    }

    @Override
    public Line clearedEverythingBefore(String channel, String host, Instant at) {
        return Line.of("{0}の{1}ログは、{2}に消去され、それ以前のイベントがない。", value(host), value(channel), time(at));
    }

    @Override
    public Line figureCaption() {
        return Line.of("帯はイベントのある期間、斜線はイベントのない期間、破線は改ざんと妨害、およびログの消去で失われた期間を示す。深刻度が中以上の検知のみを示し、時刻はUTCである。");
    }

    @Override
    public String figureDescription(long hosts, long marks, long tampering) {
        return "ホスト" + number(hosts) + "台の検知イベントを時間順に示す。印は" + number(marks) + "件、改ざんと妨害は" + number(tampering) + "件である。";
    }

    @Override
    public Line stageSigns(Line hosts, List<Line> signs) {
        return Line.of("{1}で{0}の痕跡を確認した。", names(signs), hosts);
    }

    @Override
    public Line stage(long findings, long observations) {
        return Line.of("この段階に関わる所見は" + number(findings) + "件、観測事実は" + number(observations) + "件である。");
    }

    @Override
    public Line quotedElsewhere(List<String> ids) {
        return Line.of("{0}はほかの段階で引用した。", Line.marks(ids));
    }

    @Override
    public Line notQuoted(long count) {
        return Line.of("ほかの観測事実" + number(count) + "件は{0}に収めた。", code("case.json"));
    }

    @Override
    public Line tampered(TamperingFact fact) {
        Line object = value(fact.object());
        return switch (fact.kind()) {
            case LOG_CLEARED -> Line.of("{0}ログが消去された。", object);
            case ANTIVIRUS_DISABLED -> Line.of("ウイルス対策ソフトウェアが無効化された（{0}）。", object);
            case ANTIVIRUS_WEAKENED -> Line.of("ウイルス対策ソフトウェアの設定が緩和された（{0}）。", object);
            case AUDIT_POLICY_CHANGED -> Line.of("監査ポリシーが縮小された（{0}）。", object);
            case SYSMON_CHANGED -> Line.of("Sysmonが停止されたか、設定が変更された（{0}）。", object);
            case SERVICE_STOPPED -> Line.of("サービスが停止または無効化された（{0}）。", object);
            case RECORDS_MISSING ->
                Line.of(
                        "{2}ログの記録番号{0}から{1}までの間で、記録{3}件が欠落している。",
                        detail(fact, "from"), detail(fact, "to"), object, detail(fact, "count"));
            case RECORDS_REPEATED -> Line.of("{0}ログで、記録番号{1}以降が重複している。", object, detail(fact, "from"));
            case TIME_BACKWARDS ->
                Line.of("{0}ログで、後の記録の時刻が{1}から{2}へさかのぼっている。", object, detail(fact, "from"), detail(fact, "to"));
            case CLOCK_CHANGED -> Line.of("時計が{0}から{1}へ変更された。", detail(fact, "from"), detail(fact, "to"));
            case FILE_DELETED -> Line.of("ファイルが削除された（{0}）。", object);
            case HIDING_COMMAND -> Line.of("消去、停止、無効化のいずれかを行うコマンドが実行された（{0}）。", object);
        };
    }

    private static Line detail(TamperingFact fact, String name) {
        return value(fact.details().getOrDefault(name, "?"));
    }

    @Override
    public Line byAccount(String account) {
        return Line.of("操作したアカウントは{0}である。", value(account));
    }

    @Override
    public Line impactSigns(long findings) {
        return Line.of("所見" + number(findings) + "件に、データの持ち出し、またはデータやサービスへの被害の痕跡を確認した。");
    }

    @Override
    public Line technique(Technique technique) {
        Line english = Line.of(new Run.English(technique.name()));
        return TechniqueWords.japaneseName(technique.id())
                .map(name -> Line.of("{0}（{1}、{2}）", Line.of(name), english, code(technique.id())))
                .orElse(Line.of("{0}（{1}）", english, code(technique.id())));
    }

    @Override
    public Line recordSource(String path, String record, long offset) {
        String number = record.isEmpty() ? "" : "、レコード" + record;
        return Line.of("{0}" + number + "、オフセット" + offset, code(path));
    }

    @Override
    public Line diagnostic(Diagnostic diagnostic) {
        return DiagnosticText.line(diagnostic, language());
    }

    @Override
    public Line diagnosticTimes(Diagnostic diagnostic, long count) {
        return diagnostic(diagnostic).plus("（" + number(count) + "回）");
    }

    @Override
    public Line hostsCollapsed(long hosts) {
        return Line.of("重みの小さいホスト" + number(hosts) + "台は図から省いた。");
    }

    @Override
    public String chainDescription(long steps, Line first, Line last) {
        return first.plain() + "から" + last.plain() + "までの" + number(steps) + "段階を示す。";
    }

    @Override
    public String matrixDescription(long techniques, long tactics) {
        return "戦術" + number(tactics) + "種類にわたる技術" + number(techniques) + "件を示す。";
    }

    @Override
    public Line matrixCaption() {
        return Line.of("濃いほど検知ルールの深刻度が高い（低、中、高、緊急の4段階）。番号の後の数字は所見の件数である。");
    }
}
