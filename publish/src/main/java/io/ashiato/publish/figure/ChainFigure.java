package io.ashiato.publish.figure;

import io.ashiato.model.DeliveryChain;
import io.ashiato.model.DeliveryChain.Joint;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Drawing;
import io.ashiato.publish.document.Drawing.Anchor;
import io.ashiato.publish.document.Drawing.Paint;
import io.ashiato.publish.document.Drawing.Shape;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.language.ArtefactStatement;
import io.ashiato.publish.language.ArtefactTerms;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.render.Visible;
import io.ashiato.publish.report.Defang;
import java.util.ArrayList;
import java.util.List;

/// A delivery chain from top to bottom: a box for each step, and beside the line to it what ties it to the one before.
public final class ChainFigure {
    private static final double WIDTH = 800;
    private static final double SIZE = 11;
    private static final double KIND = 110;
    private static final double BOX = 27;
    private static final double GAP = 25;
    private static final double INSET = 10;

    /// Where the line between boxes runs.
    private static final double SPINE = 30;

    /// A figure that is longer than a page is a list; the table has all steps.
    private static final int MOST_STEPS = 14;

    private final DeliveryChain chain;
    private final Phrases phrases;
    private final List<Shape> shapes = new ArrayList<>();

    public ChainFigure(DeliveryChain chain, Phrases phrases) {
        this.chain = chain;
        this.phrases = phrases;
    }

    /// @param data the table of the same steps
    public Block block(Block.Table data) {
        double y = 1;
        List<DeliveryChain.Step> steps =
                chain.steps().subList(0, Math.min(MOST_STEPS, chain.steps().size()));
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                joint(steps.get(i), y);
                y += GAP;
            }
            step(steps.get(i), y);
            y += BOX;
        }
        if (steps.size() < chain.steps().size()) {
            text(SPINE, y + 16, "+ " + (chain.steps().size() - steps.size()), Paint.TEXT_QUIET, KIND);
            y += GAP;
        }
        var drawing = new Drawing(
                "drawing-" + chain.id(),
                WIDTH,
                y + 1,
                chain.id() + " " + phrases.label(Label.FIGURE_CHAIN),
                phrases.chainDescription(
                        chain.steps().size(),
                        Line.of(phrases.term(ArtefactTerms.of(steps.getFirst().kind()))),
                        Line.of(phrases.term(ArtefactTerms.of(steps.getLast().kind())))),
                shapes);
        return new Block.Figure(
                "figure-" + chain.id(),
                drawing,
                phrases.say(ArtefactStatement.CHAIN_CAPTION),
                Line.of(phrases.label(Label.OPEN_DATA)),
                data,
                true);
    }

    private void step(DeliveryChain.Step step, double y) {
        Paint paint = step.joint() == Joint.SEEN_IN_LOG ? Paint.SHADE_2 : Paint.SHADE_1;
        shapes.add(new Shape.Box(0.5, y, WIDTH - 1, BOX, 3, paint));
        double line = y + BOX / 2 + SIZE * 0.35;
        text(INSET, line, phrases.term(ArtefactTerms.of(step.kind())), Paint.TEXT_GRAVE, KIND - INSET);
        text(KIND, line, Visible.of(Defang.text(step.label())), Paint.TEXT, WIDTH - KIND - INSET);
    }

    /// An arrow; dashed where nothing shows that it happened.
    private void joint(DeliveryChain.Step step, double y) {
        boolean shown = step.joint() != Joint.WOULD_RUN;
        double end = y + GAP - 1;
        if (shown) {
            shapes.add(new Shape.Path(List.of(SPINE, y, SPINE, end), false, Paint.LEADER));
        } else {
            for (double at = y; at < end; at += 6) {
                shapes.add(new Shape.Path(List.of(SPINE, at, SPINE, Math.min(end, at + 3)), false, Paint.LEADER));
            }
        }
        shapes.add(new Shape.Path(List.of(SPINE - 4, end - 6, SPINE, end, SPINE + 4, end - 6), false, Paint.LEADER));
        text(
                SPINE + 14,
                y + GAP / 2 + SIZE * 0.35,
                phrases.term(ArtefactTerms.of(step.joint())),
                Paint.TEXT_QUIET,
                WIDTH - SPINE - 14);
    }

    private void text(double x, double y, String words, Paint paint, double width) {
        String fitting = TextWidth.fit(words, SIZE, width);
        shapes.add(new Shape.Text(x, y, TextWidth.of(fitting, SIZE), Anchor.START, SIZE, fitting, paint));
    }
}
