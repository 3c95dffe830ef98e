package io.ashiato.publish.language;

import io.ashiato.model.Assessment.TamperingVerdict;
import io.ashiato.model.Confidence;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Indicator;
import io.ashiato.model.ItemOutcome;
import io.ashiato.model.Level;
import io.ashiato.model.Likelihood;
import io.ashiato.model.Tactic;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.Tlp;

/// The names of the model's values. The words for likelihood are those of ICD 203 and are fixed.
public final class Terms {
    private Terms() {}

    public static Bilingual of(Level level) {
        return switch (level) {
            case INFORMATIONAL -> new Bilingual("informational", "情報");
            case LOW -> new Bilingual("low", "低");
            case MEDIUM -> new Bilingual("medium", "中");
            case HIGH -> new Bilingual("high", "高");
            case CRITICAL -> new Bilingual("critical", "緊急");
        };
    }

    public static Bilingual of(Tactic tactic) {
        return switch (tactic) {
            case RECONNAISSANCE -> new Bilingual("Reconnaissance", "偵察");
            case RESOURCE_DEVELOPMENT -> new Bilingual("Resource Development", "リソース開発");
            case INITIAL_ACCESS -> new Bilingual("Initial Access", "初期アクセス");
            case EXECUTION -> new Bilingual("Execution", "実行");
            case PERSISTENCE -> new Bilingual("Persistence", "永続化");
            case PRIVILEGE_ESCALATION -> new Bilingual("Privilege Escalation", "権限昇格");
            case STEALTH -> new Bilingual("Stealth", "ステルス");
            case DEFENSE_IMPAIRMENT -> new Bilingual("Defense Impairment", "防御機能の妨害");
            case CREDENTIAL_ACCESS -> new Bilingual("Credential Access", "認証情報アクセス");
            case DISCOVERY -> new Bilingual("Discovery", "探索");
            case LATERAL_MOVEMENT -> new Bilingual("Lateral Movement", "ラテラルムーブメント");
            case COLLECTION -> new Bilingual("Collection", "収集");
            case COMMAND_AND_CONTROL -> new Bilingual("Command and Control", "コマンド＆コントロール");
            case EXFILTRATION -> new Bilingual("Exfiltration", "持ち出し");
            case IMPACT -> new Bilingual("Impact", "影響");
        };
    }

    /// What a tactic leaves behind, as a noun phrase after "signs of" and before 「の痕跡」.
    public static Bilingual signs(Tactic tactic) {
        return switch (tactic) {
            case RECONNAISSANCE -> new Bilingual("the target being studied", "標的の下調べ");
            case RESOURCE_DEVELOPMENT -> new Bilingual("tools being made ready", "攻撃の準備");
            case INITIAL_ACCESS -> new Bilingual("entry from outside", "外部からの侵入");
            case EXECUTION -> new Bilingual("unusual programs being run", "通常と異なるプログラムの実行");
            case PERSISTENCE -> new Bilingual("a way back in being set up", "再侵入の手段の確保");
            case PRIVILEGE_ESCALATION -> new Bilingual("more rights being gained", "権限の昇格");
            case STEALTH -> new Bilingual("activity being hidden", "活動の隠蔽");
            case DEFENSE_IMPAIRMENT -> new Bilingual("defences being weakened", "防御機能の妨害");
            case CREDENTIAL_ACCESS -> new Bilingual("passwords being stolen", "認証情報の窃取");
            case DISCOVERY -> new Bilingual("the network being explored", "ネットワークの探索");
            case LATERAL_MOVEMENT -> new Bilingual("movement to other hosts", "他のホストへの移動");
            case COLLECTION -> new Bilingual("data being collected", "データの収集");
            case COMMAND_AND_CONTROL -> new Bilingual("traffic to a control server", "指令サーバーとの通信");
            case EXFILTRATION -> new Bilingual("data leaving the network", "データの持ち出し");
            case IMPACT -> new Bilingual("damage to data or services", "データやサービスへの被害");
        };
    }

