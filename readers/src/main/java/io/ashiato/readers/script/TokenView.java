package io.ashiato.readers.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Tokens to be looked at from any place: behind their end stands one that nothing matches.
record TokenView(List<Token> tokens) {
    private static final Token NOTHING = Token.of(Token.Kind.END, "", "");

    /// So many elements a list may have that is looked at.
    private static final int MAX_ITEMS = 65_536;

    Token get(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : NOTHING;
    }

    boolean is(int at, String text) {
        return get(at).is(text);
    }

    /// Whether these stand one after another; `""` stands for a text literal.
    boolean has(int at, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            boolean fits = texts[i].isEmpty() ? get(at + i).isText() : is(at + i, texts[i]);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// A run of elements with commas between them.
    ///
    /// @return nothing where the first does not fit; `end` is behind the last
    Optional<Items> items(int at, Predicate<Token> fits) {
        var items = new ArrayList<Token>();
        int i = at;
        while (fits.test(get(i)) && items.size() < MAX_ITEMS) {
            items.add(get(i));
            i++;
            if (!is(i, ",") || !fits.test(get(i + 1))) {
                break;
            }
            i++;
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(new Items(items, i));
    }

    /// The source text of tokens, without what stands in front of the first.
    String source(int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < Math.min(to, tokens.size()); i++) {
            text.append(i == from ? "" : tokens.get(i).lead()).append(tokens.get(i).text());
        }
        return text.toString();
    }

    record Items(List<Token> tokens, int end) {}
}
