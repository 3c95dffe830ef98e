package io.ashiato.publish.compose;

import io.ashiato.model.Artefact;
import io.ashiato.model.Confidence;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Likelihood;
import io.ashiato.model.Observation;
import io.ashiato.model.RuleProblem;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Fact;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import io.ashiato.publish.language.ArtefactTerms;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.ReportModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Appendices A to D: method, evidence list, findings, glossary.
final class Appendices {
    private static final int MOST_PROBLEMS = 30;
    private static final int MOST_ITEMS = 400;
    private static final int MOST_ARTEFACTS = 400;
    private static final int MOST_DIAGNOSTICS = 100;
    private static final int MOST_FINDINGS = 300;
    private static final int MOST_EVIDENCE = 4;
    private static final int MOST_PATH = 300;

    private final Desk desk;
    private final IncidentCase incident;
    private final Phrases phrases;

    Appendices(Desk desk) {
        this.desk = desk;
        this.incident = desk.model().incident();
        this.phrases = desk.phrases();
    }

    Section method() {
        var blocks = new ArrayList<Block>();
        blocks.add(desk.say(Statement.METHOD_PIPELINE));
        blocks.add(new Block.Facts(List.of(
                new Fact(desk.label(Label.PROGRAM), Line.value(incident.program())),
                new Fact(desk.label(Label.ATTACK_VERSION), Line.value(incident.attackVersion())),
                new Fact(
                        desk.label(Label.RULES_RUN),
                        desk.number(incident.rules().loaded())),
                new Fact(
                        desk.label(Label.RULES_MATCHED),
                        desk.number(incident.rules().matched())),
                new Fact(
                        desk.label(Label.RULES_REFUSED),
                        desk.number(incident.rules().problems().size())))));
        blocks.add(desk.say(Statement.METHOD_LIKELIHOOD));
        blocks.add(likelihoods());
        blocks.add(desk.say(Statement.METHOD_CONFIDENCE));
        blocks.add(confidences());
        blocks.add(desk.say(Statement.METHOD_NAMING));
        blocks.add(desk.say(Statement.METHOD_LIKENESS));
        blocks.add(desk.say(Statement.METHOD_LEVELS));
        blocks.add(desk.say(Statement.METHOD_LIMITS));
        blocks.add(desk.say(Statement.METHOD_PASSWORDS));
        blocks.add(desk.say(Statement.METHOD_SAME));
        blocks.add(new Block.Heading("refused", desk.label(Label.RULES_REFUSED)));
        if (incident.rules().problems().isEmpty()) {
            blocks.add(desk.say(Statement.NO_PROBLEM_RULES));
        } else {
            blocks.add(problems());
        }
        return new Section("method", "A", desk.label(Label.METHOD), blocks);
    }

    private Block.Table likelihoods() {
        var rows = new ArrayList<Row>();
        for (Likelihood likelihood : Likelihood.values()) {
            rows.add(new Row("", List.of(desk.term(Terms.of(likelihood)), phrases.range(likelihood))));
        }
        return new Block.Table(
                desk.label(Label.LIKELIHOOD_SCALE),
                List.of(desk.text(Label.LIKELIHOOD_SCALE), desk.fixed(Label.RANGE)),
                rows,
                Line.EMPTY);
    }

    private Block.Table confidences() {
        var rows = new ArrayList<Row>();
        for (Confidence confidence : List.of(Confidence.HIGH, Confidence.MODERATE, Confidence.LOW)) {
            rows.add(new Row("", List.of(desk.confidence(confidence), desk.term(Terms.meaning(confidence)))));
        }
        return new Block.Table(
                desk.label(Label.CONFIDENCE_SCALE),
                List.of(desk.text(Label.CONFIDENCE_SCALE), desk.text(Label.MEANING)),
                rows,
                Line.EMPTY);
    }

    private Block.Table problems() {
        return desk.table(
                Label.RULES_REFUSED,
                List.of(desk.fixed(Label.CODE), desk.wide(Label.FILE), desk.text(Label.REASON)),
                incident.rules().problems(),
                MOST_PROBLEMS,
                "case.json",
                this::problem);
    }

    private Row problem(RuleProblem problem) {
        String place = problem.line() > 0 ? ":" + problem.line() : "";
        return new Row(
                "",
                List.of(
                        Line.code(problem.code()),
                        Line.code(Desk.cut(problem.file(), MOST_PATH) + place),
                        Line.of(new Run.English(Desk.cut(problem.reason(), MOST_PATH)))));
    }

