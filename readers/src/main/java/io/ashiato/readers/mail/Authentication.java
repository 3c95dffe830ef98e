package io.ashiato.readers.mail;

import io.ashiato.model.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What receiving servers found when they checked the sender (RFC 8601, RFC 7208 9.1). The topmost field counts: a
/// sender can put such fields below it himself.
final class Authentication {
    private static final List<String> METHODS = List.of("spf", "dkim", "dmarc");

    private Authentication() {}

    static void add(HeaderFields header, Facts.Builder facts) {
        List<String> results = header.allRaw("authentication-results");
        for (String method : METHODS) {
            Pattern result = Pattern.compile("(?i)(?:^|[;\\s])" + method + "\\s{0,3}=\\s{0,3}([a-z]{1,20})");
            Optional<String> found = results.stream()
                    .map(result::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT))
                    .findFirst();
            facts.text(method, found.or(() -> method.equals("spf") ? receivedSpf(header) : Optional.empty()));
        }
        facts.text(
                "authenticated_by",
                results.stream()
                        .map(text -> text.split("[;\\s]", 2)[0])
                        .filter(text -> !text.isEmpty())
                        .findFirst());
    }

    private static Optional<String> receivedSpf(HeaderFields header) {
        return header.raw("received-spf")
                .map(text -> text.split("[\\s(;]", 2)[0].toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty());
    }
}
