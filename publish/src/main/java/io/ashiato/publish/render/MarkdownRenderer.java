package io.ashiato.publish.render;

import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Document;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import java.util.List;

/// A document as Markdown with tables. Figures are given by their message and their data.
public final class MarkdownRenderer {
    private final StringBuilder out = new StringBuilder(1 << 15);
    private final Line notice;

    private MarkdownRenderer(Line notice) {
        this.notice = notice;
    }

    public static String render(Document document) {
        var renderer = new MarkdownRenderer(document.masthead().notice());
        renderer.document(document);
        return renderer.out.toString();
    }

    private void document(Document document) {
        Document.Masthead masthead = document.masthead();
        paragraph("**" + Markdown.escape(masthead.label()) + "** " + Markdown.escape(masthead.sharing()) + " · "
                + line(masthead.date()) + " · " + Markdown.escape(masthead.kind() + " " + masthead.number()));
        paragraph("# " + line(masthead.title()));
        paragraph(line(masthead.lead()));
        opening(document);
        document.sections().forEach(this::section);
        paragraph("---");
        paragraph("**" + Markdown.escape(masthead.label()) + "** " + Markdown.escape(masthead.number()) + " · "
                + line(document.wording().generator()));
    }

    private void opening(Document document) {
        paragraph("## 1 " + Markdown.escape(document.wording().judgements()));
        notice();
        int number = 1;
        for (Document.Judgement judgement : document.opening().judgements()) {
            out.append(number++)
                    .append(". **")
                    .append(Markdown.escape(judgement.standing().text()))
                    .append("** ")
                    .append(line(judgement.claim()))
                    .append("\n   ")
                    .append(line(judgement.basis()))
                    .append(judgement.marks().isEmpty() ? "" : " ")
                    .append(line(judgement.marks()))
                    .append('\n');
        }
        out.append('\n');
        paragraph("### " + Markdown.escape(document.wording().actions()));
        if (document.opening().actions().isEmpty()) {
            paragraph(Markdown.escape(document.wording().noActions()));
        }
        number = 1;
        for (Document.Action action : document.opening().actions()) {
            out.append(number++)
                    .append(". ")
                    .append(line(action.text()))
                    .append(' ')
                    .append(line(action.marks()))
                    .append('\n');
        }
        out.append('\n');
        // The data of the figure on the first page is that of the timeline's table.
        for (Block block : document.opening().after()) {
            if (block instanceof Block.Figure figure) {
                paragraph(Markdown.escape(
                        figure.drawing().title() + ": " + figure.drawing().description()));
            } else {
                block(block);
            }
        }
    }

    private void section(Section section) {
        paragraph("## " + section.number() + " " + line(section.title()));
        notice();
        section.blocks().forEach(this::block);
    }

    /// What must stand on every page; a file without pages has it in every section.
    private void notice() {
        if (!notice.isEmpty()) {
            paragraph("> **" + line(notice) + "**");
        }
    }

    private void paragraph(String text) {
        out.append(text).append("\n\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph it -> paragraph(Markdown.start(line(it.line())));
            case Block.Heading it -> paragraph("### " + line(it.title()));
            case Block.Remark it -> paragraph("> " + Markdown.start(line(it.line())));
            case Block.Bullets it -> {
                it.items()
                        .forEach(item -> out.append("- ")
                                .append(Markdown.start(line(item)))
                                .append('\n'));
                out.append('\n');
            }
            case Block.Facts it -> {
                it.facts()
                        .forEach(fact -> out.append("- **")
                                .append(line(fact.name()))
                                .append("** ")
                                .append(line(fact.value()))
                                .append('\n'));
                out.append('\n');
            }
            case Block.Table it -> table(it);
            case Block.Quote it -> quote(it);
            case Block.Listing it -> {
                paragraph(Markdown.start(line(it.head())));
                out.append(Markdown.block(Visible.lines(it.text()))).append('\n');
                paragraph(Markdown.start(line(it.foot())));
            }
            case Block.Figure it -> {
                paragraph(Markdown.start(Markdown.escape(
                        it.drawing().title() + ": " + it.drawing().description())));
                table(it.data());
            }
        }
    }

    private void table(Block.Table table) {
        paragraph("**" + line(table.caption()) + "**");
        out.append('|');
        table.columns()
                .forEach(column ->
                        out.append(' ').append(Markdown.escape(column.title())).append(" |"));
        out.append("\n|");
        table.columns().forEach(column -> out.append(column.kind() == Block.Column.Kind.NUMBER ? " ---: |" : " --- |"));
        out.append('\n');
        for (Block.Row row : table.rows()) {
            out.append('|');
            row.cells().forEach(cell -> out.append(' ').append(cell(cell)).append(" |"));
            out.append('\n');
        }
        out.append('\n');
        if (!table.rest().isEmpty()) {
            paragraph(Markdown.start(line(table.rest())));
        }
    }

    private void quote(Block.Quote quote) {
        paragraph("**" + line(quote.head()) + "**  \n" + line(quote.where()));
        out.append(Markdown.block(List.of(Visible.head(quote.field()) + ": " + quote.body())))
                .append('\n');
        String cut = quote.cut().isEmpty() ? "" : line(quote.cut()) + " · ";
        paragraph(Markdown.start(cut + line(quote.source())));
    }

    private static String line(Line line) {
        return text(line, false);
    }

    /// A code span in a table would end at a pipe inside it, so cells hold escaped text only.
    private static String cell(Line line) {
        return text(line, true);
    }

    private static String text(Line line, boolean cell) {
        var text = new StringBuilder();
        for (Run run : line.runs()) {
            text.append(
                    switch (run) {
                        case Run.Words it -> Markdown.escape(it.text());
                        case Run.Strong it -> "**" + Markdown.escape(it.text()) + "**";
                        case Run.Value it -> Markdown.escapeValue(Visible.head(it.text()));
                        case Run.Code it ->
                            cell
                                    ? Markdown.escapeValue(Visible.head(it.text()))
                                    : Markdown.code(Visible.head(it.text()));
                        case Run.English it -> Markdown.escapeValue(Visible.head(it.text()));
                        case Run.Moment it -> Markdown.escape(it.text());
                        case Run.Mark it -> Markdown.escape("[" + it.id() + "]");
                        case Run.Badge it -> "**" + Markdown.escape(it.text()) + "**";
                    });
        }
        return text.toString();
    }
}
