package io.ashiato.publish.language;

import io.ashiato.model.Assessment.Reason;
import io.ashiato.model.Confidence;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.Likelihood;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.Technique;
import io.ashiato.publish.document.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a report says, as sentences with places for facts. Each language implements all of them; a
/// sentence of one language and its counterpart take the same facts, so neither can say more.
///
/// Likelihood and confidence never share a sentence: no method takes both.
public interface Phrases {
    Language language();

    default String label(Label label) {
        return label.in(language());
    }

    /// A sentence with its facts in its places.
    default Line say(Sentence sentence, Line... facts) {
        return Line.of(sentence.in(language()), facts);
    }

    /// Such as `230 own functions`.
    default Line count(Noun noun, long count) {
        return Line.of(noun.count(count).in(language()));
    }

    default String term(Bilingual words) {
        return words.in(language());
    }

    /// Digits in groups of three.
    default String number(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }

    /// A moment in prose, to the minute, with its zone.
    Line time(Instant time);

    /// Where a moment is not known.
    Line noTime();

    /// From one day to another, or one day, without a zone.
    Line days(Instant from, Instant to);

    /// A moment in a table, to the second, once for each zone that the language shows (UTC is always the first).
    List<Line> stamps(Instant time);

    /// Whether tables show Japan's time beside UTC. Prose and figures are in UTC in every language, so that the
    /// reports name the same days.
    boolean showsJst();

    /// A day or a time on the axis of a figure.
    String axisDay(Instant time, boolean withYear);

    String duration(Duration duration);

    /// `A, B and C`.
    Line names(List<Line> names);

    /// `n hosts`.
    Line hosts(long count);

    Line rest(long shown, long all, String where);

    /// How much of a value is shown.
    Line cut(long shown, long all);

    /// That an event is the last of several that a correlation found together.
    ///
    /// @param first time of the first
    Line lastOf(long events, Instant first);

    // Title and lead

    Line titleIntruder(Line hosts, Line days);

    Line titleSigns(Line hosts, Line days);

    Line titleMinor(Line hosts, Line days);

    Line titleNothing(long events);

    Line titleNoEvents(long items);

    /// What joins a title when a log was cleared.
    Line titleCleared(Line title, Line log);

    /// What joins a title when anti-virus software was switched off.
    Line titleUnprotected(Line title);

    Line clearedLog(String channel);

    Line clearedLogs(long count);

    Line lead(long events, long hosts, long detections, long findings);

    // Judgements

    /// That something is so, and how likely.
    ///
    /// @param clause without a full stop, such as `an intruder was active on A`
    Line judged(Likelihood likelihood, Line clause);

    Line range(Likelihood likelihood);

    /// How good the basis of a judgement is, in a sentence of its own.
    Line confidence(Confidence confidence, List<Reason> reasons);

    Line logsCleared(List<TamperingFact> facts);

    Line antivirusDisabled(Line hosts, Optional<Instant> first);

    Line accountOnHosts(Line account, long hosts);

    Line credentialsAtRisk(Line hosts);

    Line nothingMatched(long events, long hosts);

    Line blindSpots(long unread, long items, long silentSources);

    // What happened

    /// @param grave whether hosts and times are those of the grave findings only
    Line period(boolean grave, Line hosts, Instant from, Instant to);

    Line periodUnknown(boolean grave, Line hosts);

    /// @param accounts of the grave findings, or of all where none is grave
    Line weight(long findings, long grave, long accounts);

    Line signs(Instant day, Line host, List<Line> signs);

    Line otherFindings(long count);

    // Sections

    /// @param other archives whose members are items of their own, and kinds without a reader
    Line evidenceGiven(long items, long read, long other, long notRead);

    Line hostGap(String host, Instant from, Instant to);

    Line logStartsLate(String channel, String host, Instant from);

    Line clearedEverythingBefore(String channel, String host, Instant at);

    Line figureCaption();

    String figureDescription(long hosts, long marks, long tampering);

    /// What was done in a stage, in plain words.
    Line stageSigns(Line hosts, List<Line> signs);

    Line stage(long findings, long observations);

    Line quotedElsewhere(List<String> ids);

    Line notQuoted(long count);

    Line tampered(TamperingFact fact);

    Line byAccount(String account);

    Line impactSigns(long findings);

    /// The local name with the official English one and the id.
    Line technique(Technique technique);

    Line recordSource(String path, String record, long offset);

    Line diagnostic(Diagnostic diagnostic);

    Line diagnosticTimes(Diagnostic diagnostic, long count);

    Line hostsCollapsed(long hosts);

    /// @param first what a delivery chain begins with
    /// @param last what it ends in
    String chainDescription(long steps, Line first, Line last);

    String matrixDescription(long techniques, long tactics);

    Line matrixCaption();
}
