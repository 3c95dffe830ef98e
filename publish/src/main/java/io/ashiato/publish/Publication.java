package io.ashiato.publish;

import io.ashiato.model.CaseRule;
import io.ashiato.model.IncidentCase;
import io.ashiato.publish.compose.ReportComposer;
import io.ashiato.publish.document.Document;
import io.ashiato.publish.export.IndicatorsCsv;
import io.ashiato.publish.export.MispEvent;
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
import java.util.regex.Pattern;

/// One file to publish.
///
/// @param fileName plain ASCII, such as `report.en.html` or `rules/as-0123456789-task.yml`
public record Publication(String fileName, Content content) {
    /// Nothing that could lead out of the folder.
    private static final Pattern RULE_FILE = Pattern.compile("[a-z0-9][a-z0-9-]{0,120}\\.yml");

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

    /// The exports for other programs, among them the rules made from the case, in `rules/`.
    ///
    /// @throws IllegalArgumentException where a rule's file is not named as [CaseRule#file] says
    public static List<Publication> exports(IncidentCase incident) {
        ReportModel model = ReportModel.of(incident);
        var exports = new ArrayList<Publication>();
        exports.add(new Publication("stix-bundle.json", out -> StixExport.write(model, out)));
        exports.add(new Publication("misp-event.json", out -> MispEvent.write(model, out)));
        exports.add(new Publication("attack-layer.json", out -> NavigatorLayer.write(model, out)));
        exports.add(new Publication("indicators.csv", out -> IndicatorsCsv.write(incident, out)));
        for (CaseRule rule : incident.advice()) {
            if (!RULE_FILE.matcher(rule.file()).matches()) {
                throw new IllegalArgumentException("not a name for a rule's file: " + rule.file());
            }
            exports.add(new Publication("rules/" + rule.file(), out -> write(rule.yaml(), out)));
        }
        return List.copyOf(exports);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
