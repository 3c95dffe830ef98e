package io.ashiato.readers.script;

import io.ashiato.readers.ScriptLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Folds characters that are written as numbers, and texts that are written as encoded text.
final class CharacterRules {
    private static final Pattern PLAIN_BODY = Pattern.compile("\\(?\\[char\\](?:\\[int\\])?\\(?\\$_\\)?\\)?");
    private static final Pattern HEX_BODY = Pattern.compile(
            "\\(?\\[char\\]\\(?\\[(?:system\\.)?convert\\]::toint(?:16|32)\\(\\(?(?:\\[string\\])?\\$_(?:\\.tostring\\(\\))?\\)?,16\\)\\)?\\)?");
    private static final Pattern XOR_BODY =
            Pattern.compile("\\(?\\[char\\]\\(\\$_-bxor(0x[0-9a-f]{1,4}|[0-9]{1,5})\\)\\)?");

    private final TokenView view;
    private final ScriptLanguage language;

    CharacterRules(TokenView view, ScriptLanguage language) {
        this.view = view;
        this.language = language;
    }

    Optional<Fold> at(int i) {
        return switch (language) {
            case POWERSHELL -> powershell(i);
            case VBSCRIPT -> basic(i);
            case JSCRIPT -> javascript(i);
            case BATCH, COMMAND_LINE -> Optional.empty();
        };
    }

    private Optional<Fold> basic(int i) {
        String word = view.get(i).lower();
        if (!(word.equals("chr") || word.equals("chrw") || word.equals("chrb")) || !view.is(i + 1, "(")) {
            return Optional.empty();
        }
        Numbers.Sum sum = Numbers.sum(view, i + 2);
        return sum.end() > 0 && view.is(sum.end(), ")") ? character(i, sum, sum.end() + 1) : Optional.empty();
    }

    private Optional<Fold> javascript(int i) {
        if (view.has(i, "String", ".", "fromCharCode", "(")) {
            return codes(i, i + 4);
        }
        if (view.has(i, "atob", "(", "", ")")) {
            return Encodings.base64Text(view.get(i + 2).value()).map(text -> text(i, text, i + 4, Technique.BASE64));
        }
        if (view.has(i, "unescape", "(", "", ")") || view.has(i, "decodeURIComponent", "(", "", ")")) {
            return Optional.of(
                    text(i, Encodings.percentDecoded(view.get(i + 2).value()), i + 4, Technique.CHARACTER_ESCAPES));
        }
        return Optional.empty();
    }

    private Optional<Fold> codes(int i, int from) {
        var text = new StringBuilder();
        boolean xor = false;
        int at = from;
        while (true) {
            Numbers.Sum sum = Numbers.sum(view, at);
            if (sum.end() < 0) {
                return Optional.empty();
            }
            text.append((char) sum.value());
            xor |= sum.xor();
            at = sum.end() + 1;
            if (view.is(sum.end(), ")")) {
                return Optional.of(text(i, text.toString(), at, xor ? Technique.XOR : Technique.CHARACTER_CODES));
            }
            if (!view.is(sum.end(), ",")) {
                return Optional.empty();
            }
        }
    }

    private Optional<Fold> powershell(int i) {
        Token token = view.get(i);
        if (token.is("[char]")) {
            boolean open = view.is(i + 1, "(");
            Numbers.Sum sum = open
                    ? Numbers.sum(view, i + 2)
                    : new Numbers.Sum(Numbers.value(view.get(i + 1)).orElse(0), i + 2, false);
            boolean closed = open
                    ? sum.end() > 0 && view.is(sum.end(), ")")
                    : Numbers.value(view.get(i + 1)).isPresent();
            return closed ? character(i, sum, sum.end() + (open ? 1 : 0)) : Optional.empty();
        }
        if (token.is("[char[]]")) {
            return characterArray(i);
        }
        if (token.lower().endsWith("encoding]")) {
            return encoded(i);
        }
        boolean starts = token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.LIST;
        return starts && !view.is(i - 1, ",") ? piped(i) : Optional.empty();
    }

