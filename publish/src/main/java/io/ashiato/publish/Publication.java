package io.ashiato.publish;

import io.ashiato.model.IncidentCase;
import io.ashiato.publish.compose.ReportComposer;
import io.ashiato.publish.document.Document;
import io.ashiato.publish.export.IndicatorsCsv;
import io.ashiato.publish.export.NavigatorLayer;
import io.ashiato.publish.export.StixExport;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.render.HtmlRenderer;
import io.ashiato.publish.render.MarkdownRenderer;
import io.ashiato.publish.report.ReportModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One file to publish.
///
/// @param fileName plain ASCII without a folder, such as `report.en.html`
public record Publication(String fileName, Content content) {
    /// What is in the file.
    @FunctionalInterface
    public interface Content {
        /// Writes all of it. Leaves the stream open.
        void writeTo(OutputStream out) throws IOException;
    }

    /// The report in each language, as HTML and as Markdown. They link to each other by file name, so they
    /// belong in one folder.
    public static List<Publication> reports(IncidentCase incident) {
        ReportModel model = ReportModel.of(incident);
        var reports = new ArrayList<Publication>();
        for (Language language : Language.values()) {
            Document document = ReportComposer.compose(model, language);
            String name = "report." + language.tag();
            reports.add(new Publication(name + ".html", out -> write(HtmlRenderer.render(document), out)));
            reports.add(new Publication(name + ".md", out -> write(MarkdownRenderer.render(document), out)));
        }
        return List.copyOf(reports);
    }

    /// The exports for other programs.
    public static List<Publication> exports(IncidentCase incident) {
        ReportModel model = ReportModel.of(incident);
        return List.of(
                new Publication("stix-bundle.json", out -> StixExport.write(model, out)),
                new Publication("attack-layer.json", out -> NavigatorLayer.write(model, out)),
                new Publication("indicators.csv", out -> IndicatorsCsv.write(incident, out)));
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
