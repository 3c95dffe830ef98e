package io.ashiato.readers.script;

import io.ashiato.readers.ScriptLanguage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Folds expressions of text literals: concatenation, lists, formats, replacements, and methods.
final class TextRules {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,3})\\}");
    private static final Pattern REVERSING = Pattern.compile("\\[-1\\.\\.-(?:\\d+|\\(\\$\\w+\\.length\\))\\]");

    /// So many tokens `[-1..-($x.Length)]` has at most.
    private static final int INDEX_TOKENS = 14;

    /// Behind a text, these bind closer than `+`.
    private static final List<String> CLOSER = List.of(".", "[", "-f", "*", "%", "::");

    private final TokenView view;
    private final ScriptLanguage language;

    TextRules(TokenView view, ScriptLanguage language) {
        this.view = view;
        this.language = language;
    }

    Optional<Fold> at(int i) {
        Token token = view.get(i);
        return switch (token.kind()) {
            case TEXT -> textFirst(i);
            case LIST -> listFirst(i);
            case WORD -> language == ScriptLanguage.VBSCRIPT ? new BasicFunctions(view).at(i) : wordFirst(i);
            case OTHER -> bracketFirst(i);
            case NUMBER, END -> Optional.empty();
        };
    }

    private Optional<Fold> textFirst(int i) {
        return new Methods(view, language)
                .at(i)
                .or(() -> format(i))
                .or(() -> replace(i))
                .or(() -> reversed(i))
                .or(() -> joinedRow(i))
                .or(() -> concatenation(i));
    }

    private Optional<Fold> concatenation(int i) {
        if (bindsCloser(i - 1)) {
            return Optional.empty();
        }
        var text = new StringBuilder(view.get(i).value());
        int end = i + 1;
        while (isPlus(end) && view.get(end + 1).isText() && !bindsCloser(end + 2)) {
            text.append(view.get(end + 1).value());
            end += 2;
            if (text.length() > Growth.MAX_TEXT) {
                return Optional.empty();
            }
        }
        return end == i + 1 ? Optional.empty() : made(i, text.toString(), end, Technique.STRING_CONCATENATION);
    }

    private boolean isPlus(int i) {
        return view.is(i, "+") || (language == ScriptLanguage.VBSCRIPT && view.is(i, "&"));
    }

    private boolean bindsCloser(int i) {
        return CLOSER.contains(view.get(i).lower());
    }

    private Optional<Fold> format(int i) {
        if (!view.is(i + 1, "-f")) {
            return Optional.empty();
        }
        Optional<TokenView.Items> values = view.items(i + 2, Token::isText);
        if (values.isEmpty() || bindsCloser(values.get().end())) {
            return Optional.empty();
        }
        int longest = values.get().tokens().stream()
                .mapToInt(token -> token.value().length())
                .max()
                .orElse(0);
        if (!Growth.allows(view.get(i).value().length(), longest)) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        Matcher place = PLACE.matcher(view.get(i).value());
        while (place.find()) {
            int number = Integer.parseInt(place.group(1));
            if (number >= values.get().tokens().size()) {
                return Optional.empty();
            }
            place.appendReplacement(
                    text,
                    Matcher.quoteReplacement(values.get().tokens().get(number).value()));
        }
        place.appendTail(text);
        return made(i, text.toString(), values.get().end(), Technique.STRING_FORMAT);
    }

    /// `-replace` takes a pattern: only one that stands for itself is understood.
    private Optional<Fold> replace(int i) {
        boolean replaces = List.of("-replace", "-creplace", "-ireplace")
                .contains(view.get(i + 1).lower());
        if (!replaces || !view.has(i + 2, "", ",", "") || bindsCloser(i + 5) || isPlus(i + 5) || isPlus(i - 1)) {
            return Optional.empty();
        }
        String pattern = view.get(i + 2).value();
        boolean fits = Growth.allows(
                view.get(i).value().length(), view.get(i + 4).value().length());
        if (!fits || !pattern.matches("[\\w\\s#@!~;:,'\"=<>/&%-]+")) {
            return Optional.empty();
        }
        int flags = view.is(i + 1, "-creplace") ? 0 : Pattern.CASE_INSENSITIVE;
        String text = Pattern.compile(Pattern.quote(pattern), flags)
                .matcher(view.get(i).value())
                .replaceAll(Matcher.quoteReplacement(view.get(i + 4).value()));
        return made(i, text, i + 5, Technique.STRING_REPLACE);
    }

    /// `'txet'[-1..-4]`.
    private Optional<Fold> reversed(int i) {
        if (!view.has(i + 1, "[", "-")) {
            return Optional.empty();
        }
        int end = i + 2;
        while (end < i + INDEX_TOKENS && !view.is(end, "]")) {
            end++;
        }
        String index = view.source(i + 1, end + 1).replaceAll("\\s", "");
        if (!REVERSING.matcher(index.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.empty();
        }
        List<String> characters = Methods.characters(view.get(i).value());
        Collections.reverse(characters);
        return list(i, characters, end + 1, Technique.REVERSED_TEXT);
    }

    /// `'a','b' -join ''`.
    private Optional<Fold> joinedRow(int i) {
        if (view.is(i - 1, ",")) {
            return Optional.empty();
        }
        Optional<TokenView.Items> row = view.items(i, Token::isText);
        if (row.isEmpty() || !view.has(row.get().end(), "-join", "")) {
            return Optional.empty();
        }
        List<String> values = row.get().tokens().stream().map(Token::value).toList();
        return joined(
                i, view.get(row.get().end() + 1).value(), values, row.get().end() + 2);
    }

    private Optional<Fold> listFirst(int i) {
        return view.has(i + 1, "-join", "")
                ? joined(i, view.get(i + 2).value(), view.get(i).items(), i + 3)
                : new Methods(view, language).at(i);
    }

    private Optional<Fold> wordFirst(int i) {
        if (view.is(i, "-join")) {
            boolean open = view.is(i + 1, "(");
            Token list = view.get(open ? i + 2 : i + 1);
            boolean unary = !view.get(i - 1).isText() && !view.is(i - 1, ")");
            if (unary && list.kind() == Token.Kind.LIST && (!open || view.is(i + 3, ")"))) {
                return joined(i, "", list.items(), i + (open ? 4 : 2));
            }
        }
        if (view.has(i, "[string]", "::", "join", "(", "", ",")
                && view.get(i + 6).kind() == Token.Kind.LIST) {
            return view.is(i + 7, ")")
                    ? joined(i, view.get(i + 4).value(), view.get(i + 6).items(), i + 8)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /// Brackets around one literal say nothing, around several they make a list; behind a name they
    /// would be a call or an index.
    private Optional<Fold> bracketFirst(int i) {
        boolean round = view.is(i, "(") || view.has(i, "@", "(");
        boolean square = view.is(i, "[") && language == ScriptLanguage.JSCRIPT;
        if (!round && !square) {
            return Optional.empty();
        }
        int from = view.is(i, "@") ? i + 2 : i + 1;
        Token before = view.get(i - 1);
        boolean called =
                (before.kind() == Token.Kind.WORD && view.get(i).lead().isEmpty()) || before.is(")") || before.is("]");
        if (called && !before.lower().startsWith("-")) {
            return Optional.empty();
        }
        String close = square ? "]" : ")";
        if (round && view.is(from + 1, close) && !view.is(i, "@")) {
            Token inner = view.get(from);
            boolean literal = inner.kind() == Token.Kind.LIST || (inner.isText() && !isVariable(inner));
            return literal
                    ? Optional.of(
                            new Fold(inner.withLead(view.get(i).lead()), from + 2, Technique.STRING_CONCATENATION))
                    : Optional.empty();
        }
        Optional<TokenView.Items> items = view.items(from, Token::isText);
        if (items.isEmpty() || !view.is(items.get().end(), close)) {
            return Optional.empty();
        }
        return list(
                i,
                items.get().tokens().stream().map(Token::value).toList(),
                items.get().end() + 1,
                Technique.STRING_JOIN);
    }

    private static boolean isVariable(Token text) {
        return !text.made()
                && !text.text().isEmpty()
                && "'\"".indexOf(text.text().charAt(0)) < 0;
    }

    private Optional<Fold> joined(int i, String separator, List<String> items, int end) {
        return Growth.joined(separator, items).flatMap(text -> made(i, text, end, Technique.STRING_JOIN));
    }

    private Optional<Fold> made(int i, String value, int end, Technique technique) {
        return Optional.of(new Fold(CharacterRules.made(view.get(i).lead(), value, language), end, technique));
    }

    private Optional<Fold> list(int i, List<String> items, int end, Technique technique) {
        var copy = new ArrayList<>(items);
        return Optional.of(new Fold(
                new Token(Token.Kind.LIST, view.get(i).lead(), view.source(i, end), "", copy, false), end, technique));
    }
}
