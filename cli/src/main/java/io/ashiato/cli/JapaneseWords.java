package io.ashiato.cli;

import io.ashiato.model.Assessment;
import io.ashiato.model.HostSummary;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.SampleMatch;
import io.ashiato.publish.language.CalendarDate;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.render.Visible;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// 日本語。
final class JapaneseWords implements Words {
    private static final int HOSTS_NAMED = 3;

    @Override
    public Language language() {
        return Language.JAPANESE;
    }

    @Override
    public String noSuchEvidence(String path) {
        return path + " というファイルまたはフォルダーは存在しません。存在するファイル、フォルダー、アーカイブを指定してください。";
    }

    @Override
    public String noEvidence(List<String> folders) {
        return String.join("、", folders) + " に証拠がありません。ファイルが1つもありません。ファイル、フォルダー、アーカイブを指定してください。";
    }

    @Override
    public String caseExists(String path, String suggestion) {
        return path + " はすでに存在するため、変更しませんでした。-o " + suggestion + " のように別の名前を指定してください。";
    }

    @Override
    public String cannotWriteCase(String path, String reason) {
        return path + " にケースを書き込めません（" + reason + "）。書き込めるフォルダーを -o で指定してください。";
    }

    @Override
    public String caseInsideEvidence(String path, String evidence) {
        return path + " は証拠 " + evidence + " の中にあります。証拠の外のフォルダーを -o で指定してください。";
    }

    @Override
    public String noFileToDump(String path) {
        return path + " はファイルでもフォルダーでもありません。dump にはイベントログ（.evtx）、アーカイブ、フォルダー、または標準入力を表す - を指定してください。";
    }

    @Override
    public String cannotRead(String path, String reason) {
        return path + " を読み取れません（" + reason + "）。";
    }

    @Override
    public String caseNeedsName() {
        return "-o にはケース用の新しいフォルダー名が必要です（例: -o my-case）。";
    }

    @Override
    public String rulesMissing(String path) {
        return path + " というルールのファイルまたはフォルダーは存在しません。";
    }

    @Override
    public String rulesEmpty(String path) {
        return path + " にルールがありません。.yml ファイルが1つもありません。";
    }

    @Override
    public String rulesUnreadable(String path, String reason) {
        return path + " のルールを読み取れません（" + reason + "）。";
    }

    @Override
    public String noRules() {
        return "実行するルールがありません。--no-default-rules には --rules DIR が1つ以上必要です。";
    }

    @Override
    public String badDate(String text) {
        return text + " は日付ではありません。--date 2026-11-23 または 2026-11-23T03:00:00Z、SOURCE_DATE_EPOCH は秒で指定してください。";
    }

    @Override
    public String badThreads(int threads) {
        return "--threads " + threads + " は範囲外です。1から256までの数を指定してください。";
    }

    @Override
    public String notOneOf(String option, String given, String choices) {
        return option + " " + given + " は使えません。次から選んでください: " + choices;
    }

    @Override
    public String notAnEventLog(String path, String kind) {
        return path + " はWindowsイベントログ（.evtx）ではありません。内容の種類は " + kind + " です。";
    }

    @Override
    public String badSettings(String path, String reason) {
        return path + " をAshiatoの設定として読み取れません（" + reason + "）。";
    }

    @Override
    public String settingsUsed(String path, boolean amongEvidence, boolean invented) {
        return path
                + (amongEvidence ? "（証拠のフォルダーにあるファイルです。使わない場合は --no-settings）" : "")
                + (invented ? "（架空と明記された知識を含みます）" : "");
    }

    @Override
    public String settingsLeadOut(String file, String path) {
        return file + " が、フォルダーの外にある " + path + " を指しています。信頼できる場合は --settings で指定してください。";
    }

    @Override
    public String noSuchSettings(String path) {
        return "設定 " + path + " がありません。";
    }

    @Override
    public String settingsAndNone() {
        return "--settings と --no-settings は同時に指定できません。";
    }

    @Override
    public String tooLargeForFacts(String path, String limit) {
        return path + " は、この種類として読み取る上限（" + limit + "）を超えるため対象外です。";
    }

    @Override
    public String noFactsOfKind(String path, String kind) {
        return path + " は対象外です。種類 " + kind + " の内容を読み取る機能はありません。";
    }

