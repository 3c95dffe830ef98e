package io.ashiato.readers.mail;

import io.ashiato.model.Facts;
import java.util.Locale;
import java.util.Optional;

/// One link of a mail.
///
/// @param target where it leads, made absolute where the mail states a base
/// @param written the address as it stands in the mail
/// @param shown what the reader sees of it, empty for what is no text
/// @param place how it stands there
record MailLink(String target, String written, String shown, Place place) {
    /// How a link stands in a mail.
    enum Place {
        ANCHOR,
        FORM,
        IMAGE,
        FRAME,
        REFRESH,
        TEXT
    }

    private static final int SHOWN_CHARS = 500;

    /// Whether what is written is an address by itself that leads to another computer.
    boolean isAbsolute() {
        String start = written.substring(0, Math.min(written.length(), 8)).toLowerCase(Locale.ROOT);
        return start.startsWith("http://")
                || start.startsWith("https://")
                || start.startsWith("ftp://")
                || (place == Place.TEXT && start.startsWith("www."));
    }

    /// Whether the text of the link is an address on another host than it leads to.
    boolean isMisleading() {
        Optional<String> shownHost = TextLinks.in(shown).stream().findFirst().flatMap(MailLink::host);
        Optional<String> targetHost = host(target);
        return place == Place.ANCHOR
                && shownHost.isPresent()
                && targetHost.isPresent()
                && !shownHost.equals(targetHost);
    }

    /// The host of an address in lower case, without `www.`, user or port.
    static Optional<String> host(String address) {
        int scheme = address.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int end = start;
        while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String authority = address.substring(start, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.lastIndexOf(':');
        String name = (port > host.lastIndexOf(']') ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
        return Optional.of(name.startsWith("www.") ? name.substring(4) : name).filter(text -> !text.isEmpty());
    }

    Facts facts() {
        Facts.Builder facts = Facts.builder().text("target", target);
        if (!shown.isEmpty()) {
            facts.text("shown", shown.length() > SHOWN_CHARS ? shown.substring(0, SHOWN_CHARS) + "…" : shown);
        }
        facts.text("place", place.name().toLowerCase(Locale.ROOT));
        return (isMisleading() ? facts.flag("misleading", true) : facts).build();
    }
}
