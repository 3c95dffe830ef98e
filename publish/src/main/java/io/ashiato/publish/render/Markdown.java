package io.ashiato.publish.render;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text as Markdown: CommonMark, and GitHub's tables and automatic links.
final class Markdown {
    /// One that is not written so already.
    private static final Pattern BARE_AT = Pattern.compile("(?<!\\[)@|@(?!\\])");

    private static final String SPECIAL = "\\`*_[]{}~$#";

    private Markdown() {}

    /// Safe anywhere inside a line, also in a cell of a table. What cannot be seen is made visible.
    static String escape(String text) {
        String visible = Visible.of(text);
        var out = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char character = visible.charAt(i);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '|' -> out.append("&#124;");
                // Without these, "https://" and "www." turn into links by themselves.
                case ':' -> out.append(visible.startsWith("//", i + 1) ? "&#58;" : ":");
                case '.' -> out.append(endsWithWww(visible, i) ? "&#46;" : ".");
                default -> {
                    if (SPECIAL.indexOf(character) >= 0) {
                        out.append('\\');
                    }
                    out.append(character);
                }
            }
        }
        return out.toString();
    }

    private static boolean endsWithWww(String text, int at) {
        return at >= 3 && text.regionMatches(true, at - 3, "www", 0, 3);
    }

    /// Escaped text of evidence. A mail address or a name after `@` would become a link by itself.
    static String escapeValue(String text) {
        return escape(BARE_AT.matcher(text).replaceAll("[@]"));
    }

    /// A code span, not for tables: its fence is longer than any run of backticks inside.
    static String code(String text) {
        String visible = Visible.of(text);
        if (visible.isBlank()) {
            return escape(visible);
        }
        String fence = "`".repeat(longestRun(visible) + 1);
        // CommonMark takes one blank off each side again; a backtick at the edge would join the fence.
        boolean edge = visible.startsWith("`") || visible.endsWith("`") || visible.startsWith(" ");
        return edge ? fence + " " + visible + " " + fence : fence + visible + fence;
    }

    /// A fenced block; its fence is longer than any run of backticks inside.
    static String block(List<String> lines) {
        String visible = lines.stream().map(Visible::of).collect(Collectors.joining("\n"));
        String fence = "`".repeat(Math.max(3, longestRun(visible) + 1));
        return fence + "text\n" + visible + "\n" + fence + "\n";
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /// An escaped line as the start of a block: nothing at its head makes a list, a heading or code of it.
    static String start(String line) {
        String stripped = line.stripLeading();
        if (stripped.isEmpty()) {
            return stripped;
        }
        if ("+-=>".indexOf(stripped.charAt(0)) >= 0) {
            return "\\" + stripped;
        }
        int digits = 0;
        while (digits < stripped.length() && Character.isDigit(stripped.charAt(digits))) {
            digits++;
        }
        boolean numbered = digits > 0 && digits < stripped.length() && ".)".indexOf(stripped.charAt(digits)) >= 0;
        return numbered ? stripped.substring(0, digits) + "\\" + stripped.substring(digits) : stripped;
    }
}
