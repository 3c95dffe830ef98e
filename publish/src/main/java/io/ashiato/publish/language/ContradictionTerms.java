package io.ashiato.publish.language;

import io.ashiato.model.RichContradiction;

/// Why a Rich header cannot be the program's own, as sentences with places for the values.
public enum ContradictionTerms implements Sentence {
    CHECKSUM("its checksum {0} does not fit the DOS header and the entries", "チェックサム{0}がDOSヘッダーおよび項目と一致しない"),
    TOOLS("it names Microsoft's linker, but the program was made with {0}", "Microsoftのリンカーを示すが、プログラムの作成に使われたのは{0}である"),
    LINKER_VERSION(
            "the optional header states linker {0}, the Rich header {1}", "リンカーの版がオプションヘッダーでは{0}、Richヘッダーでは{1}である"),
    RUNTIME(
            "the program imports {0}, which is newer than the newest tool named, {1}",
            "インポートする{0}が、記載された最新のツール（{1}）より新しい"),
    MACHINE("the program is x64, and the linker named, {0}, makes none", "プログラムはx64だが、記載されたリンカー{0}はx64に対応しない"),
    IMPORTS("{0} functions are imported, and {1} are counted", "インポートする関数は{0}件だが、計数は{1}件である");

    private final String english;
    private final String japanese;

    ContradictionTerms(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    public static ContradictionTerms of(RichContradiction kind) {
        return switch (kind) {
            case CHECKSUM -> CHECKSUM;
            case TOOLS -> TOOLS;
            case LINKER_VERSION -> LINKER_VERSION;
            case RUNTIME -> RUNTIME;
            case MACHINE -> MACHINE;
            case IMPORTS -> IMPORTS;
        };
    }

    /// How many values the sentence has places for.
    public int places() {
        return switch (this) {
            case CHECKSUM, TOOLS, MACHINE -> 1;
            case LINKER_VERSION, RUNTIME, IMPORTS -> 2;
        };
    }

    @Override
    public Bilingual words() {
        return new Bilingual(english, japanese);
    }
}
