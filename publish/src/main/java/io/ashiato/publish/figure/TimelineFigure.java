package io.ashiato.publish.figure;

import io.ashiato.model.HostSummary;
import io.ashiato.model.TamperingFact;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Column;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Drawing;
import io.ashiato.publish.document.Drawing.Anchor;
import io.ashiato.publish.document.Drawing.Paint;
import io.ashiato.publish.document.Drawing.Shape;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.report.ReportModel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The timeline: one lane for each host, bands where its logs have events, marks for what was flagged.
public final class TimelineFigure {
    private static final double WIDTH = 800;
    private static final double GUTTER = 128;

    /// Room for a font that is wider than the one measured.
    private static final double MARGIN = 12;

    private static final double LANE = 30;
    private static final double LABEL_ROW = 17;
    private static final double PAUSE_ROW = 18;
    private static final double SIZE = 12.5;
    private static final double LONGEST_LABEL = 190;
    private static final int MOST_ROWS = 150;

    /// More marks than this within [#CLUSTER_WIDTH] become one with a number.
    private static final int CLUSTER = 5;

    private static final double CLUSTER_WIDTH = 9;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ReportModel model;
    private final Phrases phrases;
    private final List<Lane> lanes;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Shape> above = new ArrayList<>();

    public TimelineFigure(ReportModel model, Phrases phrases) {
        this.model = model;
        this.phrases = phrases;
        this.lanes = new Lanes(model, phrases).choose();
    }

    /// The figure with its data, or one sentence where there is nothing to draw.
    public Block block() {
        List<Instant> times = lanes.stream()
                .flatMap(lane -> lane.marks().stream())
                .map(Lane.Mark::time)
                .toList();
        if (times.isEmpty()) {
            return new Block.Paragraph(phrases.say(Statement.FIGURE_EMPTY));
        }
        Line caption = phrases.figureCaption();
        long hidden = (long) model.incident().hosts().size() - lanes.size();
        if (hidden > 0) {
            caption = Line.join(
                    phrases.language() == Language.ENGLISH ? " " : "",
                    List.of(caption, phrases.hostsCollapsed(hidden)));
        }
        return new Block.Figure(
                "figure-timeline",
                draw(new TimeAxis(times, GUTTER, WIDTH - MARGIN)),
                caption,
                Line.of(phrases.label(Label.OPEN_DATA)),
                data(),
                false);
    }

    private Drawing draw(TimeAxis axis) {
        double y = legend();
        pauses(axis, y);
        y += axis.segments().size() > 1 ? PAUSE_ROW : 0;
        double top = y;
        for (Lane lane : lanes) {
            y = lane(lane, axis, y);
        }
        axis(axis, top, y);
        var all = new ArrayList<Shape>(shapes);
        all.addAll(above);
        long tampering = lanes.stream().mapToLong(Lane::tampering).sum();
        long marks = lanes.stream().mapToLong(lane -> lane.marks().size()).sum() - tampering;
        return new Drawing(
                "timeline-drawing",
                WIDTH,
                y + 44,
                phrases.label(Label.FIGURE_TIMELINE),
                phrases.figureDescription(lanes.size(), marks, tampering),
                all);
    }

    /// What the shapes mean, in as many rows as needed.
    private double legend() {
        double x = 0;
        double y = 12;
        for (Glyph glyph : Glyph.values()) {
            String words = phrases.label(glyph.label());
            double width = 24 + TextWidth.of(words, SIZE) + 16;
            if (x + width > WIDTH) {
                x = 0;
                y += 20;
            }
            above.addAll(glyph.at(x + 9, y));
            text(x + 22, y + 4.5, Anchor.START, words, Paint.TEXT_QUIET);
            x += width;
        }
        for (Paint band : List.of(Paint.COVERAGE, Paint.GAP)) {
            String words = phrases.label(band == Paint.COVERAGE ? Label.LEGEND_COVERED : Label.LEGEND_GAP);
            double width = 30 + TextWidth.of(words, SIZE) + 16;
            if (x + width > WIDTH) {
                x = 0;
                y += 20;
            }
            above.add(new Shape.Box(x, y - 6, 24, 12, 2, band));
            text(x + 30, y + 4.5, Anchor.START, words, Paint.TEXT_QUIET);
            x += width;
        }
        return y + 20;
    }

