package io.ashiato.publish.export;

import io.ashiato.publish.render.Visible;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/// Tables for people and their spreadsheets (RFC 4180): every cell quoted, CRLF, no cell that a spreadsheet takes
/// for a formula, nothing hidden in it. Text that is not in Unicode's composed form is composed.
public final class Csv {
    /// Stands before the first row: without it Japanese Excel reads CP932.
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    /// One row with its line end.
    public static String row(List<String> cells) {
        return cells(cells) + "\r\n";
    }

    /// Part of a row: cells with commas between them.
    public static String cells(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + safe(cell).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    /// A cell that begins like a formula gets an apostrophe, which spreadsheets take as "this is text".
    static String safe(String value) {
        String composed = Normalizer.normalize(Visible.of(value), Normalizer.Form.NFC);
        String visible = composed.stripLeading();
        return !visible.isEmpty() && "=+-@＝＋－＠".indexOf(visible.charAt(0)) >= 0 ? "'" + composed : composed;
    }
}
