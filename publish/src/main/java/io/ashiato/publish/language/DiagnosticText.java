package io.ashiato.publish.language;

import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.publish.document.Line;
import java.util.ArrayList;
import java.util.Map;

/// What each diagnostic means, as a sentence in each language.
public final class DiagnosticText {
    private DiagnosticText() {}

    /// The sentence without the facts of one case.
    public static String sentence(DiagnosticCode code, Language language) {
        return words(code).in(language);
    }

    /// The sentence with its facts. The facts can come from evidence: they are marked as values in the line.
    public static Line line(Diagnostic diagnostic, Language language) {
        var facts = new ArrayList<Line>();
        if (diagnostic.offset().isPresent()) {
            facts.add(fact(
                    new Bilingual("offset", "オフセット").in(language),
                    Long.toString(diagnostic.offset().getAsLong()),
                    language));
        }
        for (Map.Entry<String, String> detail : diagnostic.details().entrySet()) {
            facts.add(fact(detailName(detail.getKey()).in(language), detail.getValue(), language));
        }
        Line sentence = Line.of(sentence(diagnostic.code(), language));
        if (facts.isEmpty()) {
            return sentence;
        }
        return switch (language) {
            case ENGLISH -> Line.of("{0} ({1})", sentence, Line.join("; ", facts));
            case JAPANESE -> Line.of("{0}（{1}）", sentence, Line.join("、", facts));
        };
    }

    private static Line fact(String name, String value, Language language) {
        return switch (language) {
            case ENGLISH -> Line.of("{0}: {1}", Line.value(name), Line.value(value));
            case JAPANESE -> Line.of("{0}：{1}", Line.value(name), Line.value(value));
        };
    }

    private static Bilingual detailName(String name) {
        return switch (name) {
            case "field" -> new Bilingual("field", "項目");
            case "needed" -> new Bilingual("needed", "必要量");
            case "found" -> new Bilingual("found", "実際");
            case "limit" -> new Bilingual("limit", "上限");
            case "reason" -> new Bilingual("reason", "理由");
            case "member" -> new Bilingual("member", "メンバー");
            case "target" -> new Bilingual("target", "対象");
            case "version" -> new Bilingual("version", "版");
            case "format" -> new Bilingual("format", "形式");
            case "kind" -> new Bilingual("kind", "種類");
            case "count" -> new Bilingual("count", "件数");
            case "sha256" -> new Bilingual("SHA-256", "SHA-256");
            case "more" -> new Bilingual("left out", "省いた件数");
            case "left" -> new Bilingual("left", "残り");
            case "min" -> new Bilingual("least", "最小");
            case "max" -> new Bilingual("most", "最大");
            case "stored" -> new Bilingual("stored", "記録値");
            case "computed" -> new Bilingual("computed", "計算値");
            case "code" -> new Bilingual("code", "コード");
            default -> new Bilingual(name, name);
        };
    }

