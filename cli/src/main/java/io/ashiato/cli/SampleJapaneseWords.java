package io.ashiato.cli;

import io.ashiato.samples.Likeness;
import java.util.Locale;

/// 日本語。
final class SampleJapaneseWords implements SampleWords {
    @Override
    public String noProgram(String path, String kind) {
        return path + " はWindowsまたはLinuxのプログラムではありません。内容は " + kind + " です。";
    }

    @Override
    public String programTooLarge(String path, String most) {
        return path + " は " + most + " を超えるため、比較しませんでした。";
    }

    @Override
    public String noCode(String path) {
        return path + " に、読み取れるx86またはx64のコードがありません。";
    }

    @Override
    public String noPrograms(String path) {
        return path + " にプログラムがありません。WindowsまたはLinuxのプログラムのあるフォルダーを指定してください。";
    }

    @Override
    public String tooManyFiles(String path, long most) {
        return path + " のファイルは" + most + "個を超えています。より小さなフォルダーを指定してください。";
    }

    @Override
    public String twoPrograms() {
        return "比較には2つのプログラム、または1つのプログラムと、既知の検体を含む --knowledge FILE が必要です。";
    }

    @Override
    public String pairsNeedFolder() {
        return "--pairs にはフォルダーを1つ指定してください（例: ashiato compare FOLDER --pairs）。";
    }

    @Override
    public String noKnownSamples() {
        return "知識に既知の検体がありません。ashiato knowledge add-samples で追加してください。";
    }

    @Override
    public String badFeatures(String family, String sha256) {
        return "既知の検体 " + family + "（" + sha256 + "）の特徴を読み取れません。";
    }

    @Override
    public String likeness(String one, String other, Likeness likeness) {
        String verdict = switch (likeness.verdict()) {
            case NEARLY_IDENTICAL -> "ほぼ同一";
            case SAME_FAMILY -> "同じ系統";
            case RELATED -> "関連あり";
            case NOTHING_TELLING -> "特筆すべき共通点なし";
        };
        return one + " と " + other + "：" + verdict + "。固有の関数"
                + Math.max(likeness.ownFunctionsA(), likeness.ownFunctionsB()) + "個中" + likeness.matched()
                + "個が一致し、文字列" + likeness.sharedStrings() + "個、定数" + likeness.sharedConstants() + "個、インポート"
                + likeness.sharedImports() + "個が共通（スコア" + String.format(Locale.ROOT, "%.2f", likeness.score()) + "）。";
    }

    @Override
    public String resemblesNone(String path, long known) {
        return path + " は既知の検体" + known + "件のいずれにも似ていません。";
    }

    @Override
    public String known(String family, String source) {
        return family + "（" + source + "）";
    }

    @Override
    public String needsText(String option) {
        return option + " には空でない文字列が必要です。";
    }

    @Override
    public String featuresTooLarge(String path) {
        return path + " は知識ファイルの上限を超えるため、変更しませんでした。-o で別の名前を指定してください。";
    }

    @Override
    public String samplesAdded(String path, long added, long known) {
        return path + "：検体" + added + "件を追加、" + known + "件は登録済み。保存したのは特徴だけで、検体そのものは含みません。";
    }

    @Override
    public String noPairs(String folder, int programs) {
        return folder + (programs == 0 ? " にプログラムはありません。" : " のプログラムは1件です。") + "比較する組がありません。";
    }
}
