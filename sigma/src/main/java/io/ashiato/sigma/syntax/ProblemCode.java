package io.ashiato.sigma.syntax;

/// Why a rule cannot run. The ids are stable: people filter lists of problems by them, and one that is no
/// longer needed is not given again (E010 and E011 were). `docs/rule-problems.md` explains each.
public enum ProblemCode {
    NOT_YAML("E001"),
    LIMIT_EXCEEDED("E002"),
    NOT_A_RULE("E003"),
    KEY_MISSING("E004"),
    WRONG_TYPE("E005"),
    DUPLICATE_KEY("E006"),
    UNKNOWN_LEVEL("E007"),
    UNKNOWN_ACTION("E008"),
    TAXONOMY_NOT_SUPPORTED("E009"),

    UNKNOWN_LOG_SOURCE("E020"),
    SOURCES_EXCLUDE_EACH_OTHER("E021"),

    UNKNOWN_MODIFIER("E030"),
    MODIFIERS_DO_NOT_COMBINE("E031"),
    VALUE_DOES_NOT_FIT("E032"),
    PLACEHOLDER_WITHOUT_VALUES("E033"),
    BAD_REGEX("E034"),

    CONDITION_SYNTAX("E040"),
    UNKNOWN_IDENTIFIER("E041"),
    AGGREGATION_NOT_SUPPORTED("E042"),
    BAD_COUNT("E043"),

    DUPLICATE_RULE("E050"),
    DUPLICATE_ID("E051"),

    FILTERED_RULE_UNKNOWN("E060"),
    FILTER_SOURCE_DIFFERS("E061"),
    UNRELEASED_FEATURE("E062"),

    BAD_PLACEHOLDER_FILE("E070"),

    UNKNOWN_CORRELATION_TYPE("E080"),
    UNKNOWN_RULE("E081"),
    RULE_CANNOT_RUN("E082"),
    AMBIGUOUS_RULE("E083"),
    CORRELATION_CYCLE("E084"),
    BAD_TIMESPAN("E085"),
    CORRELATION_CONDITION("E086");

    private final String id;

    ProblemCode(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
