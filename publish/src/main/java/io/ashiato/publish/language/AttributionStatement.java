package io.ashiato.publish.language;

/// What the sections on research, attribution, campaign and sources say.
public enum AttributionStatement implements Sentence {
    INVENTED(
            "This report uses invented knowledge, made up for an example. No claim that rests on it is about real events.",
            "本報告書は、例のために作られた架空の知識を用いている。それに基づく記述は、実際の出来事を示すものではない。"),

    NO_RESEARCH(
            "The case shares nothing with the published reports and cases at hand. Appendix E tells which knowledge was used.",
            "手元の公開報告書およびほかの事案と共通する特徴は確認されなかった。使用した知識は付録Eに示す。"),
    RESEARCH_INTRO(
            "Each report counts once, however many traits match. Strength A is rare and hard to fake; B is rare but can be copied once published; C is common.",
            "一致する特徴の数にかかわらず、各報告書は1件と数える。強さAはまれで偽装が難しいもの、Bはまれだが公開後は模倣できるもの、Cはありふれたものである。"),

    CLAUSE_RESPONSIBLE("{0} is responsible", "本件は{0}によるものである"),
    CLAUSE_CAMPAIGN("the case is part of the campaign {0}", "本件は攻撃キャンペーン{0}の一部である"),
    CLAUSE_CAMPAIGN_UNNAMED("the case is part of a wider campaign", "本件はより広い攻撃キャンペーンの一部である"),

    NOT_ALLOWED("The evidence does not allow attribution.", "証拠からは攻撃者を特定できない。"),
    REFUSAL_MEANS(
            "Nobody is named, and no likeness in this report should be read as a name.",
            "本報告書は攻撃者を名指ししない。類似の記述から攻撃者名を読み取ってはならない。"),
    RESTS_ON("It rests on {0}: {1}.", "根拠は{0}で、{1}である。"),
    OF_STRENGTH("{0} (strength {1})", "{0}（強さ{1}）"),
    SIGNAL("{0} ({1})", "{0}（{1}）"),
    AGAINST("Against it stands: {0}.", "これに反する証拠は{0}である。"),
    RULE_OF_NAMING(
            "An actor is named only on two independent kinds of evidence, never on techniques alone and never on public tools.",
            "攻撃者を名指しするには、独立した2種類の証拠を要する。技術だけ、または公開ツールだけでは名指ししない。"),
    LEVELS(
            "Same tool, same developer, same operator, same group and same state are different claims. This one is about the group.",
            "同じツール、同じ開発者、同じ実行者、同じ集団、同じ国家は、それぞれ別の主張である。ここで述べるのは集団についてである。"),

    ALIASES_INTRO(
            "Others use other names. A name is a claim of the one who uses it, and not proof that both are one.",
            "ほかの名前で呼ぶ者もいる。別名は呼ぶ者の主張であり、同一であることの証明ではない。"),
    ALIAS("{0}, so called by {1}", "{0}（{1}による呼称）"),
    ALIAS_DISPUTED("{0}, so called by {1}; others dispute it", "{0}（{1}による呼称、異論あり）"),

    HYPOTHESES_INTRO(
            "These explanations were held against each other. They are ranked by likelihood.", "次の仮説を比較した。可能性の順に示す。"),
    CANDIDATES_INTRO(
            "These explanations were held against each other. None is claimed; they are listed so that others can examine them.",
            "次の仮説を比較した。いずれも主張するものではなく、検証のために示す。"),
    NO_HYPOTHESES("There was no explanation to hold against others.", "比較すべき仮説はない。"),
    SIGNALS_INTRO(
            "The factor says how many times more likely the signal is if the explanation is true; below 1 it speaks against it.",
            "倍率は、仮説が正しい場合にその証拠が何倍現れやすいかを示す。1未満は仮説に反する。"),
    NO_SIGNALS("No signal points to or from any of them.", "いずれかの仮説を支持し、またはそれに反する証拠はない。"),
    MATRIX_INTRO(
            "CC speaks strongly for an explanation, C for it, N neither way, I against it, II strongly against it. What counts is the least inconsistency.",
            "CCは仮説を強く支持し、Cは支持し、Nは中立、Iは反し、IIは強く反する。重視するのは、矛盾の少なさである。"),
    MATRIX_METHOD(
            "The letters follow from the factors: CC from {0}, C from {1}, I up to {2}, II up to {3}. A signal that reads the same in each column does not tell them apart.",
            "文字は倍率による。{0}以上がCC、{1}以上がC、{2}以下がI、{3}以下がIIである。全列で同じ証拠は、仮説を区別しない。"),
    DOES_NOT_DISCRIMINATE("the same for all", "全仮説で同じ"),

