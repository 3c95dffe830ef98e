package io.ashiato.publish.language;

import java.util.Locale;

/// Things that are counted.
public enum Noun {
    FUNCTION("own function", "own functions", "独自の関数", "件"),
    STRING("string", "strings", "文字列", "件"),
    IMPORT("import", "imports", "インポート", "件"),
    CONSTANT("constant", "constants", "定数", "件"),
    KNOWN_SAMPLE("known sample", "known samples", "既知の検体", "件"),
    KIND_OF_EVIDENCE("kind of evidence", "kinds of evidence", "", "種類の証拠"),
    SOURCE("source", "sources", "情報源", "件"),
    COUNTRY("country", "countries", "", "か国・地域"),
    FINDING("finding", "findings", "所見", "件"),
    EVENT("event", "events", "イベント", "件");

    private final String one;
    private final String many;
    private final String japaneseBefore;
    private final String japaneseAfter;

    Noun(String one, String many, String japaneseBefore, String japaneseAfter) {
        this.one = one;
        this.many = many;
        this.japaneseBefore = japaneseBefore;
        this.japaneseAfter = japaneseAfter;
    }

    /// Such as `230 own functions`, with digits in groups of three.
    public Bilingual count(long count) {
        String digits = String.format(Locale.ROOT, "%,d", count);
        return new Bilingual(digits + " " + (count == 1 ? one : many), japaneseBefore + digits + japaneseAfter);
    }
}
