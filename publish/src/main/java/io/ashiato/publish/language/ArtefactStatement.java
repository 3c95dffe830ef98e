package io.ashiato.publish.language;

/// What the sections on programs and on lures say.
public enum ArtefactStatement implements Sentence {
    SUMMARY_CHAIN("How it came in, step by step: {0}. {1}", "侵入の経路は、{0}の順である。{1}"),
    SUMMARY_LIKENESS(
            "The program {0} is nearly identical to a known sample of {1}. {2}", "プログラム{0}は、{1}の既知の検体とほぼ同一である。{2}"),
    NO_PROGRAMS("No program was among the evidence. Appendix B lists what was.", "証拠品目にプログラムはない。提供された証拠品目は付録Bに示す。"),
    PROGRAMS_INTRO("Programs were read as files and never run.", "プログラムはファイルとして読み取ったのみで、実行していない。"),
    PROGRAM_HEADING("Program {0} {1}", "プログラム{0} {1}"),
    NEARLY_IDENTICAL(
            "It is nearly identical to a known sample of {0}: {1} of {2} match.", "{0}の既知の検体とほぼ同一であり、{2}のうち{1}件が一致する。"),
    SAME_FAMILY(
            "It is of the same family as a known sample of {0}: {1} of {2} match.",
            "{0}の既知の検体と同じ系統であり、{2}のうち{1}件が一致する。"),
    RELATED("It shares code with a known sample of {0}: {1} of {2} match.", "{0}の既知の検体とコードの一部が共通し、{2}のうち{1}件が一致する。"),
    ALSO_SHARED("It also shares {0}, {1} and {2} with it. The score is {3}.", "このほか{0}、{1}、{2}が共通する。類似度は{3}である。"),
    KNOWN_BY("The known sample is described in {0}.", "既知の検体の出典は{0}である。"),
    NO_LIKENESS("It was compared with {0}, and no likeness was found.", "{0}と比較したが、類似は確認されなかった。"),
    NOTHING_TO_COMPARE(
            "There was nothing to compare it with: no known sample was at hand.", "比較できる既知の検体がなかったため、比較していない。"),
    NOT_COMPARED("It was not compared with known samples. Appendix B says why.", "既知の検体と比較していない。理由は付録Bに示す。"),
    LIKENESS_METHOD(
            "Likeness compares fingerprints of functions. Own functions are those of the program without run-time and library code. The score runs from 0 to 1, and rare functions weigh more.",
            "類似は関数の特徴値の比較による。独自の関数とは、ランタイムとライブラリのコードを除いたものである。類似度は0から1までの値であり、まれな関数ほど重みが大きい。"),
    LIKENESS_LIMIT(
            "Likeness of code points to common authors or a common source. Alone it names nobody.",
            "コードの類似が示すのは、作成者または元のコードの共通性である。それだけでは攻撃者を特定できない。"),
    TOOLS_INTRO("These programs were run, as the flagged events show.", "検知したイベントは、次のプログラムの実行を示す。"),
    NO_LURES(
            "No mail, document, shortcut or script was among the evidence, so the road in is not shown here.",
            "証拠品目にメール、文書、ショートカット、スクリプトはない。このため侵入の経路はここに示せない。"),
    NO_CHAINS(
            "No delivery chain could be put together: nothing in the evidence ties the artefacts to each other.",
            "侵入の経路は組み立てられない。ファイルどうしを結び付ける証拠がない。"),
    CHAIN_INTRO(
            "Each step is tied to the one before it as named between them. A step that would run something is no proof that it ran; a log record is.",
            "各段階は、間に示したつながりによって前の段階と結び付く。実行の指定は、実行された証明ではない。ログの記録は実行を示す。"),
    CHAIN_CAPTION(
            "Solid: what an artefact itself states or a log record shows. Dashed: what would follow, without a record that it did.",
            "実線は、ファイル自身またはログの記録が示すつながりである。破線は、実行の指定にとどまり、実行の記録がないものである。"),
    LURES_INTRO(
            "What the lures state of themselves. Such facts can be written by anybody; a value shared with other cases is in section 8.",
            "おとりに残る属性を次に示す。属性は誰にでも書き込める。ほかの事案と共通する値は8章に示す。"),
    INFRASTRUCTURE_INTRO(
            "Addresses of the lures and of the intruder. Section 15 has the times and what may be blocked.",
            "おとりと攻撃者の通信先を次に示す。日時と遮断の可否は15章に示す。"),
    NO_INFRASTRUCTURE("No address was drawn from the evidence.", "証拠から得られた通信先はない。");

    private final String english;
    private final String japanese;

    ArtefactStatement(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    @Override
    public Bilingual words() {
        return new Bilingual(english, japanese);
    }
}