    CHANGE_INTRO("What would change this judgement:", "この判断を変えるものは次のとおりである。"),
    CHANGE_FALLS_AWAY(
            "If this signal proved wrong, the odds would fall by a factor of {0}: {1}.",
            "次の証拠が誤りと分かれば、見込みの比は{0}分の1になる。{1}"),
    CHANGE_RARE_KINDS(
            "The rare evidence (strength A or B) is of two kinds. Without either, it would be of one kind only.",
            "まれな証拠（強さAまたはB）は2種類である。一方を欠けば1種類に限られる。"),
    CHANGE_CONTRADICTION(
            "A trait that contradicts the rare ones would lower it, such as the same code in the hands of an unrelated actor.",
            "まれな特徴と矛盾する証拠、例えば無関係な攻撃者による同じコードの使用は、可能性を下げる。"),
    CHANGE_ANY_RARE(
            "A rare trait shared with published research: code, a machine id, a document's metadata, an address.",
            "既知の調査と共通するまれな特徴。コード、機器の識別子、文書の属性、通信先がこれに当たる。"),
    CHANGE_SECOND_KIND(
            "A second, independent kind of evidence, such as code nearly identical to a known sample.",
            "独立した2種類目の証拠。既知の検体とほぼ同一のコードなどがこれに当たる。"),
    CHANGE_HARD_TO_FAKE(
            "Evidence that is hard to fake and decides between the explanations that are left.",
            "偽装が難しく、残る仮説の優劣を決める証拠。"),
    CHANGE_RESOLVE(
            "What explains the contradiction: an earlier copy of the artefact, or records of how it was made.",
            "矛盾を説明する証拠。ファイルのより古い複製や、作成の過程を示す記録がこれに当たる。"),
    CHANGE_INTRUSION("Evidence that there was an intrusion at all.", "そもそも侵入があったことを示す証拠。"),

    CAMPAIGN_NONE(
            "The case is linked to no campaign: nothing is shared with a published report or another case.",
            "攻撃キャンペーンとの関連は確認されなかった。公開報告書またはほかの事案と共通する特徴がない。"),
    CAMPAIGN_NOT_CARRIED(
            "The case is linked to no campaign. What it shares with others is in section 8 and was not taken for such a link.",
            "攻撃キャンペーンとの関連は認めなかった。ほかと共通する特徴は8章に示すが、関連の根拠とはしなかった。"),
    CAMPAIGN_LINKED(
            "The case shares rare traits with {0}, but no link is strong enough for a likelihood.",
            "本件は{0}とまれな特徴が共通する。ただし、可能性を示せるほど強いつながりはない。"),
    CAMPAIGN_LINKS("The links that carry it: {0}", "根拠となるつながりは{0}である。"),
    SINCE("First activity, as that source dates it: {0} ({1}).", "最初の活動は、この情報源によれば{0}である（{1}）。"),
    SINCE_UNKNOWN("None of these reports dates its first activity.", "これらの報告書に、最初の活動の時期の記載はない。"),
    COUNTRIES(
            "These {0} are those of targets, as reported. A target is not a proven victim, and where the hosts of this case stand says nothing of it.",
            "次の{0}は、報告された標的の所在地である。標的は被害の確認を意味しない。本件のホストの所在地は含まない。"),
    COUNTRIES_CAPTION("Countries and regions of targets, as the sources name them.", "情報源が挙げる標的の国・地域を示す。"),
    NO_COUNTRIES("None of these reports names the countries of its targets.", "これらの報告書に、標的の国の記載はない。"),

    SINCE_SHORT("Activity is reported since {0}.", "活動の始まりは{0}と報告されている。"),
    COUNTRIES_SHORT("Targets are reported in {0}.", "標的は{0}で報告されている。"),

    KNOWLEDGE_INTRO(
            "What was published and at hand when the case was compared. What is not in it cannot have matched.",
            "照合に用いた知識を次に示す。ここにないものとは照合していない。"),
    NO_KNOWLEDGE_FILES("No file was added to the built-in knowledge.", "内蔵の知識に追加したファイルはない。"),
    SOURCES_INTRO(
            "Sources that the report names. Several sources that repeat one another count as one.",
            "本報告書が挙げる情報源を次に示す。互いを引用する情報源は1件と数える。"),
    NO_SOURCES("The report names no published source.", "本報告書が挙げる公開の情報源はない。");

    private final String english;
    private final String japanese;

    AttributionStatement(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /// Why the case is called part of no campaign. Not assessed, linked to nothing, and sharing something that carries
    /// no link are not the same.
    public static Sentence noCampaign(boolean assessed, boolean shares) {
        if (!assessed) {
            return Statement.CAMPAIGN_NOT_ASSESSED;
        }
        return shares ? CAMPAIGN_NOT_CARRIED : CAMPAIGN_NONE;
    }

    @Override
    public Bilingual words() {
        return new Bilingual(english, japanese);
    }
}