    /// The fixed words for a likelihood. In Japanese the end of a sentence.
    public static Bilingual of(Likelihood likelihood) {
        return switch (likelihood) {
            case ALMOST_NO_CHANCE -> new Bilingual("almost no chance", "可能性はほぼない");
            case VERY_UNLIKELY -> new Bilingual("very unlikely", "可能性は非常に低い");
            case UNLIKELY -> new Bilingual("unlikely", "可能性は低い");
            case ROUGHLY_EVEN -> new Bilingual("roughly even chance", "可能性は五分五分である");
            case LIKELY -> new Bilingual("likely", "可能性が高い");
            case VERY_LIKELY -> new Bilingual("very likely", "可能性が非常に高い");
            case ALMOST_CERTAIN -> new Bilingual("almost certain", "ほぼ確実である");
        };
    }

    public static Bilingual of(Confidence confidence) {
        return switch (confidence) {
            case LOW -> new Bilingual("low", "低い");
            case MODERATE -> new Bilingual("moderate", "中程度");
            case HIGH -> new Bilingual("high", "高い");
        };
    }

    /// What each step of confidence means.
    public static Bilingual meaning(Confidence confidence) {
        return switch (confidence) {
            case HIGH ->
                new Bilingual(
                        "Several independent sources or direct evidence, few assumptions, little room for deception.",
                        "独立した複数の情報源または直接の証拠があり、前提が少なく、欺瞞の余地が小さい。");
            case MODERATE ->
                new Bilingual(
                        "Credible and plausible, but not corroborated enough, or resting on an assumption that matters.",
                        "信頼でき妥当であるが、裏付けが十分でないか、重要な前提に依存する。");
            case LOW ->
                new Bilingual(
                        "Scanty or from a single source, with large gaps, or other explanations fit nearly as well.",
                        "情報が乏しいか単一の情報源に限られ、欠落が大きいか、別の説明もほぼ同様に成り立つ。");
        };
    }

    public static Bilingual of(TamperingFact.Kind kind) {
        return switch (kind) {
            case LOG_CLEARED -> new Bilingual("Log cleared", "ログの消去");
            case ANTIVIRUS_DISABLED -> new Bilingual("Anti-virus switched off", "ウイルス対策ソフトウェアの無効化");
            case ANTIVIRUS_WEAKENED -> new Bilingual("Anti-virus weakened", "ウイルス対策ソフトウェアの設定緩和");
            case AUDIT_POLICY_CHANGED -> new Bilingual("Auditing reduced", "監査ポリシーの縮小");
            case SYSMON_CHANGED -> new Bilingual("Sysmon stopped or changed", "Sysmonの停止または設定変更");
            case SERVICE_STOPPED -> new Bilingual("Service stopped or disabled", "サービスの停止または無効化");
            case RECORDS_MISSING -> new Bilingual("Records missing", "記録の欠落");
            case RECORDS_REPEATED -> new Bilingual("Record ids repeated", "記録番号の重複");
            case TIME_BACKWARDS -> new Bilingual("Time runs backwards", "時刻の逆行");
            case CLOCK_CHANGED -> new Bilingual("Clock set", "時計の変更");
            case FILE_DELETED -> new Bilingual("File deleted", "ファイルの削除");
            case HIDING_COMMAND -> new Bilingual("Command that hides", "隠ぺいを行うコマンド");
        };
    }