    @Override
    public String damaged(String path, long places) {
        return path + " は" + number(places) + "か所が壊れています。読み取れた部分は出力しました。";
    }

    @Override
    public String defaultRulesMissing(String path) {
        return "Ashiato付属のルールが " + path + " にありません。配布物を展開し直してください。";
    }

    @Override
    public String diskFull(String what) {
        return "書き込み中に空き容量がなくなりました（" + what + "）。空きを作ってから同じコマンドを実行してください。途中のファイルは残っていません。";
    }

    @Override
    public String machineFailed(String reason) {
        return "読み取りまたは書き込みに失敗しました: " + reason;
    }

    @Override
    public String outOfMemory(String what) {
        return "メモリを使い切りました（" + what + "）。ASHIATO_JAVA_OPTS=-Xmx2g のように割り当てを増やしてください。";
    }

    @Override
    public String bug(String what) {
        return "Ashiatoの不具合です（" + what + "）。証拠は変更されていません。--debug を付けて再実行し、出力をお送りください。";
    }

    @Override
    public Stage stage() {
        return new Stage("設定", "証拠", "読み取り", "検知", "所見", "隠蔽", "プログラム", "帰属", "キャンペーン", "報告書", "エクスポート");
    }

    @Override
    public String evidence(long items, String size, List<String> hosts) {
        return number(items) + "件、" + size + "、" + hosts(hosts);
    }

    private static String hosts(List<String> hosts) {
        if (hosts.isEmpty()) {
            return "ホスト名なし";
        }
        return hosts.size() <= HOSTS_NAMED ? "ホスト " + String.join("、", hosts) : "ホスト" + number(hosts.size()) + "台";
    }

    @Override
    public String reading(long events, long logs, String seconds) {
        return "ログ" + number(logs) + "件からイベント" + number(events) + "件   " + seconds + "秒";
    }

    @Override
    public String readingNow(long items, String size, String path) {
        return number(items) + "件、" + size + "  " + path;
    }

    @Override
    public String writingNow() {
        return "結果を書き込み中";
    }

    @Override
    public String detecting(long detections, long matched, long loaded) {
        return "検知結果" + number(detections) + "件（ルール" + number(loaded) + "件中" + number(matched) + "件が一致）";
    }

    @Override
    public String rulesNotRun(long rules) {
        return "実行できないルール" + number(rules) + "件（ashiato rules lint DIR で一覧を表示）";
    }

    @Override
    public String silentSources(long sources) {
        return "ルールが必要とするログのうち" + number(sources) + "種類にイベントなし（報告書の調査対象を参照）";
    }

    @Override
    public String findings(long findings, long hosts, long accounts, Optional<Instant> first, Optional<Instant> last) {
        String time =
                first.isPresent() && last.isPresent() ? "、" + day(first.get()) + "〜" + day(last.get()) + "（UTC）" : "";
        return "所見" + number(findings) + "件、ホスト" + number(hosts) + "台、アカウント" + number(accounts) + "件" + time;
    }

    @Override
    public String hiding(List<Assessment.Tampering> tampering) {
        String proven = named(tampering, Assessment.TamperingVerdict.PROVEN, "確認");
        String suspicious = named(tampering, Assessment.TamperingVerdict.SUSPICIOUS, "疑い");
        return proven.isEmpty() && suspicious.isEmpty()
                ? "確認されなかった"
                : proven + (proven.isEmpty() || suspicious.isEmpty() ? "" : "、") + suspicious;
    }

    private static String named(
            List<Assessment.Tampering> tampering, Assessment.TamperingVerdict verdict, String word) {
        List<String> hosts = tampering.stream()
                .filter(t -> t.verdict() == verdict)
                .map(Assessment.Tampering::host)
                .toList();
        return hosts.isEmpty()
                ? ""
                : word + "（"
                        + (hosts.size() <= HOSTS_NAMED
                                ? hosts.stream().map(Visible::of).collect(Collectors.joining("、"))
                                : number(hosts.size()) + "台")
                        + "）";
    }