    Section manifest() {
        var blocks = new ArrayList<Block>();
        if (incident.items().isEmpty()) {
            blocks.add(desk.say(Statement.NO_ITEMS));
        } else {
            blocks.add(items());
        }
        if (!incident.artefacts().isEmpty()) {
            blocks.add(new Block.Heading("artefacts", desk.label(Label.ARTEFACTS)));
            blocks.add(artefacts());
        }
        blocks.add(new Block.Heading("diagnostics", desk.label(Label.DIAGNOSTIC)));
        if (incident.diagnostics().isEmpty()) {
            blocks.add(desk.say(Statement.NO_DIAGNOSTICS));
        } else {
            blocks.add(diagnostics());
        }
        return new Section("manifest", "B", desk.label(Label.MANIFEST), blocks);
    }

    private Block.Table items() {
        return desk.table(
                Label.ITEMS,
                List.of(
                        desk.wide(Label.PATH),
                        desk.text(Label.KIND),
                        desk.text(Label.HOST),
                        desk.number(Label.SIZE),
                        desk.text(Label.OUTCOME),
                        desk.number(Label.RECORDS),
                        desk.number(Label.DAMAGED),
                        desk.wide(Label.SHA256)),
                incident.items(),
                MOST_ITEMS,
                "case.json",
                this::item);
    }

    private Row item(EvidenceItem item) {
        Line dash = Line.of("–");
        Line state = ReportModel.unread(item)
                ? Desk.badge(phrases.term(Terms.of(item.outcome().state())), Run.Tone.NOTABLE)
                : desk.term(Terms.of(item.outcome().state()));
        return new Row(
                "",
                List.of(
                        Line.code(Desk.cut(item.path(), MOST_PATH)),
                        desk.term(Terms.of(item.kind())),
                        item.host().map(desk::host).orElse(dash),
                        item.size() < 0 ? dash : desk.number(item.size()),
                        state,
                        desk.number(item.outcome().records()),
                        desk.number(item.outcome().damaged()),
                        item.sha256().isEmpty() ? dash : Line.code(item.sha256())));
    }

    private Block.Table artefacts() {
        return desk.table(
                Label.ARTEFACTS,
                List.of(
                        desk.fixed(Label.NUMBER),
                        desk.wide(Label.PATH),
                        desk.text(Label.KIND),
                        desk.text(Label.PARENT),
                        desk.wide(Label.SHA256)),
                incident.artefacts(),
                MOST_ARTEFACTS,
                "case.json",
                this::artefact);
    }

    private Row artefact(Artefact artefact) {
        Line parent = artefact.parent().map(Line::mark).orElse(Desk.DASH);
        Line role = artefact.role().map(it -> desk.term(ArtefactTerms.of(it))).orElse(Line.EMPTY);
        return new Row(
                artefact.id(),
                List.of(
                        Line.mark(artefact.id()),
                        Line.code(Desk.cut(artefact.path(), MOST_PATH)),
                        desk.term(Terms.of(artefact.kind())),
                        role.isEmpty() ? parent : Line.of("{0} {1}", parent, role),
                        Line.code(artefact.sha256())));
    }

    /// One row for each code of an item, however often it occurred.
    private Block.Table diagnostics() {
        var counts = new LinkedHashMap<String, List<Diagnostic>>();
        for (Diagnostic diagnostic : incident.diagnostics()) {
            counts.computeIfAbsent(diagnostic.code() + "\n" + diagnostic.path(), key -> new ArrayList<>())
                    .add(diagnostic);
        }
        return desk.table(
                Label.DIAGNOSTIC,
                List.of(
                        desk.fixed(Label.CODE),
                        desk.text(Label.EFFECT),
                        desk.wide(Label.PATH),
                        desk.text(Label.MEANING)),
                counts.values().stream()
                        .sorted(Comparator.comparing((List<Diagnostic> same) ->
                                same.getFirst().code().effect()))
                        .toList(),
                MOST_DIAGNOSTICS,
                "case.json",
                same -> {
                    Diagnostic first = same.getFirst();
                    return new Row(
                            "",
                            List.of(
                                    Line.code(first.code().id()),
                                    desk.term(Terms.of(first.code().effect())),
                                    Line.code(Desk.cut(first.path(), MOST_PATH)),
                                    same.size() == 1
                                            ? phrases.diagnostic(first)
                                            : phrases.diagnosticTimes(first, same.size())));
                });
    }

