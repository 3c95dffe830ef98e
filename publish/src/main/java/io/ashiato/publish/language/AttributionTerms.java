package io.ashiato.publish.language;

import io.ashiato.model.Assessment.Refusal;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.Trait;

/// The names of traits, evidence and hypotheses.
public final class AttributionTerms {
    private AttributionTerms() {}

    /// An explanation; for a known actor the name takes this place.
    public static Bilingual of(Hypothesis.Kind kind) {
        return switch (kind) {
            case ACTOR -> new Bilingual("a known actor", "既知の攻撃者");
            case SHARED_TOOLS -> new Bilingual("another actor with the same tools", "同じツールを使う別の攻撃者");
            case IMITATION -> new Bilingual("imitation on purpose (false flag)", "意図的な模倣（偽旗）");
            case UNKNOWN_ACTOR -> new Bilingual("an actor of whom nothing is published", "公開情報のない攻撃者");
        };
    }

    public static Bilingual of(Hypothesis.EvidenceClass kind) {
        return switch (kind) {
            case BEHAVIOUR -> new Bilingual("behaviour", "手口");
            case TOOLS -> new Bilingual("tools", "ツール");
            case CODE -> new Bilingual("code", "コード");
            case INFRASTRUCTURE -> new Bilingual("infrastructure", "攻撃基盤");
            case LURE -> new Bilingual("lure", "おとり");
            case VICTIM -> new Bilingual("victim", "被害組織");
            case TIME -> new Bilingual("time", "時間");
            case LANGUAGE -> new Bilingual("language", "言語");
        };
    }

    public static Bilingual of(Hypothesis.Basis basis) {
        return switch (basis) {
            case TECHNIQUE_PROFILE -> new Bilingual("techniques resemble those published", "公開された技術との類似");
            case MALWARE_USED -> new Bilingual("malware that few are known to use", "使用者が限られるマルウェア");
            case PUBLIC_TOOLS -> new Bilingual("tools that anybody can have", "誰でも入手できるツール");
            case CODE_LIKENESS -> new Bilingual("code like that of a known sample", "既知の検体とのコードの類似");
            case LURE_TRAIT -> new Bilingual("published trait of a lure", "公開されたおとりの特徴");
            case PUBLISHED_ADDRESS -> new Bilingual("published address", "公開された通信先");
            case VICTIM_PROFILE -> new Bilingual("sector or country of the victim", "被害組織の業種または国");
            case RICH_HEADER -> new Bilingual("Rich header of a known sample", "既知の検体のRichヘッダー");
            case LANGUAGE_TRACE -> new Bilingual("code page or language of artefacts", "ファイルのコードページまたは言語");
            case FOREIGN_MALWARE -> new Bilingual("malware known of others only", "ほかの攻撃者のみが使うマルウェア");
            case CONTRADICTION -> new Bilingual("features that contradict each other", "互いに矛盾する特徴");
        };
    }

    /// Why a piece of evidence counts for less.
    public static Bilingual of(Hypothesis.Discount discount) {
        return switch (discount) {
            case POSSIBLY_PLANTED ->
                new Bilingual("counts for less: it contradicts what is harder to fake", "重みを下げた：より偽装の難しい特徴と矛盾する");
            case PUBLISHED_BEFORE ->
                new Bilingual("counts for less: published before the intrusion", "重みを下げた：侵入前に公開済みで模倣できる");
            case SAME_SOURCE -> new Bilingual("counts once: repeats another source", "1件と数えた：ほかの情報源の繰り返し");
            case TAMPERED_HOST ->
                new Bilingual("counts for less: rests on a host with tampering", "重みを下げた：改ざんのあるホストに基づく");
            case COMMON -> new Bilingual("counts for nothing: anybody can have it", "重みなし：誰でも持ち得る");
        };
    }

