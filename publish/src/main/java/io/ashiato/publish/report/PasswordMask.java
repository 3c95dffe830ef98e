package io.ashiato.publish.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides passwords that stand in command lines and scripts, so that a report can be handed on. The case keeps them.
///
/// A value is hidden only where an option, a name or a tool says that it is a password: what merely looks like one is
/// left alone, since a report that hides paths and hashes is of no use. So a password in a place that is not known here
/// is still shown.
public final class PasswordMask {
    /// Stands for a password.
    public static final String MASK = "***";

    /// Characters before and after a short option in which the words of its command are looked for.
    private static final int COMMAND_REACH = 400;

    /// A longer one is none; Windows takes 256 characters.
    private static final int MOST_OF_A_PASSWORD = 512;

    /// Words after `net use` or `net user` that are looked at: a share, a name, options.
    private static final int MOST_WORDS = 12;

    /// Before `-p`: the tool takes a password there. Elsewhere it is a port, a path or a property.
    private static final Pattern TOOL_WITH_PASSWORD = Pattern.compile(
            "(?i)\\b(?:schtasks|ps(?:exec|service|kill|list|info|loggedon|shutdown|file|loglist|passwd|suspend)(?:64)?"
                    + "|paexec|csexec|winrs|sqlcmd|osql|bcp|certutil|sshpass|xfreerdp|wfreerdp)(?:\\.exe)?\\b");

    /// A user in the same command: then `-p` is that user's password, whatever the tool.
    private static final Pattern USER_OPTION =
            Pattern.compile("(?i)(?:^|[\\s\"'])(?:--?|/)u(?:ser|sername)?(?:[:=]|\\s)");

    /// Tools whose `/p:` sets a property of a build.
    private static final Pattern BUILD_TOOL = Pattern.compile("(?i)\\b(?:msbuild|dotnet|xbuild)(?:\\.exe)?\\b");

    private static final Pattern PORTS = Pattern.compile("\\d{1,5}(?:[:,-]\\d{1,5})*");

    /// Where a password begins, and what must hold for it to be one.
    private record Form(Pattern head, Check check) {
        private interface Check {
            /// @param value the supposed password, with its quotes
            boolean holds(String text, int headStart, int valueEnd, String value);
        }
    }

    private static Form form(String head, Form.Check check) {
        return new Form(Pattern.compile("(?i)" + head), check);
    }

    private static final List<Form> FORMS = List.of(
            form(
                    "(?<![\\w/-])(?:--?|/)(?:password|passwd|passphrase|pass|pwd|pw|rp)(?:[:=]|\\s{1,8})",
                    (text, start, end, value) -> isLiteral(value)),
            form("(?<![\\w/-])[-/]p(?:[:=]|\\s{1,8})", PasswordMask::isShortOption),
            form(
                    "(?<![\\w/-])-h?p(?=[^\\s:=])",
                    (text, start, end, value) -> attaches(text, start) && isLiteral(value)),
            form(
                    "\\b(?:password|passwd|pwd)[\"']?(?:=|\\s{0,4}=\\s{0,4}(?=[\"']))",
                    (text, start, end, value) ->
                            isLiteral(value) && !value.toLowerCase(Locale.ROOT).startsWith("read-host")),
            form("ConvertTo-SecureString\\s{1,8}(?:-String\\s{1,8})?(?=[\"'])", (text, start, end, value) -> true),
            form(
                    "DefaultPassword[\"']?(?:\\s{1,8}/t\\s{1,8}\\w{1,20})?\\s{1,8}/d\\s{1,8}",
                    (text, start, end, value) -> true),
            form(
                    "\\bcurl(?:\\.exe)?\\b[^\\r\\n]{0,200}?\\s(?:-u|--user)\\s{1,8}[\"']?[^\\s:\"']{1,64}:",
                    (text, start, end, value) -> isLiteral(value)));