    private Optional<Fold> characterArray(int i) {
        boolean open = view.is(i + 1, "(");
        Optional<TokenView.Items> numbers =
                view.items(open ? i + 2 : i + 1, token -> token.kind() == Token.Kind.NUMBER);
        if (numbers.isEmpty() || (open && !view.is(numbers.get().end(), ")"))) {
            return Optional.empty();
        }
        var characters = new ArrayList<String>();
        for (Token number : numbers.get().tokens()) {
            characters.add(String.valueOf((char) Numbers.value(number).orElse('?')));
        }
        return Optional.of(list(i, characters, numbers.get().end() + (open ? 1 : 0), Technique.CHARACTER_CODES));
    }

    /// `[Text.Encoding]::Unicode.GetString([Convert]::FromBase64String('...'))`.
    private Optional<Fold> encoded(int i) {
        if (!view.has(i + 1, "::") || !view.has(i + 3, ".", "GetString", "(")) {
            return Optional.empty();
        }
        boolean converts = view.get(i + 6).lower().endsWith("convert]")
                && view.has(i + 7, "::", "FromBase64String", "(", "", ")", ")");
        return converts
                ? Encodings.base64Text(view.get(i + 10).value()).map(text -> text(i, text, i + 13, Technique.BASE64))
                : Optional.empty();
    }

    /// `104,116 | % { [char]$_ }`: each number, or hexadecimal text, becomes a character.
    private Optional<Fold> piped(int i) {
        Optional<TokenView.Items> items = view.get(i).kind() == Token.Kind.LIST
                ? Optional.of(new TokenView.Items(listed(view.get(i)), i + 1))
                : view.items(i, token -> token.kind() == Token.Kind.NUMBER);
        if (items.isEmpty() || !view.is(items.get().end(), "|")) {
            return Optional.empty();
        }
        int at = items.get().end() + 1;
        boolean loops =
                List.of("%", "foreach", "foreach-object").contains(view.get(at).lower());
        int close = at + 1;
        while (close < at + 40 && !view.is(close, "}")) {
            close++;
        }
        if (!loops || !view.is(at + 1, "{") || !view.is(close, "}")) {
            return Optional.empty();
        }
        String body = view.source(at + 2, close).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        int end = close + 1;
        Technique technique = XOR_BODY.matcher(body).matches() ? Technique.XOR : Technique.CHARACTER_CODES;
        return characters(items.get().tokens(), body).map(found -> list(i, found, end, technique));
    }

    private static List<Token> listed(Token list) {
        return list.items().stream()
                .map(item -> Token.of(Token.Kind.NUMBER, "", item.strip()))
                .toList();
    }

    private static Optional<List<String>> characters(List<Token> items, String body) {
        Matcher xor = XOR_BODY.matcher(body);
        boolean isXor = xor.matches();
        boolean isHex = HEX_BODY.matcher(body).matches();
        if (!isXor && !isHex && !PLAIN_BODY.matcher(body).matches()) {
            return Optional.empty();
        }
        int key = isXor
                ? Numbers.value(Token.of(Token.Kind.NUMBER, "", xor.group(1))).orElse(0)
                : 0;
        var characters = new ArrayList<String>();
        for (Token item : items) {
            Token number = isHex ? Token.of(Token.Kind.NUMBER, "", "0x" + item.text()) : item;
            if (!number.text().matches("(?:0x)?[0-9A-Fa-f]{1,6}")) {
                return Optional.empty();
            }
            OptionalInt value = number.text().matches("0x.*|[0-9]+") ? Numbers.value(number) : OptionalInt.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            characters.add(String.valueOf((char) (value.getAsInt() ^ key)));
        }
        return Optional.of(characters);
    }

    private Optional<Fold> character(int i, Numbers.Sum sum, int end) {
        return Optional.of(text(
                i, String.valueOf((char) sum.value()), end, sum.xor() ? Technique.XOR : Technique.CHARACTER_CODES));
    }

    private Fold text(int i, String value, int end, Technique technique) {
        return new Fold(made(view.get(i).lead(), value, language), end, technique);
    }

    private Fold list(int i, List<String> items, int end, Technique technique) {
        return new Fold(
                new Token(Token.Kind.LIST, view.get(i).lead(), view.source(i, end), "", items, false), end, technique);
    }

    static Token made(String lead, String value, ScriptLanguage language) {
        return new Token(Token.Kind.TEXT, lead, Quoting.quoted(value, language), value, List.of(), true);
    }
}
