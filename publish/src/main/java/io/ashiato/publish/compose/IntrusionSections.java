package io.ashiato.publish.compose;

import io.ashiato.model.Correlated;
import io.ashiato.model.Observation;
import io.ashiato.model.Tactic;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.Defang;
import io.ashiato.publish.report.Stage;
import io.ashiato.publish.report.Stage.HostSigns;
import io.ashiato.publish.report.TurningPoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Sections 4 and 5: the timeline, and the stages with their evidence.
final class IntrusionSections {
    /// About three lines of a quote.
    private static final int MOST_QUOTED = 300;

    private static final int MOST_IN_CELL = 140;
    private static final int MOST_ELSEWHERE = 12;
    /// Sentences on the signs of a stage, each for hosts with the same ones.
    private static final int MOST_HOST_GROUPS = 4;

    private final Desk desk;
    private final Phrases phrases;
    private final Set<String> quoted = new HashSet<>();

    IntrusionSections(Desk desk) {
        this.desk = desk;
        this.phrases = desk.phrases();
        desk.model().stages().forEach(stage -> stage.quotes().forEach(it -> quoted.add(it.id())));
    }

    Section timeline() {
        var blocks = new ArrayList<Block>();
        List<TurningPoint> points = desk.model().turningPoints();
        if (points.isEmpty()) {
            blocks.add(desk.say(Statement.NO_TURNING_POINTS));
        } else {
            blocks.add(desk.say(Statement.TIMELINE_CHOICE));
            blocks.add(turningPoints(points));
        }
        return new Section("timeline", "4", desk.label(Label.TIMELINE), blocks);
    }

    private Block.Table turningPoints(List<TurningPoint> points) {
        var rows = new ArrayList<Row>();
        for (TurningPoint point : points) {
            Line number = desk.number(rows.size() + 1L);
            rows.add(new Row(
                    anchor(point),
                    Desk.row(
                            List.of(number),
                            desk.times(java.util.Optional.of(point.time())),
                            List.of(desk.host(point.host()), what(point), marks(point)))));
        }
        long candidates = desk.model().turningPointCandidates();
        return new Block.Table(
                desk.label(Label.TIMELINE),
                Desk.row(
                        List.of(desk.number(Label.NUMBER)),
                        desk.times(Label.TIME_UTC, Label.TIME_JST),
                        List.of(desk.text(Label.HOST), desk.text(Label.WHAT), desk.text(Label.EVIDENCE))),
                rows,
                candidates > points.size() ? phrases.rest(points.size(), candidates, "detections.jsonl") : Line.EMPTY);
    }

    /// A point that no stage quotes is its own evidence, so references to it end at its row.
    private String anchor(TurningPoint point) {
        return switch (point) {
            case TurningPoint.Observed it -> quoted.contains(it.id()) ? "" : it.id();
            case TurningPoint.Tampered it -> "";
        };
    }

    private Line what(TurningPoint point) {
        return switch (point) {
            case TurningPoint.Observed it ->
                Line.of(
                        "{0} {1} {2}",
                        desk.title(it.observation().rule()),
                        desk.level(it.observation().rule().level()),
                        Line.code(Desk.cut(Defang.text(it.observation().telling()), MOST_IN_CELL)));
            case TurningPoint.Tampered it ->
                Line.of(
                        "{0} {1}",
                        phrases.tampered(it.fact()),
                        Desk.badge(phrases.term(Terms.of(it.fact().kind())), Run.Tone.GRAVE));
        };
    }

    private static Line marks(TurningPoint point) {
        return switch (point) {
            case TurningPoint.Observed it -> Line.marks(List.of(it.finding(), it.id()));
            case TurningPoint.Tampered it -> Line.mark(it.id());
        };
    }

    Section stages() {
        var blocks = new ArrayList<Block>();
        if (desk.model().stages().isEmpty()) {
            blocks.add(desk.say(Statement.NO_STAGES));
        } else {
            blocks.add(desk.say(Statement.STAGES_INTRO));
            desk.model().stages().forEach(stage -> blocks.addAll(stage(stage)));
        }
        blocks.addAll(new TamperingPart(desk).blocks());
        return new Section("intrusion", "5", desk.label(Label.INTRUSION), blocks);
    }

