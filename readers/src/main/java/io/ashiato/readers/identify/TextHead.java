package io.ashiato.readers.identify;

import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.ScriptLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What kind of text a head is, if it is text at all.
final class TextHead {
    /// Enough to see the first lines of a mail's header.
    private static final int LOOKED_AT = 4096;

    /// Header fields that a mail begins with (RFC 5322 3.6), and that other lists of names and values may have.
    private static final Set<String> MAIL_FIELDS = Set.of("to", "date", "reply-to", "sender", "cc");

    /// Fields that mails alone have (RFC 2045, and what servers put in front).
    private static final Set<String> MAIL_ONLY_FIELDS = Set.of(
            "received",
            "message-id",
            "return-path",
            "delivered-to",
            "mime-version",
            "content-transfer-encoding",
            "x-received",
            "authentication-results",
            "arc-seal",
            "dkim-signature",
            "received-spf");

    /// A field counts once, one that only mails have twice; so much makes a mail.
    private static final int WEIGHT_OF_A_MAIL = 3;

    /// What stands in front of each message of a mailbox (RFC 4155).
    private static final Pattern MAILBOX_MARK =
            Pattern.compile("From \\S{1,255} [^\r\n]{0,60}\\d\\d:\\d\\d[^\r\n]{0,40}(?:\r?\n|\r).*", Pattern.DOTALL);

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

    /// The first lines are header fields that weigh enough, or the mark of a mailbox stands in front.
    private static boolean isMail(String text) {
        if (MAILBOX_MARK.matcher(text).matches()) {
            return true;
        }
        int weight = 0;
        boolean first = true;
        for (String line : text.split("\r?\n|\r", -1)) {
            boolean continues = line.startsWith(" ")
                    || line.startsWith("\t")
                    || (first && line.matches("From [^:]{1,255}(?:\\d\\d:.*)?"));
            first = false;
            if (line.isEmpty()) {
                break;
            }
            if (!continues) {
                int colon = line.indexOf(':');
                String name = colon <= 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                if (name.isEmpty() || name.indexOf(' ') >= 0) {
                    break;
                }
                weight += weight(name, line.substring(colon + 1).strip());
            }
        }
        return weight >= WEIGHT_OF_A_MAIL;
    }

    private static int weight(String field, String value) {
        if (MAIL_ONLY_FIELDS.contains(field)) {
            return 2;
        }
        return switch (field) {
            case "subject" -> value.startsWith("=?") ? WEIGHT_OF_A_MAIL : 1; // an encoded word
            case "content-type" ->
                value.toLowerCase(Locale.ROOT).startsWith("multipart/")
                        ? WEIGHT_OF_A_MAIL
                        : value.contains("/") ? 2 : 1;
            case "from" -> value.contains("@") ? 2 : 1;
            default -> MAIL_FIELDS.contains(field) ? 1 : 0;
        };
    }
}
