package io.ashiato.publish.compose;

import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Level;
import io.ashiato.model.Likelihood;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.TamperingFact;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Document;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import io.ashiato.publish.figure.TimelineFigure;
import io.ashiato.publish.language.ArtefactStatement;
import io.ashiato.publish.language.ArtefactTerms;
import io.ashiato.publish.language.AttributionStatement;
import io.ashiato.publish.language.AttributionTerms;
import io.ashiato.publish.language.Bilingual;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Noun;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.language.TechniqueWords;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.Judgement;
import io.ashiato.publish.report.ReportModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// The first screen and the pages for readers who decide: title, judgements, what happened.
final class Front {
    private static final int MOST_ACTIONS = 3;

    /// Findings told in the summary; a manager's page holds no more.
    private static final int MOST_TOLD = 8;

    private static final int MOST_SIGNS = 4;

    /// Steps of a chain in a sentence.
    private static final int MOST_STEPS = 12;

    private final Desk desk;
    private final ReportModel model;
    private final IncidentCase incident;
    private final Phrases phrases;

    Front(Desk desk) {
        this.desk = desk;
        this.model = desk.model();
        this.incident = model.incident();
        this.phrases = desk.phrases();
    }

    Document.Masthead masthead() {
        return new Document.Masthead(
                phrases.label(Label.REPORT),
                incident.tlp().label(),
                phrases.term(Terms.of(incident.tlp())),
                phrases.time(incident.date()),
                incident.id(),
                title(),
                phrases.lead(
                        incident.events(),
                        incident.hosts().size(),
                        incident.detections(),
                        incident.findings().size()),
                incident.knowledge().hasInvented() ? phrases.say(AttributionStatement.INVENTED) : Line.EMPTY);
    }

    /// A claim that follows from the findings.
    private Line title() {
        Line hosts = titleHosts();
        Line days = model.period()
                .map(period -> phrases.days(period.from(), period.to()))
                .orElse(Line.EMPTY);
        Line claim = switch (model.weight()) {
            case NO_EVENTS -> phrases.titleNoEvents(incident.items().size());
            case NOTHING -> phrases.titleNothing(incident.events());
            case MINOR -> phrases.titleMinor(hosts, days);
            case SIGNS -> phrases.titleSigns(hosts, days);
            case INTRUDER -> phrases.titleIntruder(hosts, days);
        };
        List<TamperingFact> cleared = model.tampering(TamperingFact.Kind.LOG_CLEARED);
        if (!cleared.isEmpty()) {
            List<String> channels =
                    cleared.stream().map(TamperingFact::object).distinct().toList();
            return phrases.titleCleared(
                    claim,
                    channels.size() == 1
                            ? phrases.clearedLog(channels.getFirst())
                            : phrases.clearedLogs(cleared.stream()
                                    .map(fact -> fact.host() + "\n" + fact.object())
                                    .distinct()
                                    .count()));
        }
        return model.tampering(TamperingFact.Kind.ANTIVIRUS_DISABLED).isEmpty()
                ? claim
                : phrases.titleUnprotected(claim);
    }

    /// One or two hosts by name: a title with more cannot be read aloud.
    private Line titleHosts() {
        List<String> names = ReportModel.hosts(model.about());
        return names.size() > 2 ? phrases.hosts(names.size()) : desk.hosts(names);
    }

    Document.Opening opening() {
        List<Document.Judgement> judgements =
                model.judgements().stream().map(this::judgement).toList();
        List<Document.Action> actions = model.today(MOST_ACTIONS).stream()
                .map(recommendation ->
                        new Document.Action(desk.term(recommendation.action()), Line.marks(recommendation.because())))
                .toList();
        return new Document.Opening(judgements, actions, List.of(new TimelineFigure(model, phrases).block()));
    }

