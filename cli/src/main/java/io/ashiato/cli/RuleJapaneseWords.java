package io.ashiato.cli;

import java.util.List;
import java.util.Locale;

/// 日本語。
final class RuleJapaneseWords implements RuleWords {
    @Override
    public String fitsNoRule(String option, String pattern) {
        return option + " " + pattern + " に当てはまるルールがありません。ID、タイトル、タグ、ファイルのいずれかを指定してください（* は任意の文字列）。";
    }

    @Override
    public String placeholdersUnreadable(String file, String reason) {
        return file + " はプレースホルダーの値のファイルとして読めません(" + reason + ")。YAML ファイルを指定してください(例: Administrators: [alice, bob])。";
    }

    @Override
    public String mappingUnreadable(String file, String reason) {
        return file + " は読めません(" + reason + ")。docs/mapping.md の形式のマッピングを指定してください。";
    }

    @Override
    public String mappingWrong(String file, String reason) {
        return file + " はマッピングではありません(" + reason + ")。形式は docs/mapping.md にあります。";
    }

    @Override
    public String nothingLeft(long leftOut) {
        return "--level、--status、--include、--exclude により" + number(leftOut) + "件のルールがすべて除かれました。条件を緩めてください。";
    }

    @Override
    public String runs() {
        return "実行可";
    }

    @Override
    public String listed(long running, long refused) {
        return "実行できるルール" + number(running) + "件、実行できないルール" + number(refused) + "件。";
    }

    @Override
    public String noExamples() {
        return "これらのルールに例がありません。NAME.yml の例は NAME.positive.jsonl と NAME.negative.jsonl に置きます。";
    }

    @Override
    public String passed() {
        return "合格  ";
    }

    @Override
    public String failed() {
        return "不合格";
    }

    @Override
    public String examples(long positive, long negative) {
        return "（一致すべき例" + number(positive) + "件、一致すべきでない例" + number(negative) + "件）";
    }

    @Override
    public String failure(ExampleResult.Kind kind, String detail) {
        return switch (kind) {
            case NOT_MATCHED -> "一致すべきですが一致しません";
            case MATCHED -> "一致すべきでないのに " + detail + " が一致します";
            case NO_EVENT -> "イベントではありません（" + detail + "）";
            case CANNOT_READ -> "読み取れません（" + detail + "）";
            case TOO_FEW -> "一致するイベントが足りません（" + detail + "）";
            case NO_SUCH_RULE -> "IDが " + detail + " のルールがありません";
            case DOES_NOT_RUN -> "ルールを実行できません（" + detail + "）";
        };
    }

    @Override
    public String tested(long passed, long failed, long without) {
        return "合格" + number(passed) + "件、不合格" + number(failed) + "件。例のないルールのファイル" + number(without) + "件。";
    }

    @Override
    public String covered(long techniques, long rules, long without) {
        return "テクニック" + number(techniques) + "件に対するルール" + number(rules) + "件。テクニックを示さないルール" + number(without) + "件。";
    }

    @Override
    public String unknownTechniques(List<String> ids) {
        return "ATT&CKにないため除いたID：" + String.join("、", ids) + "。";
    }

    @Override
    public String outputExists(String path) {
        return path + " はすでに存在するため変更しません。別の -o を指定してください。";
    }

    @Override
    public String cannotWrite(String path, String reason) {
        return path + " に書き込めません（" + reason + "）。";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
