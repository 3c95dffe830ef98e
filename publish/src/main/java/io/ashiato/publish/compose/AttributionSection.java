package io.ashiato.publish.compose;

import io.ashiato.model.Assessment.Attribution;
import io.ashiato.model.Assessment.Refusal;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.Hypothesis.EvidenceClass;
import io.ashiato.model.RichContradiction;
import io.ashiato.model.Strength;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Column;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import io.ashiato.publish.language.AttributionStatement;
import io.ashiato.publish.language.AttributionTerms;
import io.ashiato.publish.language.ContradictionTerms;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Noun;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.report.Defang;
import io.ashiato.publish.report.HypothesisMatrix;
import io.ashiato.publish.report.HypothesisMatrix.Fit;
import io.ashiato.publish.report.HypothesisMatrix.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Section 9: who did it, or why nobody is named; the hypotheses against each other.
final class AttributionSection {
    private static final int MOST_SIGNALS = 40;
    private static final int MOST_ALIASES = 20;
    private static final int MOST_CONTRADICTIONS = 8;

    /// Smaller ones are not told apart.
    private static final double LEAST_FACTOR = 0.001;

    /// Signals whose loss is told.
    private static final int MOST_CHANGES = 3;

    private final Desk desk;
    private final Phrases phrases;
    private final HypothesisMatrix matrix;

    AttributionSection(Desk desk) {
        this.desk = desk;
        this.phrases = desk.phrases();
        this.matrix = desk.model().hypotheses();
    }

    Section section() {
        var blocks = new ArrayList<Block>();
        desk.model()
                .attribution()
                .ifPresentOrElse(
                        attribution -> assessed(attribution, blocks),
                        () -> blocks.add(desk.say(Statement.ATTRIBUTION_NOT_ASSESSED)));
        return new Section("attribution", "9", desk.label(Label.ATTRIBUTION), blocks);
    }

    private void assessed(Attribution attribution, List<Block> blocks) {
        desk.model()
                .named()
                .ifPresentOrElse(
                        hypothesis -> named(hypothesis, blocks),
                        () -> refused(attribution.refusal().orElse(Refusal.NOTHING_POINTS), blocks));
        blocks.add(new Block.Heading("hypotheses", desk.label(Label.HYPOTHESES)));
        if (matrix.hypotheses().isEmpty()) {
            blocks.add(desk.say(AttributionStatement.NO_HYPOTHESES));
        } else {
            blocks.add(desk.say(
                    desk.model().named().isPresent()
                            ? AttributionStatement.HYPOTHESES_INTRO
                            : AttributionStatement.CANDIDATES_INTRO));
            blocks.add(hypotheses());
            signals(blocks);
        }
        blocks.add(new Block.Heading("change", desk.label(Label.WHAT_WOULD_CHANGE)));
        blocks.add(desk.say(AttributionStatement.CHANGE_INTRO));
        blocks.add(new Block.Bullets(changes(attribution)));
    }

    private void named(Hypothesis hypothesis, List<Block> blocks) {
        blocks.add(desk.say(desk.sentences(List.of(claim(desk, hypothesis), basis(desk, hypothesis)))));
        blocks.add(desk.say(AttributionStatement.LEVELS));
        if (!hypothesis.aliases().isEmpty()) {
            blocks.add(new Block.Heading("aliases", desk.label(Label.ALIASES)));
            blocks.add(desk.say(AttributionStatement.ALIASES_INTRO));
            blocks.add(new Block.Bullets(hypothesis.aliases().stream()
                    .limit(MOST_ALIASES)
                    .map(alias -> phrases.say(
                            alias.disputed() ? AttributionStatement.ALIAS_DISPUTED : AttributionStatement.ALIAS,
                            Line.value(alias.name()),
                            Line.value(alias.claimedBy())))
                    .toList()));
        }
    }

    /// Who did it, and how likely.
    static Line claim(Desk desk, Hypothesis hypothesis) {
        return desk.phrases()
                .judged(
                        hypothesis.likelihood(),
                        desk.phrases()
                                .say(
                                        AttributionStatement.CLAUSE_RESPONSIBLE,
                                        new Line(List.of(new Run.Value(hypothesis.name())))));
    }

    /// How good the basis of that is, and what it is made of.
    static Line basis(Desk desk, Hypothesis hypothesis) {
        var lines = new ArrayList<Line>();
        lines.add(desk.phrases().confidence(hypothesis.confidence(), List.of()));
        Map<EvidenceClass, Strength> carrying = HypothesisMatrix.carrying(hypothesis);
        if (!carrying.isEmpty()) {
            List<Line> kinds = carrying.entrySet().stream()
                    .map(it -> desk.phrases()
                            .say(
                                    AttributionStatement.OF_STRENGTH,
                                    desk.term(AttributionTerms.of(it.getKey())),
                                    Line.of(it.getValue().name())))
                    .toList();
            lines.add(desk.phrases()
                    .say(
                            AttributionStatement.RESTS_ON,
                            desk.phrases().count(Noun.KIND_OF_EVIDENCE, carrying.size()),
                            Line.join(desk.separator(), kinds)));
        }
        List<EvidenceClass> opposing = hypothesis.opposing().stream()
                .map(ActorEvidence::kind)
                .distinct()
                .toList();
        if (!opposing.isEmpty()) {
            lines.add(desk.phrases().say(AttributionStatement.AGAINST, kinds(desk, opposing)));
        }
        return desk.sentences(lines);
    }

