package io.ashiato.publish.compose;

import io.ashiato.model.AccountSummary;
import io.ashiato.model.Finding;
import io.ashiato.model.HostSummary;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.ItemOutcome;
import io.ashiato.model.TamperingFact;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.report.ReportModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Section 3: what the evidence covers, and the hosts and accounts in it.
final class EvidenceSections {
    private static final int MOST_COVERAGE = 120;
    private static final int MOST_GAPS = 20;
    private static final int MOST_HOSTS = 120;
    private static final int MOST_ACCOUNTS = 60;

    private final Desk desk;
    private final IncidentCase incident;
    private final Phrases phrases;

    EvidenceSections(Desk desk) {
        this.desk = desk;
        this.incident = desk.model().incident();
        this.phrases = desk.phrases();
    }

    private record Covered(HostSummary host, HostSummary.ChannelCoverage channel) {}

    Section scope() {
        var blocks = new ArrayList<Block>();
        long unread = ReportModel.unread(incident);
        long read = incident.items().stream()
                .filter(item -> item.outcome().state() == ItemOutcome.State.READ)
                .count();
        int items = incident.items().size();
        blocks.add(desk.say(phrases.evidenceGiven(items, read, items - read - unread, unread)));
        if (incident.hosts().isEmpty()) {
            blocks.add(desk.say(Statement.NO_HOSTS));
        } else {
            coverage(blocks);
        }
        blocks.add(new Block.Heading("hosts", desk.label(Label.HOSTS_AND_ACCOUNTS)));
        hostsAndAccounts(blocks);
        return new Section("scope", "3", desk.label(Label.SCOPE), blocks);
    }

    private void coverage(List<Block> blocks) {
        List<Line> gaps = gaps();
        blocks.add(desk.say(Statement.COVERAGE_WHY));
        if (!gaps.isEmpty()) {
            blocks.add(new Block.Bullets(gaps.stream().limit(MOST_GAPS).toList()));
            if (gaps.size() > MOST_GAPS) {
                blocks.add(desk.say(phrases.rest(MOST_GAPS, gaps.size(), "case.json")));
            }
        }
        blocks.add(coverage());
    }

    private Block.Table coverage() {
        var covered = new ArrayList<Covered>();
        for (HostSummary host : incident.hosts()) {
            host.channels().forEach(channel -> covered.add(new Covered(host, channel)));
        }
        return desk.table(
                Label.COVERAGE,
                Desk.row(
                        List.of(desk.text(Label.HOST), desk.text(Label.CHANNEL), desk.number(Label.EVENTS)),
                        desk.times(Label.FIRST, Label.FIRST_JST),
                        desk.times(Label.LAST, Label.LAST_JST)),
                covered,
                MOST_COVERAGE,
                "case.json",
                it -> new Row(
                        "",
                        Desk.row(
                                List.of(
                                        desk.host(it.host().name()),
                                        Line.value(it.channel().channel()),
                                        desk.number(it.channel().events())),
                                desk.times(it.channel().first()),
                                desk.times(it.channel().last()))));
    }

    /// Where logs say nothing although something happened: cleared ones, and those that start after the
    /// first grave finding of their host.
    private List<Line> gaps() {
        var gaps = new ArrayList<Line>();
        List<TamperingFact> cleared = desk.model().tampering(TamperingFact.Kind.LOG_CLEARED);
        for (TamperingFact fact : cleared) {
            fact.time()
                    .ifPresent(at -> gaps.add(phrases.clearedEverythingBefore(fact.object(), fact.host(), at)
                            .plus(" ")
                            .plus(Line.mark(fact.id()))));
        }
        for (HostSummary host : incident.hosts()) {
            Optional<Instant> begin = desk.model().grave().stream()
                    .filter(finding -> finding.host().equals(host.name()))
                    .flatMap(finding -> finding.start().stream())
                    .min(Comparator.naturalOrder());
            for (HostSummary.ChannelCoverage channel : host.channels()) {
                boolean wasCleared = cleared.stream()
                        .anyMatch(fact ->
                                fact.host().equals(host.name()) && fact.object().equals(channel.channel()));
                channel.first()
                        .filter(first -> begin.filter(first::isAfter).isPresent() && !wasCleared)
                        .ifPresent(first -> gaps.add(phrases.logStartsLate(channel.channel(), host.name(), first)));
            }
        }
        return gaps;
    }

    private void hostsAndAccounts(List<Block> blocks) {
        if (incident.hosts().isEmpty()) {
            blocks.add(desk.say(Statement.NO_HOSTS));
        } else {
            blocks.add(hosts());
        }
        if (incident.accounts().isEmpty()) {
            blocks.add(desk.say(Statement.NO_ACCOUNTS));
        } else {
            blocks.add(accounts());
        }
    }

    private Block.Table hosts() {
        List<HostSummary> byWeight = incident.hosts().stream()
                .sorted(Comparator.comparingLong(HostSummary::detections)
                        .reversed()
                        .thenComparing(HostSummary::name))
                .toList();
        return desk.table(
                Label.HOSTS,
                Desk.row(
                        List.of(desk.text(Label.HOST), desk.number(Label.EVENTS), desk.number(Label.DETECTIONS)),
                        List.of(desk.text(Label.FINDINGS_COLUMN)),
                        desk.times(Label.FIRST, Label.FIRST_JST),
                        desk.times(Label.LAST, Label.LAST_JST)),
                byWeight,
                MOST_HOSTS,
                "case.json",
                host -> new Row(
                        "",
                        Desk.row(
                                List.of(
                                        desk.host(host.name()),
                                        desk.number(host.events()),
                                        desk.number(host.detections()),
                                        findings(host.name())),
                                desk.times(host.first()),
                                desk.times(host.last()))));
    }

    private Line findings(String host) {
        return desk.few(incident.findings().stream()
                .filter(finding -> finding.host().equals(host))
                .map(Finding::id)
                .toList());
    }

    private Block.Table accounts() {
        return desk.table(
                Label.ACCOUNT,
                Desk.row(
                        List.of(desk.text(Label.ACCOUNT), desk.text(Label.HOSTS), desk.number(Label.DETECTIONS)),
                        desk.times(Label.FIRST, Label.FIRST_JST),
                        desk.times(Label.LAST, Label.LAST_JST)),
                incident.accounts().stream()
                        .sorted(Comparator.comparingLong(AccountSummary::detections)
                                .reversed()
                                .thenComparing(AccountSummary::name))
                        .toList(),
                MOST_ACCOUNTS,
                "case.json",
                account -> new Row(
                        "",
                        Desk.row(
                                List.of(
                                        Line.value(account.name()),
                                        desk.hosts(account.hosts()),
                                        desk.number(account.detections())),
                                desk.times(account.first()),
                                desk.times(account.last()))));
    }
}
