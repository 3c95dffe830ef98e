package io.ashiato.sigma.syntax;

import io.ashiato.bytes.AsciiDigits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads a condition by recursive descent; the grammar stands at [Condition].
final class ConditionParser {
    /// Far beyond what a person writes; keeps a crafted rule from filling the stack.
    private static final int MAX_DEPTH = 64;

    /// Room for ten thousand named searches; SigmaHQ's longest has some 300 characters.
    private static final int MAX_LENGTH = 262_144;

    /// A count of more digits is no number of searches.
    private static final int MAX_COUNT_DIGITS = 6;

    private final List<Token> tokens;
    private final Place start;
    private int at;
    private int depth;

    private ConditionParser(String text, Place start) {
        this.tokens = tokens(text);
        this.start = start;
    }

    /// The condition, or nothing when a problem was reported.
    ///
    /// @param start where the text's first character stands, so that problems point into the text
    static Optional<Condition> parse(String text, Place start, Problems problems) {
        try {
            if (text.length() > MAX_LENGTH) {
                throw new SyntaxException(ProblemCode.LIMIT_EXCEEDED, 0, "condition is longer than " + MAX_LENGTH);
            }
            var parser = new ConditionParser(text, start);
            Condition condition = parser.or();
            parser.expectEnd();
            return Optional.of(condition);
        } catch (SyntaxException e) {
            problems.add(e.code, start.right(e.offset), e.reason);
            return Optional.empty();
        }
    }

    private record Token(String text, int offset) {
        boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }
    }

    /// Leaves the descent; never leaves this class.
    private static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1;
        private final ProblemCode code;
        private final int offset;
        private final String reason;

        SyntaxException(ProblemCode code, int offset, String reason) {
            super(reason);
            this.code = code;
            this.offset = offset;
            this.reason = reason;
        }
    }

    /// Parentheses and pipes stand alone, everything else between blanks is a word. The last token is empty.
    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        int i = 0;
        while (i < text.length()) {
            int from = i;
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            while (i < text.length() && !Character.isWhitespace(text.charAt(i)) && "()|".indexOf(text.charAt(i)) < 0) {
                i++;
            }
            i = Math.max(i, from + 1);
            tokens.add(new Token(text.substring(from, i), from));
        }
        tokens.add(new Token("", text.length()));
        return tokens;
    }

    private Condition or() throws SyntaxException {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(and());
        } while (accept("or"));
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    private Condition and() throws SyntaxException {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(not());
        } while (accept("and"));
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private Condition not() throws SyntaxException {
        if (++depth > MAX_DEPTH) {
            throw new SyntaxException(
                    ProblemCode.LIMIT_EXCEEDED, peek().offset, "condition is nested deeper than " + MAX_DEPTH);
        }
        Condition condition = accept("not") ? new Condition.Not(not()) : primary();
        depth--;
        return condition;
    }

    private Condition primary() throws SyntaxException {
        Token token = next();
        if (token.is("(")) {
            Condition inner = or();
            if (!accept(")")) {
                throw unexpected(peek(), "')'");
            }
            return inner;
        }
        if (!tokens.get(at).is("of")) {
            return identifier(token);
        }
        at++;
        return quantified(token);
    }

    private Condition identifier(Token token) throws SyntaxException {
        if (token.text.isEmpty() || List.of(")", "|").contains(token.text) || isWord(token) || token.is("of")) {
            throw unexpected(token, "a search identifier");
        }
        if (token.text.indexOf('*') >= 0) {
            throw new SyntaxException(
                    ProblemCode.CONDITION_SYNTAX,
                    token.offset,
                    "'" + token.text + "' is a pattern and needs '1 of' or 'all of' before it");
        }
        return new Condition.Identifier(token.text, start.right(token.offset));
    }

    private Condition quantified(Token word) throws SyntaxException {
        OptionalInt count = count(word);
        Token pattern = next();
        if (pattern.text.isEmpty() || List.of("(", ")", "|").contains(pattern.text) || isWord(pattern)) {
            throw unexpected(pattern, "'them' or a pattern of identifiers");
        }
        return new Condition.Quantified(count, pattern.is("them") ? "*" : pattern.text, start.right(pattern.offset));
    }

    private static OptionalInt count(Token word) throws SyntaxException {
        if (word.is("all")) {
            return OptionalInt.empty();
        }
        if (word.is("any")) {
            return OptionalInt.of(1);
        }
        boolean number = AsciiDigits.are(word.text, MAX_COUNT_DIGITS);
        int count = number ? Integer.parseInt(word.text) : 0;
        if (count == 0) {
            throw new SyntaxException(
                    ProblemCode.BAD_COUNT,
                    word.offset,
                    "'" + word.text + " of' is no count; 'all of', 'any of' or a number from 1 is");
        }
        return OptionalInt.of(count);
    }

    private static boolean isWord(Token token) {
        return token.is("and") || token.is("or") || token.is("not");
    }

    private void expectEnd() throws SyntaxException {
        if (!peek().text.isEmpty()) {
            throw unexpected(peek(), "'and', 'or' or the end");
        }
    }

    private static SyntaxException unexpected(Token token, String wanted) {
        if (token.is("|")) {
            return new SyntaxException(
                    ProblemCode.AGGREGATION_NOT_SUPPORTED,
                    token.offset,
                    "aggregations after '|' left the language with version 2; write a correlation rule");
        }
        String seen = token.text.isEmpty() ? "the condition ends" : "'" + token.text + "' stands";
        return new SyntaxException(
                ProblemCode.CONDITION_SYNTAX, token.offset, seen + " where " + wanted + " is expected");
    }

    private Token peek() {
        return tokens.get(at);
    }

    /// The empty last token is never passed, so the place behind it needs no check.
    private Token next() {
        Token token = tokens.get(at);
        if (!token.text.isEmpty()) {
            at++;
        }
        return token;
    }

    private boolean accept(String word) {
        if (!peek().is(word)) {
            return false;
        }
        at++;
        return true;
    }
}
