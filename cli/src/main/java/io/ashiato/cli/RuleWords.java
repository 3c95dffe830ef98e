package io.ashiato.cli;

import java.util.List;

/// What `ashiato rules` says, and whoever chooses rules. Text from rules and evidence comes in made visible.
interface RuleWords {
    /// A pattern of `--include` or `--exclude` that fits none of the rules.
    String fitsNoRule(String option, String pattern);

    /// The options leave no rule.
    String nothingLeft(long leftOut);

    String placeholdersUnreadable(String file, String reason);

    String mappingUnreadable(String file, String reason);

    String mappingWrong(String file, String reason);

    // Lists

    /// Of a rule: it runs.
    String runs();

    String listed(long running, long refused);

    // Examples

    String noExamples();

    /// As wide as [#failed].
    String passed();

    String failed();

    String examples(long positive, long negative);

    String failure(ExampleResult.Kind kind, String detail);

    /// @param without files of rules without examples
    String tested(long passed, long failed, long without);

    // Coverage

    /// @param rules that name a technique
    /// @param without rules that name none
    String covered(long techniques, long rules, long without);

    String unknownTechniques(List<String> ids);

    String outputExists(String path);

    String cannotWrite(String path, String reason);
}