    /// Draws a lane below `y` and returns its lower edge.
    private double lane(Lane lane, TimeAxis axis, double y) {
        var rows = new LabelRows(GUTTER, WIDTH - MARGIN);
        List<Caption> labels = labels(lane, axis, rows);
        double top = y + rows.rows() * LABEL_ROW;
        double middle = top + LANE / 2;
        shapes.add(new Shape.Path(List.of(0.0, top + LANE, WIDTH, top + LANE), false, Paint.GRID));
        String host = lane.host().isEmpty() ? phrases.label(Label.UNNAMED_HOST) : lane.host();
        text(0, middle + 4.5, Anchor.START, name(host), Paint.TEXT);
        bands(lane, axis, middle);
        zigzags(axis, middle);
        for (Caption label : labels) {
            double base = top - label.placed().row() * LABEL_ROW - 5;
            above.add(new Shape.Path(
                    List.of(label.placed().anchor(), base + 3, label.placed().anchor(), middle - 7),
                    false,
                    Paint.LEADER));
            above.add(new Shape.Text(
                    label.placed().left(),
                    base,
                    label.placed().width(),
                    Anchor.START,
                    SIZE,
                    label.words(),
                    label.tampering() ? Paint.TEXT_GRAVE : Paint.TEXT));
        }
        marks(lane, axis, middle);
        return top + LANE;
    }

    /// As much of a host's name as the gutter holds: without its domain where the whole does not fit.
    private static String name(String host) {
        int dot = host.indexOf('.');
        boolean whole = dot <= 0 || TextWidth.of(host, SIZE) <= GUTTER - 14 || Character.isDigit(host.charAt(0));
        return TextWidth.fit(whole ? host : host.substring(0, dot), SIZE, GUTTER - 14);
    }

    private record Caption(LabelRows.Placed placed, String words, boolean tampering) {}

    /// Labels of tampering, then the others in order of time; one that finds no room becomes the number of its row in
    /// the table.
    private static List<Caption> labels(Lane lane, TimeAxis axis, LabelRows rows) {
        var labels = new ArrayList<Caption>();
        List<Lane.Mark> tamperingFirst = lane.marks().stream()
                .sorted(Comparator.comparing(mark -> !mark.tampering()))
                .toList();
        for (Lane.Mark mark : tamperingFirst) {
            if (!mark.label().isEmpty()) {
                double x = axis.x(mark.time());
                String words = TextWidth.fit(mark.label(), SIZE, LONGEST_LABEL);
                rows.place(x, TextWidth.of(words, SIZE))
                        .ifPresentOrElse(
                                placed -> labels.add(new Caption(placed, words, mark.tampering())),
                                () -> number(mark, x, rows).ifPresent(labels::add));
            }
        }
        return labels;
    }

    private static Optional<Caption> number(Lane.Mark mark, double x, LabelRows rows) {
        String words = "#" + mark.number();
        return rows.place(x, TextWidth.of(words, SIZE)).map(placed -> new Caption(placed, words, mark.tampering()));
    }

