package io.ashiato.publish.figure;

import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Drawing;
import io.ashiato.publish.document.Drawing.Anchor;
import io.ashiato.publish.document.Drawing.Paint;
import io.ashiato.publish.document.Drawing.Shape;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.language.AttributionStatement;
import io.ashiato.publish.language.CountryNames;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.render.Visible;
import java.util.ArrayList;
import java.util.List;

/// The countries of a campaign's targets as tiles of one size: a map would show area, and draw borders, instead of
/// what is reported.
public final class CountryTiles {
    private static final double WIDTH = 800;
    private static final double STEP = 100;
    private static final double TILE = 94;
    private static final double ROW = 46;
    private static final double INSET = 7;
    private static final double SIZE = 11;
    private static final int PER_ROW = 8;

    /// Rows beyond these are read in the table.
    private static final int MOST = 48;

    private final List<String> codes;
    private final Phrases phrases;

    /// @param codes ISO 3166-1 alpha-2, each once, in the order of the source
    public CountryTiles(List<String> codes, Phrases phrases) {
        this.codes = List.copyOf(codes);
        this.phrases = phrases;
    }

    /// @param data the table of the same countries with their sources
    public Block block(Block.Table data) {
        var shapes = new ArrayList<Shape>();
        List<String> shown = codes.subList(0, Math.min(MOST, codes.size()));
        for (int i = 0; i < shown.size(); i++) {
            int column = i % PER_ROW;
            int row = i / PER_ROW;
            double x = column * STEP;
            double y = row * ROW;
            String code = shown.get(i);
            String name = CountryNames.of(code).map(phrases::term).orElse("");
            shapes.add(new Shape.Box(x + 0.5, y + 0.5, TILE, ROW - 7, 3, Paint.SHADE_1));
            shapes.add(text(x + INSET, y + 16, Visible.of(code), Paint.TEXT_GRAVE));
            shapes.add(text(x + INSET, y + 31, name, Paint.TEXT));
        }
        int rows = (shown.size() + PER_ROW - 1) / PER_ROW;
        String title = phrases.label(Label.COUNTRIES);
        return new Block.Figure(
                "figure-countries",
                new Drawing(
                        "countries-drawing", WIDTH, rows * ROW, title, title + ": " + String.join(", ", shown), shapes),
                phrases.say(AttributionStatement.COUNTRIES_CAPTION),
                Line.of(phrases.label(Label.OPEN_DATA)),
                data,
                false);
    }

    private static Shape.Text text(double x, double y, String words, Paint paint) {
        String fitting = TextWidth.fit(words, SIZE, TILE - 2 * INSET);
        return new Shape.Text(x, y, TextWidth.of(fitting, SIZE), Anchor.START, SIZE, fitting, paint);
    }
}
