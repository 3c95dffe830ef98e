package io.ashiato.readers.identify;

import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.ScriptLanguage;
import java.util.List;
import java.util.Locale;

/// What kind of text a head is, if it is text at all.
final class TextHead {
    /// Enough to see the first lines of a mail's header.
    private static final int LOOKED_AT = 4096;

    /// Header fields that a mail begins with (RFC 5322 3.6, RFC 2045, and what servers put in front).
    private static final List<String> MAIL_FIELDS = List.of(
            "received",
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "return-path",
            "delivered-to",
            "mime-version",
            "content-type",
            "reply-to",
            "sender",
            "cc",
            "x-received",
            "authentication-results",
            "arc-seal",
            "dkim-signature",
            "received-spf");

    /// So many of them make a mail; two occur in other lists of names and values.
    private static final int FIELDS_OF_A_MAIL = 3;

    private static final String ZONE_TRANSFER = "[ZoneTransfer]";

    private static final List<String> HTML_STARTS = List.of(
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<script",
            "<title",
            "<meta ",
            "<table",
            "<div",
            "<a ",
            "<hta:");

    private static final int LONGEST_TAG = 16;

    private TextHead() {}

    static EvidenceKind kind(Head head) {
        if (!isText(head)) {
            return EvidenceKind.UNKNOWN;
        }
        String text = text(head).strip();
        if (text.regionMatches(true, 0, ZONE_TRANSFER, 0, ZONE_TRANSFER.length())) {
            return EvidenceKind.ZONE_IDENTIFIER;
        }
        if (isHtml(text)) {
            return EvidenceKind.HTML;
        }
        if (text.startsWith("<?xml") || text.startsWith("<Event") || looksLikeXml(text)) {
            return EvidenceKind.XML;
        }
        if (looksLikeJson(text)) {
            return EvidenceKind.JSON;
        }
        if (isMail(text)) {
            return text.startsWith("From ") ? EvidenceKind.MBOX : EvidenceKind.MAIL;
        }
        return ScriptLanguage.of(text).isPresent() ? EvidenceKind.SCRIPT : EvidenceKind.TEXT;
    }

    /// Text holds no control characters but blanks; UTF-16 is taken by its mark.
    static boolean isText(Head head) {
        if (isUtf16(head)) {
            return true;
        }
        int length = Math.min(head.length(), LOOKED_AT);
        for (int i = 0; i < length; i++) {
            int c = head.u8(i);
            boolean blank = c >= '\t' && c <= '\r';
            if (c < ' ' && !blank && c != 0x1B) { // ISO-2022-JP switches character sets by ESC
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf16(Head head) {
        return head.u16(0) == 0xFEFF || head.u16(0) == 0xFFFE;
    }

    /// The start of the text, for looking at ASCII words only.
    private static String text(Head head) {
        var text = new StringBuilder();
        boolean utf16 = isUtf16(head);
        int low = head.u16(0) == 0xFEFF ? 0 : 1;
        int step = utf16 ? 2 : 1;
        int from = utf16 ? 2 + low : hasUtf8Mark(head) ? 3 : 0;
        for (int i = from; i < Math.min(head.length(), LOOKED_AT); i += step) {
            text.append((char) head.u8(i));
        }
        return text.toString();
    }

    private static boolean hasUtf8Mark(Head head) {
        return head.u8(0) == 0xEF && head.u8(1) == 0xBB && head.u8(2) == 0xBF;
    }

    /// One of the tags with which pages begin, comments in front of it passed over.
    private static boolean isHtml(String text) {
        int at = 0;
        while (text.startsWith("<!--", at)) {
            int end = text.indexOf("-->", at);
            if (end < 0) {
                return false;
            }
            at = end + 3;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        String start =
                text.substring(at, Math.min(text.length(), at + LONGEST_TAG)).toLowerCase(Locale.ROOT);
        return HTML_STARTS.stream().anyMatch(start::startsWith);
    }

    /// A tag right at the start; HTML was looked for before.
    private static boolean looksLikeXml(String text) {
        if (!text.startsWith("<") || text.length() < 3 || !Character.isLetter(text.charAt(1))) {
            return false;
        }
        return text.indexOf('>') > 0;
    }

    /// An object or an array, judged by what follows the bracket.
    private static boolean looksLikeJson(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return false;
        }
        String inside = text.substring(1).stripLeading();
        if (inside.isEmpty()) {
            return false;
        }
        char next = inside.charAt(0);
        if (text.charAt(0) == '{') {
            return next == '"' || next == '}';
        }
        return "\"{[]-".indexOf(next) >= 0
                || Character.isDigit(next)
                || inside.startsWith("true")
                || inside.startsWith("false")
                || inside.startsWith("null");
    }

    /// The first lines are header fields, at least three of a mail's own among them. A mailbox has a
    /// line `From ` in front.
    private static boolean isMail(String text) {
        int fields = 0;
        boolean first = true;
        for (String line : text.split("\r?\n", -1)) {
            boolean continues = line.startsWith(" ") || line.startsWith("\t");
            boolean mailbox = first && line.startsWith("From ");
            if (line.isEmpty()) {
                break;
            }
            if (!continues && !mailbox) {
                int colon = line.indexOf(':');
                if (colon <= 0 || line.substring(0, colon).indexOf(' ') >= 0) {
                    break;
                }
                if (MAIL_FIELDS.contains(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
                    fields++;
                }
            }
            first = false;
        }
        return fields >= FIELDS_OF_A_MAIL;
    }
}
