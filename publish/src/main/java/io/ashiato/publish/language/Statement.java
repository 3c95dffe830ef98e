package io.ashiato.publish.language;

/// The sentences of the sections that every report has.
public enum Statement implements Sentence {
    CLAUSE_INTRUDER("an intruder was active on {0}", "{0}で攻撃者が活動した"),
    NO_ACTIONS("No finding calls for action today.", "本日対応を要する所見はない。"),
    RECORD_IS_DIRECT(
            "Our confidence in this is high: the system itself writes this record of the act.",
            "この判断の確信度は高い。この操作の記録はシステム自身が書き込むものである。"),
    ACCOUNT_BASIS(
            "Our confidence in this is moderate: the account is named in the records, but not who used it.",
            "この判断の確信度は中程度である。アカウントは記録に残るが、使用者は記録に残らない。"),
    CREDENTIAL_BASIS(
            "Our confidence in this is moderate: the records show the attempt, but not which passwords were taken.",
            "この判断の確信度は中程度である。記録は試みを示すが、窃取された認証情報は特定できない。"),
    COVERAGE_BASIS(
            "Our confidence in what this report does not mention is therefore limited.",
            "したがって、本報告書が触れていない事項についての確信度は限られる。"),
    NOTHING_BASIS(
            "Our confidence in this is limited by the logs at hand: what was not logged cannot match.",
            "この判断の確信度は手元のログに左右される。記録されなかった活動は検知できない。"),
    SIGNS_NOT_PROOF(
            "Signs are records that match known ways of attackers. A sign is not yet proof that the act succeeded.",
            "痕跡とは、攻撃者の既知の手口と一致する記録である。痕跡があることは、行為の成功を直ちに意味しない。"),
    NOTHING_HAPPENED(
            "No rule matched. Nothing in the logs at hand points to an intrusion.",
            "一致した検知ルールはない。手元のログに侵入を示す記録は確認されなかった。"),
    HIDING_PARAGRAPH(
            "Someone also acted against the evidence itself. What is missing is listed in section 5.",
            "証拠そのものを損なう操作も確認した。失われたものは5章に示す。"),
    NO_HOSTS("No host wrote an event that could be read.", "読み取れたイベントを記録したホストはない。"),
    COVERAGE_WHY(
            "Silence of a log is not absence of an act. This is what the logs cover.",
            "ログに記録がないことは、行為がなかったことを意味しない。各ログの可視範囲を次に示す。"),
    NO_TURNING_POINTS("There are no turning points to show.", "示すべき転換点はない。"),
    TIMELINE_CHOICE(
            "The table holds the turning points: tampering, the gravest event of each finding, and the first of each stage on each host.",
            "表には転換点を示す。すなわち、改ざんと妨害、各所見で最も深刻なイベント、各ホストの各段階で最初のイベントである。"),
    NO_STAGES(
            "No rule matched, so there is no stage to describe. Section 3 tells what the logs cover.",
            "一致した検知ルールがないため、記すべき段階はない。ログの可視範囲は3章に示す。"),
    STAGES_INTRO(
            "Each stage quotes the records that carry it. Addresses in the quotes are defanged; all else is as recorded.",
            "各段階について、根拠となる記録を引用する。引用中の通信先は無害化表記とし、ほかは記録のままである。"),
    NO_TAMPERING(
            "No record of tampering was found. Logs that were not handed in cannot show any.",
            "改ざんや妨害を示す記録は確認されなかった。提供されていないログについては判断できない。"),
    TAMPERING_VERDICTS("One verdict for each host that wrote events.", "イベントを記録したホストごとの判定を次に示す。"),
    TAMPERING_SIGNS("Signs of tampering were also seen on {0}.", "{0}でも改ざんまたは妨害の痕跡を確認した。"),
    TAMPERING_SIGNS_ONLY("Signs of tampering were seen on {0}.", "{0}で改ざんまたは妨害の痕跡を確認した。"),
    TAMPERING_SIGNS_BASIS(
            "Our confidence in this is low: everyday work can leave the same records.", "この判断の確信度は低い。日常の作業でも同じ記録が残る。"),
    LOWERED("It lowers our confidence in {0} on such hosts.", "このため、該当するホストに基づく{0}の確信度を下げた。"),
    LOWERED_INTRO(
            "These findings rest on a host with tampering and are held with lower confidence.",
            "次の所見は、改ざんまたは妨害のあるホストに基づくため、確信度を下げた。"),
    LOWERED_NONE("No finding is held with lower confidence for it.", "これにより確信度を下げた所見はない。"),
    STAGE_FURTHER_HOSTS("Other signs of this stage were seen on {0}.", "このほか{0}でも、この段階の痕跡を確認した。"),
    DELETED_FILE_HANDED_IN(
            "A file of this name was handed in: {0}. Whether it is the same one, its hash must show.",
            "同名のファイル{0}が提供されている。同一のファイルかどうかは、ハッシュ値による確認を要する。"),
    LOWERED_HERE("Held with lower confidence for tampering on their host: {0}.", "ホストでの改ざんまたは妨害により、{0}の確信度を下げた。"),
    REMAINING_INTRO(
            "Logs of these hosts that still hold records from the time of the tampering, and from which something can be recovered:",
            "改ざんまたは妨害の時点の記録を今も保持し、復元の手掛かりとなるログは次のとおりである。"),
    REMAINING_NONE(
            "No log at hand still holds records from the time of the tampering. Collectors, backups and the disk image remain.",
            "改ざんまたは妨害の時点の記録を保持するログは手元にない。残る手段は、収集サーバー、バックアップ、ディスクイメージである。"),
    TAMPERING_INTRO(
            "These records show acts against logs or defences. Where the verdict is proven, absence of records proves nothing.",
            "次の記録は、ログまたは防御機能に対する操作を示す。判定が「確認した」のホストでは、記録の不在は証明にならない。"),
    NO_ACCOUNTS("No flagged event names an account.", "検知したイベントにアカウントの記載はない。"),
    ATTRIBUTION_NOT_ASSESSED(
            "Not assessed in this version. The report names no actor, and nothing in it should be read as naming one.",
            "この版では評価していない。本報告書は攻撃者を名指ししておらず、いかなる記述もそのように読んではならない。"),
    CAMPAIGN_NOT_ASSESSED(
            "Not assessed in this version. The case was not compared with other cases.",
            "この版では評価していない。ほかのケースとの比較は行っていない。"),
    IMPACT_UNKNOWN(
            "Event logs tell little of what left the network or what was done in business systems. Theft of data or money can be neither confirmed nor excluded from them.",
            "持ち出されたデータや業務システム内の操作について、イベントログから分かることは少ない。データや金銭の窃取は、確認も否定もできない。"),
    IMPACT_NOT_DETERMINED("Not determinable from this evidence:", "この証拠からは判断できない事項は次のとおりである。"),
    IMPACT_DATA("whether data was read, copied or taken", "データの閲覧、複製、持ち出しの有無"),
    IMPACT_MONEY("whether money or crypto-assets were moved", "金銭または暗号資産の移動の有無"),
    IMPACT_OTHER_HOSTS("what happened on hosts whose logs were not given", "ログが提供されていないホストでの活動"),
    NO_IMPACT_SEEN(
            "No record of destroyed or encrypted data, or of data leaving, was found in the logs at hand.",
            "手元のログに、データの破壊、暗号化、持ち出しを示す記録は確認されなかった。"),
    NO_TECHNIQUES("No finding names a technique.", "技術に対応する所見はない。"),
    ATTACK_INTRO(
            "Technique ids come from the tags of the rules that matched. One record can carry several.",
            "技術の番号は、一致した検知ルールの付与情報による。一つの記録に複数が対応することがある。"),
    ATTACK_JAPANESE_NAMES(
            "The full layer is in attack-layer.json.", "日本語の技術名は本報告書の訳であり、正式名称は英語である。全体はattack-layer.jsonに収めた。"),
    NO_RULES_MATCHED("No rule matched.", "一致した検知ルールはない。"),
    DETECTION_INTRO(
            "These rules matched. Each can be put to use as it is; the known false positives are in its author's words.",
            "次の検知ルールが一致した。いずれもそのまま利用できる。既知の誤検知は作者の記述による。"),
    CASE_RULES_INTRO(
            "These rules were made from the observations of this case. Addresses are defanged here; the files in exports/rules hold them live.",
            "次の検知ルールは、本件の観測事実から作成した。ここでは通信先を無害化して表記し、exports/rulesのファイルには実際の値を収めた。"),
    CASE_RULES_NONE(
            "No rule was made from this case: no observation of it is telling enough.",
            "本件から作成した検知ルールはない。ルールにできるほど特徴的な観測事実がない。"),
    CASE_RULE_MATCHES("It matches {0} here.", "本件では{0}に一致する。"),
    SILENT_INTRO(
            "No event came from these log sources, so the rules for them had nothing to look at.",
            "次の種類のログからはイベントが得られず、該当する検知ルールは評価の対象を持たなかった。"),
    NO_SILENT("Every log source that the rules ask for gave events.", "検知ルールが必要とするすべてのログからイベントが得られた。"),
    NO_RECOMMENDATIONS("No finding calls for a recommendation.", "推奨事項を要する所見はない。"),
    NO_INDICATORS("No indicator was drawn from the findings.", "所見から得られた侵害指標はない。"),
    INDICATORS_INTRO(
            "Values are defanged here; the files for machines hold them live. Private addresses and the system's own files are never marked for blocking.",
            "ここでは値を無害化して表記する。機械処理用のファイルには実際の値を収めた。内部アドレスとOS自身のファイルは遮断可としない。"),
    GAPS_INTRO("Open questions, and the evidence that would answer them:", "未解明の点と、その解明に必要な証拠は次のとおりである。"),
    GAP_ENTRY(
            "How the intruder came in: mail, browser and proxy records of the first day.",
            "侵入の経路。初日のメール、ブラウザー、プロキシの記録が必要である。"),
    GAP_IMPACT(
            "What was taken: network flows, proxy logs, and the logs of business systems.",
            "持ち出されたもの。通信記録、プロキシのログ、業務システムのログが必要である。"),
    GAP_CLEARED(
            "What the cleared logs held: copies at a collector, backups, or recovery from the disk image.",
            "消去されたログの内容。収集サーバーの複製、バックアップ、ディスクイメージからの復元が必要である。"),
    GAP_UNREAD("What the unread items hold: collect them again (appendix B).", "読み取れなかった証拠品目の内容。再取得が必要である（付録B）。"),
    GAP_SILENT("What the silent log sources would have shown (section 13).", "得られなかったログ（13章）が示すはずの活動。"),
    OUTLOOK_NOT_ASSESSED(
            "What the intruder will do next was not assessed in this version.", "攻撃者の今後の行動は、この版では評価していない。"),
    METHOD_PIPELINE(
            "Evidence was opened read-only, hashed and read. Rules were matched against every event. Matches of one account on one host without a pause of more than 30 minutes form one finding.",
            "証拠は読み取り専用で開き、ハッシュ値を計算して読み取った。検知ルールは全イベントに適用した。同じホスト、同じアカウントの一致のうち、30分を超える中断のないものを一つの所見とした。"),
    METHOD_LIKELIHOOD(
            "Likelihood says how likely a judgement is true. Facts seen in the evidence get none.",
            "可能性は、判断が正しい見込みを示す。証拠で確認した事実には付さない。"),
    METHOD_CONFIDENCE(
            "Confidence says how good the basis is. It is always in a sentence of its own.",
            "確信度は、判断の根拠の確かさを示す。必ず別の文で述べる。"),
    METHOD_NAMING(
            "An actor is named only where two independent kinds of evidence point to it. Techniques alone and public tools never do.",
            "攻撃者を名指しするのは、独立した2種類の証拠がある場合に限る。技術だけ、または公開ツールだけでは名指ししない。"),
    METHOD_LIKENESS(
            "Programs are compared by fingerprints of their functions, with rare functions weighing more.",
            "プログラムは関数の特徴値で比較し、まれな関数ほど重みを大きくする。"),
    METHOD_LEVELS(
            "The level of a finding is the highest level that the author of a matching rule gave it. Grave means high or critical.",
            "所見の深刻度は、一致した検知ルールの作者が付けた深刻度の最高値である。「重大」は高または緊急を指す。"),
    METHOD_LIMITS(
            "Rules know published behaviour only. Clocks of the hosts were taken as they are.",
            "検知ルールが対象とするのは既知の手口に限られる。各ホストの時計は補正していない。"),
    METHOD_PASSWORDS(
            "Passwords that a command line marks as such are shown as ***. The case folder keeps them as they were.",
            "コマンドライン中のパスワードは、それと判別できるものを***と表示する。案件のフォルダーには元の値が残る。"),
    METHOD_SAME(
            "The same evidence and rules give the same report, byte for byte.", "同じ証拠と検知ルールからは、1バイトも違わない同じ報告書が得られる。"),
    NO_PROBLEM_RULES("All rules that were loaded could run.", "読み込んだ検知ルールはすべて実行できた。"),
    NO_ITEMS("No evidence item was handed in.", "証拠品目は提供されていない。"),
    NO_DIAGNOSTICS("Every item was read without a remark.", "すべての証拠品目を支障なく読み取った。"),
    NO_FINDINGS("There are no findings.", "所見はない。"),
    FIGURE_EMPTY("There is nothing to draw: no flagged event has a time.", "日時のある検知イベントがないため、図に示すものはない。"),
    TERM_LURE("what the victim was sent or led to", "標的に送られたもの、または標的を誘導したもの"),
    TERM_CHAIN(
            "how something came in: one step after the other, each with what ties it to the one before",
            "侵入の経路を段階の順に並べ、前の段階とのつながりを付したもの"),
    TERM_TRAIT("a property that can be compared with other cases and reports", "ほかの事案や公開報告書と比較できる性質"),
    TERM_MATRIX(
            "analysis of competing hypotheses: explanations held against each signal, to find the least inconsistent",
            "競合仮説分析。各仮説を証拠と照らし、矛盾の最も少ないものを探す手法"),
    TERM_DETECTION("a rule that matched an event", "検知ルールがイベントに一致した結果"),
    TERM_FINDING("one activity of one account on one host, made of detections", "一つのホストにおける一つのアカウントの活動で、検知結果からなるもの"),
    TERM_OBSERVATION("one event that carries a finding", "所見の根拠となる一つのイベント"),
    TERM_INDICATOR("a value by which the same work can be found elsewhere", "同じ活動をほかの場所で見つける手掛かりとなる値"),
    TERM_DEFANGED("written so that it cannot be followed by accident", "誤って接続しないように書き換えた表記"),
    TERM_TAMPERING("an act against logs or defences", "ログまたは防御機能に対する操作"),
    TERM_ATTACK(
            "MITRE's catalogue of what intruders do: tactics (why) and techniques (how)",
            "攻撃者の行動を戦術（目的）と技術（手段）に整理したMITREの体系"),
    TERM_TLP("the Traffic Light Protocol 2.0: who may see a publication", "情報の共有範囲を示す取り決め（Traffic Light Protocol 2.0）");

    private final String english;
    private final String japanese;

    Statement(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    @Override
    public Bilingual words() {
        return new Bilingual(english, japanese);
    }
}
