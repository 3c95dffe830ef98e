package io.ashiato.cli;

import io.ashiato.casefile.Hunt;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.publish.language.DiagnosticText;
import io.ashiato.publish.render.Visible;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What is told at the end of a hunt: what was read, which rules took part, what is missing.
///
/// @param verbose whether to name all of what there may be many of, not the most frequent alone
record HuntReport(Terminal terminal, Words words, boolean verbose) {
    /// Channels and log sources that a summary names.
    private static final int NAMED = 5;

    void print(Hunt.Summary summary, RuleFolders.Loaded rules, long nanos) {
        PrintWriter err = terminal.err();
        HuntWords said = words.hunt();
        long bytes = summary.reading().bytes();
        err.println(words.huntSummary(
                summary.detections(),
                summary.rulesMatched(),
                StageLines.seconds(nanos),
                StageLines.size(bytes),
                StageLines.size((long) (bytes / (nanos / 1e9)))));
        err.println(words.read(summary.reading().items().size(), summary.events(), summary.hosts()));
        if (summary.outside() > 0) {
            err.println(said.outsideWindow(summary.outside()));
        }
        List<NamedCount> channels = channels(summary);
        list(channels, said::channels, said.allChannels());
        err.println(said.rulesLoaded(
                rules.rules().loaded(),
                rules.rules().leftOut().size(),
                rules.problems().size()));
        List<NamedCount> silent = rules.rules().silentSources(summary.reading().seenSources()).stream()
                .map(source -> new NamedCount(source.source(), source.rules()))
                .sorted(NamedCount.MOST_FIRST)
                .toList();
        list(silent, said::silent, said.allSilent(NamedCount.sum(silent)));
        if (!verbose && (channels.size() > NAMED || silent.size() > NAMED)) {
            err.println(said.more());
        }
        gaps(summary);
    }

    /// How some counts are named in one sentence, and the others only counted.
    private interface Brief {
        String sentence(List<NamedCount> named, List<NamedCount> others);
    }

    private void list(List<NamedCount> counts, Brief brief, String head) {
        if (counts.isEmpty()) {
            return;
        }
        if (!verbose) {
            int named = Math.min(NAMED, counts.size());
            terminal.err().println(brief.sentence(counts.subList(0, named), counts.subList(named, counts.size())));
            return;
        }
        terminal.err().println(head);
        counts.forEach(count ->
                terminal.err().println(String.format(Locale.ROOT, "  %,12d  %s", count.count(), count.name())));
    }

    /// Of all hosts; Windows takes the names of channels without case.
    private static List<NamedCount> channels(Hunt.Summary summary) {
        Map<String, Long> events = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        summary.hosts().stream()
                .flatMap(host -> host.channels().stream())
                .forEach(channel -> events.merge(channel.channel(), channel.events(), Long::sum));
        return events.entrySet().stream()
                .map(channel -> new NamedCount(
                        channel.getKey().isEmpty() ? "-" : Visible.head(Visible.of(channel.getKey())),
                        channel.getValue()))
                .sorted(NamedCount.MOST_FIRST)
                .toList();
    }

    private void gaps(Hunt.Summary summary) {
        PrintWriter err = terminal.err();
        if (summary.events() + summary.outside() == 0) {
            err.println(words.nothingRead(summary.reading().items().size()));
        }
        summary.reading().diagnostics().stream()
                .filter(d -> d.code() == DiagnosticCode.REGEX_GIVEN_UP || d.code() == DiagnosticCode.CORRELATIONS_CUT)
                .forEach(d -> err.println(DiagnosticText.sentence(d.code(), words.language())));
        long unread = Unread.items(summary.reading().diagnostics());
        if (unread > 0) {
            err.println(words.unreadDetails(unread));
            Unread.print(summary.reading().diagnostics(), err, words.language());
        }
    }
}
