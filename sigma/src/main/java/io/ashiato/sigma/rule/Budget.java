package io.ashiato.sigma.rule;

import io.ashiato.sigma.syntax.ProblemCode;

/// What the rules of a set may cost in memory together. Values are bounded by the size of the files, but
/// placeholders, encodings and conditions that name a search again and again multiply them.
///
/// What a rule took is given back when it is refused, so that one greedy rule does not shut others out.
final class Budget {
    /// Tests of all rules: some 250 bytes each. SigmaHQ has 45 thousand.
    static final long MAX_TESTS = 500_000;

    /// Tests as the conditions name them, shared ones counted each time: some microseconds each. SigmaHQ has 60
    /// thousand.
    static final long MAX_NAMED = 1_500_000;

    /// Tests of one rule, so that several greedy ones are needed to use the budget up.
    static final long MAX_TESTS_OF_RULE = 120_000;

    /// Tests as the condition of one rule names them. SigmaHQ's largest rule has 3 thousand.
    static final long MAX_NAMED_OF_RULE = 200_000;

    /// What takes about as much memory as a test: instructions of a regular expression, pieces between
    /// wildcards, characters.
    private static final int INSTRUCTIONS = 4;

    private static final int PIECES = 8;
    private static final int CHARACTERS = 100;

    private long tests;
    private long named;
    private long testsOfRule;
    private long namedOfRule;

    /// Ends a rule.
    ///
    /// @param kept whether it runs
    void end(boolean kept) {
        tests += kept ? testsOfRule : 0;
        named += kept ? namedOfRule : 0;
        testsOfRule = 0;
        namedOfRule = 0;
    }

    void takeRegex(int instructions) throws ValueException {
        take(1 + instructions / INSTRUCTIONS);
    }

    void takeText(TextPattern pattern) throws ValueException {
        take(1 + pattern.pieces().size() / PIECES);
    }

    /// Refuses, before they are made, texts for which there is no room.
    ///
    /// @param length of each
    void allowTexts(long count, long length) throws ValueException {
        long cost = count * (1 + length / CHARACTERS);
        if (count > MAX_TESTS_OF_RULE || cost > MAX_TESTS_OF_RULE - testsOfRule) {
            throw exceeded("the values of the rule stand for more than " + MAX_TESTS_OF_RULE + " tests");
        }
    }

    private void take(long cost) throws ValueException {
        testsOfRule += cost;
        if (testsOfRule > MAX_TESTS_OF_RULE) {
            throw exceeded("the values of the rule stand for more than " + MAX_TESTS_OF_RULE + " tests");
        }
        if (tests + testsOfRule > MAX_TESTS) {
            throw exceeded("the rules together have more than " + MAX_TESTS + " tests");
        }
    }

    /// Before so many tests are named by a condition.
    void takeNamed(long count) throws ValueException {
        namedOfRule += count;
        if (namedOfRule > MAX_NAMED_OF_RULE) {
            throw exceeded("condition and searches together have more than " + MAX_NAMED_OF_RULE + " tests");
        }
        if (named + namedOfRule > MAX_NAMED) {
            throw exceeded("the conditions of all rules have more than " + MAX_NAMED + " tests");
        }
    }

    private static ValueException exceeded(String reason) {
        return new ValueException(ProblemCode.LIMIT_EXCEEDED, reason);
    }
}