    /// What each kind of tampering means for the confidence in everything else.
    public static Bilingual effect(TamperingFact.Kind kind) {
        return switch (kind) {
            case LOG_CLEARED ->
                new Bilingual(
                        "Events before this time are missing from that log. Their absence proves nothing.",
                        "この時刻より前のイベントはこのログに残っていない。記録がないことは何の証明にもならない。");
            case ANTIVIRUS_DISABLED ->
                new Bilingual(
                        "From this time a missing anti-virus alert says nothing about malware.",
                        "この時刻以降、ウイルス対策ソフトウェアの警告がないことはマルウェアの不在を示さない。");
            case ANTIVIRUS_WEAKENED ->
                new Bilingual("From this time the anti-virus alerts are incomplete.", "この時刻以降、ウイルス対策ソフトウェアの警告は完全ではない。");
            case AUDIT_POLICY_CHANGED ->
                new Bilingual(
                        "From this time fewer kinds of events are logged. Administrators do this too.",
                        "この時刻以降、記録されるイベントの種類が減っている。管理者による変更でも生じる。");
            case SYSMON_CHANGED ->
                new Bilingual(
                        "From this time the Sysmon log is incomplete. Maintenance writes the same record.",
                        "この時刻以降、Sysmonログは完全ではない。保守作業でも同じ記録が残る。");
            case SERVICE_STOPPED ->
                new Bilingual(
                        "From this time what that service would have recorded or prevented is missing.",
                        "この時刻以降、このサービスが記録または阻止したはずのことは残っていない。");
            case RECORDS_MISSING ->
                new Bilingual(
                        "What the missing records said is unknown; their absence proves nothing.",
                        "欠落した記録の内容は分からない。記録がないことは何の証明にもならない。");
            case RECORDS_REPEATED ->
                new Bilingual(
                        "The log was put together from parts, or begun anew. Its order is not certain.",
                        "このログは継ぎ合わされたか、新しく始められている。順序は確かではない。");
            case TIME_BACKWARDS, CLOCK_CHANGED ->
                new Bilingual(
                        "Times of this host around this point are not reliable; the order of records is.",
                        "この前後のこのホストの時刻は信頼できない。記録の順序は信頼できる。");
            case FILE_DELETED ->
                new Bilingual(
                        "The file cannot be examined; only what records say of it is known.",
                        "このファイルは調べられない。分かるのは記録が示すことに限られる。");
            case HIDING_COMMAND ->
                new Bilingual(
                        "The command was given; whether it took effect, only other records show.",
                        "このコマンドは実行された。効果があったかどうかは、ほかの記録でしか分からない。");
        };
    }

    public static Bilingual of(TamperingVerdict verdict) {
        return switch (verdict) {
            case NONE_SEEN -> new Bilingual("none seen", "確認されなかった");
            case SUSPICIOUS -> new Bilingual("suspicious", "疑いあり");
            case PROVEN -> new Bilingual("proven", "確認した");
        };
    }

    public static Bilingual of(ItemOutcome.State state) {
        return switch (state) {
            case READ -> new Bilingual("read", "読み取り済み");
            case READ_IN_PART -> new Bilingual("read in part", "一部のみ読み取り");
            case UNPACKED -> new Bilingual("unpacked", "展開済み");
            case NO_READER -> new Bilingual("hashed only", "ハッシュ値のみ");
            case NOT_READ -> new Bilingual("not read", "読み取り不可");
        };
    }

    public static Bilingual of(Indicator.Role role) {
        return switch (role) {
            case CONTACTED -> new Bilingual("contacted by flagged activity", "検知した活動の通信先");
            case SOURCE -> new Bilingual("source of flagged logons", "検知したログオンの送信元");
            case EXECUTED -> new Bilingual("program that was run", "実行されたプログラム");
            case FILE -> new Bilingual("file written, loaded or named", "書き込み・読み込み・参照されたファイル");
            case LURE -> new Bilingual("part of the lure", "おとりの一部");
            case PAYLOAD -> new Bilingual("program handed in as evidence", "証拠として受け取ったプログラム");
        };
    }

