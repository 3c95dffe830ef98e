package io.ashiato.readers.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses in plain text, where mail programs make links of them.
final class TextLinks {
    /// A scheme, or `www.` where no word precedes it.
    private static final Pattern START =
            Pattern.compile("(?i)(?<![a-z0-9])(?:https?://|ftp://|(?<![a-z0-9@./-])www\\.(?=[a-z0-9]))");

    /// What ends a sentence and seldom an address.
    private static final String TRAILING = ".,;:!?'\"*_";

    private static final int LINE_CHARS = 1_000;

    private static final Pattern WRAPPED = Pattern.compile("\r?\n[^\\s<>\"]{1,998}>");

    private TextLinks() {}

    static List<String> in(String text) {
        var found = new ArrayList<String>();
        Matcher start = START.matcher(text);
        int at = 0;
        while (found.size() < Limits.LINKS && start.find(at)) {
            int end = end(text, start.end());
            at = end;
            if (end > start.end()) {
                String address = text.substring(start.start(), end);
                String rest = inAngles(text, start.start()) ? rest(text, end) : "";
                at += rest.length();
                found.add(address + rest.replaceAll("[\\s>]", ""));
            }
        }
        return found;
    }

    private static boolean inAngles(String text, int start) {
        return start > 0 && text.charAt(start - 1) == '<';
    }

    /// What an address in angle brackets has on the next line (RFC 3986, appendix C), up to the closing one.
    private static String rest(String text, int end) {
        Matcher rest = WRAPPED.matcher(text).region(end, Math.min(text.length(), end + LINE_CHARS));
        return rest.lookingAt() ? rest.group() : "";
    }

    /// Where the address ends: Japanese text follows without a blank, so only ASCII belongs to it.
    private static int end(String text, int from) {
        int end = from;
        int limit = Math.min(text.length(), from + Limits.LINK_CHARS);
        while (end < limit && isOfAddress(text.charAt(end))) {
            end++;
        }
        int open = balance(text, from, end);
        while (end > from) {
            char last = text.charAt(end - 1);
            boolean closing = open < 0 && (last == ')' || last == ']' || last == '}');
            if (!closing && TRAILING.indexOf(last) < 0) {
                break;
            }
            open += closing ? 1 : 0;
            end--;
        }
        return end;
    }

    private static boolean isOfAddress(char c) {
        return c > ' ' && c < 0x7F && "<>\"`|\\^".indexOf(c) < 0;
    }

    /// Opened less closed brackets.
    private static int balance(String text, int from, int end) {
        int open = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            open += c == '(' || c == '[' || c == '{' ? 1 : 0;
            open -= c == ')' || c == ']' || c == '}' ? 1 : 0;
        }
        return open;
    }
}
