package io.ashiato.publish.render;

import io.ashiato.publish.document.Drawing;
import io.ashiato.publish.document.Drawing.Paint;
import io.ashiato.publish.document.Drawing.Shape;
import java.util.Iterator;
import java.util.Locale;

/// A drawing as SVG inside an HTML page. Colours are classes, so that light, dark and print each have
/// their own; attributes repeat the light ones for programs that do not read the style sheet.
final class SvgRenderer {
    private final StringBuilder out = new StringBuilder();

    static String render(Drawing drawing) {
        var renderer = new SvgRenderer();
        renderer.draw(drawing);
        return renderer.out.toString();
    }

    private void draw(Drawing drawing) {
        String id = drawing.id();
        out.append("<svg role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(drawing.width()))
                .append(' ')
                .append(number(drawing.height()))
                .append("\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-desc\">\n<title id=\"")
                .append(id)
                .append("-title\">")
                .append(Html.escape(drawing.title()))
                .append("</title>\n<desc id=\"")
                .append(id)
                .append("-desc\">")
                .append(Html.escape(drawing.description()))
                .append("</desc>\n")
                .append("<defs><pattern id=\"")
                .append(id)
                .append("-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"")
                .append(" patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" class=\"hatch\" stroke=\"#8a9199\"")
                .append(" stroke-width=\"2\"/></pattern></defs>\n");
        drawing.shapes().forEach(shape -> shape(shape, id));
        out.append("</svg>\n");
    }

    private void shape(Shape shape, String id) {
        switch (shape) {
            case Shape.Box box ->
                out.append("<rect x=\"")
                        .append(number(box.x()))
                        .append("\" y=\"")
                        .append(number(box.y()))
                        .append("\" width=\"")
                        .append(number(Math.max(0, box.width())))
                        .append("\" height=\"")
                        .append(number(box.height()))
                        .append(box.radius() == 0 ? "" : "\" rx=\"" + number(box.radius()))
                        .append('"')
                        .append(look(box.paint(), id))
                        .append("/>\n");
            case Shape.Circle circle ->
                out.append("<circle cx=\"")
                        .append(number(circle.x()))
                        .append("\" cy=\"")
                        .append(number(circle.y()))
                        .append("\" r=\"")
                        .append(number(circle.radius()))
                        .append('"')
                        .append(look(circle.paint(), id))
                        .append("/>\n");
            case Shape.Path path ->
                out.append("<path d=\"")
                        .append(points(path))
                        .append('"')
                        .append(look(path.paint(), id))
                        .append("/>\n");
            case Shape.Text text ->
                out.append("<text x=\"")
                        .append(number(text.x()))
                        .append("\" y=\"")
                        .append(number(text.y()))
                        .append("\" font-size=\"")
                        .append(number(text.size()))
                        .append('"')
                        .append(anchor(text))
                        .append(look(text.paint(), id))
                        .append('>')
                        .append(Html.escape(text.text()))
                        .append("</text>\n");
        }
    }

    private static String anchor(Shape.Text text) {
        return switch (text.anchor()) {
            case START -> "";
            case MIDDLE -> " text-anchor=\"middle\"";
            case END -> " text-anchor=\"end\"";
        };
    }

    private static String points(Shape.Path path) {
        var data = new StringBuilder();
        Iterator<Double> values = path.points().iterator();
        while (values.hasNext()) {
            data.append(data.isEmpty() ? 'M' : 'L')
                    .append(number(values.next()))
                    .append(' ')
                    .append(number(values.next()));
        }
        return path.closed() ? data.append('Z').toString() : data.toString();
    }

    /// One decimal place, without a zero at the end.
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String look(Paint paint, String id) {
        return switch (paint) {
            case TEXT -> " class=\"t\" fill=\"#1b1f24\"";
            case TEXT_QUIET -> " class=\"tq\" fill=\"#57606a\"";
            case TEXT_GRAVE -> " class=\"tg\" fill=\"#1b1f24\" font-weight=\"600\"";
            case TEXT_ON_STRONG -> " class=\"ts\" fill=\"#ffffff\"";
            case GRID -> " class=\"grid\" stroke=\"#d8dce1\" fill=\"none\"";
            case COVERAGE -> " class=\"cover\" fill=\"#cfe3f1\"";
            case GAP -> " class=\"gap\" fill=\"url(#" + id + "-hatch)\" stroke=\"#8a9199\"";
            case LOST -> " class=\"lost\" fill=\"url(#" + id + "-hatch)\" stroke=\"#d55e00\" stroke-dasharray=\"3 2\"";
            case LEADER -> " class=\"leader\" stroke=\"#8a9199\" fill=\"none\"";
            case MARK -> " class=\"mark\" fill=\"#0072b2\" stroke=\"#ffffff\"";
            case MARK_OPEN -> " class=\"open\" fill=\"#ffffff\" stroke=\"#0072b2\" stroke-width=\"1.6\"";
            case CLUSTER -> " class=\"cluster\" fill=\"#0072b2\" stroke=\"#ffffff\"";
            case TAMPERING ->
                " class=\"tamper\" fill=\"#ffffff\" stroke=\"#d55e00\" stroke-width=\"1.6\" stroke-dasharray=\"3 2\"";
            case TAMPERING_CROSS -> " class=\"cross\" fill=\"none\" stroke=\"#d55e00\" stroke-width=\"2.2\"";
            case BREAK -> " class=\"break\" fill=\"none\" stroke=\"#8a9199\"";
            case SHADE_1 -> " class=\"s1\" fill=\"#eef3f7\" stroke=\"#8a9199\"";
            case SHADE_2 -> " class=\"s2\" fill=\"#b9d7ea\" stroke=\"#8a9199\"";
            case SHADE_3 -> " class=\"s3\" fill=\"#0072b2\"";
            case SHADE_4 -> " class=\"s4\" fill=\"#003a5c\"";
        };
    }
}
