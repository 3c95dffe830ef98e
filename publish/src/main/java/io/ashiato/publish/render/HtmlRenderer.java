package io.ashiato.publish.render;

import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Document;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A document as one HTML file that needs nothing else: no script, no request, its style inside. A
/// content security policy forbids everything but that one style sheet.
public final class HtmlRenderer {
    private static final String STYLE = resource("report.css");

    private static final int LONGEST_NAME = 18;

    /// Where there are more columns, dates and times may break between them.
    private static final int MANY_COLUMNS = 6;

    private final Document document;
    private final Set<String> anchors = new HashSet<>();
    private final StringBuilder out = new StringBuilder(1 << 16);

    private HtmlRenderer(Document document) {
        this.document = document;
        document.sections().forEach(section -> section.blocks().forEach(this::collect));
    }

    public static String render(Document document) {
        var renderer = new HtmlRenderer(document);
        renderer.page();
        return renderer.out.toString();
    }

    private void collect(Block block) {
        switch (block) {
            case Block.Quote quote -> anchors.add(quote.anchor());
            case Block.Table table -> table.rows().forEach(row -> anchors.add(row.anchor()));
            case Block.Figure figure -> figure.data().rows().forEach(row -> anchors.add(row.anchor()));
            case Block.Paragraph it -> {}
            case Block.Heading it -> anchors.add(it.id());
            case Block.Remark it -> {}
            case Block.Bullets it -> {}
            case Block.Facts it -> {}
            case Block.Listing it -> {}
        }
    }

    private void page() {
        head();
        out.append("<body>\n<a class=\"skip\" href=\"#judgements\">")
                .append(Html.escape(document.wording().skip()))
                .append("</a>\n");
        notice("notice");
        masthead();
        out.append("<main>\n");
        opening();
        contents();
        document.sections().forEach(this::section);
        out.append("</main>\n<footer><span class=\"tlp\">")
                .append(Html.escape(document.masthead().label()))
                .append("</span> ")
                .append(Html.escape(document.masthead().number()))
                .append(" · ")
                .append(line(document.wording().generator()))
                .append("</footer>\n</body>\n</html>\n");
    }

