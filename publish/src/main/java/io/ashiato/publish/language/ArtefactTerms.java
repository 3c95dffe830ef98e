package io.ashiato.publish.language;

import io.ashiato.model.Artefact;
import io.ashiato.model.DeliveryChain;
import java.util.Map;
import java.util.Optional;

/// The names of what artefacts are, state, and how they hang together.
public final class ArtefactTerms {
    /// Facts that a reader of a report looks for, in the order in which they are shown.
    private static final Map<String, Bilingual> FACTS = Map.ofEntries(
            Map.entry("title", new Bilingual("title", "表題")),
            Map.entry("subject", new Bilingual("subject", "件名")),
            Map.entry("from", new Bilingual("from", "差出人")),
            Map.entry("reply_to", new Bilingual("reply to", "返信先")),
            Map.entry("author", new Bilingual("author", "作成者")),
            Map.entry("last_saved_by", new Bilingual("last saved by", "最終更新者")),
            Map.entry("company", new Bilingual("company", "会社")),
            Map.entry("template", new Bilingual("template", "テンプレート")),
            Map.entry("application", new Bilingual("application", "作成ソフトウェア")),
            Map.entry("rsid_root", new Bilingual("first revision id", "最初の改訂識別子")),
            Map.entry("machine_id", new Bilingual("machine id", "機器の識別子")),
            Map.entry("mac", new Bilingual("MAC address", "MACアドレス")),
            Map.entry("volume_serial", new Bilingual("volume serial", "ボリュームシリアル番号")),
            Map.entry("author_sid", new Bilingual("author's SID", "作成者のSID")),
            Map.entry("arguments", new Bilingual("arguments", "引数")),
            Map.entry("working_dir", new Bilingual("working folder", "作業フォルダー")),
            Map.entry("icon", new Bilingual("icon", "アイコン")),
            Map.entry("host_url", new Bilingual("downloaded from", "ダウンロード元")),
            Map.entry("referrer_url", new Bilingual("linked from", "リンク元")),
            Map.entry("words", new Bilingual("words", "語数")),
            Map.entry("created", new Bilingual("created", "作成日時")),
            Map.entry("modified", new Bilingual("modified", "更新日時")),
            Map.entry("date", new Bilingual("sent", "送信日時")),
            Map.entry("imphash", new Bilingual("imphash", "imphash")),
            Map.entry("compiled", new Bilingual("link time, as stated", "リンク日時（記載値）")),
            Map.entry("machine", new Bilingual("machine", "アーキテクチャー")),
            Map.entry("pdb_path", new Bilingual("PDB path", "PDBのパス")),
            Map.entry("size", new Bilingual("size", "サイズ")));

    private ArtefactTerms() {}

    /// The name of a fact where readers know it under another than its identifier.
    public static Optional<Bilingual> fact(String name) {
        return Optional.ofNullable(FACTS.get(name));
    }

    public static Bilingual of(DeliveryChain.Kind kind) {
        return switch (kind) {
            case ADDRESS -> new Bilingual("address", "アドレス");
            case MAIL -> new Bilingual("mail", "メール");
            case ARCHIVE -> new Bilingual("archive", "書庫");
            case DOCUMENT -> new Bilingual("document", "文書");
            case MACRO -> new Bilingual("macro", "マクロ");
            case SHORTCUT -> new Bilingual("shortcut", "ショートカット");
            case COMMAND -> new Bilingual("command", "コマンド");
            case SCRIPT -> new Bilingual("script", "スクリプト");
            case PROGRAM -> new Bilingual("program", "プログラム");
            case PROCESS -> new Bilingual("process", "プロセス");
            case RECORD -> new Bilingual("log record", "ログの記録");
        };
    }

    public static Bilingual of(DeliveryChain.Joint joint) {
        return switch (joint) {
            case START -> new Bilingual("begins here", "起点");
            case DOWNLOADED_FROM -> new Bilingual("downloaded from it", "ダウンロード");
            case CONTAINED -> new Bilingual("lies inside it", "内包");
            case WOULD_RUN -> new Bilingual("would be run or opened by it", "実行または開く指定");
            case DECODED -> new Bilingual("decoded from it", "デコード");
            case NAMES -> new Bilingual("named in it", "記載");
            case SEEN_IN_LOG -> new Bilingual("seen in a log", "ログの記録");
        };
    }

    public static Bilingual of(Artefact.Role role) {
        return switch (role) {
            case ATTACHMENT -> new Bilingual("attachment", "添付ファイル");
            case EMBEDDED -> new Bilingual("embedded", "埋め込み");
            case MEMBER -> new Bilingual("member of the archive", "書庫のメンバー");
            case MACRO -> new Bilingual("macro", "マクロ");
            case COMMAND -> new Bilingual("command", "コマンド");
            case DECODED -> new Bilingual("decoded", "デコード結果");
        };
    }
}
