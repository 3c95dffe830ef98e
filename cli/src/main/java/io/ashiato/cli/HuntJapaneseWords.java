package io.ashiato.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// 日本語。
final class HuntJapaneseWords implements HuntWords {
    @Override
    public String channels(List<NamedCount> named, List<NamedCount> others) {
        return "チャネル別のイベント：" + listed(named)
                + (others.isEmpty()
                        ? "。"
                        : "、ほか" + number(others.size()) + "チャネル " + number(NamedCount.sum(others)) + "。");
    }

    @Override
    public String allChannels() {
        return "チャネル別のイベント：";
    }

    @Override
    public String rulesLoaded(long loaded, long leftOut, long notRun) {
        return "読み込んだルール" + number(loaded) + "件、"
                + (leftOut > 0 ? "指定により除いたルール" + number(leftOut) + "件、" : "")
                + "実行できないルール" + number(notRun) + "件"
                + (notRun > 0 ? "（理由は ashiato rules lint DIR で表示）。" : "。");
    }

    @Override
    public String silent(List<NamedCount> named, List<NamedCount> others) {
        long rules = NamedCount.sum(named) + NamedCount.sum(others);
        return "ルール" + number(rules) + "件は対象のイベントがありませんでした：" + listed(named)
                + (others.isEmpty()
                        ? "。"
                        : "、ほか" + number(others.size()) + "種類 " + number(NamedCount.sum(others)) + "。");
    }

    @Override
    public String allSilent(long rules) {
        return "ルール" + number(rules) + "件は、次のログソースのイベントがないため対象がありませんでした：";
    }

    @Override
    public String outsideWindow(long events) {
        return "イベント" + number(events) + "件は、指定された期間の外にあるか日時がないため除きました。";
    }

    @Override
    public String more() {
        return "すべてのチャネルとログソースは --verbose で表示します。";
    }

    private static String listed(List<NamedCount> counts) {
        return counts.stream()
                .map(count -> count.name() + " " + number(count.count()))
                .collect(Collectors.joining("、"));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