    private Document.Judgement judgement(Judgement judgement) {
        Line marks = Line.marks(judgement.marks());
        return switch (judgement) {
            case Judgement.Intrusion it ->
                likely(it.likelihood(), intrusion(it), phrases.confidence(it.confidence(), it.reasons()), marks);
            case Judgement.Hidden it -> hidden(it);
            case Judgement.AccountOnHosts it ->
                observed(phrases.accountOnHosts(Line.value(it.account()), it.hosts()), Statement.ACCOUNT_BASIS, marks);
            case Judgement.CredentialsAtRisk it ->
                observed(phrases.credentialsAtRisk(desk.hosts(it.hosts())), Statement.CREDENTIAL_BASIS, marks);
            case Judgement.NothingMatched it ->
                observed(phrases.nothingMatched(it.events(), it.hosts()), Statement.NOTHING_BASIS, marks);
            case Judgement.BlindSpots it ->
                observed(
                        phrases.blindSpots(it.unread(), it.items(), it.silentSources()),
                        Statement.COVERAGE_BASIS,
                        marks);
            case Judgement.Attributed it ->
                likely(
                        it.hypothesis().likelihood(),
                        AttributionSection.claim(desk, it.hypothesis()),
                        AttributionSection.basis(desk, it.hypothesis()),
                        marks);
            case Judgement.Refused it ->
                new Document.Judgement(
                        new Run.Badge(phrases.label(Label.REFUSED), Run.Tone.QUIET),
                        phrases.say(AttributionStatement.NOT_ALLOWED),
                        desk.term(AttributionTerms.reason(it.refusal())),
                        marks);
            case Judgement.PartOfCampaign it ->
                likely(
                        it.campaign().likelihood().orElseThrow(),
                        CampaignSection.claim(desk, it.campaign()),
                        CampaignSection.basis(desk, it.campaign()),
                        marks);
        };
    }

    private Line intrusion(Judgement.Intrusion it) {
        Line claim = phrases.judged(it.likelihood(), phrases.say(Statement.CLAUSE_INTRUDER, desk.hosts(it.hosts())));
        return it.exposed().isEmpty()
                ? claim
                : desk.sentences(List.of(claim, phrases.credentialsAtRisk(desk.hosts(it.exposed()))));
    }

    /// A judgement with the range of its likelihood as its standing; the words are in the sentence.
    private Document.Judgement likely(Likelihood likelihood, Line claim, Line basis, Line marks) {
        Run.Tone tone = likelihood.compareTo(Likelihood.LIKELY) >= 0 ? Run.Tone.GRAVE : Run.Tone.PLAIN;
        return new Document.Judgement(new Run.Badge(phrases.range(likelihood).plain(), tone), claim, basis, marks);
    }

    private Document.Judgement hidden(Judgement.Hidden hidden) {
        var claims = new ArrayList<Line>();
        if (!hidden.cleared().isEmpty()) {
            claims.add(phrases.logsCleared(hidden.cleared()));
        }
        if (!hidden.unprotected().isEmpty()) {
            claims.add(phrases.antivirusDisabled(desk.hosts(hidden.unprotected()), hidden.since()));
        }
        boolean proven = !claims.isEmpty();
        if (!hidden.others().isEmpty()) {
            claims.add(phrases.say(
                    proven ? Statement.TAMPERING_SIGNS : Statement.TAMPERING_SIGNS_ONLY, desk.hosts(hidden.others())));
        }
        Line basis = phrases.say(proven ? Statement.RECORD_IS_DIRECT : Statement.TAMPERING_SIGNS_BASIS);
        if (hidden.lowered() > 0) {
            basis = desk.sentences(
                    List.of(basis, phrases.say(Statement.LOWERED, phrases.count(Noun.FINDING, hidden.lowered()))));
        }
        return new Document.Judgement(
                new Run.Badge(phrases.label(Label.OBSERVED), Run.Tone.PLAIN),
                desk.sentences(claims),
                basis,
                Line.marks(hidden.marks()));
    }

    private Document.Judgement observed(Line claim, Statement basis, Line marks) {
        return new Document.Judgement(
                new Run.Badge(phrases.label(Label.OBSERVED), Run.Tone.PLAIN), claim, phrases.say(basis), marks);
    }

