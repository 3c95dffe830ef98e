package io.ashiato.readers.mail;

import io.ashiato.model.Facts;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one server wrote of how it got a mail (RFC 5321 4.4). Only the topmost ones, written by the recipient's own
/// servers, cannot be forged by the sender.
///
/// @param from who gave it, by the name that it called itself
/// @param address from which it came, IPv4 or IPv6
/// @param by who took it
/// @param with the protocol
/// @param time when, with the zone as written
record ReceivedStation(
        Optional<String> from,
        Optional<String> address,
        Optional<String> by,
        Optional<String> with,
        Optional<OffsetDateTime> time) {
    private static final Set<String> CLAUSES = Set.of("from", "by", "via", "with", "id", "for");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w.])(?:IPv6:)?((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\\w.])");

    static ReceivedStation parse(String raw) {
        int dateFrom = raw.lastIndexOf(';');
        String text = dateFrom < 0 ? raw : raw.substring(0, dateFrom);
        Map<String, String> clauses = clauses(text);
        String from = clauses.getOrDefault("from", "");
        Matcher address = ADDRESS.matcher(from);
        return new ReceivedStation(
                firstWord(from),
                address.find() ? Optional.of(address.group(1)) : Optional.empty(),
                firstWord(clauses.getOrDefault("by", "")),
                firstWord(clauses.getOrDefault("with", "")),
                MailDate.parse(raw.substring(dateFrom + 1)));
    }

    /// What follows each clause's word, comments included; a word in a comment starts no clause.
    private static Map<String, String> clauses(String text) {
        Map<String, String> clauses = new HashMap<>();
        String current = "";
        var content = new ArrayList<String>();
        int depth = 0;
        for (String word : text.split("\\s+")) {
            String name = word.toLowerCase(Locale.ROOT);
            if (depth == 0 && CLAUSES.contains(name)) {
                clauses.putIfAbsent(current, String.join(" ", content));
                current = name;
                content.clear();
            } else {
                content.add(word);
            }
            depth = Math.max(0, depth + count(word, '(') - count(word, ')'));
        }
        clauses.putIfAbsent(current, String.join(" ", content));
        return clauses;
    }

    private static int count(String word, char wanted) {
        return (int) word.chars().filter(c -> c == wanted).count();
    }

    private static Optional<String> firstWord(String text) {
        int end = text.indexOf(' ');
        String word = end < 0 ? text : text.substring(0, end);
        return word.isEmpty() || word.startsWith("(") ? Optional.empty() : Optional.of(word);
    }

    /// All stations of a mail in the order in which it passed them: each server puts its own on top.
    static List<ReceivedStation> chain(HeaderFields header) {
        var stations = new ArrayList<ReceivedStation>();
        header.allRaw("received").stream().limit(Limits.STATIONS).forEach(raw -> stations.addFirst(parse(raw)));
        return stations;
    }

    Facts facts() {
        return Facts.builder()
                .text("from", from)
                .text("address", address)
                .text("by", by)
                .text("with", with)
                .time("time", time.map(OffsetDateTime::toInstant))
                .text("zone", time.map(one -> one.getOffset().getId()))
                .build();
    }
}
