package io.ashiato.cli;

import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.Named;
import io.ashiato.intel.knowledge.Software;
import io.ashiato.intel.knowledge.importer.KnowledgeImporter;
import io.ashiato.publish.render.Visible;
import java.util.List;
import java.util.Locale;

/// 日本語。
final class KnowledgeJapaneseWords implements KnowledgeWords {
    @Override
    public String noSuchFile(String path) {
        return path + " というファイルは存在しません。";
    }

    @Override
    public String tooLarge(String path, String most) {
        return path + " は " + most + " を超えています。公開知識のファイルとしては大きすぎます。";
    }

    @Override
    public String notAKnowledgeFile(String path, String problem) {
        return path + " は知識ファイルとして読み取れません（" + problem
                + "）。STIXとMISP galaxyのファイルは ashiato knowledge import FILE -o KNOWLEDGE.json で変換できます。";
    }

    @Override
    public String badDay(String given) {
        return "--knowledge-before " + given + " は日付ではありません。2020-06-30 のように指定してください。";
    }

    @Override
    public String unknownName(String name, List<String> nearest) {
        return "「" + name + "」という名前の攻撃者、キャンペーン、ソフトウェアは知識にありません。"
                + (nearest.isEmpty() ? "" : "近い名前: " + String.join("、", nearest));
    }

    @Override
    public String exists(String path) {
        return path + " はすでに存在するため、変更しませんでした。-o で別の名前を指定してください。";
    }

    @Override
    public String notTaken(String path, KnowledgeImporter.Kind kind) {
        return path
                + switch (kind) {
                    case STIX_1 -> " はSTIX 1（XML）です。STIX 1は読み取れません。先にSTIX 2.1に変換してください。";
                    case OPEN_IOC -> " はOpenIOCです。攻撃者の知識ではなく侵害指標のファイルなので、読み取りません。";
                    case MISP_EVENT -> " はMISPイベントです。1つの事案の侵害指標なので、知識としては読み取りません。";
                    case WARNING_LIST -> " はMISP warning listです。攻撃者の知識を含まないので、読み取りません。";
                    case KNOWLEDGE_FILE -> " はすでに知識ファイルです。--knowledge で指定してください。";
                    case STIX_2, MISP_GALAXY, OTHER -> " はSTIX 2.0・2.1のバンドルでも、MISP galaxyのクラスターでもありません。";
                };
    }

    @Override
    public String nothingToTake(String path) {
        return path + " には、取り込める攻撃者、キャンペーン、ソフトウェア、レポートがありません。";
    }

    @Override
    public String imported(String path, KnowledgeFile file) {
        return String.format(
                Locale.ROOT,
                "%s: 攻撃者%,d件、別名%,d件、ソフトウェア%,d件、キャンペーン%,d件、レポート%,d件、使用関係%,d件。",
                path,
                file.actors().size(),
                file.aliases().size(),
                file.software().size(),
                file.campaigns().size(),
                file.reports().size(),
                file.uses().size());
    }

    @Override
    public String skipped(List<String> counts) {
        return "取り込まなかったもの: " + String.join("、", counts);
    }

    @Override
    public String ambiguous(String name, long entries) {
        return "「" + name + "」は" + entries + "件の項目を指す可能性があります。出典どおり、統合せずに示します。";
    }

    @Override
    public String kind(Named.Kind kind) {
        return switch (kind) {
            case ACTOR -> "攻撃者";
            case CAMPAIGN -> "キャンペーン";
            case SOFTWARE -> "ソフトウェア";
        };
    }

    @Override
    public String kind(Software.Kind kind) {
        return switch (kind) {
            case MALWARE -> "マルウェア";
            case TOOL -> "ツール";
        };
    }

    @Override
    public Labels labels() {
        return new Labels(
                "該当理由", "カタログ", "国", "別名", "主張", "ソフトウェア", "技術", "戦術", "使用者", "キャンペーン", "帰属先", "活動期間", "レポート");
    }

    @Override
    public String claim(AliasClaim claim) {
        String name = Visible.of(claim.name());
        String said = switch (claim.relation()) {
            case ALSO_KNOWN_AS -> name;
            case OVERLAPS -> name + " と重なる";
            case PART_OF -> name + " の一部";
            case HAS_PART -> name + " を含む";
            case SAME_CAMPAIGN_AS -> name + " と同じキャンペーン";
            case ATTRIBUTED_TO -> name + " に帰属";
        };
        return said + " ― " + Visible.of(claim.claimedBy()) + "による"
                + (claim.date().isEmpty() ? "" : "（" + claim.date() + "）")
                + (claim.disputed() ? "［異論あり］" : "")
                + (claim.note().isEmpty() ? "" : " " + Visible.of(claim.note()));
    }

    @Override
    public String techniqueCount(long techniques) {
        return techniques + "件（ATT&CK v19）";
    }

    @Override
    public String notHeld() {
        return "第三者による分類、または言及のみ";
    }

    @Override
    public String invented() {
        return "例のための架空の情報";
    }
}
