package io.ashiato.cli;

import java.util.List;

/// 日本語。
final class UsageJapaneseWords implements UsageWords {
    @Override
    public String noOption(String given) {
        return "'" + given + "' というオプションはありません";
    }

    @Override
    public String noCommand(String given) {
        return "'" + given + "' というコマンドはありません";
    }

    @Override
    public String tooMany(String given) {
        return "引数 '" + given + "' は余分です";
    }

    @Override
    public String didYouMean(String name) {
        return "。'" + name + "' ではありませんか";
    }

    @Override
    public String missing(List<String> labels) {
        return String.join(" と ", labels) + " が指定されていません";
    }

    @Override
    public String missingCommand(List<String> commands) {
        return "コマンドが指定されていません: " + String.join("、", commands);
    }

    @Override
    public String missingValue(String option, String label) {
        return option + " には値が必要です: " + option + " " + label;
    }

    @Override
    public String noNumber(String option, String given) {
        return option + " には整数が必要ですが、'" + given + "' は整数ではありません";
    }

    @Override
    public String takesNoValue(String option) {
        return option + " に値は指定できません";
    }

    @Override
    public String badValue(String option, String given) {
        return "'" + given + "' は " + option + " の値として使えません";
    }

    @Override
    public String givenTwice(String option) {
        return option + " が2回以上指定されています";
    }

    @Override
    public String help(String command) {
        return "（" + command + " --help）";
    }
}