    /// Why nobody is named, as a sentence.
    public static Bilingual reason(Refusal refusal) {
        return switch (refusal) {
            case NOTHING_POINTS ->
                new Bilingual("Nothing in the evidence points to anyone who is known.", "証拠の中に、既知の攻撃者を示すものはない。");
            case NO_INTRUSION ->
                new Bilingual(
                        "The evidence shows no sign of an intrusion, so there is nobody to look for.",
                        "侵入の痕跡が確認されなかったため、特定すべき攻撃者はいない。");
            case ONLY_TECHNIQUES ->
                new Bilingual(
                        "Only techniques resemble those of known actors, and techniques are shared by many.",
                        "既知の攻撃者との類似は技術に限られる。技術は多くの攻撃者に共通する。");
            case ONLY_PUBLIC_TOOLS ->
                new Bilingual(
                        "Only public tools were seen, and anybody can have them.", "確認したのは公開ツールに限られる。公開ツールは誰でも入手できる。");
            case ONE_KIND_OF_EVIDENCE ->
                new Bilingual(
                        "All that points to anyone is of one kind. Two independent kinds are needed.",
                        "攻撃者を示す証拠は1種類に限られる。特定には、独立した2種類の証拠を要する。");
            case TOO_WEAK -> new Bilingual("There is evidence, but not enough of it.", "証拠はあるが、特定に足りない。");
            case CONTRADICTED ->
                new Bilingual(
                        "The evidence contradicts itself, so some of it can have been planted.",
                        "証拠が互いに矛盾しており、一部は植え付けられたものであり得る。");
            case COMPETING ->
                new Bilingual("Two explanations are nearly as likely as each other.", "二つの仮説の可能性が近接している。");
        };
    }

    public static Bilingual of(Trait.Kind kind) {
        return switch (kind) {
            case SHA256 -> new Bilingual("SHA-256", "SHA-256");
            case CODE_FAMILY -> new Bilingual("family of like code", "コードの類似する系統");
            case SCRIPT_TEXT -> new Bilingual("text of a script", "スクリプトの本文");
            case PROTOCOL_WORDS -> new Bilingual("words of its own protocol", "独自の通信手順の語句");
            case RICH_HEADER -> new Bilingual("Rich header", "Richヘッダー");
            case IMPHASH -> new Bilingual("imphash", "imphash");
            case PDB_PATH -> new Bilingual("PDB path", "PDBのパス");
            case MUTEX -> new Bilingual("mutex", "ミューテックス");
            case PROGRAM_STRING -> new Bilingual("string of a program", "プログラム中の文字列");
            case MACHINE_ID -> new Bilingual("machine id of a shortcut", "ショートカットの機器の識別子");
            case MAC_ADDRESS -> new Bilingual("MAC address", "MACアドレス");
            case VOLUME_SERIAL -> new Bilingual("volume serial", "ボリュームシリアル番号");
            case AUTHOR_SID -> new Bilingual("author's SID", "作成者のSID");
            case DOCUMENT_PROFILE -> new Bilingual("document metadata together", "文書の属性の組み合わせ");
            case DOCUMENT_AUTHOR -> new Bilingual("document author", "文書の作成者");
            case DOCUMENT_TITLE -> new Bilingual("document title", "文書の表題");
            case RSID_ROOT -> new Bilingual("first revision id", "最初の改訂識別子");
            case TEMPLATE_ADDRESS -> new Bilingual("template address", "テンプレートの取得先");
            case MAIL_ADDRESS -> new Bilingual("mail address", "メールアドレス");
            case DOMAIN -> new Bilingual("domain name", "ドメイン名");
            case IP_ADDRESS -> new Bilingual("IP address", "IPアドレス");
            case URL -> new Bilingual("URL", "URL");
            case FILE_NAME -> new Bilingual("file name", "ファイル名");
            case REGISTRY_VALUE -> new Bilingual("registry value", "レジストリの値");
            case CODE_PAGE -> new Bilingual("code page", "コードページ");
            case TECHNIQUE -> new Bilingual("technique", "技術");
            case SOFTWARE -> new Bilingual("software", "ソフトウェア");
        };
    }
}