    /// Where the host's logs have events, where not, and what a cleared log has lost.
    private void bands(Lane lane, TimeAxis axis, double middle) {
        double from = WIDTH;
        double to = WIDTH;
        Optional<Instant> first = lane.coverage().flatMap(HostSummary::first);
        Optional<Instant> last = lane.coverage().flatMap(HostSummary::last);
        if (first.isPresent() && last.isPresent()) {
            from = axis.x(first.get());
            to = Math.max(from + 2, axis.x(last.get()));
            shapes.add(new Shape.Box(from, middle - 6, to - from, 12, 2, Paint.COVERAGE));
        }
        if (from - GUTTER > 2) {
            shapes.add(new Shape.Box(GUTTER, middle - 6, from - GUTTER, 12, 2, Paint.GAP));
        }
        if (WIDTH - to > 2) {
            shapes.add(new Shape.Box(to, middle - 6, WIDTH - to, 12, 2, Paint.GAP));
        }
        model.tampering(TamperingFact.Kind.LOG_CLEARED).stream()
                .filter(fact -> fact.host().equals(lane.host()))
                .flatMap(fact -> fact.time().stream())
                .max(Instant::compareTo)
                .ifPresent(
                        time -> shapes.add(new Shape.Box(GUTTER, middle + 8, axis.x(time) - GUTTER, 4, 0, Paint.LOST)));
    }

    private void marks(Lane lane, TimeAxis axis, double middle) {
        var group = new ArrayList<Lane.Mark>();
        double start = 0;
        for (Lane.Mark mark : lane.marks()) {
            double x = axis.x(mark.time());
            if (mark.tampering()) {
                continue;
            }
            if (!group.isEmpty() && x - start > CLUSTER_WIDTH) {
                group(group, axis, middle);
                group.clear();
            }
            if (group.isEmpty()) {
                start = x;
            }
            group.add(mark);
        }
        group(group, axis, middle);
        for (Lane.Mark mark : lane.marks()) {
            if (mark.tampering()) {
                above.addAll(Glyph.TAMPERING.at(axis.x(mark.time()), middle));
            }
        }
    }

    private void group(List<Lane.Mark> group, TimeAxis axis, double middle) {
        if (group.size() <= CLUSTER) {
            group.forEach(mark -> above.addAll(mark.glyph().at(axis.x(mark.time()), middle)));
            return;
        }
        double x = (axis.x(group.getFirst().time()) + axis.x(group.getLast().time())) / 2;
        String count = phrases.number(group.size());
        double width = Math.max(18, TextWidth.of(count, 11) + 8);
        above.add(new Shape.Box(x - width / 2, middle - 9, width, 18, 9, Paint.CLUSTER));
        above.add(
                new Shape.Text(x, middle + 4, TextWidth.of(count, 11), Anchor.MIDDLE, 11, count, Paint.TEXT_ON_STRONG));
    }

    private void axis(TimeAxis axis, double top, double bottom) {
        List<TimeAxis.Segment> segments = axis.segments();
        for (TimeAxis.Segment segment : segments) {
            ticks(segment, axis, top, bottom);
        }
        text(0, bottom + 18, Anchor.START, phrases.label(Label.UTC), Paint.TEXT_QUIET);
    }

    private void ticks(TimeAxis.Segment segment, TimeAxis axis, double top, double bottom) {
        double room = TextWidth.of(phrases.axisDay(segment.from(), true), SIZE) + 12;
        Ticks.Scale scale = Ticks.of(segment, 58);
        if (scale.step() >= Ticks.DAY) {
            scale = Ticks.of(segment, room);
        }
        String day = "";
        double free = segment.left() - 16;
        double freeDay = segment.left() - 16;
        for (Instant time : scale.times()) {
            double x = Math.clamp(axis.x(time), segment.left(), segment.right());
            shapes.add(new Shape.Path(List.of(x, top, x, bottom + 5), false, Paint.GRID));
            if (scale.step() < Ticks.DAY) {
                DateTimeFormatter clock = scale.step() < 60 ? CLOCK_SECONDS : CLOCK;
                String words = clock.format(time.atOffset(ZoneOffset.UTC));
                free = tick(x, bottom + 18, words, free, segment);
            }
            String today = phrases.axisDay(time, true);
            if (!today.equals(day)) {
                double y = bottom + (scale.step() < Ticks.DAY ? 36 : 18);
                double written = tick(x, y, today, freeDay, segment);
                freeDay = written > freeDay ? written : tick(x, y, phrases.axisDay(time, false), freeDay, segment);
                day = today;
            }
        }
    }

