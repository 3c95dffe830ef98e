package io.ashiato.publish.compose;

import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.KnowledgeUsed.KnowledgeFile;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Fact;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import io.ashiato.publish.language.AttributionStatement;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.report.Defang;
import io.ashiato.publish.report.ReferenceList.Reference;
import java.util.ArrayList;
import java.util.List;

/// Appendix E: which knowledge was at hand, and the published sources.
final class ReferenceAppendix {
    private static final int MOST_FILES = 40;
    private static final int MOST_SOURCES = 200;

    private final Desk desk;

    ReferenceAppendix(Desk desk) {
        this.desk = desk;
    }

    Section section() {
        KnowledgeUsed knowledge = desk.model().incident().knowledge();
        var blocks = new ArrayList<Block>();
        blocks.add(desk.say(AttributionStatement.KNOWLEDGE_INTRO));
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(desk.label(Label.KNOWLEDGE_BUILT_IN), Line.value(knowledge.builtIn())));
        knowledge.before().ifPresent(day -> facts.add(new Fact(desk.label(Label.KNOWLEDGE_BEFORE), Line.value(day))));
        blocks.add(new Block.Facts(facts));
        if (knowledge.files().isEmpty()) {
            blocks.add(desk.say(AttributionStatement.NO_KNOWLEDGE_FILES));
        } else {
            blocks.add(desk.table(
                    Label.KNOWLEDGE,
                    List.of(desk.wide(Label.FILE), desk.text(Label.REMARK), desk.wide(Label.SHA256)),
                    knowledge.files(),
                    MOST_FILES,
                    "case.json",
                    this::file));
        }
        sources(blocks);
        return new Section("references", "E", desk.label(Label.REFERENCES), blocks);
    }

    private Row file(KnowledgeFile file) {
        return new Row(
                "",
                List.of(
                        Line.code(Desk.cut(file.name(), Desk.MOST_VALUE)),
                        desk.invented(file.invented()),
                        Line.code(file.sha256())));
    }

    private void sources(List<Block> blocks) {
        blocks.add(new Block.Heading("sources", desk.label(Label.SOURCES)));
        List<Reference> references = desk.model().references().references();
        if (references.isEmpty()) {
            blocks.add(desk.say(AttributionStatement.NO_SOURCES));
            return;
        }
        blocks.add(desk.say(AttributionStatement.SOURCES_INTRO));
        blocks.add(desk.table(
                Label.SOURCES,
                List.of(
                        desk.fixed(Label.NUMBER),
                        desk.text(Label.PUBLICATION),
                        desk.fixed(Label.DATE),
                        desk.text(Label.REMARK),
                        desk.wide(Label.ADDRESS)),
                references,
                MOST_SOURCES,
                "case.json",
                this::source));
    }

    private Row source(Reference reference) {
        return new Row(
                reference.id(),
                List.of(
                        Line.mark(reference.id()),
                        desk.title(reference.source()),
                        Line.value(reference.source().date()),
                        desk.invented(reference.source().invented()),
                        reference
                                .source()
                                .url()
                                .map(url -> Line.of(new Run.Code(Desk.cut(Defang.text(url), Desk.MOST_VALUE))))
                                .orElse(Desk.DASH)));
    }
}