    private void head() {
        String style = STYLE.replace("@TLP@", cssString(document.masthead().label()))
                .replace("@NOTICE@", cssString(document.masthead().notice().plain()))
                .replace("@NUMBER@", cssString(document.masthead().number()))
                .replace("@TLP-COLOUR@", tlpColour(document.masthead().label()));
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(document.language())
                .append(
                        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append("default-src 'none'; style-src 'sha256-")
                .append(hash(style))
                .append("'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .append("<meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n")
                .append("<link rel=\"alternate\" hreflang=\"")
                .append(document.other().tag())
                .append("\" href=\"")
                .append(document.other().file())
                .append(".html\">\n<title>")
                .append(Html.escape(document.masthead().label() + " "
                        + document.masthead().title().plain()))
                .append("</title>\n<style>")
                .append(style)
                .append("</style>\n</head>\n");
    }

    /// The policy allows the one style sheet by its hash.
    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// A string of CSS; quotes and backslashes cannot end it.
    private static String cssString(String text) {
        return '"' + Visible.of(text).replaceAll("[\"\\\\<]", "") + '"';
    }

    /// Colours of the labels, as FIRST prints them on black.
    private static String tlpColour(String label) {
        return switch (label) {
            case "TLP:RED" -> "#ff2b2b";
            case "TLP:AMBER", "TLP:AMBER+STRICT" -> "#ffc000";
            case "TLP:GREEN" -> "#33ff00";
            default -> "#ffffff";
        };
    }

    /// What must stand on every page: above all while scrolling, at the head of each section, and in print.
    private void notice(String look) {
        Line notice = document.masthead().notice();
        if (!notice.isEmpty()) {
            out.append("<p class=\"")
                    .append(look)
                    .append("\">")
                    .append(line(notice))
                    .append("</p>\n");
        }
    }

    private void masthead() {
        Document.Masthead masthead = document.masthead();
        out.append("<header class=\"masthead\">\n<p class=\"bar\"><span class=\"tlp\">")
                .append(Html.escape(masthead.label()))
                .append("</span> <span class=\"sharing\">")
                .append(Html.escape(masthead.sharing()))
                .append("</span> <span class=\"date\">")
                .append(line(masthead.date()))
                .append("</span> <span class=\"number\">")
                .append(Html.escape(masthead.kind()))
                .append(' ')
                .append(Html.escape(masthead.number()))
                .append("</span> <a class=\"language\" lang=\"")
                .append(document.other().tag())
                .append("\" hreflang=\"")
                .append(document.other().tag())
                .append("\" href=\"")
                .append(document.other().file())
                .append(".html\">")
                .append(Html.escape(document.other().name()))
                .append("</a></p>\n<h1>")
                .append(line(masthead.title()))
                .append("</h1>\n<p class=\"lead\">")
                .append(line(masthead.lead()))
                .append("</p>\n</header>\n");
    }

    private void opening() {
        out.append("<div class=\"opening\">\n<section class=\"judgements\" aria-labelledby=\"judgements\">\n");
        heading("h2", "judgements", "1", Line.of(document.wording().judgements()));
        out.append("<ol>\n");
        for (Document.Judgement judgement : document.opening().judgements()) {
            out.append("<li><p class=\"claim\">")
                    .append(run(judgement.standing()))
                    .append(' ')
                    .append(line(judgement.claim()))
                    .append("</p>\n<p class=\"basis\">")
                    .append(line(judgement.basis()))
                    .append(judgement.marks().isEmpty() ? "" : " ")
                    .append(line(judgement.marks()))
                    .append("</p></li>\n");
        }
        out.append("</ol>\n</section>\n<section class=\"today\" aria-labelledby=\"today\">\n<h2 id=\"today\">")
                .append(Html.escape(document.wording().actions()))
                .append("</h2>\n");
        if (document.opening().actions().isEmpty()) {
            out.append("<p>")
                    .append(Html.escape(document.wording().noActions()))
                    .append("</p>\n");
        } else {
            out.append("<ol>\n");
            for (Document.Action action : document.opening().actions()) {
                out.append("<li>")
                        .append(line(action.text()))
                        .append(" <span class=\"marks\">")
                        .append(line(action.marks()))
                        .append("</span></li>\n");
            }
            out.append("</ol>\n");
        }
        out.append("</section>\n</div>\n");
        document.opening().after().forEach(this::block);
    }

    private void contents() {
        out.append("<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">")
                .append(Html.escape(document.wording().contents()))
                .append("</h2>\n<ol>\n<li><a href=\"#judgements\"><span class=\"n\">1</span> ")
                .append(Html.escape(document.wording().judgements()))
                .append("</a></li>\n");
        for (Section section : document.sections()) {
            out.append("<li><a href=\"#")
                    .append(section.id())
                    .append("\"><span class=\"n\">")
                    .append(section.number())
                    .append("</span> ")
                    .append(line(section.title()))
                    .append("</a></li>\n");
        }
        out.append("</ol>\n</nav>\n");
    }

    private void section(Section section) {
        out.append("<section class=\"part\" aria-labelledby=\"")
                .append(section.id())
                .append("\">\n");
        heading("h2", section.id(), section.number(), section.title());
        notice("part-notice");
        section.blocks().forEach(this::block);
        out.append("</section>\n");
    }

    /// A heading with its number and the way to the same place in the other language.
    private void heading(String element, String id, String number, Line title) {
        out.append('<')
                .append(element)
                .append(" id=\"")
                .append(id)
                .append("\"><span class=\"n\">")
                .append(number)
                .append("</span> ")
                .append(line(title))
                .append(" <a class=\"same\" lang=\"")
                .append(document.other().tag())
                .append("\" hreflang=\"")
                .append(document.other().tag())
                .append("\" href=\"")
                .append(document.other().file())
                .append(".html#")
                .append(id)
                .append("\">")
                .append(Html.escape(document.other().name()))
                .append("</a></")
                .append(element)
                .append(">\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph it -> out.append("<p>").append(line(it.line())).append("</p>\n");
            case Block.Heading it ->
                out.append("<h3 id=\"")
                        .append(it.id())
                        .append("\">")
                        .append(line(it.title()))
                        .append("</h3>\n");
            case Block.Remark it ->
                out.append("<p class=\"remark\">").append(line(it.line())).append("</p>\n");
            case Block.Bullets it -> {
                out.append("<ul>\n");
                it.items().forEach(item -> out.append("<li>").append(line(item)).append("</li>\n"));
                out.append("</ul>\n");
            }
            case Block.Facts it -> {
                out.append("<dl>\n");
                it.facts()
                        .forEach(fact -> out.append("<div><dt>")
                                .append(line(fact.name()))
                                .append("</dt><dd>")
                                .append(line(fact.value()))
                                .append("</dd></div>\n"));
                out.append("</dl>\n");
            }
            case Block.Table it -> table(it);
            case Block.Quote it -> quote(it);
            case Block.Listing it -> listing(it);
            case Block.Figure it -> figure(it);
        }
    }

    private void table(Block.Table table) {
        out.append("<div class=\"scroll\"><table role=\"table\"")
                .append(table.columns().size() > MANY_COLUMNS ? " class=\"many\"" : "")
                .append(">\n<caption>")
                .append(line(table.caption()))
                .append("</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">");
        for (Block.Column column : table.columns()) {
            out.append("<th role=\"columnheader\" scope=\"col\"")
                    .append(look(column))
                    .append('>')
                    .append(Html.escape(column.title()))
                    .append("</th>");
        }
        out.append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        for (Block.Row row : table.rows()) {
            out.append("<tr role=\"row\"").append(id(row.anchor())).append('>');
            for (int i = 0; i < row.cells().size(); i++) {
                Block.Column column = table.columns().get(i);
                out.append("<td role=\"cell\"")
                        .append(look(column))
                        .append(" data-label=\"")
                        .append(Html.escape(column.title()))
                        .append("\">")
                        .append(line(row.cells().get(i)))
                        .append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table></div>\n");
        if (!table.rest().isEmpty()) {
            out.append("<p class=\"rest\">").append(line(table.rest())).append("</p>\n");
        }
    }

    private static String look(Block.Column column) {
        return switch (column.kind()) {
            case TEXT -> "";
            case NUMBER -> " class=\"num\"";
            case FIXED -> " class=\"fix\"";
            case LONG -> " class=\"long\"";
        };
    }

    /// An anchor of the document: ids of ours, but written from the model, so escaped like all else.
    private static String id(String anchor) {
        return anchor.isEmpty() ? "" : " id=\"" + Html.escape(anchor) + "\"";
    }

    private void quote(Block.Quote quote) {
        out.append("<article class=\"quote\"")
                .append(id(quote.anchor()))
                .append(">\n<p class=\"head\">")
                .append(line(quote.head()))
                .append("</p>\n<p class=\"where\">")
                .append(line(quote.where()))
                .append("</p>\n<pre tabindex=\"0\"><span class=\"field\">")
                .append(Html.escape(Visible.head(quote.field())))
                .append("</span> <code>")
                .append(Html.escape(quote.body()))
                .append("</code></pre>\n");
        if (!quote.cut().isEmpty()) {
            out.append("<p class=\"cut\">").append(line(quote.cut())).append("</p>\n");
        }
        out.append("<p class=\"source\">").append(line(quote.source())).append("</p>\n</article>\n");
    }

    private void listing(Block.Listing listing) {
        out.append("<article class=\"quote\">\n<p class=\"head\">")
                .append(line(listing.head()))
                .append("</p>\n<pre tabindex=\"0\"><code>")
                .append(Visible.lines(listing.text()).stream().map(Html::escape).collect(Collectors.joining("\n")))
                .append("</code></pre>\n<p class=\"source\">")
                .append(line(listing.foot()))
                .append("</p>\n</article>\n");
    }

    private void figure(Block.Figure figure) {
        out.append("<figure id=\"")
                .append(figure.id())
                .append("\">\n<div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .append(Html.escape(figure.drawing().title()))
                .append("\">\n")
                .append(SvgRenderer.render(figure.drawing()))
                .append("</div>\n<figcaption>")
                .append(line(figure.caption()))
                .append(figure.open() ? "</figcaption>\n<details open><summary>" : "</figcaption>\n<details><summary>")
                .append(line(figure.opener()))
                .append("</summary>\n");
        table(figure.data());
        out.append("</details>\n</figure>\n");
    }

    private String line(Line line) {
        var text = new StringBuilder();
        line.runs().forEach(run -> text.append(run(run)));
        return text.toString();
    }

    private String run(Run run) {
        return switch (run) {
            case Run.Words it -> Html.escape(it.text());
            case Run.Strong it -> "<strong>" + Html.escape(it.text()) + "</strong>";
            case Run.Value it -> value(Visible.head(it.text()));
            case Run.Code it -> "<code>" + Html.escape(Visible.head(it.text())) + "</code>";
            case Run.English it ->
                document.language().equals("en")
                        ? "<bdi>" + Html.escape(Visible.head(it.text())) + "</bdi>"
                        : "<bdi lang=\"en\">" + Html.escape(Visible.head(it.text())) + "</bdi>";
            case Run.Moment it ->
                "<time datetime=\"" + DateTimeFormatter.ISO_INSTANT.format(it.time()) + "\">" + moment(it.text())
                        + "</time>";
            case Run.Mark it -> mark(it.id());
            case Run.Badge it ->
                "<span class=\"badge " + it.tone().name().toLowerCase(Locale.ROOT) + "\">" + Html.escape(it.text())
                        + "</span>";
        };
    }

    /// A date in digits breaks at its blanks only, never at its hyphens.
    private static String moment(String text) {
        String escaped = Html.escape(text);
        return escaped.indexOf('-') < 0
                ? escaped
                : "<span class=\"name\">" + escaped.replace(" ", "</span> <span class=\"name\">") + "</span>";
    }

    /// Short names are kept on one line: a host name that breaks at its hyphen is misread.
    private static String value(String text) {
        boolean name = Visible.of(text).length() <= LONGEST_NAME && text.indexOf(' ') < 0;
        return (name ? "<bdi class=\"name\">" : "<bdi>") + Html.escape(text) + "</bdi>";
    }

    /// A link where the document has the anchor, else the bare id.
    private String mark(String id) {
        String text = Html.escape(id);
        return anchors.contains(id)
                ? "<a class=\"mark\" href=\"#" + text + "\">" + text + "</a>"
                : "<span class=\"mark\">" + text + "</span>";
    }

    private static String resource(String name) {
        try (InputStream in = HtmlRenderer.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " in the program's own archive", e);
        }
    }
}
