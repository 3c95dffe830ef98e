package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/// The body of a mail that Outlook keeps as RTF: its text or, where HTML was packed into it ([MS-OXRTFEX]), that.
///
/// @param html whether `text` is HTML
record RtfBody(String text, boolean html) {
    /// Groups in groups; Word writes some ten.
    private static final int DEPTH = 500;

    /// Destinations whose text is not the document's.
    private static final Set<String> NOT_SHOWN =
            Set.of("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "listtable", "generator");

    /// @param rtf its bytes, a character for each
    static RtfBody parse(String rtf) {
        var reading = new Reading(rtf, rtf.contains("\\fromhtml"));
        reading.run();
        return new RtfBody(reading.text.toString().replace("\0", "").strip(), reading.html);
    }

    /// What holds up to the end of a group.
    ///
    /// @param markup within a `\*\htmltag` group, whose text is the packed HTML's own
    /// @param rtfOnly between `\htmlrtf` and `\htmlrtf0`: RTF's way of what the HTML already says
    private record Group(boolean hidden, boolean markup, boolean rtfOnly) {}

    private static final class Reading {
        private final String rtf;
        private final boolean html;
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Deque<Group> groups = new ArrayDeque<>();
        private Group group = new Group(false, false, false);
        private String charset = "windows-1252";
        private int skip; // characters that stand for those who know no Unicode
        private int skipAfterUnicode = 1;
        private int at;

        Reading(String rtf, boolean html) {
            this.rtf = rtf;
            this.html = html;
        }

        void run() {
            while (at < rtf.length() && text.length() <= Limits.SEARCHED_CHARS) {
                char c = rtf.charAt(at++);
                switch (c) {
                    case '{' -> open();
                    case '}' -> close();
                    case '\\' -> control();
                    case '\r', '\n' -> {}
                    default -> literal(c);
                }
            }
            flush();
        }

        private void open() {
            if (groups.size() < DEPTH) {
                groups.push(group);
            }
        }

        private void close() {
            flush();
            group = groups.isEmpty() ? group : groups.pop();
        }

        private void control() {
            int from = at;
            while (at < rtf.length() && rtf.charAt(at) >= 'a' && rtf.charAt(at) <= 'z') {
                at++;
            }
            if (at == from) {
                symbol();
                return;
            }
            String word = rtf.substring(from, at);
            int numberFrom = at;
            while (at < rtf.length()
                    && (Character.isDigit(rtf.charAt(at)) || (at == numberFrom && rtf.charAt(at) == '-'))) {
                at++;
            }
            String number = rtf.substring(numberFrom, Math.min(at, numberFrom + 7));
            if (at < rtf.length() && rtf.charAt(at) == ' ') {
                at++;
            }
            word(word, number.matches("-?\\d+") ? Integer.parseInt(number) : -1);
        }

        private void symbol() {
            char c = at < rtf.length() ? rtf.charAt(at++) : ' ';
            switch (c) {
                case '\'' -> {
                    int value =
                            at + 2 <= rtf.length() && rtf.substring(at, at + 2).matches("[0-9a-fA-F]{2}")
                                    ? Integer.parseInt(rtf.substring(at, at + 2), 16)
                                    : -1;
                    at = Math.min(rtf.length(), at + 2);
                    if (value >= 0) {
                        literal((char) value);
                    }
                }
                case '*' -> group = new Group(true, group.markup(), group.rtfOnly());
                case '\\', '{', '}' -> literal(c);
                case '~' -> literal(' ');
                default -> {} // hyphens that are only shown at line ends, and the like
            }
        }

        private void word(String word, int number) {
            switch (word) {
                case "ansicpg" ->
                    charset = number == 932 ? "shift_jis" : number == 65001 ? "utf-8" : "windows-" + number;
                case "uc" -> skipAfterUnicode = Math.clamp(number, 0, 8);
                case "u" -> unicode(number);
                case "htmltag" -> group = new Group(false, true, group.rtfOnly());
                case "htmlrtf" -> {
                    flush();
                    group = new Group(group.hidden(), group.markup(), number != 0);
                }
                case "par", "line" -> literal('\n');
                case "tab" -> literal('\t');
                default -> {
                    if (NOT_SHOWN.contains(word)) {
                        group = new Group(true, false, group.rtfOnly());
                    }
                }
            }
        }

        private void unicode(int number) {
            flush();
            if (isShown()) {
                text.append((char) number);
            }
            skip = skipAfterUnicode;
        }

        private void literal(char c) {
            if (skip > 0) {
                skip--;
            } else if (isShown()) {
                bytes.write(c);
            }
        }

        private boolean isShown() {
            return !group.hidden() && !(html && group.rtfOnly() && !group.markup());
        }

        /// Bytes are decoded together: a character of Shift_JIS has two.
        private void flush() {
            if (bytes.size() > 0) {
                text.append(MailCharsets.decode(bytes.toByteArray(), charset));
                bytes.reset();
            }
        }
    }

    /// As a part of a mail.
    MimePart part() {
        byte[] utf8 = text.getBytes(UTF_8);
        return new MimePart(html ? "text/html" : "text/plain", "utf-8", "", Optional.empty(), utf8);
    }
}
