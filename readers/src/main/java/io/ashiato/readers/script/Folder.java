package io.ashiato.readers.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Folds the expressions of literals in a script, pass by pass, until nothing folds any more.
///
/// A variable that is assigned a literal once stands for it within expressions; alone it stays as it is,
/// so that a script without anything hidden comes out unchanged.
final class Folder {
    /// Each pass undoes one level of nesting.
    private static final int MAX_PASSES = 48;

    /// Larger scripts carry a payload, not code.
    private static final int MAX_TOKENS = 400_000;

    private final ScriptLanguage language;
    private final Set<Technique> techniques = EnumSet.noneOf(Technique.class);
    private List<Token> tokens;
    private long made;

    private Folder(String text, ScriptLanguage language) {
        this.language = language;
        var lexer = new Lexer(text, language);
        this.tokens = lexer.tokens();
        techniques.addAll(lexer.techniques());
    }

    static Layer fold(String text, ScriptLanguage language) {
        var folder = new Folder(text, language);
        if (folder.tokens.size() > MAX_TOKENS) {
            return new Layer(text, List.of(), List.of(), Set.of());
        }
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            folder.substitute();
            if (!folder.pass()) {
                break;
            }
        }
        return folder.layer();
    }

    private boolean pass() {
        var view = new TokenView(tokens);
        var characters = new CharacterRules(view, language);
        var texts = new TextRules(view, language);
        var next = new ArrayList<Token>(tokens.size());
        boolean changed = false;
        for (int i = 0; i < tokens.size(); ) {
            int at = i;
            Optional<Fold> fold = made > Growth.MAX_TEXT
                    ? Optional.empty()
                    : characters.at(at).or(() -> texts.at(at));
            if (fold.isEmpty()) {
                next.add(tokens.get(i++));
                continue;
            }
            Token token = fold.get().token();
            next.add(token);
            made += token.value().length();
            if (token.isText() && token.made()) {
                techniques.add(fold.get().technique());
            }
            i = fold.get().end();
            changed = true;
        }
        tokens = next;
        return changed;
    }

    /// Puts the values of variables in the place of their uses.
    private void substitute() {
        Map<String, Token> values = values();
        if (values.isEmpty()) {
            return;
        }
        var view = new TokenView(tokens);
        var next = new ArrayList<Token>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token value = token.kind() == Token.Kind.WORD && isUse(view, i) ? values.get(token.lower()) : null;
            next.add(
                    value == null
                            ? token
                            : new Token(
                                    value.kind(), token.lead(), token.text(), value.value(), value.items(), false));
        }
        tokens = next;
    }

    private static boolean isUse(TokenView view, int i) {
        return !isAssigned(view, i) && !view.is(i - 1, ".") && !view.is(i + 1, ":") && !view.is(i + 1, "(");
    }

    private static boolean isAssigned(TokenView view, int i) {
        return view.is(i + 1, "=") || view.is(i + 1, "+=");
    }

    /// Literals by the name of the only variable that each is assigned to.
    private Map<String, Token> values() {
        var view = new TokenView(tokens);
        var values = new HashMap<String, Token>();
        var assignments = new HashMap<String, Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() != Token.Kind.WORD || !isAssigned(view, i)) {
                continue;
            }
            String name = tokens.get(i).lower();
            assignments.merge(name, 1, Integer::sum);
            Token value = view.get(i + 2);
            boolean literal = value.isText() || value.kind() == Token.Kind.LIST;
            if (literal && view.is(i + 1, "=") && !view.is(i - 1, ".") && endsStatement(view.get(i + 3))) {
                values.put(name, value);
            }
        }
        values.keySet().removeIf(name -> assignments.getOrDefault(name, 0) > 1);
        return values;
    }

    private static boolean endsStatement(Token token) {
        return token.kind() == Token.Kind.END
                || token.text().isEmpty()
                || List.of(";", ",", ":", "}", ")").contains(token.text());
    }

    private Layer layer() {
        var text = new StringBuilder();
        var literals = new ArrayList<String>();
        for (Token token : tokens) {
            text.append(token.lead()).append(token.text());
            if (token.isText() && token.made() && !token.value().isBlank()) {
                literals.add(token.value());
            }
        }
        return new Layer(text.toString(), literals, List.of(), techniques);
    }
}