    @Override
    public String attribution(Assessment.Attribution attribution) {
        if (attribution.named().isPresent()) {
            Hypothesis first = attribution.hypotheses().getFirst();
            return Visible.of(first.name()) + "、" + Terms.of(first.likelihood()).japanese() + "（"
                    + first.likelihood().low() + "〜" + first.likelihood().high() + "%）、確信度は"
                    + Terms.of(first.confidence()).japanese();
        }
        return "名指ししない（" + attribution.refusal().map(JapaneseWords::refusal).orElse("評価なし") + "）";
    }

    private static String refusal(Assessment.Refusal refusal) {
        return switch (refusal) {
            case NOTHING_POINTS -> "既知の攻撃者を示すものがない";
            case NO_INTRUSION -> "侵入の痕跡がない";
            case ONLY_TECHNIQUES -> "技術だけでは名指ししない";
            case ONLY_PUBLIC_TOOLS -> "公開ツールだけでは名指ししない";
            case ONE_KIND_OF_EVIDENCE -> "独立した証拠が1種類しかない";
            case TOO_WEAK -> "証拠が弱い";
            case CONTRADICTED -> "証拠に矛盾があり、偽装の可能性がある";
            case COMPETING -> "同程度に有力な説明が二つある";
        };
    }

    @Override
    public String campaign(Assessment.Campaign campaign) {
        if (campaign.likelihood().isEmpty()) {
            return "既知のキャンペーンとの関連なし";
        }
        return campaign.name().map(Visible::of).orElse("公開された報告書と関連")
                + campaign.since()
                        .map(since ->
                                "、" + Visible.of(CalendarDate.of(since.date()).japanese()) + "以降")
                        .orElse("")
                + (campaign.countries().isEmpty()
                        ? ""
                        : "、標的として報告された国は" + number(campaign.countries().size()) + "か国");
    }

    @Override
    public String samples(List<SampleMatch> samples) {
        SampleMatch first = samples.getFirst();
        return "既知のプログラムとの類似" + number(samples.size()) + "件。" + Visible.of(first.family()) + "と固有の関数"
                + number(first.ownFunctions()) + "個中" + number(first.matchedFunctions()) + "個が一致";
    }

    @Override
    public String unread(long items) {
        return number(items) + "件を読み取れないか、一部しか読み取れませんでした（理由は報告書の証拠品目一覧を参照）";
    }

    @Override
    public String huntSummary(long detections, long rules, String seconds, String size, String rate) {
        return "検知結果" + number(detections) + "件（ルール" + number(rules) + "件）、" + seconds + "秒（" + size + "、" + rate
                + "/秒）。";
    }

    @Override
    public String read(long items, long events, List<HostSummary> hosts) {
        long channels = hosts.stream()
                .flatMap(host -> host.channels().stream())
                .map(channel -> channel.channel().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        return "証拠" + number(items) + "件、イベント" + number(events) + "件、ホスト" + number(hosts.size()) + "台、チャネル"
                + number(channels) + "件。";
    }

    @Override
    public String nothingRead(long items) {
        return "証拠" + number(items) + "件からイベントを1件も読み取れませんでした。ログとして読み取るのはWindowsイベントログ（.evtx）です。";
    }

    @Override
    public String unreadDetails(long items) {
        return number(items) + "件を読み取れないか、一部しか読み取れませんでした。";
    }

    @Override
    public String lintSummary(long rules, long problems) {
        return "実行できるルール" + number(rules) + "件、問題" + number(problems) + "件。";
    }

    @Override
    public HuntWords hunt() {
        return new HuntJapaneseWords();
    }

    @Override
    public RuleWords rules() {
        return new RuleJapaneseWords();
    }

    @Override
    public ExplainWords explain() {
        return new ExplainJapaneseWords();
    }

    @Override
    public RecoveryWords recovery() {
        return new RecoveryJapaneseWords();
    }

    @Override
    public KnowledgeWords knowledge() {
        return new KnowledgeJapaneseWords();
    }

    @Override
    public JudgementWords judgement() {
        return new JudgementJapaneseWords();
    }

    @Override
    public UsageWords usage() {
        return new UsageJapaneseWords();
    }

    @Override
    public DumpWords dump() {
        return new DumpJapaneseWords();
    }

    @Override
    public SampleWords samples() {
        return new SampleJapaneseWords();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
