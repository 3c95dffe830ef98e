package io.ashiato.publish.compose;

import io.ashiato.publish.document.Document;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.report.ReportModel;
import java.util.List;

/// Writes the report model in one language, as a document without a format.
///
/// The sections and their numbers are the same in every language and for every case: one that has
/// nothing to tell says why.
public final class ReportComposer {
    private ReportComposer() {}

    /// The report on a model in one language.
    public static Document compose(ReportModel model, Language language) {
        Phrases phrases = language.phrases();
        var desk = new Desk(model, phrases);
        var front = new Front(desk);
        return new Document(
                language.tag(),
                front.masthead(),
                new Document.Other(
                        language.other().tag(),
                        language.other().ownName(),
                        "report." + language.other().tag()),
                front.opening(),
                wording(phrases, model),
                sections(desk, front));
    }

    private static Document.Wording wording(Phrases phrases, ReportModel model) {
        return new Document.Wording(
                phrases.label(Label.KEY_JUDGEMENTS),
                phrases.label(Label.DO_TODAY),
                Statement.NO_ACTIONS.in(phrases.language()),
                phrases.label(Label.CONTENTS),
                phrases.label(Label.SKIP),
                Line.value(model.incident().program()));
    }

    private static List<Section> sections(Desk desk, Front front) {
        var evidence = new EvidenceSections(desk);
        var intrusion = new IntrusionSections(desk);
        var advice = new AdviceSections(desk);
        var appendices = new Appendices(desk);
        return List.of(
                front.whatHappened(),
                evidence.scope(),
                intrusion.timeline(),
                intrusion.stages(),
                new MalwareSection(desk).section(),
                new LureSection(desk).section(),
                new ResearchSection(desk).section(),
                new AttributionSection(desk).section(),
                new CampaignSection(desk).section(),
                advice.impact(),
                advice.attack(),
                advice.detection(),
                advice.recommendations(),
                advice.indicators(),
                advice.outlook(),
                appendices.method(),
                appendices.manifest(),
                appendices.findings(),
                appendices.glossary(),
                new ReferenceAppendix(desk).section());
    }
}
