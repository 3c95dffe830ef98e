package io.ashiato.cli;

import io.ashiato.intel.attribution.EvidenceKind;
import io.ashiato.intel.attribution.Ranking;
import io.ashiato.model.Confidence;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.Likelihood;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.ResearchRelation.SharedTrait;
import io.ashiato.publish.language.AttributionTerms;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.render.Visible;
import java.util.List;
import java.util.stream.Collectors;

/// 日本語。
final class JudgementJapaneseWords implements JudgementWords {
    @Override
    public String noCase(String path) {
        return path + " はケースではありません。case.json がありません。ashiato analyze 証拠 -o ケース で作成してください。";
    }

    @Override
    public String badCase(String path, String reason) {
        return path + " はケースとして読み取れません（" + reason + "）。";
    }

    @Override
    public String badQuestion(String path, String reason) {
        return path + " はケースのフォルダーでも、\"observations\" を持つJSONオブジェクトでもありません（" + reason + "）。";
    }

    @Override
    public String badRelations(String path, String reason) {
        return path + " は関係のファイルとして読み取れません（" + reason + "）。";
    }

    @Override
    public String relationsAlone(String path) {
        return path + " は関係だけのファイルで、ほかの知識すべての代わりになります。ほかのファイルは指定しないでください。";
    }

    @Override
    public String twoCases() {
        return "関連の確認には2つ以上のケースが必要です。ケースのフォルダーを2つ以上指定してください。";
    }

    @Override
    public String sameCase(String path) {
        return path + " が2回指定されています。同じケースどうしは比較できません。";
    }

    @Override
    public Labels labels() {
        return new Labels("ケース", "知識", "支持", "反証");
    }

    @Override
    public String unknownIds(String ids) {
        return "次のIDは知識にないため、考慮していません: " + ids;
    }

    @Override
    public String unreadObservations(String names) {
        return "次の項目名は観測の項目にないため、考慮していません: " + names;
    }

    @Override
    public String knowledge(KnowledgeUsed used) {
        String files = used.files().stream()
                .map(file -> "、" + Visible.of(file.name()) + (file.invented() ? "（架空）" : ""))
                .collect(Collectors.joining());
        return "内蔵（" + used.builtIn() + "）" + files
                + used.before().map(day -> "。" + day + "より前に公開されたものに限る").orElse("");
    }

    @Override
    public String measure(Likelihood likelihood, Confidence confidence) {
        return Terms.of(likelihood).japanese() + "（" + likelihood.low() + "〜" + likelihood.high() + "%）、確信度は"
                + Terms.of(confidence).japanese();
    }

    @Override
    public String evidence(ActorEvidence piece) {
        String references = piece.references().isEmpty() ? "" : "［" + joined(piece.references()) + "］";
        String sources = piece.sources().isEmpty() ? "" : "、出典は" + sources(piece.sources());
        return AttributionTerms.of(piece.kind()).japanese() + "、強さ" + piece.strength() + "、"
                + JudgementEnglishWords.factor(piece.ratio()) + "倍。"
                + AttributionTerms.of(piece.basis()).japanese() + "「" + Visible.of(Visible.head(piece.value())) + "」"
                + references + sources
                + piece.discount()
                        .map(discount -> "、" + AttributionTerms.of(discount).japanese())
                        .orElse("");
    }

    @Override
    public String source(PublishedSource source) {
        return Visible.of(source.publisher()) + "「" + Visible.of(source.title()) + "」"
                + (source.date().isEmpty() ? "" : "（" + Visible.of(source.date()) + "）")
                + (source.invented() ? "（架空）" : "");
    }

    @Override
    public String shared(SharedTrait shared) {
        return "強さ" + shared.strength() + "、"
                + AttributionTerms.of(shared.trait().kind()).japanese() + "「"
                + Visible.of(Visible.head(shared.trait().value())) + "」［"
                + joined(shared.trait().references()) + "］";
    }

    @Override
    public String more(long traits) {
        return "ほか" + traits + "件。";
    }

    @Override
    public String link(String one, String other) {
        return one + " と " + other + " に共通する特徴：";
    }

    @Override
    public String noLinks(long cases) {
        return cases + "件のケースの間に、共通するまれな特徴はありません。";
    }

    @Override
    public String relations(String incident, long reports) {
        return incident + " と特徴が共通する公開報告書は" + reports + "件：";
    }

    @Override
    public String noRelations(String incident) {
        return incident + " と公開報告書に共通するまれな特徴はありません。";
    }

    @Override
    public String behavesLike(String actor) {
        return actor + " によるものと判断します。";
    }

    @Override
    public String unattributed(Ranking.Reason reason) {
        return "名指ししません。"
                + switch (reason) {
                    case NOTHING_KNOWN -> "どの攻撃者についても知識がありません。";
                    case ONE_KIND_OF_EVIDENCE -> "技術または公開ツールだけでは名指しできません。第一候補を示すマルウェアも被害組織もありません。";
                    case PLANTED -> "第一候補を示す証拠は、植え付けられたものに見えます。";
                    case IMPROBABLE -> "第一候補の可能性が十分ではありません。";
                };
    }

    @Override
    public String moved(EvidenceKind kind, double factor, List<String> items) {
        String name = switch (kind) {
            case TECHNIQUES -> "技術";
            case MALWARE -> "マルウェア";
            case TOOLS -> "公開ツール";
            case VICTIMS -> "被害組織";
            case CIRCUMSTANCES -> "既知の情報の量と活動時期";
        };
        return (factor >= 1 ? "支持　" : "反証　") + name + "、" + JudgementEnglishWords.factor(factor) + "倍"
                + (items.isEmpty() ? "" : "：" + String.join("、", items));
    }

    private String sources(List<PublishedSource> sources) {
        return sources.stream()
                        .limit(JudgementEnglishWords.MAX_SOURCES)
                        .map(this::source)
                        .collect(Collectors.joining("、"))
                + (sources.size() > JudgementEnglishWords.MAX_SOURCES
                        ? "、ほか" + (sources.size() - JudgementEnglishWords.MAX_SOURCES) + "件"
                        : "");
    }

    private static String joined(List<String> references) {
        return references.stream().limit(6).map(Visible::of).collect(Collectors.joining("、"))
                + (references.size() > 6 ? "、…" : "");
    }
}