    private List<Block> stage(Stage stage) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(
                "stage-" + stage.tactic().map(Tactic::shortName).orElse("none"),
                stage.tactic().map(this::tacticName).orElse(desk.label(Label.NO_STAGE))));
        if (!stage.seen().isEmpty()) {
            blocks.add(desk.say(desk.sentences(seen(stage.seen()))));
        }
        var lines = new ArrayList<Line>();
        lines.add(phrases.stage(stage.findings().size(), stage.observations()));
        if (!stage.elsewhere().isEmpty()) {
            lines.add(phrases.quotedElsewhere(
                    stage.elsewhere().stream().limit(MOST_ELSEWHERE).toList()));
        }
        long shown = (long) stage.quotes().size() + stage.elsewhere().size();
        if (stage.observations() > shown) {
            lines.add(phrases.notQuoted(stage.observations() - shown));
        }
        List<String> lowered = stage.findings().stream()
                .filter(desk.model().lowered()::contains)
                .limit(MOST_ELSEWHERE)
                .toList();
        if (!lowered.isEmpty()) {
            lines.add(phrases.say(Statement.LOWERED_HERE, Line.marks(lowered)));
        }
        blocks.add(desk.say(desk.sentences(lines)));
        stage.quotes().forEach(observation -> blocks.add(quote(observation)));
        return blocks;
    }

    /// What was seen on which host; of a stage on many hosts in many ways, the first.
    private List<Line> seen(List<HostSigns> seen) {
        var sentences = new ArrayList<Line>();
        seen.stream()
                .limit(MOST_HOST_GROUPS)
                .forEach(it -> sentences.add(phrases.stageSigns(
                        desk.hosts(it.hosts()),
                        it.signs().stream().map(desk::term).toList())));
        List<String> further = seen.stream()
                .skip(MOST_HOST_GROUPS)
                .flatMap(it -> it.hosts().stream())
                .toList();
        if (!further.isEmpty()) {
            sentences.add(phrases.say(Statement.STAGE_FURTHER_HOSTS, desk.hosts(further)));
        }
        return sentences;
    }

    private Line tacticName(Tactic tactic) {
        Line name = desk.term(Terms.of(tactic));
        return switch (desk.language()) {
            case ENGLISH -> Line.of("{0} {1}", name, Line.code(tactic.id()));
            case JAPANESE ->
                Line.of(
                        "{0}（{1}、{2}）",
                        name, Line.of(new Run.English(Terms.of(tactic).english())), Line.code(tactic.id()));
        };
    }

    private Block.Quote quote(Observation observation) {
        Line head = Line.of(
                "{0} {1}",
                desk.title(observation.rule()), desk.level(observation.rule().level()));
        Line where = Line.of(
                "{0} · {1} · {2} {3}",
                times(observation),
                desk.host(observation.host()),
                Line.value(observation.channel()),
                Line.value(observation.eventId()));
        if (observation.account().isPresent()) {
            where = where.plus(" · ").plus(Line.value(observation.account().get()));
        }
        if (observation.correlated().isPresent()) {
            where = where.plus(" · ").plus(correlated(observation.correlated().get()));
        }
        String told = Defang.text(observation.telling());
        String body = Desk.cut(told, MOST_QUOTED);
        Line cut = told.length() > MOST_QUOTED ? phrases.cut(MOST_QUOTED, told.length()) : Line.EMPTY;
        return new Block.Quote(
                observation.id(),
                Line.of("{0} {1}", Line.mark(observation.id()), head),
                where,
                observation.tellingField(),
                body,
                cut,
                desk.source(observation.source()));
    }

    private Line correlated(Correlated correlated) {
        Line line = phrases.lastOf(correlated.events(), correlated.first());
        for (Correlated.Value value : correlated.group()) {
            String text = Desk.cut(Defang.text(value.name() + "=" + value.value()), MOST_IN_CELL);
            line = Line.of("{0} {1}", line, Line.code(text));
        }
        return line;
    }

    private Line times(Observation observation) {
        List<Line> stamps = desk.times(observation.time());
        return switch (desk.language()) {
            case ENGLISH -> stamps.getFirst().plus(" UTC");
            case JAPANESE -> Line.of("{0} UTC（{1}）", stamps.getFirst(), stamps.getLast());
        };
    }
}
