package io.ashiato.publish.compose;

import io.ashiato.model.CaseRule;
import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.Level;
import io.ashiato.model.RuleCoverage;
import io.ashiato.model.Tactic;
import io.ashiato.model.TamperingFact;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import io.ashiato.publish.figure.MatrixFigure;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Noun;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.Defang;
import io.ashiato.publish.report.Recommendation;
import io.ashiato.publish.report.Recommendation.Horizon;
import io.ashiato.publish.report.ReportModel;
import io.ashiato.publish.report.ReportModel.RuleUse;
import io.ashiato.publish.report.ReportModel.TechniqueUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Sections 11 to 16: what follows from the findings, and what does not.
final class AdviceSections {
    private static final int MOST_TECHNIQUES = 80;
    private static final int MOST_RULES = 80;
    private static final int MOST_SILENT = 40;
    private static final int MOST_INDICATORS = 120;

    private static final int MOST_CASE_RULES = 12;

    /// Characters of a rule that is quoted whole; one that is longer is read in its file.
    private static final int MOST_YAML = 4_000;

    /// Words of a rule's author in a cell.
    private static final int MOST_WORDS = 240;

    private final Desk desk;
    private final ReportModel model;
    private final IncidentCase incident;
    private final Phrases phrases;

    AdviceSections(Desk desk) {
        this.desk = desk;
        this.model = desk.model();
        this.incident = model.incident();
        this.phrases = desk.phrases();
    }

    Section impact() {
        List<String> findings = incident.findings().stream()
                .filter(finding -> finding.level().atLeast(Level.MEDIUM))
                .filter(finding -> finding.tactics().contains(Tactic.IMPACT)
                        || finding.tactics().contains(Tactic.EXFILTRATION))
                .map(Finding::id)
                .toList();
        var blocks = new ArrayList<Block>();
        blocks.add(
                findings.isEmpty()
                        ? desk.say(Statement.NO_IMPACT_SEEN)
                        : desk.say(Line.of("{0} {1}", phrases.impactSigns(findings.size()), desk.few(findings))));
        blocks.add(desk.say(Statement.IMPACT_UNKNOWN));
        blocks.add(desk.say(Statement.IMPACT_NOT_DETERMINED));
        blocks.add(new Block.Bullets(List.of(
                phrases.say(Statement.IMPACT_DATA),
                phrases.say(Statement.IMPACT_MONEY),
                phrases.say(Statement.IMPACT_OTHER_HOSTS))));
        return new Section("impact", "11", desk.label(Label.IMPACT), blocks);
    }

    Section attack() {
        var blocks = new ArrayList<Block>();
        if (model.techniques().isEmpty()) {
            blocks.add(desk.say(Statement.NO_TECHNIQUES));
            return new Section("attack", "12", desk.label(Label.ATTACK), blocks);
        }
        blocks.add(desk.say(Statement.ATTACK_INTRO));
        blocks.add(desk.say(Statement.ATTACK_JAPANESE_NAMES));
        blocks.add(new MatrixFigure(model, phrases)
                .block(desk.table(
                        Label.TECHNIQUES,
                        List.of(
                                desk.text(Label.TECHNIQUE),
                                desk.text(Label.TACTICS),
                                desk.text(Label.LEVEL),
                                desk.number(Label.MATCHES),
                                desk.text(Label.FINDINGS_COLUMN)),
                        gravestFirst(),
                        MOST_TECHNIQUES,
                        "attack-layer.json",
                        this::techniqueRow)));
        return new Section("attack", "12", desk.label(Label.ATTACK), blocks);
    }

    private List<TechniqueUse> gravestFirst() {
        return model.techniques().stream()
                .sorted(Comparator.comparing(TechniqueUse::level)
                        .reversed()
                        .thenComparing(use -> use.technique().id()))
                .toList();
    }

    private Row techniqueRow(TechniqueUse use) {
        List<Line> tactics = use.technique().tactics().stream()
                .flatMap(name -> Tactic.of(name).stream())
                .map(tactic -> desk.term(Terms.of(tactic)))
                .toList();
        return new Row(
                "",
                List.of(
                        phrases.technique(use.technique()),
                        Line.join(desk.separator(), tactics),
                        desk.level(use.level()),
                        desk.number(use.count()),
                        desk.few(use.findings())));
    }