    /// Writes a label of the scale where it is free from `free` on; returns where the next may begin.
    private double tick(double x, double y, String words, double free, TimeAxis.Segment segment) {
        double width = TextWidth.of(words, SIZE);
        double right = Math.min(WIDTH - MARGIN, segment.right() + 30);
        double left = Math.clamp(x - width / 2, GUTTER - 20, Math.max(GUTTER - 20, right - width));
        if (left < free) {
            left = free;
        }
        if (left > x + 4 || left + width > right + 1) {
            return free;
        }
        above.add(new Shape.Text(left, y, width, Anchor.START, SIZE, words, Paint.TEXT_QUIET));
        return left + width + 14;
    }

    /// The lengths of the pauses that are cut out, above their places.
    private void pauses(TimeAxis axis, double y) {
        List<TimeAxis.Segment> segments = axis.segments();
        for (int i = 1; i < segments.size(); i++) {
            Duration length =
                    Duration.between(segments.get(i - 1).to(), segments.get(i).from());
            String words = phrases.duration(length);
            double width = TextWidth.of(words, 11);
            double x = (segments.get(i - 1).right() + segments.get(i).left()) / 2;
            above.add(new Shape.Text(x, y + 8, width, Anchor.MIDDLE, 11, words, Paint.TEXT_QUIET));
        }
    }

    /// A zigzag through a lane at each place where a pause is cut out.
    private void zigzags(TimeAxis axis, double middle) {
        List<TimeAxis.Segment> segments = axis.segments();
        for (int i = 1; i < segments.size(); i++) {
            double x = (segments.get(i - 1).right() + segments.get(i).left()) / 2;
            var points = new ArrayList<Double>();
            for (int step = 0; step <= 4; step++) {
                points.add(x + (step % 2 == 0 ? -3 : 3));
                points.add(middle - 12 + step * 6);
            }
            shapes.add(new Shape.Path(points, false, Paint.BREAK));
        }
    }

    private void text(double x, double y, Anchor anchor, String words, Paint paint) {
        above.add(new Shape.Text(x, y, TextWidth.of(words, SIZE), anchor, SIZE, words, paint));
    }

    /// The marks as rows, in order of time.
    private Block.Table data() {
        record Point(String host, Lane.Mark mark) {}
        List<Point> points = lanes.stream()
                .flatMap(lane -> lane.marks().stream().map(mark -> new Point(lane.host(), mark)))
                .sorted(Comparator.comparing((Point point) -> point.mark().time())
                        .thenComparing(point -> point.mark().id()))
                .toList();
        var rows = new ArrayList<Row>();
        for (Point point : points.subList(0, Math.min(MOST_ROWS, points.size()))) {
            var cells = new ArrayList<>(phrases.stamps(point.mark().time()));
            cells.add(point.host().isEmpty() ? Line.of(phrases.label(Label.UNNAMED_HOST)) : Line.value(point.host()));
            cells.add(Line.of(phrases.label(point.mark().glyph().label())));
            cells.add(Line.mark(point.mark().id()));
            rows.add(new Row("", cells));
        }
        var columns = new ArrayList<Column>();
        for (Label zone : phrases.showsJst() ? List.of(Label.TIME_UTC, Label.TIME_JST) : List.of(Label.TIME_UTC)) {
            columns.add(new Column(phrases.label(zone), Column.Kind.FIXED));
        }
        columns.add(new Column(phrases.label(Label.HOST), Column.Kind.TEXT));
        columns.add(new Column(phrases.label(Label.KIND), Column.Kind.TEXT));
        columns.add(new Column(phrases.label(Label.EVIDENCE), Column.Kind.FIXED));
        Line rest = points.size() > MOST_ROWS ? phrases.rest(MOST_ROWS, points.size(), "detections.jsonl") : Line.EMPTY;
        return new Block.Table(Line.of(phrases.label(Label.FIGURE_TIMELINE)), columns, rows, rest);
    }
}