    public static Bilingual of(Indicator.Kind kind) {
        return switch (kind) {
            case IPV4 -> new Bilingual("IPv4 address", "IPv4アドレス");
            case IPV6 -> new Bilingual("IPv6 address", "IPv6アドレス");
            case DOMAIN -> new Bilingual("domain name", "ドメイン名");
            case URL -> new Bilingual("URL", "URL");
            case MD5 -> new Bilingual("MD5", "MD5");
            case SHA1 -> new Bilingual("SHA-1", "SHA-1");
            case SHA256 -> new Bilingual("SHA-256", "SHA-256");
            case FILE_PATH -> new Bilingual("file path", "ファイルのパス");
            case FILE_NAME -> new Bilingual("file name", "ファイル名");
            case MAIL_ADDRESS -> new Bilingual("mail address", "メールアドレス");
            case IMPHASH -> new Bilingual("imphash", "imphash");
        };
    }

    /// Who may see a publication.
    public static Bilingual of(Tlp tlp) {
        return switch (tlp) {
            case CLEAR -> new Bilingual("no limit on sharing", "制限なし");
            case GREEN -> new Bilingual("community only", "コミュニティ内で共有可");
            case AMBER -> new Bilingual("organisation and its clients only", "所属組織とその顧客（取引先）限り");
            case AMBER_STRICT -> new Bilingual("organisation only", "所属組織内限り");
            case RED -> new Bilingual("named recipients only", "受信者限り");
        };
    }

    public static Bilingual of(DiagnosticCode.Effect effect) {
        return switch (effect) {
            case ITEM_NOT_READ -> new Bilingual("not read", "読み取り不可");
            case PART_NOT_READ -> new Bilingual("part not read", "一部読み取り不可");
            case INTEGRITY -> new Bilingual("integrity in doubt", "完全性に疑い");
            case NOTE -> new Bilingual("note", "参考");
        };
    }

    /// The name of a kind of file where there is a better one than its identifier.
    public static Bilingual of(EvidenceKind kind) {
        return switch (kind) {
            case EVTX -> new Bilingual("event log (EVTX)", "イベントログ（EVTX）");
            case EVT -> new Bilingual("event log (EVT)", "イベントログ（EVT）");
            case REGISTRY_HIVE -> new Bilingual("registry hive", "レジストリハイブ");
            case PREFETCH -> new Bilingual("prefetch", "プリフェッチ");
            case MFT -> new Bilingual("master file table", "マスターファイルテーブル（MFT）");
            case SHORTCUT -> new Bilingual("shortcut", "ショートカット");
            case JUMP_LIST -> new Bilingual("jump list", "ジャンプリスト");
            case PE -> new Bilingual("Windows program", "実行ファイル（PE）");
            case ELF -> new Bilingual("Linux program", "実行ファイル（ELF）");
            case OLE2 -> new Bilingual("Office document (OLE2)", "Office文書（OLE2）");
            case OOXML -> new Bilingual("Office document (OOXML)", "Office文書（OOXML）");
            case ODF -> new Bilingual("OpenDocument file", "OpenDocument文書");
            case ONENOTE -> new Bilingual("OneNote file", "OneNote文書");
            case MSG -> new Bilingual("mail (MSG)", "メール（MSG）");
            case TNEF -> new Bilingual("mail part (TNEF)", "メールの一部（TNEF）");
            case MBOX -> new Bilingual("mailbox (mbox)", "メールボックス（mbox）");
            case SCRIPT -> new Bilingual("script", "スクリプト");
            case COMMAND_LINE -> new Bilingual("command line", "コマンドライン");
            case ZONE_IDENTIFIER -> new Bilingual("mark of the web", "ダウンロード元の記録（Zone.Identifier）");
            case MAIL -> new Bilingual("mail", "メール");
            case TEXT -> new Bilingual("text", "テキスト");
            case EMPTY -> new Bilingual("empty file", "空のファイル");
            case UNKNOWN -> new Bilingual("unknown", "不明");
            case PDF, RTF, SQLITE, ZIP, GZIP, TAR, BZIP2, XZ, SEVEN_ZIP, RAR, ZSTD, XML, JSON, HTML -> {
                String name = kind == EvidenceKind.SEVEN_ZIP ? "7z" : kind.name();
                yield new Bilingual(name, name);
            }
        };
    }
}
