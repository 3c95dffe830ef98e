package io.ashiato.readers.mail;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Passwords that the text of a mail names for what is attached to it, as `password: infected` or `パスワード：...`.
///
/// Only what stands right behind such a word counts: a wrong candidate costs a trial, a missed one an archive.
final class NamedPasswords {
    /// A colon or equals sign may be followed by a line of its own.
    private static final String MARK = "[ \t\u3000]{0,8}[:=：＝][ \t\u3000]{0,8}(?:\r?\n[ \t\u3000\r\n]{0,8})?";

    private static final String WORD = "([!-~！-～]{3,64})";

    private static final Pattern ENGLISH =
            Pattern.compile("(?i)(?<![\\p{L}])(?:password|passcode|passphrase|passwd|pwd|pass|pw)"
                    + "(?: (?:for|to|of) (?:the |this |your )?[\\w. -]{1,40}?)?(?:" + MARK
                    + "|[ \t]{1,4}(is)[ \t]{1,4})" + WORD);

    private static final Pattern JAPANESE =
            Pattern.compile("(?:パスワード|ﾊﾟｽﾜｰﾄﾞ|解凍パス|合言葉|暗証番号|パスコード)(?:[】」』\\])）]|(?:[ \t\u3000]{0,4}は))?(?:" + MARK
                    + "|[ \t\u3000]{0,4}(?:、|\r?\n)?[ \t\u3000]{0,4})(?:[「『【\\[（(\"“]{0,2})" + WORD);

    private static final Pattern JAPANESE_QUOTED =
            Pattern.compile("(?:パスワード|ﾊﾟｽﾜｰﾄﾞ|解凍パス|合言葉)(?:は|：|:)?[ \t\u3000]{0,4}[「『]([^「」『』\r\n]{3,64})[」』]");

    /// What follows `password is` in sentences that name none.
    private static final Set<String> PROSE = Set.of(
            "required",
            "needed",
            "expired",
            "expiring",
            "incorrect",
            "invalid",
            "wrong",
            "about",
            "going",
            "not",
            "the",
            "your",
            "sent",
            "same",
            "protected",
            "correct",
            "set",
            "changed",
            "being",
            "too",
            "case",
            "secret",
            "this",
            "that",
            "for",
            "and",
            "you",
            "will",
            "can",
            "has",
            "was",
            "now",
            "also",
            "only",
            "valid",
            "stored",
            "never",
            "generated",
            "compromised",
            "encrypted",
            "provided",
            "included",
            "attached",
            "below",
            "missing",
            "optional");

    private NamedPasswords() {}

    /// In the order of the text, each once.
    static List<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher english = ENGLISH.matcher(text);
        while (found.size() < Limits.PASSWORDS && english.find()) {
            boolean prose = english.group(1) != null
                    && (PROSE.contains(english.group(2).toLowerCase(Locale.ROOT))
                            || !endsSentence(text, english.end()));
            if (!prose) {
                add(english.group(2), found);
            }
        }
        for (Pattern pattern : List.of(JAPANESE_QUOTED, JAPANESE)) {
            Matcher japanese = pattern.matcher(text);
            while (found.size() < Limits.PASSWORDS && japanese.find()) {
                add(japanese.group(1), found);
            }
        }
        return List.copyOf(found);
    }

    /// Whether nothing of the sentence follows: `the password is infected.`, and not `the password is quite long`.
    private static boolean endsSentence(String text, int end) {
        String rest = text.substring(end, Math.min(text.length(), end + 3)).strip();
        return rest.isEmpty()
                || text.charAt(end) == '\n'
                || text.charAt(end) == '\r'
                || ".,;)\"'".indexOf(rest.charAt(0)) >= 0;
    }

    private static void add(String written, Set<String> found) {
        String narrow = Normalizer.normalize(written, Normalizer.Form.NFKC);
        if (narrow.contains("://") || narrow.startsWith("<")) {
            return;
        }
        String bare = narrow.replaceAll("^[\"'“「『(\\[<]+|[\"'”」』)\\]>.,;:!?]+$", "");
        if (bare.length() >= 3) {
            found.add(bare);
        }
        boolean punctuated = !bare.equals(narrow) && narrow.startsWith(bare);
        if (punctuated && narrow.length() == bare.length() + 1) { // the mark at its end may belong to it
            found.add(narrow);
        }
    }
}
