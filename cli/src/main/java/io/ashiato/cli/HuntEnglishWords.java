package io.ashiato.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// English.
final class HuntEnglishWords implements HuntWords {
    @Override
    public String channels(List<NamedCount> named, List<NamedCount> others) {
        return "Events by channel: " + listed(named)
                + (others.isEmpty()
                        ? "."
                        : "; " + counted(others.size(), "other channel") + " " + number(NamedCount.sum(others)) + ".");
    }

    @Override
    public String allChannels() {
        return "Events by channel:";
    }

    @Override
    public String rulesLoaded(long loaded, long leftOut, long notRun) {
        return counted(loaded, "rule") + " loaded, "
                + (leftOut > 0 ? number(leftOut) + " left out as asked, " : "")
                + number(notRun) + " not run"
                + (notRun > 0 ? " (ashiato rules lint DIR says why)." : ".");
    }

    @Override
    public String silent(List<NamedCount> named, List<NamedCount> others) {
        long rules = NamedCount.sum(named) + NamedCount.sum(others);
        return counted(rules, "rule") + " had nothing to look at, for want of events: " + listed(named)
                + (others.isEmpty()
                        ? "."
                        : "; " + counted(others.size(), "other log source") + " " + number(NamedCount.sum(others))
                                + ".");
    }

    @Override
    public String allSilent(long rules) {
        return counted(rules, "rule") + " had nothing to look at, for want of events of these log sources:";
    }

    @Override
    public String outsideWindow(long events) {
        return counted(events, "event") + " left out: outside of the time asked for, or without a time.";
    }

    @Override
    public String more() {
        return "All channels and log sources: --verbose.";
    }

    private static String listed(List<NamedCount> counts) {
        return counts.stream()
                .map(count -> count.name() + " " + number(count.count()))
                .collect(Collectors.joining("; "));
    }

    private static String counted(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