    /// Section 2: for managers, without the names of logs.
    Section whatHappened() {
        var blocks = new ArrayList<Block>();
        if (model.about().isEmpty()) {
            blocks.add(desk.say(Statement.NOTHING_HAPPENED));
            return new Section("summary", "2", desk.label(Label.WHAT_HAPPENED), blocks);
        }
        Line hosts = desk.hosts(ReportModel.hosts(model.about()));
        boolean grave = !model.grave().isEmpty();
        Line period = model.period()
                .map(it -> phrases.period(grave, hosts, it.from(), it.to()))
                .orElseGet(() -> phrases.periodUnknown(grave, hosts));
        long accounts = model.about().stream()
                .flatMap(finding -> finding.account().stream())
                .distinct()
                .count();
        Line weight = phrases.weight(incident.findings().size(), model.grave().size(), accounts);
        blocks.add(desk.say(desk.sentences(List.of(period, weight))));
        List<Finding> told = told();
        blocks.add(new Block.Bullets(told.stream().map(this::told).toList()));
        int left = incident.findings().size() - told.size();
        if (left > 0) {
            blocks.add(desk.say(phrases.otherFindings(left)));
        }
        entry(blocks);
        if (incident.tampering().stream().anyMatch(TamperingFact::proves)) {
            blocks.add(desk.say(Statement.HIDING_PARAGRAPH));
        }
        blocks.add(desk.say(Statement.SIGNS_NOT_PROOF));
        return new Section("summary", "2", desk.label(Label.WHAT_HAPPENED), blocks);
    }

    /// How it came in, and what was brought along, in a sentence each.
    private void entry(List<Block> blocks) {
        model.chains().stream()
                .findFirst()
                .ifPresent(chain -> blocks.add(desk.say(phrases.say(
                        ArtefactStatement.SUMMARY_CHAIN,
                        Line.join(
                                desk.separator(),
                                chain.steps().stream()
                                        .limit(MOST_STEPS)
                                        .map(step -> desk.term(ArtefactTerms.of(step.kind())))
                                        .toList()),
                        Line.mark(chain.id())))));
        incident.samples().stream()
                .filter(match -> match.verdict() == SampleMatch.Verdict.NEARLY_IDENTICAL)
                .findFirst()
                .ifPresent(match -> blocks.add(desk.say(phrases.say(
                        ArtefactStatement.SUMMARY_LIKENESS,
                        incident.artefacts().stream()
                                .filter(it -> it.id().equals(match.artefact()))
                                .findFirst()
                                .map(it -> desk.name(it.path()))
                                .orElse(Line.EMPTY),
                        Line.value(match.family()),
                        Line.mark(match.artefact())))));
    }

    /// The gravest findings in order of time.
    private List<Finding> told() {
        return model.about().stream()
                .filter(finding ->
                        finding.start().isPresent() && !signs(finding).isEmpty())
                .sorted(Comparator.comparing(Finding::level)
                        .thenComparingLong(Finding::detections)
                        .reversed()
                        .thenComparing(Finding::id))
                .limit(MOST_TOLD)
                .sorted(Comparator.comparing(Finding::id))
                .toList();
    }

    private Line told(Finding finding) {
        Line signs = phrases.signs(finding.start().orElseThrow(), desk.host(finding.host()), signs(finding));
        return signs.plus(" ").plus(Line.mark(finding.id()));
    }

    /// In plain words, what the gravest rules of a finding mean.
    private List<Line> signs(Finding finding) {
        var signs = new LinkedHashSet<Bilingual>();
        for (Finding.RuleCount count : finding.rules()) {
            if (count.rule().level().atLeast(finding.level().atLeast(Level.HIGH) ? Level.HIGH : Level.LOW)) {
                for (String technique : count.rule().techniques()) {
                    TechniqueWords.signs(technique).ifPresent(signs::add);
                }
            }
        }
        if (signs.isEmpty()) {
            finding.tactics().forEach(tactic -> signs.add(Terms.signs(tactic)));
        }
        return signs.stream().limit(MOST_SIGNS).map(desk::term).toList();
    }
}
