package io.ashiato.publish.figure;

import io.ashiato.model.Tactic;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Drawing;
import io.ashiato.publish.document.Drawing.Anchor;
import io.ashiato.publish.document.Drawing.Paint;
import io.ashiato.publish.document.Drawing.Shape;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.TechniqueWords;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.ReportModel;
import io.ashiato.publish.report.ReportModel.TechniqueUse;
import java.util.ArrayList;
import java.util.List;

/// The techniques with findings under their tactics, darker the graver.
public final class MatrixFigure {
    private static final double WIDTH = 800;
    private static final double SIZE = 11;
    private static final double STEP = 162;
    private static final double BOX = 152;
    private static final double ROW = 42;
    private static final double HEAD = 24;
    private static final int PER_BAND = 5;

    /// More rows make the figure longer than a page; the table has all.
    private static final int MOST_ROWS = 12;

    private final ReportModel model;
    private final Phrases phrases;
    private final List<Shape> shapes = new ArrayList<>();

    public MatrixFigure(ReportModel model, Phrases phrases) {
        this.model = model;
        this.phrases = phrases;
    }

    private record Group(Tactic tactic, List<TechniqueUse> uses) {}

    /// @param data the table of the same techniques
    public Block block(Block.Table data) {
        var columns = new ArrayList<Group>();
        for (Tactic tactic : Tactic.values()) {
            List<TechniqueUse> uses = model.techniques().stream()
                    .filter(use -> use.technique().tactics().contains(tactic.shortName()))
                    .toList();
            if (!uses.isEmpty()) {
                columns.add(new Group(tactic, uses));
            }
        }
        if (columns.isEmpty()) {
            return data;
        }
        double y = 0;
        for (int from = 0; from < columns.size(); from += PER_BAND) {
            y = band(columns.subList(from, Math.min(columns.size(), from + PER_BAND)), y);
        }
        var drawing = new Drawing(
                "matrix-drawing",
                WIDTH,
                y,
                phrases.label(Label.FIGURE_MATRIX),
                phrases.matrixDescription(model.techniques().size(), columns.size()),
                shapes);
        return new Block.Figure(
                "figure-matrix", drawing, phrases.matrixCaption(), Line.of(phrases.label(Label.OPEN_DATA)), data, true);
    }

    /// Draws some tactics side by side and returns the lower edge.
    private double band(List<Group> columns, double top) {
        double lowest = top;
        double x = 0;
        for (Group column : columns) {
            text(x, top + 16, phrases.term(Terms.of(column.tactic())), Paint.TEXT, BOX);
            double y = top + HEAD;
            List<TechniqueUse> shown =
                    column.uses().subList(0, Math.min(MOST_ROWS, column.uses().size()));
            for (TechniqueUse use : shown) {
                box(use, x, y);
                y += ROW;
            }
            if (shown.size() < column.uses().size()) {
                text(x, y + 14, "+ " + (column.uses().size() - shown.size()), Paint.TEXT_QUIET, BOX);
                y += HEAD;
            }
            lowest = Math.max(lowest, y);
            x += STEP;
        }
        return lowest + 8;
    }

    private void box(TechniqueUse use, double x, double y) {
        String id = use.technique().id();
        double indent = id.indexOf('.') > 0 ? 8 : 0;
        shapes.add(new Shape.Box(x + indent, y, BOX - indent, ROW - 6, 3, shade(use)));
        String name = phrases.language() == Language.JAPANESE
                ? TechniqueWords.japaneseName(id).orElse(use.technique().name())
                : use.technique().name();
        Paint paint = shade(use) == Paint.SHADE_4 || shade(use) == Paint.SHADE_3 ? Paint.TEXT_ON_STRONG : Paint.TEXT;
        text(x + indent + 6, y + 14.5, name, paint, BOX - indent - 12);
        text(x + indent + 6, y + 29, id + " · " + use.findings().size(), paint, BOX - indent - 12);
    }

    private static Paint shade(TechniqueUse use) {
        return switch (use.level()) {
            case INFORMATIONAL, LOW -> Paint.SHADE_1;
            case MEDIUM -> Paint.SHADE_2;
            case HIGH -> Paint.SHADE_3;
            case CRITICAL -> Paint.SHADE_4;
        };
    }

    private void text(double x, double y, String words, Paint paint, double width) {
        String fitting = TextWidth.fit(words, SIZE, width);
        shapes.add(new Shape.Text(x, y, TextWidth.of(fitting, SIZE), Anchor.START, SIZE, fitting, paint));
    }
}
