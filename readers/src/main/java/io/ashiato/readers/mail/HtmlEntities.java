package io.ashiato.readers.mail;

import java.util.Locale;
import java.util.Map;

/// Character references of HTML: all numeric ones, and the named ones that mails use.
final class HtmlEntities {
    private static final int LONGEST = 12;

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00A0"),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("laquo", "«"),
            Map.entry("raquo", "»"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("hellip", "…"),
            Map.entry("bull", "•"),
            Map.entry("middot", "·"),
            Map.entry("yen", "¥"),
            Map.entry("euro", "€"),
            Map.entry("colon", ":"),
            Map.entry("sol", "/"),
            Map.entry("period", "."),
            Map.entry("num", "#"),
            Map.entry("quest", "?"),
            Map.entry("equals", "="),
            Map.entry("tab", "\t"),
            Map.entry("newline", "\n"),
            Map.entry("zwnj", "\u200C"),
            Map.entry("shy", "\u00AD"));

    private HtmlEntities() {}

    static String decode(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        var decoded = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            int end = end(text, at + 1);
            String character = character(text.substring(at + 1, end));
            if (!character.isEmpty()) {
                decoded.append(text, from, at).append(character);
                from = end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
            }
            at = text.indexOf('&', end);
        }
        return decoded.append(text, from, text.length()).toString();
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length()
                && end < from + LONGEST
                && (Character.isLetterOrDigit(text.charAt(end)) || (end == from && text.charAt(end) == '#'))) {
            end++;
        }
        return end;
    }

    /// What a reference stands for; empty if it is none.
    private static String character(String reference) {
        if (!reference.startsWith("#")) {
            return NAMED.getOrDefault(reference.toLowerCase(Locale.ROOT), "");
        }
        boolean hex = reference.startsWith("#x") || reference.startsWith("#X");
        try {
            int code = Integer.parseInt(reference.substring(hex ? 2 : 1), hex ? 16 : 10);
            return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
