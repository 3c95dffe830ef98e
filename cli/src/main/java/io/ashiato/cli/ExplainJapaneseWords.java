package io.ashiato.cli;

import java.util.List;
import java.util.Locale;

/// 日本語。
final class ExplainJapaneseWords implements ExplainWords {
    @Override
    public String matches(String event) {
        return "一致する：" + event;
    }

    @Override
    public String doesNotMatch(String event) {
        return "一致しない：" + event;
    }

    @Override
    public String ofSource(String source, String kind) {
        return "ログソース " + source + " に " + kind + " は含まれる";
    }

    @Override
    public String notOfSource(String source, String kind) {
        return "ログソース " + source + " に " + kind + " は含まれない。条件だけの結果：";
    }

    @Override
    public String allOf() {
        return "すべて";
    }

    @Override
    public String anyOf() {
        return "いずれか";
    }

    @Override
    public String not() {
        return "でない";
    }

    @Override
    public String hidden(long parts, boolean fit) {
        return "… ほか" + String.format(Locale.ROOT, "%,d", parts) + "件は" + (fit ? "一致する" : "一致しない") + "（--all で表示）";
    }

    @Override
    public String absent(String field) {
        return "イベントに " + field + " がない";
    }

    @Override
    public String givenUp() {
        return "（手順が多すぎるため打ち切り）";
    }

    @Override
    public String caseCounts() {
        return "（大文字と小文字を区別）";
    }

    @Override
    public String anyText() {
        return "いずれかの文字列";
    }

    @Override
    public String question(PredicateText.Question question, String subject, String value) {
        return subject
                + switch (question) {
                    case IS -> " が " + value;
                    case IS_EMPTY -> " が空の値";
                    case HAS_ANY_VALUE -> " が任意の値";
                    case CONTAINS -> " が " + value + " を含む";
                    case STARTS_WITH -> " が " + value + " で始まる";
                    case ENDS_WITH -> " が " + value + " で終わる";
                    case FITS_PATTERN -> " が " + value + " に合う";
                    case FITS_REGEX -> " が正規表現 " + value + " に一致";
                    case IN_NETWORK -> " が " + value + " の範囲内";
                    case LESS -> " < " + value;
                    case LESS_OR_EQUAL -> " <= " + value;
                    case GREATER -> " > " + value;
                    case GREATER_OR_EQUAL -> " >= " + value;
                    case EQUAL -> " = " + value;
                    case ABSENT -> " がない";
                    case PRESENT -> " がある";
                    case IS_FIELD -> " が " + value + " の値と同じ";
                    case CONTAINS_FIELD -> " が " + value + " の値を含む";
                    case STARTS_WITH_FIELD -> " が " + value + " の値で始まる";
                    case ENDS_WITH_FIELD -> " が " + value + " の値で終わる";
                };
    }

    @Override
    public String events(long count) {
        return "イベント" + String.format(Locale.ROOT, "%,d", count) + "件";
    }

    @Override
    public String correlationAsks(String condition, String span, List<String> groupBy) {
        return "条件：" + span + " 以内に " + condition
                + (groupBy.isEmpty() ? "" : "（" + String.join("、", groupBy) + " が同じイベント）");
    }

    @Override
    public String cameIn(String rule, long events, long lacking) {
        return rule + "：" + events(events) + (lacking == 0 ? "" : "、ほかに必要なフィールドがない" + events(lacking));
    }

    @Override
    public String withoutTime(long events) {
        return "時刻がないため相関の対象外：" + events(events);
    }

    @Override
    public String reached(String group, String measure, long events, String times, List<String> rules) {
        return (group.isEmpty() ? "全体" : group) + "：" + measure + "、" + events(events) + "（" + times + "）、ルール："
                + String.join("、", rules);
    }

    @Override
    public String moreGroups(long groups) {
        return "… ほか" + String.format(Locale.ROOT, "%,d", groups) + "グループ（--all で表示）";
    }

    @Override
    public String noSuchRule(String name) {
        return "ルール " + name + " がありません。ルールのファイル、または --rules DIR か既定のルールのIDかタイトルを指定してください。";
    }

    @Override
    public String noRuleRuns(String path) {
        return path + " に実行できるルールがありません。理由は ashiato rules lint " + path + " で表示します。";
    }

    @Override
    public String noEvents(String path) {
        return path + " にイベントがありません。ashiato dump が出力するJSON、または --record とともにログを指定してください。";
    }

    @Override
    public String badEvent(String place, String reason) {
        return place + " は ashiato dump が出力する形式のイベントではありません（" + reason + "）。";
    }

    @Override
    public String tooLarge(String path, String limit) {
        return path + " はJSONのイベントとして読み取る上限（" + limit + "）を超えています。";
    }

    @Override
    public String moreEvents(long shown) {
        return "最初の" + String.format(Locale.ROOT, "%,d", shown) + "件のイベントだけを説明しました。";
    }

    @Override
    public String recordNeedsLog(String path) {
        return "--record はイベントログのレコードを指定するもので、" + path + " はイベントログではありません。--record を外してください。";
    }

    @Override
    public String logNeedsRecord(String path) {
        return path + " はイベントログです。--record N でレコードを指定してください。";
    }

    @Override
    public String noSuchRecord(String path, long record) {
        return path + " にレコード" + record + "がありません。レコードのIDは ashiato dump --stats で表示します。";
    }
}