    Section detection() {
        var blocks = new ArrayList<Block>();
        if (model.rules().isEmpty()) {
            blocks.add(desk.say(Statement.NO_RULES_MATCHED));
        } else {
            blocks.add(desk.say(Statement.DETECTION_INTRO));
            blocks.add(desk.table(
                    Label.RULES_THAT_MATCHED,
                    List.of(
                            desk.text(Label.RULE),
                            desk.text(Label.LEVEL),
                            desk.text(Label.AUTHOR),
                            desk.number(Label.MATCHES),
                            desk.text(Label.FINDINGS_COLUMN),
                            desk.text(Label.FALSE_POSITIVES)),
                    model.rules(),
                    MOST_RULES,
                    "detections.jsonl",
                    this::ruleRow));
        }
        caseRules(blocks);
        blocks.add(new Block.Heading("silent", desk.label(Label.SILENT_SOURCES)));
        if (incident.rules().silent().isEmpty()) {
            blocks.add(desk.say(Statement.NO_SILENT));
        } else {
            blocks.add(desk.say(Statement.SILENT_INTRO));
            blocks.add(silent());
        }
        return new Section("detection", "13", desk.label(Label.DETECTION), blocks);
    }

    private void caseRules(List<Block> blocks) {
        blocks.add(new Block.Heading("case-rules", desk.label(Label.CASE_RULES)));
        if (incident.advice().isEmpty()) {
            blocks.add(desk.say(Statement.CASE_RULES_NONE));
            return;
        }
        blocks.add(desk.say(Statement.CASE_RULES_INTRO));
        incident.advice().stream().limit(MOST_CASE_RULES).forEach(rule -> blocks.add(listing(rule)));
        if (incident.advice().size() > MOST_CASE_RULES) {
            blocks.add(desk.say(phrases.rest(MOST_CASE_RULES, incident.advice().size(), "exports/rules")));
        }
    }

    private Block.Listing listing(CaseRule rule) {
        Line matches = phrases.say(Statement.CASE_RULE_MATCHES, phrases.count(Noun.EVENT, rule.matches()));
        return new Block.Listing(
                Line.of(
                        "{0} {1}",
                        Line.of(new Run.English(Desk.cut(rule.title(), MOST_WORDS))), desk.level(rule.level())),
                Desk.cut(Defang.text(rule.yaml()), MOST_YAML),
                Line.of("{0} {1} {2}", matches, desk.few(rule.references()), Line.code(rule.file())));
    }

    private Row ruleRow(RuleUse use) {
        String falsePositives = String.join("; ", use.rule().falsePositives());
        Line dash = Line.of("–");
        return new Row(
                "",
                List.of(
                        Line.of(
                                "{0} {1}",
                                desk.title(use.rule()), Line.code(use.rule().id())),
                        desk.level(use.rule().level()),
                        use.rule()
                                .author()
                                .map(it -> Line.value(Desk.cut(it, MOST_WORDS)))
                                .orElse(dash),
                        desk.number(use.count()),
                        desk.few(use.findings()),
                        falsePositives.isEmpty()
                                ? dash
                                : Line.of(new Run.English(Desk.cut(falsePositives, MOST_WORDS)))));
    }

    private Block.Table silent() {
        List<RuleCoverage.SilentSource> most = incident.rules().silent().stream()
                .sorted(Comparator.comparingLong(RuleCoverage.SilentSource::rules)
                        .reversed()
                        .thenComparing(RuleCoverage.SilentSource::source))
                .toList();
        return desk.table(
                Label.SILENT_SOURCES,
                List.of(desk.text(Label.SOURCE), desk.number(Label.RULES_WAITING)),
                most,
                MOST_SILENT,
                "case.json",
                source -> new Row("", List.of(Line.value(source.source()), desk.number(source.rules()))));
    }

    Section recommendations() {
        var blocks = new ArrayList<Block>();
        if (model.recommendations().isEmpty()) {
            blocks.add(desk.say(Statement.NO_RECOMMENDATIONS));
        }
        for (Horizon horizon : Horizon.values()) {
            List<Recommendation> due = model.recommendations().stream()
                    .filter(it -> it.horizon() == horizon)
                    .toList();
            if (!due.isEmpty()) {
                Label label = label(horizon);
                blocks.add(desk.table(
                        label,
                        List.of(desk.text(label), desk.text(Label.BECAUSE)),
                        due,
                        due.size(),
                        "",
                        it -> new Row("", List.of(desk.term(it.action()), because(it)))));
            }
        }
        return new Section("recommendations", "14", desk.label(Label.RECOMMENDATIONS), blocks);
    }

