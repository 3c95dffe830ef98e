package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Evidence is text in every output, whatever it holds.
class HostileTextTest {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-zA-Z:-]+)=\"[^\"]*\"");

    /// What a reader would not see, or what changes how the rest is read.
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\x{3164}\\x{2800}&&[^\\n]]");

    static Stream<String> texts() {
        return HostileText.ALL.stream();
    }

    /// The tags and attributes that a page is made of, without their order and number.
    private static Set<String> vocabulary(String html) {
        var found = new TreeSet<String>();
        String body = html.substring(html.indexOf("</style>"));
        TAG.matcher(body).results().forEach(tag -> {
            found.add(tag.group().split("[ >]")[0]);
            ATTRIBUTE.matcher(tag.group()).results().forEach(attribute -> found.add(attribute.group(1)));
        });
        return found;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void neverBecomesMarkupInHtml(String text) {
        var plain = SampleCases.hostile("plain words");
        var hostile = SampleCases.hostile(text);
        for (String file : new String[] {"report.en.html", "report.ja.html"}) {
            String html = PublicationTest.report(hostile, file);
            assertThat(vocabulary(html)).isSubsetOf(vocabulary(PublicationTest.report(plain, file)));
            assertThat(HIDDEN.matcher(html).find()).isFalse();
            assertThat(TAG.matcher(html).replaceAll("")).doesNotContain("<");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void neverBecomesMarkupInMarkdown(String text) {
        for (String file : new String[] {"report.en.md", "report.ja.md"}) {
            String hostile = PublicationTest.report(SampleCases.hostile(text), file);
            String plain = PublicationTest.report(SampleCases.hostile("plain words"), file);
            assertThat(skeleton(hostile)).isEqualTo(skeleton(plain));
            assertThat(HIDDEN.matcher(hostile).find()).isFalse();
        }
    }

    /// The number of headings and rules; links, images and HTML are not allowed at all.
    private static String skeleton(String markdown) {
        Node root = Parser.builder().build().parse(markdown);
        var counts = new StringBuilder();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                counts.append('h').append(heading.getLevel());
            }

            @Override
            public void visit(ThematicBreak rule) {
                counts.append('-');
            }

            @Override
            public void visit(Link link) {
                throw new AssertionError("a link to " + link.getDestination());
            }

            @Override
            public void visit(Image image) {
                throw new AssertionError("an image from " + image.getDestination());
            }

            @Override
            public void visit(HtmlInline html) {
                throw new AssertionError("HTML " + html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                throw new AssertionError("HTML " + html.getLiteral());
            }
        });
        assertThat(HtmlRenderer.builder().build().render(root)).doesNotContain("<script", "<img", "<a ");
        return counts.toString();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void neverBecomesAFormulaInCsv(String text) {
        String csv = PublicationTest.all(SampleCases.hostile(text)).stream()
                .filter(it -> it.fileName().equals("indicators.csv"))
                .map(PublicationTest::text)
                .findFirst()
                .orElseThrow();
        assertThat(csv).startsWith("\uFEFF").endsWith("\r\n");
        for (String line : csv.substring(1).split("\r\n", -1)) {
            assertThat(line).doesNotContainPattern("(^|\",)\"[ \\t]*[=+@-]");
        }
        assertThat(csv.lines().count()).as("no line break inside a cell").isEqualTo(7);
    }
}
