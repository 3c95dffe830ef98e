package io.ashiato.readers.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The HTML of a mail as its reader sees it: text, and links with what is shown of them.
///
/// @param text visible, entities decoded, blocks on lines of their own
record HtmlMail(String text, List<MailLink> links) {
    static HtmlMail parse(String html) {
        String bounded = html.length() > Limits.SEARCHED_CHARS ? html.substring(0, Limits.SEARCHED_CHARS) : html;
        var reading = new Reading(bounded);
        reading.run();
        return new HtmlMail(reading.visible.toString().strip(), List.copyOf(reading.links));
    }

    private static final class Reading {
        private static final Set<String> BLOCKS = Set.of(
                "p",
                "br",
                "div",
                "tr",
                "li",
                "ul",
                "ol",
                "table",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "blockquote",
                "hr",
                "pre",
                "title");

        /// Elements whose content is not shown and holds no tags.
        private static final Set<String> HIDDEN = Set.of("script", "style", "noscript", "xml", "template");

        private static final Map<String, MailLink.Place> SOURCES = Map.of(
                "img", MailLink.Place.IMAGE,
                "input", MailLink.Place.IMAGE,
                "iframe", MailLink.Place.FRAME,
                "frame", MailLink.Place.FRAME,
                "embed", MailLink.Place.FRAME);

        private final String html;
        private final StringBuilder visible = new StringBuilder();
        private final List<MailLink> links = new ArrayList<>();
        private String base = "";
        private Optional<String> anchor = Optional.empty(); // the open link's address as written
        private int anchorTextFrom;
        private int at;

        Reading(String html) {
            this.html = html;
        }

        void run() {
            while (at < html.length()) {
                int tag = html.indexOf('<', at);
                text(html.substring(at, tag < 0 ? html.length() : tag));
                at = tag < 0 ? html.length() : tag;
                if (tag >= 0) {
                    markup();
                }
            }
            closeAnchor();
        }

        private void text(String raw) {
            String text = HtmlEntities.decode(raw).replaceAll("[ \t\r\n]+", " ");
            if (anchor.isEmpty()) {
                TextLinks.in(text).forEach(url -> add(url, url, "", MailLink.Place.TEXT));
            }
            boolean blankBefore = visible.isEmpty() || Character.isWhitespace(visible.charAt(visible.length() - 1));
            visible.append(blankBefore ? text.stripLeading() : text);
        }

        private void markup() {
            if (html.startsWith("<!--", at)) {
                int end = html.indexOf("-->", at + 4);
                at = end < 0 ? html.length() : end + 3;
                return;
            }
            boolean closing = html.startsWith("</", at);
            int nameFrom = at + (closing ? 2 : 1);
            int nameTo = nameFrom;
            while (nameTo < html.length()
                    && (Character.isLetterOrDigit(html.charAt(nameTo)) || html.charAt(nameTo) == ':')) {
                nameTo++;
            }
            if (nameTo == nameFrom) {
                int end = html.startsWith("!", nameFrom) || html.startsWith("?", nameFrom) ? html.indexOf('>', at) : at;
                visible.append(end == at ? "<" : "");
                at = end < 0 ? html.length() : end + 1;
                return;
            }
            String name = html.substring(nameFrom, nameTo).toLowerCase(Locale.ROOT);
            at = nameTo;
            Map<String, String> attributes = attributes();
            if (BLOCKS.contains(name) && !visible.isEmpty() && visible.charAt(visible.length() - 1) != '\n') {
                visible.append('\n');
            }
            if (closing) {
                closed(name);
            } else {
                opened(name, attributes);
            }
        }

        private void closed(String name) {
            if (name.equals("a")) {
                closeAnchor();
            }
        }

        private void opened(String name, Map<String, String> attributes) {
            Optional<String> href = Optional.ofNullable(attributes.get("href"));
            switch (name) {
                case "a" -> {
                    closeAnchor();
                    anchor = href;
                    anchorTextFrom = visible.length();
                }
                case "area" -> href.ifPresent(url -> add(url, "", MailLink.Place.ANCHOR));
                case "base" -> base = href.map(Reading::address).orElse(base);
                case "form" ->
                    Optional.ofNullable(attributes.get("action")).ifPresent(url -> add(url, "", MailLink.Place.FORM));
                case "meta" -> refresh(attributes);
                default -> {
                    MailLink.Place place = SOURCES.get(name);
                    String source = attributes.get("src");
                    if (place != null && source != null) {
                        add(source, "", place);
                    }
                    String background = attributes.get("background");
                    if (background != null) {
                        add(background, "", MailLink.Place.IMAGE);
                    }
                }
            }
            if (HIDDEN.contains(name)) {
                skipTo("</" + name);
            }
        }

