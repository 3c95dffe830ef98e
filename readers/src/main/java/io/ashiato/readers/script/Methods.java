package io.ashiato.readers.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Folds methods of literals, of PowerShell and JScript alike.
final class Methods {
    /// A JScript pattern that stands for itself: `/x9/g`.
    private static final Pattern PLAIN_PATTERN = Pattern.compile("/([\\w#@!~;:-]+)/(g?i?)");

    private final TokenView view;
    private final ScriptLanguage language;

    Methods(TokenView view, ScriptLanguage language) {
        this.view = view;
        this.language = language;
    }

    /// A call on the literal at this place.
    Optional<Fold> at(int i) {
        if (!view.is(i + 1, ".") || !view.is(i + 3, "(")) {
            return Optional.empty();
        }
        String method = view.get(i + 2).lower();
        return view.get(i).isText() ? ofText(i, method) : ofList(i, method);
    }

    private Optional<Fold> ofText(int i, String method) {
        String text = view.get(i).value();
        return switch (method) {
            case "replace" -> replace(i, text);
            case "split" -> view.has(i + 4, "", ")")
                    ? list(i, split(text, view.get(i + 4).value()), i + 6, Technique.STRING_JOIN)
                    : Optional.empty();
            case "tochararray" -> view.is(i + 4, ")")
                    ? list(i, characters(text), i + 5, Technique.STRING_JOIN)
                    : Optional.empty();
            case "tostring", "trim" -> view.is(i + 4, ")")
                    ? text(i, method.equals("trim") ? text.strip() : text, i + 5, Technique.STRING_CONCATENATION)
                    : Optional.empty();
            case "concat" -> view.has(i + 4, "", ")")
                    ? text(i, text + view.get(i + 4).value(), i + 6, Technique.STRING_CONCATENATION)
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Fold> replace(int i, String text) {
        if (view.has(i + 4, "", ",", "", ")")) {
            String wanted = view.get(i + 4).value();
            String other = view.get(i + 6).value();
            if (!Growth.allows(text.length(), other.length())) {
                return Optional.empty();
            }
            boolean firstOnly = language == ScriptLanguage.JSCRIPT;
            String replaced = firstOnly
                    ? Pattern.compile(wanted, Pattern.LITERAL)
                            .matcher(text)
                            .replaceFirst(Matcher.quoteReplacement(other))
                    : wanted.isEmpty() ? text : text.replace(wanted, other);
            return text(i, replaced, i + 8, Technique.STRING_REPLACE);
        }
        int comma = i + 4;
        while (comma < i + 10 && !view.is(comma, ",")) {
            comma++;
        }
        var pattern = PLAIN_PATTERN.matcher(view.source(i + 4, comma));
        boolean fits = Growth.allows(text.length(), view.get(comma + 1).value().length());
        if (!view.has(comma, ",", "", ")") || !pattern.matches() || !fits) {
            return Optional.empty();
        }
        int flags = Pattern.LITERAL | (pattern.group(2).contains("i") ? Pattern.CASE_INSENSITIVE : 0);
        var matcher = Pattern.compile(pattern.group(1), flags).matcher(text);
        String other = Matcher.quoteReplacement(view.get(comma + 1).value());
        boolean all = pattern.group(2).contains("g");
        return text(
                i, all ? matcher.replaceAll(other) : matcher.replaceFirst(other), comma + 3, Technique.STRING_REPLACE);
    }

    private Optional<Fold> ofList(int i, String method) {
        List<String> items = view.get(i).items();
        if (method.equals("reverse") && view.is(i + 4, ")")) {
            var reversed = new ArrayList<>(items);
            Collections.reverse(reversed);
            return list(i, reversed, i + 5, Technique.REVERSED_TEXT);
        }
        boolean joins = method.equals("join") && view.has(i + 4, "", ")");
        return joins && Growth.allows(items.size(), view.get(i + 4).value().length())
                ? text(i, String.join(view.get(i + 4).value(), items), i + 6, Technique.STRING_JOIN)
                : Optional.empty();
    }

    static List<String> split(String text, String separator) {
        return separator.isEmpty() ? characters(text) : List.of(text.split(Pattern.quote(separator), -1));
    }

    /// One text for each UTF-16 unit, as the languages see them; may be changed.
    static List<String> characters(String text) {
        var characters = new ArrayList<String>(text.length());
        for (int i = 0; i < text.length(); i++) {
            characters.add(String.valueOf(text.charAt(i)));
        }
        return characters;
    }

    private Optional<Fold> text(int i, String value, int end, Technique technique) {
        return Optional.of(new Fold(CharacterRules.made(view.get(i).lead(), value, language), end, technique));
    }

    private Optional<Fold> list(int i, List<String> items, int end, Technique technique) {
        return Optional.of(new Fold(
                new Token(Token.Kind.LIST, view.get(i).lead(), view.source(i, end), "", items, false), end, technique));
    }
}