    private static Line kinds(Desk desk, List<EvidenceClass> kinds) {
        return Line.join(
                desk.separator(),
                kinds.stream().map(kind -> desk.term(AttributionTerms.of(kind))).toList());
    }

    private void refused(Refusal refusal, List<Block> blocks) {
        blocks.add(desk.say(desk.sentences(
                List.of(phrases.say(AttributionStatement.NOT_ALLOWED), desk.term(AttributionTerms.reason(refusal))))));
        blocks.add(desk.say(AttributionStatement.REFUSAL_MEANS));
        blocks.add(desk.say(AttributionStatement.RULE_OF_NAMING));
    }

    private static String number(int column) {
        return "H" + (column + 1);
    }

    private Line name(Hypothesis hypothesis) {
        return hypothesis.kind() == Hypothesis.Kind.ACTOR
                ? Line.value(hypothesis.name())
                : desk.term(AttributionTerms.of(hypothesis.kind()));
    }

    private Block.Table hypotheses() {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < matrix.hypotheses().size(); i++) {
            Hypothesis hypothesis = matrix.hypotheses().get(i);
            rows.add(new Row(
                    number(i),
                    List.of(
                            Line.mark(number(i)),
                            name(hypothesis),
                            desk.likelihood(hypothesis.likelihood()),
                            desk.confidence(hypothesis.confidence()),
                            desk.number(matrix.inconsistency(i)))));
        }
        return new Block.Table(
                desk.label(Label.HYPOTHESES),
                List.of(
                        desk.fixed(Label.NUMBER),
                        desk.text(Label.HYPOTHESIS),
                        desk.text(Label.LIKELIHOOD),
                        desk.text(Label.CONFIDENCE),
                        desk.number(Label.INCONSISTENCY)),
                rows,
                Line.EMPTY);
    }

    private void signals(List<Block> blocks) {
        blocks.add(new Block.Heading("matrix", desk.label(Label.MATRIX)));
        if (matrix.signals().isEmpty()) {
            blocks.add(desk.say(AttributionStatement.NO_SIGNALS));
            return;
        }
        blocks.add(desk.say(AttributionStatement.MATRIX_INTRO));
        blocks.add(desk.say(phrases.say(
                AttributionStatement.MATRIX_METHOD,
                factor(HypothesisMatrix.STRONGLY_FOR),
                factor(HypothesisMatrix.FOR),
                factor(HypothesisMatrix.AGAINST),
                factor(HypothesisMatrix.STRONGLY_AGAINST))));
        blocks.add(fits());
        blocks.add(new Block.Heading("signals", desk.label(Label.SIGNALS)));
        blocks.add(desk.say(AttributionStatement.SIGNALS_INTRO));
        blocks.add(factors());
    }

    private List<Column> hypothesisColumns(Column.Kind kind) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < matrix.hypotheses().size(); i++) {
            columns.add(new Column(number(i), kind));
        }
        return columns;
    }

    private Block.Table fits() {
        Block.Table table = desk.table(
                Label.MATRIX,
                Desk.row(
                        List.of(desk.text(Label.SIGNAL)),
                        hypothesisColumns(Column.Kind.FIXED),
                        List.of(desk.text(Label.REMARK))),
                matrix.signals(),
                MOST_SIGNALS,
                "case.json",
                signal -> new Row(
                        "",
                        Desk.row(
                                List.of(signal(signal)),
                                signal.fits().stream()
                                        .map(AttributionSection::fit)
                                        .toList(),
                                List.of(remark(signal)))));
        var rows = new ArrayList<>(table.rows());
        var foot = new ArrayList<Line>();
        foot.add(desk.label(Label.INCONSISTENCY));
        for (int i = 0; i < matrix.hypotheses().size(); i++) {
            foot.add(desk.number(matrix.inconsistency(i)));
        }
        foot.add(Line.EMPTY);
        rows.add(new Row("", foot));
        return new Block.Table(table.caption(), table.columns(), rows, table.rest());
    }

    private static Line fit(Fit fit) {
        return switch (fit) {
            case CC -> Desk.badge("CC", Run.Tone.PLAIN);
            case C -> Line.of("C");
            case N -> Line.of("N");
            case I -> Line.of("I");
            case II -> Desk.badge("II", Run.Tone.NOTABLE);
        };
    }

    private Line signal(Signal signal) {
        ActorEvidence evidence = signal.evidence();
        return phrases.say(
                AttributionStatement.SIGNAL, desk.term(AttributionTerms.of(evidence.basis())), value(evidence));
    }

    private Line value(ActorEvidence evidence) {
        if (evidence.basis() == Hypothesis.Basis.CONTRADICTION) {
            return Line.join(
                    "; ",
                    Stream.of(evidence.value().split("; ", MOST_CONTRADICTIONS))
                            .map(this::contradiction)
                            .toList());
        }
        return code(evidence.value());
    }

    private Line contradiction(String text) {
        return RichContradiction.read(text)
                .filter(it ->
                        it.values().size() == ContradictionTerms.of(it.kind()).places())
                .map(it -> phrases.say(
                        ContradictionTerms.of(it.kind()),
                        it.values().stream().map(AttributionSection::code).toArray(Line[]::new)))
                .orElseGet(() -> code(text));
    }

    private static Line code(String value) {
        return Line.code(Desk.cut(Defang.text(value), Desk.MOST_VALUE));
    }

    private Line remark(Signal signal) {
        var remarks = new ArrayList<Line>();
        signal.evidence().discount().ifPresent(it -> remarks.add(desk.term(AttributionTerms.of(it))));
        if (!signal.discriminates() && matrix.hypotheses().size() > 1) {
            remarks.add(phrases.say(AttributionStatement.DOES_NOT_DISCRIMINATE));
        }
        return Line.join(desk.separator(), remarks);
    }

    private Block.Table factors() {
        return desk.table(
                Label.SIGNALS,
                Desk.row(
                        List.of(desk.text(Label.SIGNAL), desk.text(Label.KIND_OF_EVIDENCE), desk.fixed(Label.STRENGTH)),
                        hypothesisColumns(Column.Kind.NUMBER),
                        List.of(desk.text(Label.EVIDENCE), desk.text(Label.SOURCES))),
                matrix.signals(),
                MOST_SIGNALS,
                "case.json",
                signal -> new Row(
                        "",
                        Desk.row(
                                List.of(
                                        signal(signal),
                                        desk.term(AttributionTerms.of(
                                                signal.evidence().kind())),
                                        Desk.strength(signal.evidence().strength())),
                                signal.factors().stream()
                                        .map(AttributionSection::factor)
                                        .toList(),
                                List.of(
                                        desk.few(signal.evidence().references()),
                                        desk.cited(signal.evidence().sources())))));
    }

    /// As many digits as such estimates bear: more would claim an exactness that none of them has.
    private static Line factor(double factor) {
        if (factor < LEAST_FACTOR) {
            return Line.of("<" + LEAST_FACTOR);
        }
        int digits = factor >= 10 ? 0 : factor >= 0.1 ? 2 : 3;
        String text = String.format(Locale.ROOT, "%,." + digits + "f", factor);
        return Line.of(digits == 0 ? text : text.replaceAll("\\.?0+$", ""));
    }

    private List<Line> changes(Attribution attribution) {
        var changes = new ArrayList<Line>();
        desk.model().named().ifPresent(hypothesis -> {
            long rare = HypothesisMatrix.carrying(hypothesis).values().stream()
                    .filter(strength -> strength != Strength.C)
                    .count();
            if (rare == 2) {
                changes.add(phrases.say(AttributionStatement.CHANGE_RARE_KINDS));
            }
            matrix.signals().stream()
                    .filter(signal -> signal.factors().getFirst() >= HypothesisMatrix.FOR)
                    .sorted(java.util.Comparator.comparingDouble(
                                    (Signal signal) -> signal.factors().getFirst())
                            .reversed())
                    .limit(MOST_CHANGES)
                    .forEach(signal -> changes.add(phrases.say(
                            AttributionStatement.CHANGE_FALLS_AWAY,
                            factor(signal.factors().getFirst()),
                            Line.join(
                                    " ",
                                    List.of(
                                            signal(signal),
                                            Line.marks(signal.evidence().references()))))));
            changes.add(phrases.say(AttributionStatement.CHANGE_CONTRADICTION));
        });
        if (changes.isEmpty()) {
            changes.add(phrases.say(change(attribution.refusal().orElse(Refusal.NOTHING_POINTS))));
        }
        return changes;
    }

    private static AttributionStatement change(Refusal refusal) {
        return switch (refusal) {
            case NO_INTRUSION -> AttributionStatement.CHANGE_INTRUSION;
            case NOTHING_POINTS, ONLY_TECHNIQUES, ONLY_PUBLIC_TOOLS -> AttributionStatement.CHANGE_ANY_RARE;
            case ONE_KIND_OF_EVIDENCE, TOO_WEAK -> AttributionStatement.CHANGE_SECOND_KIND;
            case CONTRADICTED -> AttributionStatement.CHANGE_RESOLVE;
            case COMPETING -> AttributionStatement.CHANGE_HARD_TO_FAKE;
        };
    }
}
