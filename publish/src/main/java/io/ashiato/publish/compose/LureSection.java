package io.ashiato.publish.compose;

import io.ashiato.model.Artefact;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.figure.ChainFigure;
import io.ashiato.publish.language.ArtefactStatement;
import io.ashiato.publish.language.ArtefactTerms;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.Defang;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Section 7: how it came in, what the lures state of themselves, and the addresses.
final class LureSection {
    /// Chains drawn and told; those that reach furthest come first.
    private static final int MOST_CHAINS = 4;

    private static final int MOST_STEPS = 40;
    private static final int MOST_LURES = 20;
    private static final int MOST_ADDRESSES = 60;

    /// What a lure can betray of its maker, then what it shows and does.
    private static final List<String> FACTS = List.of(
            "machine_id",
            "mac",
            "volume_serial",
            "author_sid",
            "author",
            "last_saved_by",
            "company",
            "template",
            "rsid_root",
            "application",
            "subject",
            "from",
            "reply_to",
            "title",
            "words",
            "arguments",
            "working_dir",
            "icon",
            "host_url",
            "referrer_url",
            "created",
            "modified",
            "date");

    private final Desk desk;
    private final IncidentCase incident;
    private final Phrases phrases;

    LureSection(Desk desk) {
        this.desk = desk;
        this.incident = desk.model().incident();
        this.phrases = desk.phrases();
    }

    Section section() {
        var blocks = new ArrayList<Block>();
        List<Artefact> lures =
                incident.artefacts().stream().filter(this::isLure).toList();
        if (lures.isEmpty() && desk.model().chains().isEmpty()) {
            blocks.add(desk.say(ArtefactStatement.NO_LURES));
        } else if (desk.model().chains().isEmpty()) {
            blocks.add(desk.say(ArtefactStatement.NO_CHAINS));
        } else {
            blocks.add(desk.say(ArtefactStatement.CHAIN_INTRO));
            desk.model().chains().stream().limit(MOST_CHAINS).forEach(chain -> chain(chain, blocks));
            if (desk.model().chains().size() > MOST_CHAINS) {
                blocks.add(
                        desk.say(phrases.rest(MOST_CHAINS, desk.model().chains().size(), "case.json")));
            }
        }
        facts(lures, blocks);
        addresses(blocks);
        return new Section("lures", "7", desk.label(Label.LURES), blocks);
    }

    /// What a delivery chain holds, and the mark of the web beside it. Programs have their own section; an
    /// employee's other files are nobody's lure.
    private boolean isLure(Artefact artefact) {
        EvidenceKind kind = artefact.kind();
        return kind != EvidenceKind.PE
                && kind != EvidenceKind.ELF
                && !artefact.facts().values().isEmpty()
                && inChain(artefact.id());
    }

    private boolean inChain(String artefact) {
        return incident.chains().stream()
                .flatMap(chain -> chain.steps().stream())
                .anyMatch(step -> step.artefact().filter(artefact::equals).isPresent());
    }

    private void chain(DeliveryChain chain, List<Block> blocks) {
        blocks.add(new Block.Heading(chain.id(), Line.of("{0} {1}", desk.label(Label.CHAIN), Line.mark(chain.id()))));
        blocks.add(new ChainFigure(chain, phrases)
                .block(desk.table(
                        Label.CHAIN,
                        Desk.row(
                                List.of(
                                        desk.number(Label.NUMBER),
                                        desk.fixed(Label.STEP),
                                        desk.wide(Label.LABEL),
                                        desk.text(Label.TIED_BY)),
                                desk.times(Label.TIME_UTC, Label.TIME_JST),
                                List.of(desk.wide(Label.EVIDENCE))),
                        IntStream.range(0, chain.steps().size()).boxed().toList(),
                        MOST_STEPS,
                        "case.json",
                        index -> step(index, chain.steps().get(index)))));
    }

    private Row step(int index, DeliveryChain.Step step) {
        Line evidence = step.artefact().map(Line::mark).orElse(Line.EMPTY);
        if (step.source().isPresent()) {
            Line source = desk.source(step.source().get());
            evidence = evidence.isEmpty() ? source : Line.of("{0} {1}", evidence, source);
        }
        return new Row(
                "",
                Desk.row(
                        List.of(
                                desk.number(index + 1L),
                                desk.term(ArtefactTerms.of(step.kind())),
                                Line.code(Desk.cut(Defang.text(step.label()), Desk.MOST_VALUE)),
                                desk.term(ArtefactTerms.of(step.joint()))),
                        desk.times(step.time()),
                        List.of(evidence.isEmpty() ? Desk.DASH : evidence)));
    }

    private void facts(List<Artefact> lures, List<Block> blocks) {
        if (lures.isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading("lure-facts", desk.label(Label.LURE_FACTS)));
        blocks.add(desk.say(ArtefactStatement.LURES_INTRO));
        for (Artefact lure : lures.subList(0, Math.min(MOST_LURES, lures.size()))) {
            var facts = new ArrayList<Block.Fact>();
            facts.add(new Block.Fact(
                    Line.of("{0} {1}", Line.mark(lure.id()), desk.term(Terms.of(lure.kind()))),
                    Line.code(Desk.cut(lure.path(), Desk.MOST_VALUE))));
            facts.addAll(desk.facts(lure.facts(), FACTS));
            blocks.add(new Block.Facts(facts));
        }
        if (lures.size() > MOST_LURES) {
            blocks.add(desk.say(phrases.rest(MOST_LURES, lures.size(), "case.json")));
        }
    }

    private void addresses(List<Block> blocks) {
        List<Indicator> addresses =
                incident.indicators().stream().filter(LureSection::isAddress).toList();
        blocks.add(new Block.Heading("addresses", desk.label(Label.INFRASTRUCTURE)));
        if (addresses.isEmpty()) {
            blocks.add(desk.say(ArtefactStatement.NO_INFRASTRUCTURE));
            return;
        }
        blocks.add(desk.say(ArtefactStatement.INFRASTRUCTURE_INTRO));
        blocks.add(desk.table(
                Label.INFRASTRUCTURE,
                List.of(
                        desk.fixed(Label.NUMBER),
                        desk.text(Label.KIND),
                        desk.wide(Label.VALUE),
                        desk.text(Label.ROLE),
                        desk.text(Label.EVIDENCE)),
                addresses,
                MOST_ADDRESSES,
                "indicators.csv",
                it -> new Row(
                        "",
                        List.of(
                                Line.mark(it.id()),
                                desk.term(Terms.of(it.kind())),
                                Line.code(Desk.cut(Defang.indicator(it), Desk.MOST_VALUE)),
                                desk.term(Terms.of(it.role())),
                                desk.few(Desk.row(it.findings(), it.artefacts()))))));
    }

    private static boolean isAddress(Indicator indicator) {
        return switch (indicator.kind()) {
            case IPV4, IPV6, DOMAIN, URL, MAIL_ADDRESS -> true;
            case MD5, SHA1, SHA256, FILE_PATH, FILE_NAME, IMPHASH -> false;
        };
    }
}