    private static Label label(Horizon horizon) {
        return switch (horizon) {
            case TODAY -> Label.DO_TODAY;
            case MONTH -> Label.WITHIN_30_DAYS;
            case HALF_YEAR -> Label.WITHIN_180_DAYS;
        };
    }

    private Line because(Recommendation recommendation) {
        return switch (recommendation.ground()) {
            case IDS -> Line.marks(recommendation.because());
            case SILENT_SOURCES -> desk.label(Label.SILENT_SOURCES);
            case UNREAD_ITEMS -> desk.label(Label.NOT_READ);
        };
    }

    Section indicators() {
        var blocks = new ArrayList<Block>();
        if (incident.indicators().isEmpty()) {
            blocks.add(desk.say(Statement.NO_INDICATORS));
            return new Section("indicators", "15", desk.label(Label.INDICATORS), blocks);
        }
        blocks.add(desk.say(Statement.INDICATORS_INTRO));
        for (Indicator.Role role : Indicator.Role.values()) {
            List<Indicator> same = incident.indicators().stream()
                    .filter(indicator -> indicator.role() == role)
                    .sorted(Comparator.comparing(Indicator::kind))
                    .toList();
            if (!same.isEmpty()) {
                blocks.add(new Block.Heading(
                        "indicators-" + role.name().toLowerCase(Locale.ROOT), desk.heading(Terms.of(role))));
                blocks.add(indicators(same));
            }
        }
        return new Section("indicators", "15", desk.label(Label.INDICATORS), blocks);
    }

    private Block.Table indicators(List<Indicator> indicators) {
        return desk.table(
                Label.INDICATORS,
                Desk.row(
                        List.of(
                                desk.fixed(Label.NUMBER),
                                desk.text(Label.KIND),
                                desk.wide(Label.VALUE),
                                desk.text(Label.CONFIDENCE),
                                desk.text(Label.BLOCK)),
                        desk.times(Label.FIRST, Label.FIRST_JST),
                        desk.times(Label.LAST, Label.LAST_JST),
                        List.of(desk.text(Label.EVIDENCE))),
                indicators,
                MOST_INDICATORS,
                "indicators.csv",
                this::indicatorRow);
    }

    private Row indicatorRow(Indicator indicator) {
        Line block = indicator.blockable()
                ? Desk.badge(phrases.label(Label.YES), Run.Tone.NOTABLE)
                : Desk.badge(phrases.label(Label.NO), Run.Tone.QUIET);
        return new Row(
                indicator.id(),
                Desk.row(
                        List.of(
                                Line.mark(indicator.id()),
                                desk.term(Terms.of(indicator.kind())),
                                Line.code(Desk.cut(Defang.indicator(indicator), MOST_WORDS)),
                                desk.confidence(indicator.confidence()),
                                block),
                        desk.times(indicator.firstSeen()),
                        desk.times(indicator.lastSeen()),
                        List.of(desk.few(Desk.row(indicator.findings(), indicator.artefacts())))));
    }

    Section outlook() {
        var open = new ArrayList<Line>();
        boolean entrySeen =
                model.grave().stream().anyMatch(finding -> finding.tactics().contains(Tactic.INITIAL_ACCESS))
                        || !model.chains().isEmpty();
        if (!model.grave().isEmpty() && !entrySeen) {
            open.add(phrases.say(Statement.GAP_ENTRY));
        }
        if (!model.tampering(TamperingFact.Kind.LOG_CLEARED).isEmpty()) {
            open.add(phrases.say(Statement.GAP_CLEARED));
        }
        if (ReportModel.unread(incident) > 0) {
            open.add(phrases.say(Statement.GAP_UNREAD));
        }
        if (!incident.rules().silent().isEmpty()) {
            open.add(phrases.say(Statement.GAP_SILENT));
        }
        open.add(phrases.say(Statement.GAP_IMPACT));
        return new Section(
                "outlook",
                "16",
                desk.label(Label.OUTLOOK),
                List.of(
                        desk.say(Statement.GAPS_INTRO),
                        new Block.Bullets(open),
                        desk.say(Statement.OUTLOOK_NOT_ASSESSED)));
    }
}
