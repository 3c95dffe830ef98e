package io.ashiato.publish.language;

import static io.ashiato.publish.document.Line.code;
import static io.ashiato.publish.document.Line.strong;
import static io.ashiato.publish.document.Line.value;

import io.ashiato.model.Assessment.Reason;
import io.ashiato.model.Confidence;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.Likelihood;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.Technique;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The English sentences. Times are UTC.
final class EnglishPhrases implements Phrases {
    private static final DateTimeFormatter MINUTE = pattern("d MMMM uuuu HH:mm 'UTC'");
    private static final DateTimeFormatter DAY = pattern("d MMMM uuuu");
    private static final DateTimeFormatter DAY_OF_YEAR = pattern("d MMMM");
    private static final DateTimeFormatter DAY_OF_MONTH = pattern("d");
    private static final DateTimeFormatter STAMP = pattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter AXIS_DAY = pattern("d MMM uuuu");
    private static final DateTimeFormatter AXIS_DAY_OF_YEAR = pattern("d MMM");

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    @Override
    public Language language() {
        return Language.ENGLISH;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Line moment(Instant time, DateTimeFormatter format) {
        return Line.of(new Run.Moment(time, format.format(utc(time))));
    }

    private String count(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    @Override
    public Line time(Instant time) {
        return moment(time, MINUTE);
    }

    @Override
    public Line noTime() {
        return Line.of("time unknown");
    }

    @Override
    public Line days(Instant from, Instant to) {
        OffsetDateTime first = utc(from);
        OffsetDateTime last = utc(to);
        if (first.toLocalDate().equals(last.toLocalDate())) {
            return Line.of("on {0}", moment(from, DAY));
        }
        DateTimeFormatter start = first.getYear() != last.getYear()
                ? DAY
                : first.getMonth() != last.getMonth() ? DAY_OF_YEAR : DAY_OF_MONTH;
        return Line.of("from {0} to {1}", moment(from, start), moment(to, DAY));
    }

    @Override
    public List<Line> stamps(Instant time) {
        return List.of(moment(time, STAMP));
    }

    @Override
    public boolean showsJst() {
        return false;
    }

    @Override
    public String axisDay(Instant time, boolean withYear) {
        return (withYear ? AXIS_DAY : AXIS_DAY_OF_YEAR).format(utc(time));
    }

    @Override
    public String duration(Duration duration) {
        if (duration.toDays() >= 2) {
            return count(duration.toDays(), "day", "days");
        }
        if (duration.toHours() >= 2) {
            return count(duration.toHours(), "hour", "hours");
        }
        return count(Math.max(1, duration.toMinutes()), "minute", "minutes");
    }

    @Override
    public Line names(List<Line> names) {
        if (names.size() < 2) {
            return Line.join("", names);
        }
        Line head = Line.join(", ", names.subList(0, names.size() - 1));
        return Line.of("{0} and {1}", head, names.getLast());
    }

    @Override
    public Line hosts(long count) {
        return Line.of(count(count, "host", "hosts"));
    }

    @Override
    public Line rest(long shown, long all, String where) {
        return Line.of(number(shown) + " of " + number(all) + " shown; all are in {0}.", code(where));
    }

    @Override
    public Line cut(long shown, long all) {
        return Line.of("cut: " + number(shown) + " of " + number(all) + " characters shown");
    }

    @Override
    public Line lastOf(long events, Instant first) {
        return Line.of(
                "last of " + count(events, "correlated event", "correlated events") + " since {0} UTC", time(first));
    }

    @Override
    public Line titleIntruder(Line hosts, Line days) {
        return Line.of("Intruder active on {0} {1}", hosts, days);
    }

    @Override
    public Line titleSigns(Line hosts, Line days) {
        return Line.of("Signs of an intrusion on {0} {1}", hosts, days);
    }

    @Override
    public Line titleMinor(Line hosts, Line days) {
        return Line.of("Minor signs only on {0} {1}; nothing grave found", hosts, days);
    }

    @Override
    public Line titleNothing(long events) {
        return Line.of("Nothing suspicious found in " + count(events, "event", "events"));
    }

    @Override
    public Line titleNoEvents(long items) {
        return Line.of("No event could be read from " + count(items, "evidence item", "evidence items"));
    }

    @Override
    public Line titleCleared(Line title, Line log) {
        return Line.of("{0}; {1} cleared", title, log);
    }

    @Override
    public Line titleUnprotected(Line title) {
        return Line.of("{0}; anti-virus switched off", title);
    }

    @Override
    public Line clearedLog(String channel) {
        return Line.of("{0} log", value(channel));
    }

    @Override
    public Line clearedLogs(long count) {
        return Line.of(number(count) + " logs");
    }

    @Override
    public Line lead(long events, long hosts, long detections, long findings) {
        return Line.of("Drawn from " + count(events, "event", "events") + " of " + count(hosts, "host", "hosts") + ": "
                + count(detections, "detection", "detections") + " in " + count(findings, "finding", "findings") + ".");
    }

    @Override
    public Line judged(Likelihood likelihood, Line clause) {
        String words = Terms.of(likelihood).english();
        String claim = switch (likelihood) {
            case ALMOST_NO_CHANCE -> "There is {0} that {1}.";
            case ROUGHLY_EVEN -> "There is a {0} that {1}.";
            case VERY_UNLIKELY, UNLIKELY, LIKELY, VERY_LIKELY, ALMOST_CERTAIN -> "It is {0} that {1}.";
        };
        return Line.of(claim, strong(words).plus(" (").plus(range(likelihood)).plus(")"), clause);
    }

    @Override
    public Line range(Likelihood likelihood) {
        return Line.of(likelihood.low() + "-" + likelihood.high() + "%");
    }

    @Override
    public Line confidence(Confidence confidence, List<Reason> reasons) {
        String raising = reasons(reasons, true);
        String lowering = reasons(reasons, false);
        String basis = raising.isEmpty() ? "." : ": it rests on " + raising + ".";
        Line line = Line.of(
                "Our confidence in this assessment is {0}" + basis,
                strong(Terms.of(confidence).english()));
        return lowering.isEmpty() ? line : line.plus(" Against it stand " + lowering + ".");
    }

    private String reasons(List<Reason> reasons, boolean raising) {
        return names(reasons.stream()
                        .filter(reason -> reason.raises() == raising)
                        .map(reason -> Line.of(reason(reason)))
                        .toList())
                .plain();
    }

    private String reason(Reason reason) {
        long n = reason.number();
        return switch (reason.kind()) {
            case GRAVE_FINDINGS -> count(n, "grave finding", "grave findings");
            case TACTICS_COVERED -> count(n, "stage of an intrusion", "stages of an intrusion");
            case INDEPENDENT_RULES -> count(n, "independent rule", "independent rules");
            case HOSTS_AFFECTED -> count(n, "affected host", "affected hosts");
            case TAMPERING_PROVEN -> count(n, "proven act of tampering", "proven acts of tampering");
            case EVIDENCE_UNREAD ->
                count(n, "evidence item that was not read whole", "evidence items that were not read whole");
            case ONLY_WEAK_FINDINGS -> "findings of low weight only";
            case LOG_SOURCES -> count(n, "kind of log", "kinds of log");
        };
    }

    @Override
    public Line logsCleared(List<TamperingFact> facts) {
        TamperingFact first = facts.getFirst();
        if (facts.size() == 1) {
            return Line.of(
                    "The {0} log of {1} was cleared{2}.",
                    value(first.object()),
                    value(first.host()),
                    first.time().map(at -> Line.of(" on {0}", time(at))).orElse(Line.EMPTY));
        }
        long hosts = facts.stream().map(TamperingFact::host).distinct().count();
        return Line.of(
                "Logs were cleared " + number(facts.size()) + " times on " + count(hosts, "host", "hosts") + ".");
    }

    @Override
    public Line antivirusDisabled(Line hosts, Optional<Instant> first) {
        return Line.of(
                "Anti-virus software was switched off on {0}{1}.",
                hosts, first.map(at -> Line.of(", first on {0}", time(at))).orElse(Line.EMPTY));
    }

    @Override
    public Line accountOnHosts(Line account, long hosts) {
        return Line.of(
                "The account {0} took part in grave findings on " + count(hosts, "host", "hosts") + ".", account);
    }

    @Override
    public Line credentialsAtRisk(Line hosts) {
        return Line.of(
                "Signs of password theft were seen on {0}: accounts that logged on there count as exposed.", hosts);
    }

    @Override
    public Line nothingMatched(long events, long hosts) {
        return Line.of("No rule of weight matched any of " + count(events, "event", "events") + " from "
                + count(hosts, "host", "hosts") + ".");
    }

    @Override
    public Line blindSpots(long unread, long items, long silentSources) {
        String itemsUnread =
                number(unread) + " of " + count(items, "evidence item", "evidence items") + " could not be read whole";
        String silent =
                "no events came from " + count(silentSources, "log source", "log sources") + " that the rules ask for";
        if (unread == 0) {
            return Line.of("The evidence has blind spots: " + silent + ".");
        }
        return Line.of(
                "The evidence has blind spots: " + itemsUnread + (silentSources == 0 ? "." : ", and " + silent + "."));
    }

    @Override
    public Line period(boolean grave, Line hosts, Instant from, Instant to) {
        return Line.of(
                (grave ? "The grave findings" : "The findings") + " concern {0}. They lie between {1} and {2}.",
                hosts,
                time(from),
                time(to));
    }

    @Override
    public Line periodUnknown(boolean grave, Line hosts) {
        return Line.of(
                (grave ? "The grave findings" : "The findings") + " concern {0}. Their records carry no time.", hosts);
    }

    @Override
    public Line weight(long findings, long grave, long accounts) {
        String all = "There " + (findings == 1 ? "is " : "are ") + count(findings, "finding", "findings") + " in all, ";
        String by = count(accounts, "account", "accounts") + ".";
        return Line.of(
                grave == 0
                        ? all + "none of them grave, by " + by
                        : all + number(grave) + " of them grave. The grave ones are by " + by);
    }

    @Override
    public Line signs(Instant day, Line host, List<Line> signs) {
        return Line.of("{0}, {1}: signs of {2}.", time(day), host, names(signs));
    }

    @Override
    public Line otherFindings(long count) {
        return Line.of(count(count, "further finding is", "further findings are") + " in appendix C.");
    }

    @Override
    public Line evidenceGiven(long items, long read, long other, long notRead) {
        return Line.of(count(items, "evidence item was", "evidence items were") + " handed in or unpacked: "
                + number(read) + " read whole, " + number(other) + " unpacked or hashed only, " + number(notRead)
                + " not read or only in part.");
    }

    @Override
    public Line hostGap(String host, Instant from, Instant to) {
        return Line.of("{0}: no events from {1} to {2}.", value(host), time(from), time(to));
    }

    @Override
    public Line logStartsLate(String channel, String host, Instant from) {
        return Line.of("{0}: the {1} log starts only at {2}.", value(host), value(channel), time(from));
    }

    @Override
    public Line clearedEverythingBefore(String channel, String host, Instant at) {
        return Line.of(
                "{0}: the {1} log was cleared at {2}; events before that are missing.",
                value(host), value(channel), time(at));
    }

    @Override
    public Line figureCaption() {
        return Line.of(
                "Bands: times with events. Hatched: none. Dashed: tampering, and the time that a cleared log has lost. Only matches of medium level or above; times in UTC.");
    }

    @Override
    public String figureDescription(long hosts, long marks, long tampering) {
        return "Flagged events of " + count(hosts, "host", "hosts") + " in order of time: " + number(marks)
                + (marks == 1 ? " mark and " : " marks and ")
                + count(tampering, "act of tampering", "acts of tampering") + ".";
    }

    @Override
    public Line stageSigns(Line hosts, List<Line> signs) {
        return Line.of("Signs of {0} were seen on {1}.", names(signs), hosts);
    }

    @Override
    public Line stage(long findings, long observations) {
        return Line.of(count(findings, "finding touches", "findings touch") + " this stage, with "
                + count(observations, "observation", "observations") + ".");
    }

    @Override
    public Line quotedElsewhere(List<String> ids) {
        return Line.of("Quoted in another stage: {0}.", Line.marks(ids));
    }

    @Override
    public Line notQuoted(long count) {
        return Line.of(
                count(count, "further observation is", "further observations are") + " in {0}.", code("case.json"));
    }

    @Override
    public Line tampered(TamperingFact fact) {
        Line object = value(fact.object());
        return switch (fact.kind()) {
            case LOG_CLEARED -> Line.of("The {0} log was cleared.", object);
            case ANTIVIRUS_DISABLED -> Line.of("Anti-virus software was switched off: {0}.", object);
            case ANTIVIRUS_WEAKENED -> Line.of("A setting of the anti-virus software was weakened: {0}.", object);
            case AUDIT_POLICY_CHANGED -> Line.of("Auditing was reduced: {0}.", object);
            case SYSMON_CHANGED -> Line.of("Sysmon was stopped or its configuration changed: {0}.", object);
            case SERVICE_STOPPED -> Line.of("A service was stopped or disabled: {0}.", object);
            case RECORDS_MISSING ->
                Line.of(
                        "Between record ids {0} and {1} of the log {2}, {3} records are missing.",
                        detail(fact, "from"), detail(fact, "to"), object, detail(fact, "count"));
            case RECORDS_REPEATED ->
                Line.of("In the log {0}, record ids from {1} on occur again.", object, detail(fact, "from"));
            case TIME_BACKWARDS ->
                Line.of(
                        "In the log {0}, a later record goes back in time from {1} to {2}.",
                        object, detail(fact, "from"), detail(fact, "to"));
            case CLOCK_CHANGED ->
                Line.of("The clock was set from {0} to {1}.", detail(fact, "from"), detail(fact, "to"));
            case FILE_DELETED -> Line.of("A file was deleted: {0}.", object);
            case HIDING_COMMAND -> Line.of("A command that clears, stops or switches off was run: {0}.", object);
        };
    }

    private static Line detail(TamperingFact fact, String name) {
        return value(fact.details().getOrDefault(name, "?"));
    }

    @Override
    public Line byAccount(String account) {
        return Line.of("Acting account: {0}.", value(account));
    }

    @Override
    public Line impactSigns(long findings) {
        return Line.of(count(findings, "finding shows", "findings show")
                + " signs of data leaving the network, or of damage to data or services.");
    }

    @Override
    public Line technique(Technique technique) {
        return Line.of("{0} {1}", value(technique.name()), code(technique.id()));
    }

    @Override
    public Line recordSource(String path, String record, long offset) {
        String number = record.isEmpty() ? "" : ", record " + record;
        return Line.of("{0}" + number + ", offset " + offset, code(path));
    }

    @Override
    public Line diagnostic(Diagnostic diagnostic) {
        return DiagnosticText.line(diagnostic, language());
    }

    @Override
    public Line diagnosticTimes(Diagnostic diagnostic, long count) {
        return diagnostic(diagnostic).plus(" (" + number(count) + " times)");
    }

    @Override
    public Line hostsCollapsed(long hosts) {
        return Line.of("The figure leaves out " + count(hosts, "host", "hosts") + " with less weight.");
    }

    @Override
    public String chainDescription(long steps, Line first, Line last) {
        return count(steps, "step", "steps") + ", from " + first.plain() + " to " + last.plain() + ".";
    }

    @Override
    public String matrixDescription(long techniques, long tactics) {
        return count(techniques, "technique", "techniques") + " under " + count(tactics, "tactic", "tactics") + ".";
    }

    @Override
    public Line matrixCaption() {
        return Line.of(
                "The darker, the graver the rules: low, medium, high, critical. The number after the id counts findings.");
    }
}
