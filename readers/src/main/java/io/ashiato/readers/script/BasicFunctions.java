package io.ashiato.readers.script;

import java.util.List;
import java.util.Optional;

/// Folds calls of VBScript's functions with literals as arguments.
final class BasicFunctions {
    private final TokenView view;

    BasicFunctions(TokenView view) {
        this.view = view;
    }

    Optional<Fold> at(int i) {
        if (!view.is(i + 1, "(")) {
            return Optional.empty();
        }
        return switch (view.get(i).lower()) {
            case "strreverse" -> view.has(i + 2, "", ")")
                    ? made(
                            i,
                            new StringBuilder(view.get(i + 2).value())
                                    .reverse()
                                    .toString(),
                            i + 4,
                            Technique.REVERSED_TEXT)
                    : Optional.empty();
            case "replace" -> replace(i);
            case "array" -> view.items(i + 2, Token::isText)
                    .filter(items -> view.is(items.end(), ")"))
                    .flatMap(items -> list(
                            i, items.tokens().stream().map(Token::value).toList(), items.end() + 1));
            case "split" -> view.has(i + 2, "", ",", "", ")")
                    ? list(i, Methods.split(view.get(i + 2).value(), view.get(i + 4).value()), i + 6)
                    : Optional.empty();
            case "join" -> view.get(i + 2).kind() == Token.Kind.LIST && view.has(i + 3, ",", "", ")")
                            && Growth.allows(view.get(i + 2).items().size(), view.get(i + 4).value().length())
                    ? made(
                            i,
                            String.join(view.get(i + 4).value(), view.get(i + 2).items()),
                            i + 6,
                            Technique.STRING_JOIN)
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Fold> replace(int i) {
        if (!view.has(i + 2, "", ",", "", ",", "", ")") || view.get(i + 4).value().isEmpty()) {
            return Optional.empty();
        }
        String text = view.get(i + 2).value();
        if (!Growth.allows(text.length(), view.get(i + 6).value().length())) {
            return Optional.empty();
        }
        return made(
                i,
                text.replace(view.get(i + 4).value(), view.get(i + 6).value()),
                i + 8,
                Technique.STRING_REPLACE);
    }

    private Optional<Fold> made(int i, String value, int end, Technique technique) {
        return Optional.of(new Fold(
                CharacterRules.made(view.get(i).lead(), value, ScriptLanguage.VBSCRIPT), end, technique));
    }

    private Optional<Fold> list(int i, List<String> items, int end) {
        return Optional.of(new Fold(
                new Token(Token.Kind.LIST, view.get(i).lead(), view.source(i, end), "", items, false),
                end,
                Technique.STRING_JOIN));
    }
}