    Section findings() {
        var blocks = new ArrayList<Block>();
        if (incident.findings().isEmpty()) {
            blocks.add(desk.say(Statement.NO_FINDINGS));
        } else {
            blocks.add(desk.table(
                    Label.FINDINGS,
                    Desk.row(
                            List.of(desk.fixed(Label.NUMBER)),
                            desk.times(Label.FIRST, Label.FIRST_JST),
                            desk.times(Label.LAST, Label.LAST_JST),
                            List.of(
                                    desk.text(Label.HOST),
                                    desk.text(Label.ACCOUNT),
                                    desk.text(Label.LEVEL),
                                    desk.text(Label.CONFIDENCE),
                                    desk.text(Label.WHAT),
                                    desk.number(Label.DETECTIONS),
                                    desk.text(Label.EVIDENCE))),
                    shown(),
                    MOST_FINDINGS,
                    "case.json",
                    this::finding));
        }
        return new Section("findings", "C", desk.label(Label.FINDINGS), blocks);
    }

    /// In order of time; where they are too many, the gravest of them.
    private List<Finding> shown() {
        Set<String> gravest = new HashSet<>();
        incident.findings().stream()
                .sorted(Comparator.comparing(Finding::level).reversed().thenComparing(Finding::id))
                .limit(MOST_FINDINGS)
                .forEach(finding -> gravest.add(finding.id()));
        var shown = new ArrayList<Finding>();
        var rest = new ArrayList<Finding>();
        for (Finding finding : incident.findings()) {
            (gravest.contains(finding.id()) ? shown : rest).add(finding);
        }
        shown.addAll(rest);
        return shown;
    }

    private Row finding(Finding finding) {
        Line rules = Line.join(
                "; ",
                finding.rules().stream()
                        .limit(3)
                        .map(it -> desk.title(it.rule()))
                        .toList());
        if (finding.rules().size() > 3) {
            rules = rules.plus(" + " + phrases.number(finding.rules().size() - 3L));
        }
        return new Row(
                finding.id(),
                Desk.row(
                        List.of(Line.mark(finding.id())),
                        desk.times(finding.start()),
                        desk.times(finding.end()),
                        List.of(
                                desk.host(finding.host()),
                                finding.account().map(Line::value).orElse(Line.of("–")),
                                desk.level(finding.level()),
                                desk.confidence(finding.confidence()),
                                rules,
                                desk.number(finding.detections()),
                                Line.marks(evidence(finding)))));
    }

    /// The gravest observations, in order of time.
    private static List<String> evidence(Finding finding) {
        return finding.observations().stream()
                .sorted(Comparator.comparing((Observation it) -> it.rule().level())
                        .reversed()
                        .thenComparing(ReportModel.BY_TIME))
                .limit(MOST_EVIDENCE)
                .sorted(ReportModel.BY_TIME)
                .map(Observation::id)
                .toList();
    }

    Section glossary() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(desk.label(Label.DETECTIONS), phrases.say(Statement.TERM_DETECTION)));
        facts.add(new Fact(desk.label(Label.OBSERVED), phrases.say(Statement.TERM_OBSERVATION)));
        facts.add(new Fact(desk.label(Label.FINDING), phrases.say(Statement.TERM_FINDING)));
        facts.add(new Fact(desk.label(Label.INDICATORS), phrases.say(Statement.TERM_INDICATOR)));
        facts.add(new Fact(desk.label(Label.VALUE), phrases.say(Statement.TERM_DEFANGED)));
        facts.add(new Fact(desk.label(Label.TAMPERING), phrases.say(Statement.TERM_TAMPERING)));
        facts.add(new Fact(desk.label(Label.LURES), phrases.say(Statement.TERM_LURE)));
        facts.add(new Fact(desk.label(Label.CHAIN), phrases.say(Statement.TERM_CHAIN)));
        facts.add(new Fact(desk.label(Label.TRAIT), phrases.say(Statement.TERM_TRAIT)));
        facts.add(new Fact(desk.label(Label.HYPOTHESES), phrases.say(Statement.TERM_MATRIX)));
        facts.add(new Fact(Line.of("ATT&CK"), phrases.say(Statement.TERM_ATTACK)));
        facts.add(new Fact(Line.of("TLP"), phrases.say(Statement.TERM_TLP)));
        return new Section("glossary", "D", desk.label(Label.GLOSSARY), List.of(new Block.Facts(facts)));
    }
}
