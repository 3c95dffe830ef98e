package io.ashiato.sigma.store;

/// The cases of sealed types, as their numbers stand in the bytes. Writers and readers switch over them
/// completely, so that the compiler tells where a new one is missing.
final class Form {
    /// Of patterns: the pieces that are but one number each.
    static final int ANY_RUN = 0;

    static final int ANY_ONE = 1;
    static final int DASH = 2;

    /// The numbers from here on are those of texts: literals.
    static final int LITERAL = 3;

    private Form() {}

    enum OfExpression {
        ALL,
        ANY,
        NOT,
        NAMED,
        TEST;

        static final OfExpression[] CASES = values();
    }

    enum OfPredicate {
        FIELD,
        KEYWORD,
        ABSENT,
        PRESENT,
        FIELD_REFERENCE;

        static final OfPredicate[] CASES = values();
    }

    enum OfTest {
        TEXT,
        MATCHES,
        INSIDE,
        COMPARES,
        DATED;

        static final OfTest[] CASES = values();
    }

    enum OfCheck {
        FOUND,
        VALUE,
        ANY_TEXT,
        ABSENT,
        PRESENT,
        REFERENCE;

        static final OfCheck[] CASES = values();
    }

    enum OfInputCondition {
        ALL,
        ANY,
        NOT,
        AT_LEAST;

        static final OfInputCondition[] CASES = values();
    }

    enum OfSource {
        EVENTS,
        MATCHES;

        static final OfSource[] CASES = values();
    }
}
