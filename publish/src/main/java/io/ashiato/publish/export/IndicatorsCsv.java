package io.ashiato.publish.export;

import io.ashiato.model.Confidence;
import io.ashiato.model.EventTime;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.Defang;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The indicators as a table for spreadsheets, see [Csv]; their exact values are in the STIX bundle.
public final class IndicatorsCsv {
    private static final List<String> COLUMNS = List.of(
            "type",
            "value",
            "value_defanged",
            "first_seen_utc",
            "last_seen_utc",
            "confidence",
            "tlp",
            "finding_ids",
            "artefact_ids",
            "source",
            "description_en",
            "description_ja",
            "id",
            "blockable");

    private IndicatorsCsv() {}

    public static void write(IncidentCase incident, OutputStream out) throws IOException {
        var text = new StringBuilder(Csv.BYTE_ORDER_MARK).append(Csv.row(COLUMNS));
        for (Indicator indicator : incident.indicators()) {
            text.append(Csv.row(cells(incident, indicator)));
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
        cells.add(String.join(" ", indicator.artefacts()));
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
}