    private static Bilingual words(DiagnosticCode code) {
        return switch (code) {
            case UNREADABLE -> new Bilingual("The item could not be opened or read.", "証拠品目を開けないか、読み取れなかった。");
            case NOT_A_REGULAR_FILE ->
                new Bilingual(
                        "The item is a device, pipe or socket and was not read.",
                        "通常のファイルではない（デバイス、パイプ、ソケット）ため読み取らなかった。");
            case LINK_NOT_FOLLOWED -> new Bilingual("The item is a link and was not followed.", "リンクであるためたどらなかった。");
            case TOO_MANY_ITEMS ->
                new Bilingual(
                        "The limit on the number of items was reached; the rest was not read.",
                        "証拠品目数の上限に達したため、残りは読み取らなかった。");
            case TOO_DEEP ->
                new Bilingual("Folders or archives are nested too deeply to be read.", "フォルダーまたは書庫の階層が深すぎるため読み取らなかった。");
            case CHANGED_WHILE_READ -> new Bilingual("The item changed while it was read.", "読み取り中に証拠品目の内容が変化した。");
            case EMPTY_FILE -> new Bilingual("The file is empty.", "空のファイルである。");
            case NO_READER ->
                new Bilingual(
                        "This version has no reader for this kind of file; it was hashed only.",
                        "この版はこの種類のファイルを読み取れないため、ハッシュ値の計算のみ行った。");
            case ARCHIVE_DAMAGED ->
                new Bilingual("The archive is damaged; what could be unpacked was.", "書庫が破損しているため、可能な範囲で展開した。");
            case ARCHIVE_ENCRYPTED ->
                new Bilingual(
                        "The archive is encrypted and was not unpacked: no password at hand opens it.",
                        "書庫が暗号化されており、手元のパスワードでは開けないため展開しなかった。");
            case ARCHIVE_PATH_ESCAPES ->
                new Bilingual(
                        "A member's path points outside the archive; it was read without being written anywhere.",
                        "メンバーのパスが書庫の外を指す。どこにも書き出さずに読み取った。");
            case ARCHIVE_MEMBER_NOT_A_FILE ->
                new Bilingual("A member is a link or device and was not read.", "メンバーがリンクまたはデバイスであるため読み取らなかった。");
            case ARCHIVE_BOMB ->
                new Bilingual(
                        "The archive unpacks to more than the limit; the rest was not read.",
                        "展開後のサイズが上限を超えるため、残りは読み取らなかった。");
            case ARCHIVE_UNSUPPORTED ->
                new Bilingual("The archive uses a method that this version cannot unpack.", "この版が展開できない方式の書庫である。");
            case LOG_HEADER_DAMAGED -> new Bilingual("The header of the log is damaged.", "ログのヘッダーが破損している。");
            case LOG_CHUNK_DAMAGED ->
                new Bilingual(
                        "A chunk of the log is damaged; its readable records were kept.",
                        "ログのチャンクが破損している。読み取れるレコードは採用した。");
            case LOG_RECORD_DAMAGED ->
                new Bilingual("A record is damaged and was left out in whole or in part.", "レコードが破損しており、全部または一部を除いた。");
            case LOG_CHECKSUM_WRONG ->
                new Bilingual(
                        "A checksum of the log is wrong: it was damaged or altered.", "ログのチェックサムが一致しない。破損または改ざんされている。");
            case LOG_TRUNCATED -> new Bilingual("The log ends before its header says.", "ログがヘッダーの示す位置より前で終わっている。");
            case LOG_DIRTY ->
                new Bilingual(
                        "The log was not closed properly, as when copied while in use.",
                        "ログが正常に閉じられていない。使用中に複製された場合などに生じる。");
            case LOG_VERSION_UNKNOWN ->
                new Bilingual(
                        "The version of the log's format is unknown; it was read as the nearest known one.",
                        "ログの形式の版が不明である。最も近い既知の版として読み取った。");
            case LOG_RECORD_WITHOUT_TIME -> new Bilingual("A record carries no valid time.", "レコードに有効な日時がない。");
            case LOG_RECORD_FLAWED ->
                new Bilingual(
                        "A record was read whole, but a part of it does not fit the format: it was damaged or altered.",
                        "レコードは読み取れたが、形式に合わない部分がある。破損または改ざんされている。");
            case DIAGNOSTICS_CUT ->
                new Bilingual("There were more diagnostics of this item than are listed.", "この証拠品目の診断は、示したもののほかにもある。");
            case EVENT_STORE_ABSENT ->
                new Bilingual(
                        "DuckDB does not run on this machine, so all events are kept as compressed JSON lines, not Parquet.",
                        "この環境ではDuckDBが動作しないため、全イベントをParquetではなく圧縮したJSONLとして保存した。");
            case FINDINGS_CUT ->
                new Bilingual(
                        "There were more findings than a case holds; the weakest are left out. All detections are in detections.jsonl.",
                        "所見が上限を超えたため、深刻度の低いものを省いた。検知結果はすべてdetections.jsonlにある。");
            case TAMPERING_CUT ->
                new Bilingual(
                        "There were more records of the same tampering on a host than are listed.",
                        "同じホストの同種の改ざんを示す記録は、示したもののほかにもある。");
            case ARTEFACT_DAMAGED ->
                new Bilingual(
                        "Part of the file is damaged or contradicts its format; what could be read is in the case.",
                        "ファイルの一部が壊れているか、形式に反している。読み取れた部分は案件に含めた。");
            case ARTEFACT_TOO_LARGE ->
                new Bilingual(
                        "The file is larger than a file of its kind that is read, and was only hashed.",
                        "ファイルが、この種類として読み取る大きさの上限を超えるため、ハッシュ値だけを求めた。");
            case ARTEFACTS_CUT ->
                new Bilingual(
                        "There were more artefacts than a case holds; the rest is in the manifest only.",
                        "案件に収められる数を超える痕跡があり、残りは一覧にのみ載せた。");
            case KNOWLEDGE_INVENTED ->
                new Bilingual(
                        "A file of knowledge that was used is marked as invented, for an example.",
                        "使用した知識ファイルの一つは、例のための架空のものと明記されている。");
            case INDICATORS_CUT ->
                new Bilingual(
                        "There were more indicators than a case holds; at least as many as stated here are left out. All detections are in detections.jsonl.",
                        "案件に収められる数を超える侵害指標があり、少なくとも次の件数を省いた。検知結果はすべてdetections.jsonlにある。");
            case PROGRAM_NOT_COMPARED ->
                new Bilingual(
                        "The case holds more programs than are compared; this one was not compared with known samples.",
                        "比較するプログラムの数が上限に達したため、このプログラムは既知の検体と比較していない。");
            case PROGRAM_WITHOUT_CODE ->
                new Bilingual(
                        "No code could be read from the program, so it was not compared with known samples.",
                        "プログラムのコードを読み取れなかったため、既知の検体と比較していない。");
            case SETTINGS_USED ->
                new Bilingual(
                        "Settings were followed: they choose what is evidence and which knowledge counts.",
                        "設定ファイルに従った。設定は、証拠とするフォルダーと使用する知識を定める。");
            case SETTINGS_AMONG_EVIDENCE ->
                new Bilingual(
                        "Settings that lay in the folder given as evidence were followed. Whoever made that folder chose what is evidence and which knowledge counts.",
                        "証拠として指定されたフォルダーにある設定ファイルに従った。証拠の範囲と使用する知識は、そのフォルダーの作成者が定めたものである。");
            case CORRELATIONS_CUT ->
                new Bilingual(
                        "Correlations had more groups of events at a time than memory holds; those that were quiet longest were dropped, so correlations may be missing.",
                        "相関ルールで同時に追跡するグループ数が上限を超えたため、長く動きのないグループから破棄した。検知できなかった相関がある可能性がある。");
            case REGEX_GIVEN_UP ->
                new Bilingual(
                        "Regular expressions of rules were stopped because they took too many steps on a value; they count as not matched.",
                        "ルールの正規表現の照合が上限の手順数を超えたため打ち切った。一致しなかったものとして扱った。");
        };
    }
}
