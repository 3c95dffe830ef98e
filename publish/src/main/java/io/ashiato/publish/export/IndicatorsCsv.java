package io.ashiato.publish.export;

import io.ashiato.model.Confidence;
import io.ashiato.model.EventTime;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.render.Visible;
import io.ashiato.publish.report.Defang;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The indicators as CSV for people and their spreadsheets: UTF-8 with a byte order mark, CRLF, every
/// cell quoted, no cell that a spreadsheet takes for a formula. Values that are not in Unicode's composed
/// form are composed here; the exact ones are in the STIX bundle.
public final class IndicatorsCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> COLUMNS = List.of(
            "type",
            "value",
            "value_defanged",
            "first_seen_utc",
            "last_seen_utc",
            "confidence",
            "tlp",
            "finding_ids",
            "source",
            "description_en",
            "description_ja",
            "id",
            "blockable");

    private IndicatorsCsv() {}

    public static void write(IncidentCase incident, OutputStream out) throws IOException {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        row(text, COLUMNS);
        for (Indicator indicator : incident.indicators()) {
            row(text, cells(incident, indicator));
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(IncidentCase incident, Indicator indicator) {
        var cells = new ArrayList<String>();
        cells.add(indicator.kind().id());
        cells.add(indicator.value());
        cells.add(Defang.indicator(indicator));
        cells.add(time(indicator.firstSeen()));
        cells.add(time(indicator.lastSeen()));
        cells.add(Integer.toString(confidence(indicator.confidence())));
        cells.add(incident.tlp().label().substring("TLP:".length()));
        cells.add(String.join(" ", indicator.findings()));
        cells.add(incident.id());
        cells.add(Terms.of(indicator.role()).in(Language.ENGLISH));
        cells.add(Terms.of(indicator.role()).in(Language.JAPANESE));
        cells.add(indicator.id());
        cells.add(indicator.blockable() ? "yes" : "no");
        return cells;
    }

    /// STIX 2.1, appendix A, scale "None / Low / Med / High".
    static int confidence(Confidence confidence) {
        return switch (confidence) {
            case LOW -> 15;
            case MODERATE -> 50;
            case HIGH -> 85;
        };
    }

    private static String time(Optional<Instant> time) {
        return time.map(EventTime::text).orElse("");
    }

    private static void row(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"")
                    .append(cell(cells.get(i)).replace("\"", "\"\""))
                    .append('"');
        }
        text.append("\r\n");
    }

    /// A cell that begins like a formula gets an apostrophe, which spreadsheets take as "this is text".
    static String cell(String value) {
        String composed = Normalizer.normalize(Visible.of(value), Normalizer.Form.NFC);
        String visible = composed.stripLeading();
        return !visible.isEmpty() && "=+-@＝＋－＠".indexOf(visible.charAt(0)) >= 0 ? "'" + composed : composed;
    }
}