    /// A user's name and password before the host of an address.
    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^\\s/@:\"'<>]{1,64}:)[^\\s/@\"'<>]{1,128}(?=@)");

    private static final Pattern NET = Pattern.compile("(?i)\\bnet1?(?:\\.exe)?[\"']?\\s{1,8}(use|user)\\s{1,8}");

    /// After a `;`: another command, or another part of a connection string.
    private static final Pattern NEXT_PART = Pattern.compile("\\s|$|[\\w ]{1,40}=");

    private PasswordMask() {}

    /// The text with each password replaced by [#MASK]; quotes around it go with it.
    public static String mask(String text) {
        String masked = text;
        for (Form form : FORMS) {
            masked = mask(masked, form);
        }
        return IN_ADDRESS.matcher(net(masked)).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    }

    private static String mask(String text, Form form) {
        Matcher head = form.head.matcher(text);
        StringBuilder out = null;
        int done = 0;
        int from = 0;
        while (from <= text.length() && head.find(from)) {
            int start = head.end();
            int end = valueEnd(text, start);
            boolean secret = end > start && form.check.holds(text, head.start(), end, text.substring(start, end));
            if (secret) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, done, start).append(MASK);
                done = end;
            }
            from = secret ? end : Math.max(start, head.start() + 1);
        }
        return out == null ? text : out.append(text, done, text.length()).toString();
    }

    /// `net use \\host\share PASSWORD /user:NAME` and `net user NAME PASSWORD`: the place alone tells.
    private static String net(String text) {
        Matcher head = NET.matcher(text);
        var out = new StringBuilder();
        int done = 0;
        int from = 0;
        while (from <= text.length() && head.find(from)) {
            boolean share = head.group(1).length() == "use".length();
            int[] place = netPassword(text, head.end(), share);
            if (place.length == 2) {
                out.append(text, done, place[0]).append(MASK);
                done = place[1];
            }
            from = Math.max(head.end(), done);
        }
        return out.append(text, done, text.length()).toString();
    }

    /// Begin and end of the password among the words after `net use` or `net user`; empty where there is none.
    private static int[] netPassword(String text, int from, boolean share) {
        boolean subject = false;
        int at = from;
        for (int words = 0; words < MOST_WORDS; words++) {
            int end = valueEnd(text, at);
            if (end == at) {
                return new int[0];
            }
            String word = unquoted(text.substring(at, end));
            boolean redirection =
                    word.matches("\\d?[<>].*") || (end < text.length() && isRedirection(text.charAt(end)));
            if (subject && !word.startsWith("/")) {
                return word.equals("*") || redirection ? new int[0] : new int[] {at, end};
            }
            subject |= share ? word.startsWith("\\\\") : !word.startsWith("/");
            at = blanksEnd(text, end);
            if (at == end) {
                return new int[0];
            }
        }
        return new int[0];
    }

    private static boolean isRedirection(char c) {
        return c == '<' || c == '>';
    }

    private static int blanksEnd(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /// `-p VALUE`, where the command says that it is no port, path or property.
    private static boolean isShortOption(String text, int start, int end, String value) {
        if (value.startsWith("-") || value.startsWith("/")) {
            return false;
        }
        String before = command(text.substring(Math.max(0, start - COMMAND_REACH), start));
        if (TOOL_WITH_PASSWORD.matcher(before).find()) {
            return true;
        }
        String sign = text.substring(start + 2, start + 3);
        if (sign.equals(":") && text.charAt(start) == '/') {
            return !BUILD_TOOL.matcher(before).find() && !value.contains("=");
        }
        String after = text.substring(end, Math.min(text.length(), end + COMMAND_REACH));
        boolean user = USER_OPTION.matcher(before).find()
                || USER_OPTION.matcher(after.lines().findFirst().orElse("")).find();
        return user && !PORTS.matcher(value).matches();
    }

    /// Packers and databases take the password without a blank: `7z a -pSecret`.
    private static boolean attaches(String text, int start) {
        String before = command(text.substring(Math.max(0, start - COMMAND_REACH), start));
        return ATTACHING_TOOL.matcher(before).find();
    }

    private static final Pattern ATTACHING_TOOL =
            Pattern.compile("(?i)\\b(?:7z|7za|7zr|7zg|rar|winrar|unrar|mysql|mysqldump|mysqladmin)(?:\\.exe)?\\b");

    /// The part after the last line break or joining of commands.
    private static String command(String before) {
        int cut = 0;
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            if (c == '\n' || c == '\r' || c == '|' || c == '&') {
                cut = i + 1;
            }
        }
        return before.substring(cut);
    }

    /// Neither the next option nor a variable, whose name is no secret.
    private static boolean isLiteral(String value) {
        String first = value.substring(0, 1);
        return !"-/$(%*[@".contains(first);
    }

    private static String unquoted(String word) {
        String bare = word.startsWith("\\\"") ? word.substring(1) : word;
        return bare.startsWith("\"") || bare.startsWith("'") ? bare.substring(1) : bare;
    }

    /// The end of the word at a place: quoted by `"`, `'` or, within other quotes, `\"`; else up to a blank, a
    /// quote that closes, or a sign between commands. A quote without an end runs to the end of its line.
    private static int valueEnd(String text, int start) {
        int from = Math.min(start, text.length());
        return from + wordLength(text.substring(from, Math.min(text.length(), from + MOST_OF_A_PASSWORD)));
    }

    /// The length of the word with which the text begins.
    private static int wordLength(String text) {
        if (text.startsWith("\\\"")) {
            return quoteEnd(text, 2, "\\\"");
        }
        if (text.startsWith("\"") || text.startsWith("'")) {
            return quoteEnd(text, 1, text.substring(0, 1));
        }
        int at = 0;
        while (at < text.length() && !ends(text, at)) {
            at++;
        }
        boolean closing = at > 1 && text.indexOf('\'') == at - 1; // of a quote that began before the word
        return closing ? at - 1 : at;
    }

    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        return Character.isWhitespace(c)
                || "\"<>|&".indexOf(c) >= 0
                || (c == ';'
                        && NEXT_PART.matcher(text).region(at + 1, text.length()).lookingAt());
    }

    private static int quoteEnd(String text, int from, String quote) {
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith(quote, i)) {
                boolean doubled = quote.equals("'") && text.startsWith(quote, i + 1);
                if (!doubled) {
                    return i + quote.length();
                }
                i++;
            } else if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return text.length();
    }
}