        /// `<meta http-equiv=refresh content="0; url=...">`
        private void refresh(Map<String, String> attributes) {
            String content = attributes.getOrDefault("content", "");
            int url = content.toLowerCase(Locale.ROOT).indexOf("url=");
            if (url >= 0 && attributes.getOrDefault("http-equiv", "").equalsIgnoreCase("refresh")) {
                add(content.substring(url + 4).replaceAll("^['\"]|['\"]$", ""), "", MailLink.Place.REFRESH);
            }
        }

        private void skipTo(String endTag) {
            int end = at;
            while (end >= 0 && end < html.length() && !html.regionMatches(true, end, endTag, 0, endTag.length())) {
                end = html.indexOf('<', end + 1);
            }
            at = end < 0 ? html.length() : end;
        }

        private void closeAnchor() {
            anchor.ifPresent(url -> add(url, visible.substring(anchorTextFrom).strip(), MailLink.Place.ANCHOR));
            anchor = Optional.empty();
        }

        private void add(String written, String shown, MailLink.Place place) {
            String address = address(written);
            add(resolved(address), address, shown, place);
        }

        private void add(String target, String written, String shown, MailLink.Place place) {
            if (!written.isEmpty() && !written.startsWith("#") && links.size() < Limits.LINKS) {
                links.add(new MailLink(target, written, shown, place));
            }
        }

        /// As browsers take it: without blanks around, without line ends and tabs within.
        private static String address(String written) {
            String stripped = written.strip().replaceAll("[\t\r\n]", "");
            return stripped.length() > Limits.LINK_CHARS ? stripped.substring(0, Limits.LINK_CHARS) : stripped;
        }

        /// Relative to the document's base, where it states one.
        private String resolved(String address) {
            int authority = base.indexOf("://");
            if (authority < 0 || address.matches("(?s)[A-Za-z][A-Za-z0-9+.-]{0,30}:.*")) {
                return address;
            }
            int path = base.indexOf('/', authority + 3);
            String root = path < 0 ? base : base.substring(0, path);
            if (address.startsWith("//")) {
                return base.substring(0, authority + 1) + address;
            }
            if (address.startsWith("/")) {
                return root + address;
            }
            return (path < 0 ? base + "/" : base.substring(0, base.lastIndexOf('/') + 1)) + address;
        }

        /// Attributes up to the end of the tag, which this moves behind.
        private Map<String, String> attributes() {
            Map<String, String> found = new HashMap<>();
            while (at < html.length() && html.charAt(at) != '>') {
                int nameFrom = at;
                while (at < html.length() && !isEndOfName(html.charAt(at))) {
                    at++;
                }
                String name = html.substring(nameFrom, at).toLowerCase(Locale.ROOT);
                skipBlanks();
                if (at < html.length() && html.charAt(at) == '=') {
                    at++;
                    skipBlanks();
                    found.putIfAbsent(name, HtmlEntities.decode(value()));
                } else if (at == nameFrom && html.charAt(at) != '>') {
                    at++; // a stray quote or slash
                }
            }
            at = Math.min(html.length(), at + 1);
            return found;
        }

        private static boolean isEndOfName(char c) {
            return c == '=' || c == '>' || c == '/' || c == '"' || c == '\'' || Character.isWhitespace(c);
        }

        private void skipBlanks() {
            while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
                at++;
            }
        }

        private String value() {
            int from = at;
            if (at < html.length() && (html.charAt(at) == '"' || html.charAt(at) == '\'')) {
                int end = html.indexOf(html.charAt(at), at + 1);
                if (end >= 0) {
                    at = end + 1;
                    return html.substring(from + 1, end);
                }
                from = ++at; // the mail was cut off: what would be the value goes on to its end
                while (at < html.length() && "<> \r\n".indexOf(html.charAt(at)) < 0) {
                    at++;
                }
                return html.substring(from, at);
            }
            while (at < html.length() && html.charAt(at) != '>' && !Character.isWhitespace(html.charAt(at))) {
                at++;
            }
            return html.substring(from, at);
        }
    }
}
