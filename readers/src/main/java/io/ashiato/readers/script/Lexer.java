package io.ashiato.readers.script;

import io.ashiato.readers.ScriptLanguage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Cuts a script into tokens, as far as folding needs it: literals, words, and single characters.
final class Lexer {
    /// Larger scripts carry a payload, not code.
    static final int MAX_TOKENS = 400_000;

    private static final String CONTINUING = "+&,([{|=.";

    private final String text;
    private final ScriptLanguage language;
    private final Set<Technique> techniques = EnumSet.noneOf(Technique.class);
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text, ScriptLanguage language) {
        this.text = text;
        this.language = language;
    }

    /// Techniques that are gone once the text is cut: escapes.
    Set<Technique> techniques() {
        return techniques;
    }

    /// All tokens; of a larger script more than [#MAX_TOKENS], but not all.
    List<Token> tokens() {
        while (at < text.length() && tokens.size() <= MAX_TOKENS) {
            int from = at;
            skipBlanks();
            String lead = text.substring(from, at);
            if (at == text.length()) {
                tokens.add(Token.of(Token.Kind.OTHER, lead, ""));
                break;
            }
            tokens.add(next(lead));
        }
        return tokens;
    }

    private Token next(String lead) {
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            return Token.of(Token.Kind.END, lead, "\n");
        }
        if (c == '"' || (c == '\'' && language != ScriptLanguage.VBSCRIPT)) {
            return literal(lead, c);
        }
        if (Character.isDigit(c) || (c == '&' && isHexOfBasic())) {
            return number(lead);
        }
        if (language == ScriptLanguage.POWERSHELL && c == '[' && Character.isLetter(peek(1))) {
            int end = typeEnd();
            if (end > 0) {
                return cut(Token.Kind.WORD, lead, end);
            }
        }
        if (isWordStart(c)) {
            return word(lead);
        }
        boolean isDouble = text.startsWith("::", at) || text.startsWith("+=", at) || text.startsWith("==", at);
        return cut(Token.Kind.OTHER, lead, at + (isDouble ? 2 : 1));
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' && !continues()) {
                return;
            }
            if (Character.isWhitespace(c)) {
                at++;
            } else if (startsComment(c)) {
                skipLine();
            } else if (c == '/' && peek(1) == '*' && language == ScriptLanguage.JSCRIPT) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '_' && language == ScriptLanguage.VBSCRIPT && (peek(1) == '\r' || peek(1) == '\n')) {
                at = text.indexOf('\n', at) + 1;
                if (at == 0) {
                    at = text.length();
                }
            } else {
                return;
            }
        }
    }

    /// Whether the line goes on behind its end, judged by the last token.
    private boolean continues() {
        if (tokens.isEmpty() || language == ScriptLanguage.VBSCRIPT) {
            return false;
        }
        Token last = tokens.getLast();
        return last.kind() == Token.Kind.OTHER && !last.text().isEmpty() && CONTINUING.contains(last.text());
    }

    private boolean startsComment(char c) {
        return switch (language) {
            case POWERSHELL -> c == '#';
            case VBSCRIPT -> c == '\'';
            case JSCRIPT -> c == '/' && peek(1) == '/';
            case BATCH, COMMAND_LINE -> false;
        };
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private Token number(String lead) {
        int end = at;
        if (text.charAt(at) == '&') {
            end += 2;
        } else if (text.charAt(at) == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
            end += 2;
        }
        boolean hex = end > at;
        while (end < text.length() && isDigit(text.charAt(end), hex)) {
            end++;
        }
        return cut(Token.Kind.NUMBER, lead, end);
    }

    private static boolean isDigit(char c, boolean hex) {
        return c < 0x80 && Character.digit(c, hex ? 16 : 10) >= 0;
    }

    private boolean isHexOfBasic() {
        return language == ScriptLanguage.VBSCRIPT
                && (peek(1) == 'H' || peek(1) == 'h')
                && Character.digit(peek(2), 16) >= 0;
    }

    /// `[char]`, `[System.Text.Encoding]`, `[char[]]`.
    private int typeEnd() {
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        if (text.startsWith("[]", end)) {
            end += 2;
        }
        return end < text.length() && text.charAt(end) == ']' ? end + 1 : 0;
    }

    private boolean isWordStart(char c) {
        boolean option = language == ScriptLanguage.POWERSHELL && c == '-' && Character.isLetter(peek(1));
        return Character.isLetter(c) || c == '_' || c == '$' || option || isBacktick(c);
    }

    private boolean isBacktick(char c) {
        return c == '`' && language == ScriptLanguage.POWERSHELL;
    }

    private Token word(String lead) {
        int from = at;
        var word = new StringBuilder();
        if (text.charAt(at) == '-') {
            word.append('-');
            at++;
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBacktick(c) && Character.isLetterOrDigit(peek(1))) {
                at++; // a backtick before a letter of a word says nothing
                techniques.add(Technique.BACKTICK_ESCAPES);
                continue;
            }
            boolean part = Character.isLetterOrDigit(c) || c == '_' || c == '$';
            boolean joined =
                    language == ScriptLanguage.POWERSHELL && (c == '-' || c == ':') && Character.isLetter(peek(1));
            if (!part && !joined) {
                break;
            }
            word.append(c);
            at++;
        }
        if (at == from) {
            return cut(Token.Kind.OTHER, lead, at + 1);
        }
        return Token.of(Token.Kind.WORD, lead, word.toString());
    }

    private Token literal(String lead, char quote) {
        int from = at++;
        var value = new StringBuilder();
        boolean constant = true;
        boolean escaped = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == quote && peek(1) == quote && language != ScriptLanguage.JSCRIPT) {
                value.append(quote);
                at += 2;
            } else if (c == quote) {
                at++;
                break;
            } else if (c == '\\' && language == ScriptLanguage.JSCRIPT) {
                escaped |= peek(1) == 'x' || peek(1) == 'u';
                at = Escapes.javascript(text, at, value);
            } else if (c == '`' && quote == '"' && language == ScriptLanguage.POWERSHELL) {
                at = Escapes.powershell(text, at, value);
            } else {
                constant &= !(c == '$' && quote == '"' && language == ScriptLanguage.POWERSHELL);
                value.append(c);
                at++;
            }
        }
        if (!constant) {
            return Token.of(Token.Kind.OTHER, lead, text.substring(from, at));
        }
        if (escaped) {
            techniques.add(Technique.CHARACTER_ESCAPES);
            String plain = value.toString();
            return new Token(Token.Kind.TEXT, lead, Quoting.quoted(plain, language), plain, List.of(), true);
        }
        return Token.literal(lead, text.substring(from, at), value.toString());
    }

    private Token cut(Token.Kind kind, String lead, int end) {
        String piece = text.substring(at, end);
        at = end;
        return Token.of(kind, lead, piece);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }
}
