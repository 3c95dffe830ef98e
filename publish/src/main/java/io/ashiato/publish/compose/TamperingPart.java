package io.ashiato.publish.compose;

import io.ashiato.model.Artefact;
import io.ashiato.model.Assessment;
import io.ashiato.model.Assessment.TamperingVerdict;
import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.TamperingFact;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.language.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The part of section 5 on what was hidden: a verdict for each host, the acts, which findings are held with lower
/// confidence for it, and where something can still be recovered.
final class TamperingPart {
    private static final int MOST_ACTS = 60;
    private static final int MOST_HOSTS = 60;
    private static final int MOST_FINDINGS = 60;
    private static final int MOST_LOGS = 8;

    private final Desk desk;
    private final IncidentCase incident;
    private final Phrases phrases;

    TamperingPart(Desk desk) {
        this.desk = desk;
        this.incident = desk.model().incident();
        this.phrases = desk.phrases();
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("tampering", desk.label(Label.TAMPERING)));
        List<Assessment.Tampering> verdicts = gravestFirst();
        if (!verdicts.isEmpty()) {
            blocks.add(desk.say(Statement.TAMPERING_VERDICTS));
            blocks.add(verdicts(verdicts));
        }
        if (incident.tampering().isEmpty()) {
            blocks.add(desk.say(Statement.NO_TAMPERING));
            return blocks;
        }
        blocks.add(desk.say(Statement.TAMPERING_INTRO));
        blocks.add(acts());
        lowered(verdicts, blocks);
        remaining(verdicts, blocks);
        return blocks;
    }

    private List<Assessment.Tampering> gravestFirst() {
        return desk.model().tamperingVerdicts().stream()
                .sorted(Comparator.comparing(Assessment.Tampering::verdict)
                        .reversed()
                        .thenComparing(Assessment.Tampering::host))
                .toList();
    }

    private Line verdict(TamperingVerdict verdict) {
        Run.Tone tone = switch (verdict) {
            case NONE_SEEN -> Run.Tone.QUIET;
            case SUSPICIOUS -> Run.Tone.NOTABLE;
            case PROVEN -> Run.Tone.GRAVE;
        };
        return Desk.badge(phrases.term(Terms.of(verdict)), tone);
    }

    private Block.Table verdicts(List<Assessment.Tampering> verdicts) {
        return desk.table(
                Label.VERDICTS,
                List.of(desk.text(Label.HOST), desk.text(Label.VERDICT), desk.text(Label.EVIDENCE)),
                verdicts,
                MOST_HOSTS,
                "case.json",
                it -> new Row("", List.of(desk.host(it.host()), verdict(it.verdict()), desk.few(it.facts()))));
    }

    private Block.Table acts() {
        return desk.table(
                Label.TAMPERING,
                Desk.row(
                        List.of(desk.fixed(Label.NUMBER)),
                        desk.times(Label.TIME_UTC, Label.TIME_JST),
                        List.of(
                                desk.text(Label.HOST),
                                desk.text(Label.WHAT),
                                desk.text(Label.EFFECT),
                                desk.wide(Label.EVIDENCE))),
                incident.tampering().stream()
                        .sorted(Comparator.comparing((TamperingFact fact) -> !fact.proves())
                                .thenComparing(TamperingFact::id))
                        .toList(),
                MOST_ACTS,
                "case.json",
                this::act);
    }

    private Row act(TamperingFact fact) {
        Line what = phrases.tampered(fact);
        if (fact.account().isPresent()) {
            what = desk.sentences(List.of(what, phrases.byAccount(fact.account().get())));
        }
        Line record = Line.of(
                "{0} {1} · {2}", Line.value(fact.channel()), Line.value(fact.eventId()), desk.source(fact.source()));
        return new Row(
                fact.id(),
                Desk.row(
                        List.of(Line.mark(fact.id())),
                        desk.times(fact.time()),
                        List.of(desk.host(fact.host()), what, effect(fact), record)));
    }

    /// A deleted file cannot be examined, unless it was restored or kept and is among the evidence.
    private Line effect(TamperingFact fact) {
        if (fact.kind() == TamperingFact.Kind.FILE_DELETED) {
            String name = fileName(fact.object());
            List<String> handedIn = incident.artefacts().stream()
                    .filter(it -> fileName(it.path()).equals(name))
                    .map(Artefact::id)
                    .toList();
            if (!handedIn.isEmpty()) {
                return phrases.say(Statement.DELETED_FILE_HANDED_IN, desk.few(handedIn));
            }
        }
        return desk.term(Terms.effect(fact.kind()));
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    private record Lowered(Finding finding, Assessment.Tampering reason) {}

    private void lowered(List<Assessment.Tampering> verdicts, List<Block> blocks) {
        var lowered = new ArrayList<Lowered>();
        for (Finding finding : incident.findings()) {
            verdicts.stream()
                    .filter(verdict -> verdict.lowered().contains(finding.id()))
                    .findFirst()
                    .ifPresent(verdict -> lowered.add(new Lowered(finding, verdict)));
        }
        if (lowered.isEmpty()) {
            blocks.add(desk.say(Statement.LOWERED_NONE));
            return;
        }
        blocks.add(desk.say(Statement.LOWERED_INTRO));
        blocks.add(desk.table(
                Label.LOWERED,
                List.of(
                        desk.fixed(Label.FINDING),
                        desk.text(Label.HOST),
                        desk.text(Label.CONFIDENCE),
                        desk.text(Label.HOST_TAMPERED),
                        desk.text(Label.EVIDENCE)),
                lowered,
                MOST_FINDINGS,
                "case.json",
                it -> new Row(
                        "",
                        List.of(
                                Line.mark(it.finding().id()),
                                desk.host(it.finding().host()),
                                desk.confidence(it.finding().confidence()),
                                verdict(it.reason().verdict()),
                                desk.few(it.reason().facts())))));
    }

    private void remaining(List<Assessment.Tampering> verdicts, List<Block> blocks) {
        List<Assessment.Tampering> acted = verdicts.stream()
                .filter(it -> it.verdict() != TamperingVerdict.NONE_SEEN)
                .toList();
        if (acted.isEmpty()) {
            return;
        }
        if (acted.stream().allMatch(it -> it.remaining().isEmpty())) {
            blocks.add(desk.say(Statement.REMAINING_NONE));
            return;
        }
        blocks.add(desk.say(Statement.REMAINING_INTRO));
        blocks.add(desk.table(
                Label.RECOVERY,
                List.of(desk.text(Label.HOST), desk.text(Label.LOGS)),
                acted.stream().filter(it -> !it.remaining().isEmpty()).toList(),
                MOST_HOSTS,
                "case.json",
                it -> new Row("", List.of(desk.host(it.host()), logs(it.remaining())))));
    }

    private Line logs(List<String> names) {
        Line shown = Line.join(
                desk.separator(),
                names.stream().limit(MOST_LOGS).map(Line::value).toList());
        return names.size() > MOST_LOGS ? shown.plus(" + " + phrases.number(names.size() - MOST_LOGS)) : shown;
    }
}
